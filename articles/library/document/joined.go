package document

import (
	"fmt"

	"hearsay/analysis"
)

// joined checks that every index of a document leads to a quote or a speaker in it.
func joined(d *analysis.Document) error {
	for i, q := range d.Quotes {
		who := append([]int{}, q.Speakers...)
		for _, l := range q.Why.Chain {
			who = append(who, l.Speaker)
		}
		for _, c := range q.Why.Candidates {
			if c.Speaker != analysis.None {
				who = append(who, c.Speaker)
			}
		}
		if err := leads("speaker", who, len(d.Speakers)); err != nil {
			return fmt.Errorf("quote %d: %w", i+1, err)
		}
	}
	for i, p := range d.Positions {
		err := leads("speaker", append([]int{p.Speaker}, p.Targets...), len(d.Speakers))
		if err == nil {
			err = leads("quote", p.Quotes, len(d.Quotes))
		}
		if err != nil {
			return fmt.Errorf("position %d: %w", i+1, err)
		}
	}
	return nil
}

// leads checks indexes into a list of so many.
func leads(what string, indexes []int, n int) error {
	for _, x := range indexes {
		if x < 0 || x >= n {
			return fmt.Errorf("there is no %s %d", what, x+1)
		}
	}
	return nil
}
