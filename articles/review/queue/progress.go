package queue

import (
	"fmt"

	"hearsay/analysis/measure"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
)

// Progress is how far a reviewer is in a queue.
type Progress struct {
	// Reviewed of Of have a verdict, Skipped have none yet, and Flagged are to be looked at again.
	Reviewed, Of, Skipped, Flagged int
	// Right is the share of those reviewed on which the machine is right throughout, with its interval.
	Right measure.Rate
}

// ProgressOf tells how far the reviewer of each case is in a queue. It looks up each decision, and lays nothing anew.
func ProgressOf(queue []Ref, cases []overlay.Case) Progress {
	p := Progress{Of: len(queue)}
	for _, r := range queue {
		s := cases[r.Case].State
		if s == nil {
			continue
		}
		d, ok := s.On(r.Subject)
		if !ok {
			continue
		}
		if d.Decided() {
			p.Reviewed++
			p.Right.Count(d.Verdict() == review.Right)
		}
		if d.Skipped {
			p.Skipped++
		}
		if d.Flagged {
			p.Flagged++
		}
	}
	return p
}

// String says it in a line: "26 of 40 reviewed, right 0.81 (0.62–0.92)".
func (p Progress) String() string {
	s := fmt.Sprintf("%d of %d reviewed", p.Reviewed, p.Of)
	if p.Reviewed > 0 {
		s += ", right " + p.Right.String()
	}
	if p.Skipped > 0 {
		s += fmt.Sprintf(", %d skipped", p.Skipped)
	}
	if p.Flagged > 0 {
		s += fmt.Sprintf(", %d flagged", p.Flagged)
	}
	return s
}
