package page

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"sort"

	"hearsay/analysis/text"
)

// Mark is a stretch of an article's text with the ink it is drawn in.
type Mark struct {
	text.Span
	Ink Ink
}

// Marks is an index over marks, which may nest and overlap. It never changes.
type Marks struct {
	marks  []Mark  // as given
	order  []int32 // indexes into marks, by start
	latest []int32 // a heap of ranges of order: the mark of each that ends last, by its end
	leaves int
}

// NewMarks indexes marks. Empty ones touch nothing.
func NewMarks(ms []Mark) *Marks {
	m := &Marks{marks: slices.Clone(ms), leaves: 1}
	for i := range m.marks {
		if !m.marks[i].Empty() {
			m.order = append(m.order, int32(i))
		}
	}
	slices.SortStableFunc(m.order, func(a, b int32) int { return cmp.Compare(m.marks[a].Start, m.marks[b].Start) })
	for m.leaves < len(m.order) {
		m.leaves *= 2
	}
	m.latest = make([]int32, 2*m.leaves)
	for i, mark := range m.order {
		m.latest[m.leaves+i] = int32(min(m.marks[mark].End, math.MaxInt32))
	}
	for i := m.leaves - 1; i > 0; i-- {
		m.latest[i] = max(m.latest[2*i], m.latest[2*i+1])
	}
	return m
}

// Touching yields the marks that share a byte with the span, in the order they were given. A nil index has none.
func (m *Marks) Touching(sp text.Span) iter.Seq[Mark] {
	return func(yield func(Mark) bool) {
		if m == nil || sp.Empty() {
			return
		}
		starts := sort.Search(len(m.order), func(i int) bool { return m.marks[m.order[i]].Start >= sp.End })
		var hits []int32
		m.collect(1, 0, m.leaves, starts, sp.Start, &hits)
		slices.Sort(hits)
		for _, i := range hits {
			if !yield(m.marks[i]) {
				return
			}
		}
	}
}

// collect gathers, from the range [from, to) of order that node stands for, the marks before limit that end after
// start.
func (m *Marks) collect(node, from, to, limit, start int, hits *[]int32) {
	if from >= limit || int(m.latest[node]) <= start {
		return
	}
	if to-from == 1 {
		*hits = append(*hits, m.order[from])
		return
	}
	mid := (from + to) / 2
	m.collect(2*node, from, mid, limit, start, hits)
	m.collect(2*node+1, mid, to, limit, start, hits)
}
