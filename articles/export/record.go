package export

import (
	"math"
	"time"

	"hearsay/analysis"
	"hearsay/articles/export/offsets"
)

// record is an article as JSON has it. Spans are pairs of offsets in code points of the text.
type record struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Byline   string `json:"byline,omitempty"`
	Outlet   string `json:"outlet,omitempty"`
	Date     string `json:"date,omitempty"`
	Address  string `json:"address,omitempty"`
	Language string `json:"language,omitempty"`
	Engine   string `json:"engine,omitempty"`
	// Reviewed says who has decided on it.
	Reviewed string `json:"reviewed,omitempty"`
	// Part says which part of what was found this is.
	Part string `json:"part,omitempty"`
	// MarksOnly tells that the language is not known and only quotation marks were looked for.
	MarksOnly bool       `json:"marks_only,omitempty"`
	Text      string     `json:"text"`
	Quotes    []quote    `json:"quotes"`
	Speakers  []speaker  `json:"speakers"`
	Positions []position `json:"positions"`
	// Doubtful are positions that a reader would too often not bear out for them to stand among the others.
	Doubtful []position `json:"doubtful_positions,omitempty"`
	Topics   []topic    `json:"topics"`
}

type quote struct {
	ID       string   `json:"id"`
	Kind     string   `json:"kind"`
	Content  [][2]int `json:"content"`
	Cue      [][2]int `json:"cue"`
	Source   [][2]int `json:"source"`
	Speakers []string `json:"speakers"`
	// Polarity is "said", "denied" to have been said, or "refused".
	Polarity   string  `json:"polarity"`
	Confidence float64 `json:"confidence"`
	// Certainty is the probability that words and speakers are both right.
	Certainty float64 `json:"certainty"`
	Why       why     `json:"why"`
	Review    *judged `json:"review,omitempty"`
}

// judged is what a reviewer decided on a quote.
type judged struct {
	Verdict string   `json:"verdict,omitempty"`
	Flagged bool     `json:"flagged,omitempty"`
	Notes   []string `json:"notes,omitempty"`
}

type why struct {
	Found      string      `json:"found,omitempty"`
	Chain      []link      `json:"chain,omitempty"`
	Unknown    string      `json:"unknown,omitempty"`
	Candidates []candidate `json:"candidates,omitempty"`
	// SpeakerConfidence is the probability that the speakers are right, given that the source is.
	SpeakerConfidence float64 `json:"speaker_confidence,omitempty"`
}

type link struct {
	Speaker    string  `json:"speaker"`
	From       [2]int  `json:"from"`
	To         [2]int  `json:"to"`
	Reason     string  `json:"reason"`
	Confidence float64 `json:"confidence,omitempty"`
}

// candidate is somebody who was weighed and not chosen; one without quotes has no speaker.
type candidate struct {
	Speaker    string  `json:"speaker,omitempty"`
	Mention    [2]int  `json:"mention"`
	Confidence float64 `json:"confidence,omitempty"`
	Reason     string  `json:"reason,omitempty"`
}

type speaker struct {
	ID          string       `json:"id"`
	Name        string       `json:"name"`
	Names       []string     `json:"names"`
	Type        string       `json:"type"`
	Gender      string       `json:"gender,omitempty"`
	Description *description `json:"description,omitempty"`
	Mentions    [][2]int     `json:"mentions"`
}

type description struct {
	Text string `json:"text"`
	Span [2]int `json:"span"`
}

func recordOf(item Item) record {
	a, d := item.Article, item.Document
	p := offsets.New(a.Text, offsets.Points)
	r := record{
		ID: a.ID, Title: a.Title, Byline: a.Byline, Outlet: a.Outlet, Date: day(a.Date), Address: a.Address,
		Language: d.Language, Engine: d.Engine, Reviewed: item.Reviewed, Part: item.Part,
		MarksOnly: d.MarksOnly, Text: a.Text,
		Quotes: []quote{}, Speakers: []speaker{}, Positions: []position{}, Topics: []topic{},
	}
	for i, q := range d.Quotes {
		r.Quotes = append(r.Quotes, item.quoteOf(p, i, q))
		if j := item.On(i); j.String() != "" {
			r.Quotes[i].Review = &judged{j.Verdict, j.Flagged, j.Notes}
		}
	}
	for i, s := range d.Speakers {
		r.Speakers = append(r.Speakers, item.speakerOf(p, a.Text, i, s))
	}
	for i, o := range d.Positions {
		r.Positions = append(r.Positions, item.positionOf(p, i, o))
	}
	for i, o := range d.Doubtful {
		r.Doubtful = append(r.Doubtful, item.positionOf(p, len(d.Positions)+i, o))
	}
	for i, t := range d.Topics() {
		r.Topics = append(r.Topics, item.topicOf(i, t))
	}
	return r
}

func (i Item) quoteOf(p *offsets.Ruler, n int, q analysis.Quote) quote {
	out := quote{
		ID: i.ID('q', n), Kind: q.Kind.String(), Content: p.Spans(q.Content), Cue: p.Spans(q.Cue), Source: p.Spans(q.Source),
		Speakers: i.ids('s', q.Speakers), Polarity: q.Polarity.String(), Confidence: Round(q.Confidence),
		Certainty: Round(q.Certainty()),
		Why:       why{Found: q.Why.Found, Unknown: q.Why.Unknown, SpeakerConfidence: Round(q.Why.SpeakerConfidence)},
	}
	for _, l := range q.Why.Chain {
		out.Why.Chain = append(out.Why.Chain, link{i.ID('s', l.Speaker), p.Span(l.From), p.Span(l.To), l.Reason,
			Round(l.Confidence)})
	}
	for _, c := range q.Why.Candidates {
		weighed := candidate{Mention: p.Span(c.Mention), Confidence: Round(c.Confidence), Reason: c.Reason}
		if c.Speaker != analysis.None {
			weighed.Speaker = i.ID('s', c.Speaker)
		}
		out.Why.Candidates = append(out.Why.Candidates, weighed)
	}
	return out
}

func (i Item) speakerOf(p *offsets.Ruler, text string, n int, s analysis.Speaker) speaker {
	out := speaker{
		ID: i.ID('s', n), Name: s.Name, Names: append([]string{}, s.Names...), Type: s.Type.String(),
		Gender: genders[s.Gender], Mentions: p.Spans(s.Mentions),
	}
	if !s.Description.Empty() {
		out.Description = &description{s.Description.Of(text), p.Span(s.Description)}
	}
	return out
}

var genders = [...]string{analysis.GenderUnknown: "", analysis.Female: "female", analysis.Male: "male"}

func (i Item) ids(letter rune, indexes []int) []string {
	out := make([]string, len(indexes))
	for n, x := range indexes {
		out[n] = i.ID(letter, x)
	}
	return out
}

// Round gives a probability three digits, which is as much as it is worth.
func Round(p float64) float64 {
	if math.IsNaN(p) {
		return 0
	}
	return math.Round(1000*max(0, min(1, p))) / 1000
}

// day writes a date, with the time of day where there is one.
func day(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Hour()+t.Minute()+t.Second() == 0:
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339)
}
