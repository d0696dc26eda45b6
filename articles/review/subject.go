package review

import (
	"fmt"
	"math"

	"hearsay/analysis"
)

// fewMentions is how many mentions tell who a speaker is.
const fewMentions = 4

// QuoteOf is a document's quote as a subject: what the machine says of it, by words and names.
func QuoteOf(text string, d *analysis.Document, i int) Subject {
	q := d.Quotes[i]
	return Subject{Engine: d.Engine, Quote: &Quote{Kind: KindWord(q.Kind), Content: WordsAt(text, q.Content),
		Cue:    WordsAt(text, q.Cue),
		Source: WordsAt(text, q.Source), Speakers: WhoAll(text, d, q.Speakers), Confidence: probability(q.Confidence),
		SpeakerConfidence: probability(q.Why.SpeakerConfidence), Polarity: polarityWord(q.Polarity)}}
}

// PositionOf is a document's position as a subject.
func PositionOf(text string, d *analysis.Document, i int) Subject {
	p := d.Positions[i]
	out := &Position{Stance: stanceWord(p.Stance), Target: WordsAt(text, p.Target),
		Statement: WordsAt(text, p.Statement), Confidence: probability(p.Confidence)}
	if who := WhoAll(text, d, []int{p.Speaker}); len(who) > 0 {
		out.Speaker = who[0]
	}
	return Subject{Engine: d.Engine, Position: out}
}

// WhoOf is a document's speaker, by name and mentions.
func WhoOf(text string, d *analysis.Document, i int) Who {
	s := d.Speakers[i]
	w := Who{Name: s.Name, Mentions: WordsAt(text, s.Mentions)}
	if s.Type >= analysis.Unknown && s.Type <= analysis.Group {
		w.Type = s.Type.String()
	}
	if len(w.Mentions) > fewMentions {
		w.Mentions = w.Mentions[:fewMentions]
	}
	return w
}

// NewWho is a speaker whom the machine does not know.
func NewWho(name string, kind analysis.SpeakerType, text string, mentions ...analysis.Span) Who {
	return Who{Name: name, Type: kind.String(), Mentions: WordsAt(text, mentions)}
}

// WhoAll are speakers of a document, those left out that it does not have.
func WhoAll(text string, d *analysis.Document, speakers []int) []Who {
	var out []Who
	for _, s := range speakers {
		if s >= 0 && s < len(d.Speakers) {
			out = append(out, WhoOf(text, d, s))
		}
	}
	return out
}

// probability is a confidence that JSON can hold.
func probability(p float64) float64 {
	if math.IsNaN(p) {
		return 0
	}
	return max(0, min(1, p))
}

// KindWord is the word for a kind, none for what is no kind.
func KindWord(k analysis.Kind) string {
	if k < analysis.Indirect || k > analysis.Direct {
		return ""
	}
	return k.String()
}

// KindNamed is the kind that a word stands for.
func KindNamed(word string) (analysis.Kind, bool) {
	return named(word, analysis.Indirect, analysis.Mixed, analysis.Direct)
}

// named is the one of some values that a word stands for.
func named[T fmt.Stringer](word string, all ...T) (none T, ok bool) {
	for _, v := range all {
		if v.String() == word {
			return v, true
		}
	}
	return none, false
}

// polarityWord is the word for a polarity, none for what was said.
func polarityWord(p analysis.Polarity) string {
	if p <= analysis.Said || p > analysis.Refused {
		return ""
	}
	return p.String()
}

// PolarityNamed is the polarity that a word stands for, Said for any other.
func PolarityNamed(word string) analysis.Polarity {
	p, _ := named(word, analysis.Denied, analysis.Refused)
	return p
}

// SamePolarity reports whether two words stand for one polarity.
func SamePolarity(a, b string) bool { return PolarityNamed(a) == PolarityNamed(b) }

func stanceWord(s analysis.Stance) string {
	if s < analysis.Neutral || s > analysis.Opposes {
		return ""
	}
	return s.String()
}

// StanceNamed is the stance that a word stands for.
func StanceNamed(word string) (analysis.Stance, bool) {
	return named(word, analysis.Neutral, analysis.Supports, analysis.Opposes)
}

// TypeNamed is the type of speaker that a word stands for, Unknown for any other.
func TypeNamed(word string) analysis.SpeakerType {
	t, _ := named(word, analysis.Person, analysis.Organization, analysis.Group)
	return t
}

// Certainty is how probable it is, for the machine, that the words and the speakers of a quote are right.
func (q *Quote) Certainty() float64 {
	if len(q.Speakers) == 0 {
		return q.Confidence
	}
	return q.Confidence * q.SpeakerConfidence
}
