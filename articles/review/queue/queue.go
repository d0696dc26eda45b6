// Package queue puts what is to be reviewed into its order, draws random samples, and tells how far a reviewer is. It
// promises that a sample depends on its seed and on what the machine found alone, and that what was drawn can be told
// from everything else ever after.
package queue

import (
	"cmp"
	"slices"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/adjudication"
	"hearsay/articles/review/overlay"
)

// Ref points to what is to be reviewed: the case by its number among the cases, and what an entry on it names.
type Ref struct {
	Case    int
	Subject review.Subject
}

// candidate is what may be reviewed, and what orders go by.
type candidate struct {
	Ref
	key      string // which the machine's words have, whatever was decided
	sure     float64
	speakers []string
	differs  bool // another reviewer has it otherwise
}

// Of is what is to be reviewed in a sitting, in its order, reviewed or not. The cases are in the order of their
// articles. A random sample depends on its seed and on what the machine found, not on the order of the cases or on what
// was decided, and its first part is a random sample too, should the reviewer not come to the end.
func Of(s review.Sitting, cases []overlay.Case) []Ref {
	all := candidates(s, cases)
	switch s.Order {
	case review.LeastSure:
		slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(a.sure, b.sure) })
	case review.OneSpeaker:
		all = slices.DeleteFunc(all, func(c candidate) bool { return !slices.Contains(c.speakers, s.Speaker) })
	case review.Disagreements:
		all = slices.DeleteFunc(all, func(c candidate) bool { return !c.differs })
	case review.Random:
		all = sample(s, cases, all, s.Size)
	}
	out := make([]Ref, len(all))
	for i, c := range all {
		out[i] = c.Ref
	}
	return out
}

// candidates are all there may be reviewed, as it stands.
func candidates(s review.Sitting, cases []overlay.Case) []candidate {
	var out []candidate
	for n := range cases {
		c := &cases[n]
		sheet := c.Sheet(c.State)
		if s.Positions {
			out = append(out, positionCandidates(c, n, sheet)...)
			continue
		}
		var differs map[string]bool
		if s.Order == review.Disagreements {
			differs = adjudication.Differing(c, sheet)
		}
		out = append(out, quoteCandidates(c, n, sheet, differs)...)
	}
	return out
}

// quoteCandidates are the machine's, and where only what differs is asked for, those that either reviewer added too.
func quoteCandidates(c *overlay.Case, n int, sheet *overlay.Sheet, differs map[string]bool) []candidate {
	var out []candidate
	for _, item := range sheet.Quotes {
		one := candidate{Ref: Ref{n, item.Subject}, key: item.Subject.Key(), sure: item.Subject.Quote.Certainty(),
			differs: differs[item.Subject.Key()]}
		if item.Machine == analysis.None {
			if !one.differs {
				continue
			}
		} else {
			one.key = review.QuoteOf(c.Text, c.Machine, item.Machine).Key()
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
		one.speakers = append(one.speakers, review.NamesOf(who)...)
		out = append(out, one)
	}
	return out
}

func positionCandidates(c *overlay.Case, n int, sheet *overlay.Sheet) []candidate {
	var out []candidate
	for _, item := range sheet.Positions {
		if item.Machine == analysis.None {
			continue
		}
		p := item.Subject.Position
		out = append(out, candidate{Ref: Ref{n, item.Subject},
			key: review.PositionOf(c.Text, c.Machine, item.Machine).Key(), sure: p.Confidence,
			speakers: []string{p.Speaker.Name}})
	}
	return out
}
