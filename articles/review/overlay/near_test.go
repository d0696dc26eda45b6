package overlay

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis"
)

func TestWhatOverlapsIsNear(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	span := func() analysis.Span {
		at := r.IntN(20 * nearBlock)
		return analysis.Span{Start: at, End: at + 1 + r.IntN(1+r.IntN(5*nearBlock))}
	}
	n, all := newNear(strings.Repeat("x", 30*nearBlock)), []analysis.Span{}
	for i := range 300 {
		all = append(all, span())
		n.add(all[i], i)
	}
	n.add(analysis.Span{Start: -1 << 60, End: 1 << 60}, 300) // and this takes no longer
	for range 300 {
		at := span()
		got := n.to(at)
		if !slices.IsSorted(got) || len(slices.Compact(slices.Clone(got))) != len(got) {
			t.Fatalf("%v", got)
		}
		for i, p := range all {
			if p.Overlaps(at) && !slices.Contains(got, i) {
				t.Fatalf("%v overlaps %v and is not near", p, at)
			}
		}
	}
}
