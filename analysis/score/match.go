package score

import (
	"cmp"
	"slices"
)

// leastOverlap is the share of the words of their union that two contents must have in common to match.
const leastOverlap = 0.5

// overlap is how much a gold content and a found one have in common.
type overlap struct {
	gold, found int
	share       float64
}

// match pairs contents one to one, those that overlap most first; of equal ones the earlier. The texts have so many
// words.
func match(gold, found []worded, size int) []overlap {
	all := overlaps(gold, found, size)
	slices.SortFunc(all, func(a, b overlap) int {
		return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.gold, b.gold), cmp.Compare(a.found, b.found))
	})
	goldTaken, foundTaken := make([]bool, len(gold)), make([]bool, len(found))
	var out []overlap
	for _, o := range all {
		if !goldTaken[o.gold] && !foundTaken[o.found] {
			goldTaken[o.gold], foundTaken[o.found] = true, true
			out = append(out, o)
		}
	}
	return out
}

// overlaps are the pairs of contents that may match. They are looked up word by word, since most contents of an article
// are far from each other.
func overlaps(gold, found []worded, size int) []overlap {
	holders := make([][]int, size) // for each word the found contents that hold it
	for i, f := range found {
		for _, w := range f.content {
			holders[w] = append(holders[w], i)
		}
	}
	var out []overlap
	for i, g := range gold {
		shared := map[int]int{}
		for _, w := range g.content {
			for _, f := range holders[w] {
				shared[f]++
			}
		}
		for f, n := range shared {
			share := float64(n) / float64(len(g.content)+len(found[f].content)-n)
			if share >= leastOverlap {
				out = append(out, overlap{i, f, share})
			}
		}
	}
	return out
}
