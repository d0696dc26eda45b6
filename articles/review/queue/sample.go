package queue

import (
	"cmp"
	"math"
	"slices"

	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
)

// A sample is drawn without replacement by tickets: everything has a number that only the seed, its article and its
// words make, and the smallest numbers win. So the limit below which a number wins tells ever after what was in the
// sample.

// sample are the candidates with the smallest numbers, the smallest first: those below the limit of a sample that was
// drawn, or else as many as asked for.
func sample(s review.Sitting, cases []overlay.Case, all []candidate, size int) []candidate {
	type numbered struct {
		candidate
		ticket uint64
	}
	list := make([]numbered, 0, len(all))
	for _, c := range all {
		if n := s.Ticket(cases[c.Case].Article, c.key); s.Below == 0 || n < s.Below {
			list = append(list, numbered{c, n})
		}
	}
	slices.SortStableFunc(list, func(a, b numbered) int { return cmp.Compare(a.ticket, b.ticket) })
	if s.Below == 0 && size > 0 && len(list) > size {
		list = list[:size]
	}
	out := make([]candidate, len(list))
	for i, n := range list {
		out[i] = n.candidate
	}
	return out
}

// Draw fixes a random sample of the cases, and gives the settings to begin the sitting with: from then on the sample
// can be told from everything else, also where articles are added. Other orders stay as they are.
func Draw(s review.Sitting, cases []overlay.Case) review.Sitting {
	if s.Order != review.Random {
		return s
	}
	s.Below = 0
	all := sample(s, cases, candidates(s, cases), 0)
	s.Below = math.MaxUint64
	if s.Size > 0 && len(all) > s.Size {
		s.Below = s.Ticket(cases[all[s.Size].Case].Article, all[s.Size].key)
	}
	return s
}
