package overlay

import (
	"cmp"
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/review"
)

// speakers are the speakers of a document while decisions are laid over it: the machine's, and behind them those that
// only the reviewer names.
type speakers struct {
	text    string
	all     []analysis.Speaker
	is      review.Roots // who each of them is
	one     *review.Sameness
	machine int // how many are the machine's
	byName  map[string][]int
	byWords map[string][]int // of any of their names
	// mentioned is who is mentioned at a stretch; nil until it is asked for, or somebody gets new mentions.
	mentioned map[analysis.Span]int
}

func newSpeakers(text string, d *analysis.Document, one *review.Sameness) *speakers {
	c := &speakers{text: text, one: one, machine: len(d.Speakers), byName: map[string][]int{}, byWords: map[string][]int{}}
	for i, s := range d.Speakers {
		s.Names, s.Mentions = slices.Clone(s.Names), slices.Clone(s.Mentions)
		c.all, c.is = append(c.all, s), append(c.is, i)
		c.index(i)
	}
	return c
}

// index enters a speaker by their names.
func (c *speakers) index(i int) {
	s := &c.all[i]
	c.byName[s.Name] = append(c.byName[s.Name], i)
	for _, n := range s.Names {
		c.byWords[n] = append(c.byWords[n], i)
	}
}

// copyQuote copies a quote of the machine's. Its speakers keep their numbers for now, unless they are others.
func (c *speakers) copyQuote(q *analysis.Quote) analysis.Quote {
	out := *q
	out.Content, out.Cue, out.Source = slices.Clone(q.Content), slices.Clone(q.Cue), slices.Clone(q.Source)
	out.Speakers, out.Why.Chain, out.Why.Candidates = slices.Clone(q.Speakers), slices.Clone(q.Why.Chain),
		slices.Clone(q.Why.Candidates)
	c.resolve(&out)
	return out
}

// find is the speaker that is meant, whom the reviewer may have to introduce; None where no name is given. Of several
// who would do the preferred ones come first: those the machine has there.
func (c *speakers) find(w review.Who, preferred []int) int {
	if w = c.one.Who(w); strings.TrimSpace(w.Name) == "" {
		return analysis.None
	}
	for _, i := range preferred {
		if i >= 0 && i < len(c.all) && c.all[i].Name == w.Name {
			return i
		}
	}
	if i := c.known(w); i != analysis.None {
		c.mention(i, w.Mentions)
		return i
	}
	return c.introduce(w)
}

// known is the speaker who has the name and is mentioned there, or else the name alone; None where there is none.
func (c *speakers) known(w review.Who) int {
	for _, list := range [][]int{c.byName[w.Name], c.byWords[w.Name]} {
		for _, i := range list {
			if c.mentions(i, w.Mentions) {
				return c.is.Of(i)
			}
		}
	}
	if same := c.byName[w.Name]; len(same) > 0 {
		return c.is.Of(same[0])
	}
	return analysis.None
}

// introduce adds a speaker whom only the reviewer names.
func (c *speakers) introduce(w review.Who) int {
	i := len(c.all)
	c.all, c.is = append(c.all, analysis.Speaker{Name: w.Name, Names: []string{w.Name}, Type: review.TypeNamed(w.Type)}),
		append(c.is, i)
	c.index(i)
	c.mention(i, w.Mentions)
	return i
}

// give makes these the speakers of a quote, and the reviewer the reason where the machine had others.
func (c *speakers) give(q *analysis.Quote, who []review.Who) {
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
		if m := c.all[i].Mentions; len(q.Source) > 0 && len(m) > 0 {
			q.Why.Chain = append(q.Why.Chain, analysis.Link{Speaker: i, From: q.Source[0], To: m[0], Reason: says,
				Confidence: 1})
		}
	}
}

// sameSet reports whether two lists hold the same numbers.
func sameSet(a, b []int) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(i int) bool { return !slices.Contains(b, i) })
}

// finish drops the speakers whose every quote was taken from them and those who are others, sorts the rest by how much
// they say, and gives everything that points to them their new numbers.
func (c *speakers) finish(d, machine *analysis.Document) {
	_, had := c.say(machine)
	silent := make([]bool, len(c.all)) // in the machine's document
	for i := range c.machine {
		silent[c.is.Of(i)] = silent[c.is.Of(i)] || !had[i]
	}
	words, has := c.say(d)
	for _, p := range d.Positions {
		if p.Speaker >= 0 && p.Speaker < len(has) {
			has[p.Speaker] = true
		}
	}
	var order []int
	for i := range c.all {
		if c.is.Of(i) == i && (has[i] || silent[i]) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(words[b], words[a]) })
	now := make([]int, len(c.all))
	for i := range now {
		now[i] = analysis.None
	}
	for place, i := range order {
		now[i] = place
		d.Speakers = append(d.Speakers, c.all[i])
	}
	renumber(d, now)
}

// say is how many words each speaker says in a document, and whether any quote is theirs.
func (c *speakers) say(d *analysis.Document) (words []int, any []bool) {
	words, any = make([]int, len(c.all)), make([]bool, len(c.all))
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
	for _, w := range review.WordsAt(text, spans) {
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
	for _, all := range []*[]analysis.Position{&d.Positions, &d.Doubtful} {
		for i := range *all {
			p := &(*all)[i]
			p.Speaker, p.Targets = of(p.Speaker), list(p.Targets)
		}
	}
	d.Doubtful = slices.DeleteFunc(d.Doubtful, func(p analysis.Position) bool { return p.Speaker == analysis.None })
}

// mentionedAt is who is mentioned at each stretch, of two the first.
func (c *speakers) mentionedAt() map[analysis.Span]int {
	if c.mentioned == nil {
		c.mentioned = map[analysis.Span]int{}
		for i := range c.all {
			for _, m := range c.all[i].Mentions {
				if _, ok := c.mentioned[m]; !ok {
					c.mentioned[m] = c.is.Of(i)
				}
			}
		}
	}
	return c.mentioned
}

// mentions reports whether one of the mentions is a speaker's.
func (c *speakers) mentions(i int, all []review.Words) bool {
	for _, w := range all {
		if w.In(c.text) && slices.Contains(c.all[i].Mentions, w.Span()) {
			return true
		}
	}
	return false
}

// mention adds mentions to a speaker whom the reviewer introduced.
func (c *speakers) mention(i int, all []review.Words) {
	if i < c.machine {
		return
	}
	for _, w := range all {
		if w.In(c.text) {
			c.mentionAt(i, w.Span())
		}
	}
}

// mentionAt adds a mention to a speaker, where they have none yet.
func (c *speakers) mentionAt(i int, at analysis.Span) {
	s := &c.all[i]
	if slices.ContainsFunc(s.Mentions, func(p analysis.Span) bool { return p.Overlaps(at) }) {
		return
	}
	c.mentioned = nil
	s.Mentions = append(s.Mentions, at)
	slices.SortFunc(s.Mentions, func(a, b analysis.Span) int { return cmp.Compare(a.Start, b.Start) })
}
