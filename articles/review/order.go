package review

import (
	"cmp"
	"slices"

	"hearsay/analysis"
)

// Case is an article under review.
type Case struct {
	// Article is its id, Outlet where it appeared.
	Article, Outlet string
	Text            string
	Machine         *analysis.Document
	// State is the reviewer's, Other another reviewer's; nil where there is none.
	State, Other *State
}

// sheet lays a state over the case's document.
func (c *Case) sheet(s *State) *Sheet {
	if s == nil {
		s = NewState()
	}
	return Lay(c.Text, c.Machine, s)
}

// Ref points to what is to be reviewed: the case by its number among the cases, and what an entry on it names.
type Ref struct {
	Case    int
	Subject Subject
}

// candidate is what may be reviewed, and what orders go by.
type candidate struct {
	Ref
	key      string // which the machine's words have, whatever was decided
	sure     float64
	speakers []string
	differs  bool // another reviewer has it otherwise
}

// Queue is what is to be reviewed in a sitting, in its order, reviewed or not. The cases are in the order of their articles.
// A random sample depends on its seed and on what the machine found, not on the order of the cases or on what was decided,
// and its first part is a random sample too, should the reviewer not come to the end.
func (s Sitting) Queue(cases []Case) []Ref {
	all := s.candidates(cases)
	switch s.Order {
	case LeastSure:
		slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(a.sure, b.sure) })
	case OneSpeaker:
		all = slices.DeleteFunc(all, func(c candidate) bool { return !slices.Contains(c.speakers, s.Speaker) })
	case Disagreements:
		all = slices.DeleteFunc(all, func(c candidate) bool { return !c.differs })
	case Random:
		all = s.sample(cases, all, s.Size)
	}
	out := make([]Ref, len(all))
	for i, c := range all {
		out[i] = c.Ref
	}
	return out
}

// candidates are all there may be reviewed, as it stands.
func (s Sitting) candidates(cases []Case) []candidate {
	var out []candidate
	for n := range cases {
		c := &cases[n]
		sheet := c.sheet(c.State)
		if s.Positions {
			out = append(out, c.positions(n, sheet)...)
			continue
		}
		var differs map[string]bool
		if s.Order == Disagreements {
			differs = differing(c, sheet)
		}
		out = append(out, c.quotes(n, sheet, differs)...)
	}
	return out
}

// quotes are the machine's, and where only what differs is asked for, those that either reviewer added too.
func (c *Case) quotes(n int, sheet *Sheet, differs map[string]bool) []candidate {
	var out []candidate
	for _, item := range sheet.Quotes {
		one := candidate{Ref: Ref{n, item.Subject}, key: item.Subject.key(), sure: item.Subject.Quote.sure(), differs: differs[item.Subject.key()]}
		if item.Machine == analysis.None {
			if !one.differs {
				continue
			}
		} else {
			one.key = QuoteOf(c.Text, c.Machine, item.Machine).key()
		}
		who := item.Subject.Quote.Speakers
		if item.Decision != nil && item.Decision.Quote != nil {
			who = append(slices.Clone(who), item.Decision.Quote.Speakers...)
		}
		if item.Place != analysis.None {
			for _, i := range sheet.Document.Quotes[item.Place].Speakers {
				one.speakers = append(one.speakers, sheet.Document.Speakers[i].Names...)
			}
		}
		one.speakers = append(one.speakers, namesOf(who)...)
		out = append(out, one)
	}
	return out
}

func (c *Case) positions(n int, sheet *Sheet) []candidate {
	var out []candidate
	for _, item := range sheet.Positions {
		if item.Machine == analysis.None {
			continue
		}
		p := item.Subject.Position
		out = append(out, candidate{Ref: Ref{n, item.Subject}, key: PositionOf(c.Text, c.Machine, item.Machine).key(), sure: p.Confidence, speakers: []string{p.Speaker.Name}})
	}
	return out
}

// sure is how probable it is, for the machine, that a quote is right throughout.
func (q *Quote) sure() float64 {
	if len(q.Speakers) == 0 {
		return q.Confidence
	}
	return q.Confidence * q.SpeakerConfidence
}
