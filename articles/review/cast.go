package review

import (
	"cmp"
	"slices"
	"strings"

	"hearsay/analysis"
)

// cast is the speakers of a document while decisions are laid over it: the machine's, and behind them those that only the
// reviewer names.
type cast struct {
	text     string
	speakers []analysis.Speaker
	machine  int // how many are the machine's
	byName   map[string][]int
	byWords  map[string][]int // of any of their names
	// mentioned is who is mentioned at a stretch; nil until it is asked for, or somebody gets new mentions.
	mentioned map[analysis.Span]int
}

func newCast(text string, d *analysis.Document) *cast {
	c := &cast{text: text, machine: len(d.Speakers), byName: map[string][]int{}, byWords: map[string][]int{}}
	for i, s := range d.Speakers {
		s.Names, s.Mentions = slices.Clone(s.Names), slices.Clone(s.Mentions)
		c.speakers = append(c.speakers, s)
		c.index(i)
	}
	return c
}

func (c *cast) index(i int) {
	s := &c.speakers[i]
	c.byName[s.Name] = append(c.byName[s.Name], i)
	for _, n := range s.Names {
		c.byWords[n] = append(c.byWords[n], i)
	}
}

// copyQuote copies a quote of the machine's, whose speakers keep their numbers for now.
func (c *cast) copyQuote(q *analysis.Quote) analysis.Quote {
	out := *q
	out.Content, out.Cue, out.Source = slices.Clone(q.Content), slices.Clone(q.Cue), slices.Clone(q.Source)
	out.Speakers, out.Why.Chain, out.Why.Candidates = slices.Clone(q.Speakers), slices.Clone(q.Why.Chain), slices.Clone(q.Why.Candidates)
	return out
}

// find is the speaker that is meant, whom the reviewer may have to introduce; None where no name is given. Of several who
// would do the preferred ones come first: those the machine has there.
func (c *cast) find(w Who, preferred []int) int {
	if strings.TrimSpace(w.Name) == "" {
		return analysis.None
	}
	for _, i := range preferred {
		if i >= 0 && i < len(c.speakers) && c.speakers[i].Name == w.Name {
			return i
		}
	}
	for _, list := range [][]int{c.byName[w.Name], c.byWords[w.Name]} {
		for _, i := range list {
			if c.mentions(i, w.Mentions) {
				return i
			}
		}
	}
	if same := c.byName[w.Name]; len(same) > 0 {
		c.mention(same[0], w.Mentions)
		return same[0]
	}
	return c.introduce(w)
}

// mentionedAt is who is mentioned at each stretch, of two the first.
func (c *cast) mentionedAt() map[analysis.Span]int {
	if c.mentioned == nil {
		c.mentioned = map[analysis.Span]int{}
		for i := range c.speakers {
			for _, m := range c.speakers[i].Mentions {
				if _, ok := c.mentioned[m]; !ok {
					c.mentioned[m] = i
				}
			}
		}
	}
	return c.mentioned
}

// mentions reports whether one of the mentions is a speaker's.
func (c *cast) mentions(i int, all []Words) bool {
	for _, w := range all {
		if w.In(c.text) && slices.Contains(c.speakers[i].Mentions, w.Span()) {
			return true
		}
	}
	return false
}

// introduce adds a speaker whom only the reviewer names.
func (c *cast) introduce(w Who) int {
	i := len(c.speakers)
	c.speakers = append(c.speakers, analysis.Speaker{Name: w.Name, Names: []string{w.Name}, Type: typeNamed(w.Type)})
	c.index(i)
	c.mention(i, w.Mentions)
	return i
}

// mention adds mentions to a speaker whom the reviewer introduced.
func (c *cast) mention(i int, all []Words) {
	s := &c.speakers[i]
	if i < c.machine {
		return
	}
	c.mentioned = nil
	for _, w := range all {
		free := func(p analysis.Span) bool { return p.Overlaps(w.Span()) }
		if w.In(c.text) && !slices.ContainsFunc(s.Mentions, free) {
			s.Mentions = append(s.Mentions, w.Span())
		}
	}
	slices.SortFunc(s.Mentions, func(a, b analysis.Span) int { return cmp.Compare(a.Start, b.Start) })
}

