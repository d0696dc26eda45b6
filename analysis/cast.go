package analysis

import "slices"

// WithCast is the document with its speakers in the places that they had by name at another time, so that each has the
// letter, the digit and the colour again by which a reader knows them. In the places of those who are no more stand
// those who are new, then the last. The document itself is never changed.
func (d *Document) WithCast(names []string) *Document {
	n := len(d.Speakers)
	order := make([]int, 0, n)
	taken := make([]bool, n)
	for _, name := range names[:min(len(names), n)] {
		order = append(order, slices.IndexFunc(d.Speakers, func(s Speaker) bool { return s.Name == name }))
		if at := order[len(order)-1]; at >= 0 && taken[at] {
			order[len(order)-1] = None
		} else if at >= 0 {
			taken[at] = true
		}
	}
	var others []int
	for i := range n {
		if !taken[i] {
			others = append(others, i)
		}
	}
	for i, at := range order {
		if at == None && len(others) > 0 {
			order[i], others = others[0], others[1:]
		}
	}
	order = append(order, others...)
	for i := 0; i < len(order); i++ { // where nobody is left for a place, the last takes it
		for order[i] == None {
			last := order[len(order)-1]
			if order = order[:len(order)-1]; i == len(order) {
				break
			}
			order[i] = last
		}
	}
	if slices.IsSorted(order) {
		return d
	}
	return d.Reordered(order)
}

// Reordered is the document with its speakers in another order: the indexes of all of them, each once.
func (d *Document) Reordered(order []int) *Document {
	to := make([]int, len(order))
	out := *d
	out.Speakers = make([]Speaker, len(order))
	for now, was := range order {
		to[was], out.Speakers[now] = now, d.Speakers[was]
	}
	all := func(list []int) []int {
		list = slices.Clone(list)
		for i, s := range list {
			list[i] = to[s]
		}
		return list
	}
	out.Quotes = slices.Clone(d.Quotes)
	for i := range out.Quotes {
		q := &out.Quotes[i]
		q.Speakers, q.Why.Chain, q.Why.Candidates = all(q.Speakers), slices.Clone(q.Why.Chain), slices.Clone(q.Why.Candidates)
		for k := range q.Why.Chain {
			q.Why.Chain[k].Speaker = to[q.Why.Chain[k].Speaker]
		}
		for k, c := range q.Why.Candidates {
			if c.Speaker != None {
				q.Why.Candidates[k].Speaker = to[c.Speaker]
			}
		}
	}
	out.Positions = slices.Clone(d.Positions)
	for i := range out.Positions {
		p := &out.Positions[i]
		p.Speaker, p.Targets = to[p.Speaker], all(p.Targets)
	}
	return &out
}
