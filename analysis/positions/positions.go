// Package positions finds what speakers stand for: who takes which side on what, with the words that prove it. It prefers
// to say nothing over saying what the evidence does not bear out.
//
// Every span it returns is a range of whole tokens of the text; a position's statement lies within one sentence, and its
// target within the statement.
package positions

import (
	"strings"

	"hearsay/analysis/names"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// Quote is a quote whose speakers are known.
type Quote struct {
	Content, Cue, Source []text.Span
	Speakers             []int
	Confidence           float64
}

// Speaker is a speaker of the article. Mentions are in reading order.
type Speaker struct {
	Name     string
	Mentions []text.Span
	// Thing is true for what takes no sides itself, such as a poll.
	Thing bool
}

// Article is what positions are found from.
type Article struct {
	Text     *text.Text
	Tags     []tags.Tag
	Names    []names.Name
	Quotes   []Quote
	Speakers []Speaker
}

// Stance is the side a position takes.
type Stance int

// The stances.
const (
	Neutral Stance = iota
	Supports
	Opposes
)

// Position is a speaker's stance towards a target, with its evidence.
type Position struct {
	Speaker    int
	Stance     Stance
	Target     []text.Span
	Topic      string
	Statement  []text.Span
	Quotes     []int
	Confidence float64
	Reason     string
}

// finder is the state of one article's search.
type finder struct {
	Article
	lower    []string
	who      []int32 // index+1 of the speaker that a token mentions
	named    []int32 // index+1 of the name that holds a token
	content  []int32 // index+1 of the innermost quote in whose content a token stands
	seen     map[key]bool
	faceless []bool // speakers whose positions tell nothing
	out      []Position
}

// key tells positions of one speaker in one sentence apart.
type key struct {
	speaker, sentence int
	topic             string
}

// Find finds the positions of an article's speakers, in reading order of the quotes.
func Find(a Article) []Position {
	f := newFinder(a)
	for q := range a.Quotes {
		if len(a.Quotes[q].Speakers) > 0 {
			f.fromCue(q)
			f.fromContent(q)
		}
	}
	return f.out
}

func newFinder(a Article) *finder {
	n := len(a.Text.Tokens)
	f := &finder{Article: a, lower: make([]string, n), who: make([]int32, n), named: make([]int32, n), content: make([]int32, n), seen: map[key]bool{}}
	for i := range a.Text.Tokens {
		f.lower[i] = strings.ToLower(a.Text.Word(i))
	}
	for k, name := range a.Names {
		for i := name.From; i < name.To; i++ {
			f.named[i] = int32(k + 1)
		}
	}
	for s := range a.Speakers {
		for _, m := range a.Speakers[s].Mentions {
			from, to := a.Text.Range(m)
			for i := from; i < to; i++ {
				f.who[i] = int32(s + 1)
			}
		}
	}
	f.markContents()
	f.findFaceless()
	return f
}

// markContents notes the innermost quote of each token, looking no further than the first thousand tokens of a content.
func (f *finder) markContents() {
	length := make([]int32, len(f.content))
	for q := range f.Quotes {
		n := int32(0)
		for _, p := range f.Quotes[q].Content {
			n += int32(p.Len())
		}
		for _, p := range f.Quotes[q].Content {
			from, to := f.Text.Range(p)
			for i := from; i < min(to, from+1000); i++ {
				if f.content[i] == 0 || n < length[i] {
					f.content[i], length[i] = int32(q+1), n
				}
			}
		}
	}
}

func (f *finder) tag(i int) tags.Tag {
	if i < 0 || i >= len(f.Tags) {
		return tags.None
	}
	return f.Tags[i]
}

func (f *finder) word(i int) string {
	if i < 0 || i >= len(f.lower) {
		return ""
	}
	return f.lower[i]
}

func (f *finder) lemma(i int) string {
	if i < 0 || i >= len(f.lower) {
		return ""
	}
	return tags.Lemma(f.lower[i], f.tag(i))
}

// finding is a side taken by a quote, before it is checked.
type finding struct {
	quote      int
	side       side
	from, to   int // tokens of the target
	statement  text.Span
	confidence float64
	reason     string
}

// leastConfidence is how sure a position must be to be told: it is no surer than the quote that bears it.
const leastConfidence = 0.3

// add makes positions of a finding, one for each speaker, unless the target says nothing or is the speaker.
func (f *finder) add(x finding) {
	x.from, x.to = f.trim(x.from, x.to)
	if x.side == noSide || x.from >= x.to {
		return
	}
	span := f.Text.Span(x.from, x.to)
	x.statement = f.within(x.statement, x.from)
	if !x.statement.Covers(span) {
		x.statement = text.Span{Start: min(x.statement.Start, span.Start), End: max(x.statement.End, span.End)}
	}
	topic, speaker, ok := f.topic(x.from, x.to)
	if !ok {
		return
	}
	q := &f.Quotes[x.quote]
	if x.confidence*q.Confidence < leastConfidence {
		return
	}
	for _, s := range q.Speakers {
		k := key{s, f.Text.Tokens[x.from].Sentence, topic}
		if s == speaker || f.faceless[s] || f.seen[k] {
			continue
		}
		f.seen[k] = true
		stance := Supports
		if x.side == con {
			stance = Opposes
		}
		f.out = append(f.out, Position{Speaker: s, Stance: stance, Target: []text.Span{span}, Topic: topic, Statement: []text.Span{x.statement},
			Quotes: []int{x.quote}, Confidence: x.confidence * q.Confidence, Reason: x.reason})
	}
}

// findFaceless notes the speakers who are nobody in particular: "some", "critics", and whoever is not named and speaks
// but once. A position of theirs would tell a reader nothing that could be followed up.
func (f *finder) findFaceless() {
	named := map[string]bool{}
	for _, n := range f.Names {
		named[n.Of(f.Text.String)] = true
	}
	quotes := make([]int, len(f.Speakers))
	for _, q := range f.Quotes {
		for _, s := range q.Speakers {
			quotes[s]++
		}
	}
	f.faceless = make([]bool, len(f.Speakers))
	for s := range f.Speakers {
		x := &f.Speakers[s]
		words := strings.Fields(strings.ToLower(x.Name))
		f.faceless[s] = x.Thing || len(words) == 0 || nobodies[words[0]] || !named[x.Name] && quotes[s] < 2
	}
}

var nobodies = wordSet(`some many others people critics opponents supporters observers one someone somebody everyone everybody nobody most few i we you each both that which who`)

// within cuts a statement to the sentence of token i.
func (f *finder) within(p text.Span, i int) text.Span {
	s := f.Text.Sentences[f.Text.Tokens[i].Sentence].Span
	p.Start, p.End = max(p.Start, s.Start), min(p.End, s.End)
	if p.Empty() {
		return s
	}
	return p
}

// hull is the stretch that a quote's parts take up.
func (f *finder) hull(q int, parts ...[]text.Span) text.Span {
	out := text.Span{Start: -1}
	for _, spans := range parts {
		for _, p := range spans {
			if out.Start < 0 {
				out = p
				continue
			}
			out.Start, out.End = min(out.Start, p.Start), max(out.End, p.End)
		}
	}
	return out
}

func (f *finder) quote(i, j int) string {
	return "“" + strings.Join(strings.Fields(f.Text.Of(f.Text.Span(i, j))), " ") + "”"
}
