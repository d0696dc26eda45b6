package parse

import "hearsay/analysis/tags"

// word is what the parser sees of a token.
type word struct {
	form uint64 // hash of the lower-cased form, digits made alike
	tag  tags.Tag
}

// children are what a word has for dependents so far; 0 stands for none, other numbers for the token before.
type children struct {
	left, left2, right, right2 int32
	lefts, rights              uint8
	childRelations             uint64 // the set of their relations
}

// state is a configuration of the parser: a sentence half parsed. The stack holds words whose head is not known yet,
// the buffer those not yet read, words[next:]. Behind the last word stands an artificial one, on which the head of the
// sentence hangs.
type state struct {
	words    []word
	head     []int32
	relation []Relation
	children []children
	stack    []int32
	next     int32
}

// begin makes the state ready for the sentence whose words are set.
func (s *state) begin() {
	n := len(s.words)
	if cap(s.head) < n {
		s.head, s.relation, s.children, s.stack = make([]int32, n, 2*n), make([]Relation, n, 2*n),
			make([]children, n+1, 2*n+1), make([]int32, 0, 2*n)
	}
	s.head, s.relation, s.children, s.stack, s.next = s.head[:n], s.relation[:n], s.children[:n+1], s.stack[:0], 0
	clear(s.children)
	clear(s.relation)
	for i := range s.head {
		s.head[i] = -1
	}
}

// terminal reports whether every word has its head.
func (s *state) terminal() bool { return int(s.next) == len(s.words) && len(s.stack) == 0 }

// moves are the sorts of transition that can be taken, as bits.
type moves uint8

const (
	mayShift moves = 1 << iota
	mayLeft
	mayRoot
	mayRight
)

// legal returns what can be done next.
func (s *state) legal() moves {
	var m moves
	switch {
	case int(s.next) < len(s.words):
		m = mayShift
		if len(s.stack) > 0 {
			m |= mayLeft
		}
	case len(s.stack) == 1:
		return mayRoot
	}
	if len(s.stack) > 1 {
		m |= mayRight
	}
	return m
}

// sort tells what sort of transition it is.
func (a transition) sort() moves {
	switch {
	case a == shift:
		return mayShift
	case a == toLeft[Root]:
		return mayRoot
	case a < firstRight:
		return mayLeft
	}
	return mayRight
}

// apply takes a transition.
func (s *state) apply(a transition) {
	if a == shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	n := len(s.stack)
	child := s.stack[n-1]
	s.stack = s.stack[:n-1]
	r := a.relation()
	s.relation[child] = r
	if a < firstRight {
		if r != Root {
			s.head[child] = s.next
		}
		c := &s.children[s.next]
		c.left, c.left2 = child+1, c.left
		c.lefts = min(c.lefts+1, 4)
		c.childRelations |= 1 << r
		return
	}
	s.head[child] = s.stack[n-2]
	c := &s.children[s.stack[n-2]]
	c.right, c.right2 = child+1, c.right
	c.rights = min(c.rights+1, 4)
	c.childRelations |= 1 << r
}
