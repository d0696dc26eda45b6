package overlay

import (
	"slices"

	"hearsay/analysis"
)

// nearBlock is how many bytes of the article are looked up together.
const nearBlock = 1024

// near finds what stands near a stretch of an article without looking at everything there is.
type near struct {
	blocks map[int][]int
	length int // of the article: a stretch that reaches beyond it must not cost more for that
}

func newNear(text string) near { return near{map[int][]int{}, len(text)} }

// within is the part of a stretch that lies in the article.
func (n near) within(at analysis.Span) analysis.Span {
	return analysis.Span{Start: max(0, at.Start), End: min(n.length, at.End)}
}

// add enters a thing that stands at a stretch.
func (n near) add(at analysis.Span, thing int) {
	at = n.within(at)
	for b := at.Start / nearBlock; b*nearBlock < at.End; b++ {
		n.blocks[b] = append(n.blocks[b], thing)
	}
}

// to gives the things near a stretch, each once, in the order in which they were entered.
func (n near) to(at analysis.Span) []int {
	at = n.within(at)
	if at.Empty() {
		return nil
	}
	first, last := at.Start/nearBlock, (at.End-1)/nearBlock
	if first == last {
		return n.blocks[first]
	}
	seen := map[int]bool{}
	var out []int
	for b := first; b <= last; b++ {
		for _, thing := range n.blocks[b] {
			if !seen[thing] {
				seen[thing] = true
				out = append(out, thing)
			}
		}
	}
	slices.Sort(out)
	return out
}
