// Package union keeps disjoint sets of numbers (union-find, with path halving and union by size).
package union

// Sets are disjoint sets of 0 to n-1.
type Sets struct {
	parent []int
	size   []int
}

// New is n sets of one number each.
func New(n int) *Sets {
	s := &Sets{make([]int, n), make([]int, n)}
	for i := range n {
		s.parent[i], s.size[i] = i, 1
	}
	return s
}

// Find is the number that stands for the set of another.
func (s *Sets) Find(i int) int {
	for s.parent[i] != i {
		s.parent[i] = s.parent[s.parent[i]]
		i = s.parent[i]
	}
	return i
}

// Union makes two sets one, and returns the number that stands for it.
func (s *Sets) Union(a, b int) int {
	a, b = s.Find(a), s.Find(b)
	if a == b {
		return a
	}
	if s.size[a] < s.size[b] {
		a, b = b, a
	}
	s.parent[b] = a
	s.size[a] += s.size[b]
	return a
}

// Size is how many numbers are in the set of one.
func (s *Sets) Size(i int) int { return s.size[s.Find(i)] }
