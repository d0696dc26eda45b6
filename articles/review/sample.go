package review

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"math"
	"slices"
)

// A sample is drawn without replacement by tickets: everything has a number that only the seed, its article and its words
// make, and the smallest numbers win. So the limit below which a number wins tells ever after what was in the sample.

// ticket is the number of something of an article.
func (s Sitting) ticket(article, key string) uint64 {
	b := binary.BigEndian.AppendUint64(nil, s.Seed)
	b = append(append(append(b, article...), 0), key...)
	sum := sha256.Sum256(b)
	return binary.BigEndian.Uint64(sum[:8])
}

// sample are the candidates with the smallest numbers, the smallest first: those below the limit of a sample that was drawn,
// or else as many as asked for.
func (s Sitting) sample(cases []Case, all []candidate, size int) []candidate {
	type numbered struct {
		candidate
		ticket uint64
	}
	list := make([]numbered, 0, len(all))
	for _, c := range all {
		if n := s.ticket(cases[c.Case].Article, c.key); s.Below == 0 || n < s.Below {
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

// Draw fixes a random sample of the cases, and gives the settings to begin the sitting with: from then on the sample can be
// told from everything else, also where articles are added. Other orders stay as they are.
func (s Sitting) Draw(cases []Case) Sitting {
	if s.Order != Random {
		return s
	}
	s.Below = 0
	all := s.sample(cases, s.candidates(cases), 0)
	s.Below = math.MaxUint64
	if s.Size > 0 && len(all) > s.Size {
		s.Below = s.ticket(cases[all[s.Size].Case].Article, all[s.Size].key)
	}
	return s
}

// Drew reports whether something of an article is in the random sample of the sitting, so that what was decided beside the
// sample does not count as drawn. In a sample that was not fixed by Draw everything is.
func (s Sitting) Drew(article string, of Subject) bool {
	return s.Order == Random && (s.Below == 0 || of.Added == "" && s.ticket(article, of.key()) < s.Below)
}
