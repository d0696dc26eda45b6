package view

import (
	"slices"

	"hearsay/ui/reader/layout"
)

// picked are the rows of the lists that are marked to be taken away together: quotes, speakers, positions by their
// indexes. They are forgotten when others are shown.
type picked [layout.Panes]map[int]bool

// Pick marks a row of a pane, or takes its mark away. It tells how many are marked then.
func (p *picked) Pick(of layout.Pane, index int) int {
	switch {
	case p[of] == nil:
		p[of] = map[int]bool{index: true}
	case p[of][index]:
		delete(p[of], index)
	default:
		p[of][index] = true
	}
	return len(p[of])
}

// IsPicked reports whether a row of a pane is marked.
func (p *picked) IsPicked(of layout.Pane, index int) bool { return p[of][index] }

// Picked are the marked rows of a pane, in order.
func (p *picked) Picked(of layout.Pane) []int {
	var all []int
	for i := range p[of] {
		all = append(all, i)
	}
	slices.Sort(all)
	return all
}

// AnyPicked reports whether any row is marked, and Unpick takes all marks away.
func (p *picked) AnyPicked() bool {
	return slices.ContainsFunc(p[:], func(rows map[int]bool) bool { return len(rows) > 0 })
}

// Unpick is the end of [picked.AnyPicked].
func (p *picked) Unpick() { *p = picked{} }