// give makes these the speakers of a quote, and the reviewer the reason where the machine had others.
func (c *cast) give(q *analysis.Quote, who []Who) {
	var now []int
	for _, w := range who {
		if i := c.find(w, q.Speakers); i != analysis.None && !slices.Contains(now, i) {
			now = append(now, i)
		}
	}
	if sameSet(now, q.Speakers) {
		return
	}
	q.Speakers = now
	q.Why.Chain, q.Why.Candidates, q.Why.Unknown, q.Why.SpeakerConfidence = nil, nil, "", 1
	if len(now) == 0 {
		q.Why.Unknown, q.Why.SpeakerConfidence = "a reviewer says that the article does not tell", 0
		return
	}
	for _, i := range now {
		if m := c.speakers[i].Mentions; len(q.Source) > 0 && len(m) > 0 {
			q.Why.Chain = append(q.Why.Chain, analysis.Link{Speaker: i, From: q.Source[0], To: m[0], Reason: says, Confidence: 1})
		}
	}
}

// sameSet reports whether two lists hold the same numbers.
func sameSet(a, b []int) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(i int) bool { return !slices.Contains(b, i) })
}

// settle drops the speakers whose every quote was taken from them, sorts the rest by how much they say, and gives
// everything that points to them their new numbers.
func (c *cast) settle(d, machine *analysis.Document) {
	_, had := c.say(machine)
	words, has := c.say(d)
	for _, p := range d.Positions {
		if p.Speaker >= 0 && p.Speaker < len(has) {
			has[p.Speaker] = true
		}
	}
	var order []int
	for i := range c.speakers {
		if has[i] || i < c.machine && !had[i] {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(words[b], words[a]) })
	now := make([]int, len(c.speakers))
	for i := range now {
		now[i] = analysis.None
	}
	for place, i := range order {
		now[i] = place
		d.Speakers = append(d.Speakers, c.speakers[i])
	}
	renumber(d, now)
}

// say is how many words each speaker says in a document, and whether any quote is theirs.
func (c *cast) say(d *analysis.Document) (words []int, any []bool) {
	words, any = make([]int, len(c.speakers)), make([]bool, len(c.speakers))
	for i := range d.Quotes {
		n := wordsOf(c.text, d.Quotes[i].Content)
		for _, s := range d.Quotes[i].Speakers {
			if s >= 0 && s < len(words) {
				words[s] += n
				any[s] = true
			}
		}
	}
	return words, any
}

// wordsOf counts words as analysis.Words does, of spans that may not lie in the text.
func wordsOf(text string, spans []analysis.Span) (n int) {
	for _, w := range WordsAt(text, spans) {
		n += len(strings.Fields(w.Text))
	}
	return n
}

// renumber gives everything that points to speakers the new numbers.
func renumber(d *analysis.Document, now []int) {
	of := func(i int) int {
		if i < 0 || i >= len(now) {
			return analysis.None
		}
		return now[i]
	}
	list := func(all []int) []int {
		for i := range all {
			all[i] = of(all[i])
		}
		return slices.DeleteFunc(all, func(i int) bool { return i == analysis.None })
	}
	for i := range d.Quotes {
		q := &d.Quotes[i]
		q.Speakers = list(q.Speakers)
		for k := range q.Why.Chain {
			q.Why.Chain[k].Speaker = of(q.Why.Chain[k].Speaker)
		}
		q.Why.Chain = slices.DeleteFunc(q.Why.Chain, func(l analysis.Link) bool { return l.Speaker == analysis.None })
		for k := range q.Why.Candidates {
			q.Why.Candidates[k].Speaker = of(q.Why.Candidates[k].Speaker)
		}
	}
	for i := range d.Positions {
		p := &d.Positions[i]
		p.Speaker, p.Targets = of(p.Speaker), list(p.Targets)
	}
}
