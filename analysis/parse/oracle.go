package parse

// oracle is a dynamic oracle: it knows the tree a sentence should have, and for any state, right or wrong, the cost of
// a transition, the number of words whose heads it puts out of reach.
type oracle struct {
	head     []int32
	relation []Relation
	children [][]int32
}

func newOracle(e *Example) *oracle {
	g := &oracle{head: e.Head, relation: e.Relation, children: make([][]int32, len(e.Head))}
	for i, h := range e.Head {
		if h >= 0 {
			g.children[h] = append(g.children[h], int32(i))
		}
	}
	return g
}

// zeroCost marks the transitions that cost no more than any other that is allowed: of the reachable trees, they lead to
// the best.
func (g *oracle) zeroCost(s *state, m moves) (out [transitions]bool) {
	const much = 1 << 30
	shifts, lefts, rights := much, much, much
	if m&mayShift != 0 {
		shifts = g.costOfShift(s)
	}
	if m&mayLeft != 0 {
		lefts = g.costOfLeft(s)
	}
	if m&mayRight != 0 {
		rights = g.costOfRight(s)
	}
	least := min(shifts, lefts, rights)
	out[shift] = shifts == least
	if lefts == least {
		g.allow(&out, s.top(0), s.next, firstLeft, firstRight, &toLeft)
	}
	if rights == least {
		g.allow(&out, s.top(0), s.top(1), firstRight, transitions, &toRight)
	}
	return out
}

// allow marks the transition that hangs a word on its head by its relation, or any where the head is wrong anyhow.
func (g *oracle) allow(out *[transitions]bool, child, head int32, from, to transition, by *[relations]transition) {
	if g.head[child] == head {
		out[by[g.relation[child]]] = true
		return
	}
	for a := from; a < to; a++ {
		out[a] = true
	}
}

// costOfShift counts the heads that can no longer be found once the next word is on the stack: its own, if that stands
// there beneath the topmost, and those of words on the stack that hang on it.
func (g *oracle) costOfShift(s *state) (n int) {
	for k, w := range s.stack {
		if g.head[w] == s.next {
			n++
		}
		if k < len(s.stack)-1 && g.head[s.next] == w {
			n++
		}
	}
	return n
}

// costOfLeft counts those lost once the topmost word hangs on the next: its own, if that is another one, and those of
// words to come that hang on it.
func (g *oracle) costOfLeft(s *state) (n int) {
	top := s.top(0)
	if h := g.head[top]; h > s.next || h >= 0 && h == s.top(1) || h < 0 {
		n++
	}
	return n + g.toCome(s, top)
}

// costOfRight counts those lost once the topmost word hangs on the one beneath it.
func (g *oracle) costOfRight(s *state) (n int) {
	top := s.top(0)
	if h := g.head[top]; h >= s.next || h < 0 {
		n++
	}
	return n + g.toCome(s, top)
}

// toCome counts the words not yet read that hang on a word.
func (g *oracle) toCome(s *state, w int32) (n int) {
	for _, c := range g.children[w] {
		if c >= s.next {
			n++
		}
	}
	return n
}
