package overlay

import (
	"cmp"
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/review"
)

// Alias is a speaker of the machine's who is another.
type Alias struct {
	// Who is the speaker as the machine had them, Is the name of who they are in the corrected document.
	Who review.Who
	Is  string
	// Decision is the one that says so.
	Decision *review.Decision
}

// join lays over the document that speakers are one, in the order in which it was decided.
func (l *layer) join(decisions []review.Decision, s *review.State) {
	var all []*review.Decision
	for i := range decisions {
		if decisions[i].Of.Speaker != nil {
			all = append(all, &decisions[i])
		}
	}
	slices.SortStableFunc(all, func(a, b *review.Decision) int { return cmp.Compare(a.Last, b.Last) })
	var at []int
	for _, d := range all {
		switch who := *d.Of.Speaker; {
		case !d.Keeps():
			l.orphan(d, "it does not tell who the speaker is")
		case !review.AllIn(l.text, who.Mentions):
			l.orphan(d, "the article has other words where it stood")
		default:
			i, ok := l.speakers.join(who, s.Introduces)
			if !ok {
				l.orphan(d, "the machine finds no such speaker now")
				continue
			}
			at = append(at, i)
			l.out.Aliases = append(l.out.Aliases, Alias{Who: who, Decision: d})
		}
	}
	for n, i := range at {
		l.out.Aliases[n].Is = l.speakers.all[l.speakers.is.Of(i)].Name
	}
}

// join makes a speaker who they are, whom the reviewer may have to introduce, as they may have introduced the speaker,
// and gives the number of that one; false where the document has no such speaker. Where the machine knows them to be
// one there is nothing to do.
func (c *speakers) join(w review.Who, introduced func(review.Who) bool) (int, bool) {
	other := c.one.Who(w)
	to := c.known(other)
	from := c.alone(w, to)
	switch {
	case from == analysis.None && to != analysis.None && slices.Contains(c.all[to].Names, w.Name):
		from = to
	case from == analysis.None && introduced(w):
		from = c.introduce(w)
	case from == analysis.None:
		return analysis.None, false
	}
	switch {
	case to == analysis.None && slices.Contains(c.all[from].Names, other.Name):
		to = from
	case to == analysis.None:
		to = c.introduce(other)
	}
	if from != to {
		c.is[from] = to
		c.merge(to, from)
	}
	return to, true
}

// alone is the speaker whom the document calls by a name above all: who is mentioned where the reviewer saw the one of
// that name, before any other. It is to, whom they are, where the machine knows so by now, and whoever else has the
// name and is first mentioned there; None where it is only one of somebody's names.
func (c *speakers) alone(w review.Who, to int) int {
	named := c.byName[w.Name]
	for _, i := range named {
		if c.mentions(i, w.Mentions) {
			return c.is.Of(i)
		}
	}
	if to != analysis.None && c.mentions(to, w.Mentions) {
		return to
	}
	for _, i := range named {
		return c.is.Of(i)
	}
	for _, i := range c.byWords[w.Name] {
		if m := c.all[i].Mentions; len(m) > 0 && slices.ContainsFunc(w.Mentions,
			func(w review.Words) bool { return w.Span() == m[0] }) {
			return c.is.Of(i)
		}
	}
	return analysis.None
}

// merge gives a speaker what is known of another.
func (c *speakers) merge(to, from int) {
	s, other := &c.all[to], &c.all[from]
	for _, n := range other.Names {
		if !slices.Contains(s.Names, n) {
			s.Names = append(s.Names, n)
		}
	}
	for _, at := range other.Mentions {
		c.mentionAt(to, at)
	}
	if s.Type == analysis.Unknown {
		s.Type = other.Type
	}
	if s.Gender == analysis.GenderUnknown {
		s.Gender = other.Gender
	}
	if s.Description.Empty() {
		s.Description = other.Description
	}
}

// each are who speakers are, each once.
func (c *speakers) each(all []int) []int {
	if !slices.ContainsFunc(all, func(i int) bool { return c.is.Of(i) != i }) {
		return all
	}
	var out []int
	for _, i := range all {
		if i = c.is.Of(i); !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// resolve makes the speakers of a quote those they are, and the reviewer the last reason.
func (c *speakers) resolve(q *analysis.Quote) {
	was := q.Speakers
	q.Speakers = c.each(was)
	why := &q.Why
	for _, i := range was {
		if to := c.is.Of(i); to != i {
			why.Chain = append(why.Chain, c.link(q, i, to)...)
		}
	}
	for i := range why.Chain {
		why.Chain[i].Speaker = c.is.Of(why.Chain[i].Speaker)
	}
	why.Candidates = slices.DeleteFunc(why.Candidates, func(one analysis.Candidate) bool {
		i := c.is.Of(one.Speaker) // who was not chosen may be who was
		return (i != one.Speaker || !slices.Equal(was, q.Speakers)) && slices.Contains(q.Speakers, i)
	})
	for i := range why.Candidates {
		why.Candidates[i].Speaker = c.is.Of(why.Candidates[i].Speaker)
	}
}

// link leads from where a quote's chain ends to the name of who the speaker is.
func (c *speakers) link(q *analysis.Quote, from, to int) []analysis.Link {
	var at analysis.Span
	if len(q.Source) > 0 {
		at = q.Source[0]
	}
	for _, l := range q.Why.Chain {
		if l.Speaker == from && !l.To.Empty() {
			at = l.To
		}
	}
	s := &c.all[to]
	if at.Empty() || len(s.Mentions) == 0 {
		return nil
	}
	name := s.Mentions[0]
	for _, w := range review.WordsAt(c.text, s.Mentions) {
		if strings.Contains(w.Text, s.Name) {
			name = w.Span()
			break
		}
	}
	return []analysis.Link{{Speaker: to, From: at, To: name, Reason: areOne, Confidence: 1}}
}

// asOne is a quote as the machine has it, by who its speakers are; nil where they are as it says.
func (l *layer) asOne(q *review.Quote, was, now []int) *review.Quote {
	if slices.Equal(was, now) {
		return nil
	}
	out := *q
	out.Speakers = review.WhoAll(l.text, &analysis.Document{Speakers: l.speakers.all}, now)
	return &out
}
