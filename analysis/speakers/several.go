package speakers

import "sort"

// resolveSeveral looks for those whom "both leaders" or "the senators" mean.
func (r *resolver) resolveSeveral(m *mention, n noun, head int) bool {
	single := n
	single.plural = false
	single.role.plural = false
	var fit []int
	generic := !n.known || n.head == "both" || n.head == "two" || n.head == "pair"
	for _, e := range r.candidatesAt(head) {
		x := &r.entities[e]
		if !x.named || x.plural || x.last < 0 || r.Text.Tokens[head].Sentence-r.Text.Tokens[x.last].Sentence > 8 {
			continue
		}
		if generic && x.kind == Person || !generic && r.judge(e, single, head).score >= 1 {
			fit = append(fit, e)
		}
	}
	switch {
	case n.count > 1 && len(fit) >= n.count:
		fit = r.together(fit, n.count)
	case n.count > 1 || len(fit) < 2 || len(fit) > 3 || generic:
		return false
	}
	m.entities, m.confidence = fit, 0.7
	return true
}

// together are count of the entities: those that were last named together, else those the article has spoken of most.
func (r *resolver) together(fit []int, count int) []int {
	for k, looked := len(r.recent)-1, 0; k >= 0 && looked < 150; k, looked = k-1, looked+1 {
		m := &r.recent[k]
		if len(m.entities) != count || count < 2 {
			continue
		}
		all := true
		for _, e := range m.entities {
			all = all && sharesAny([]int{e}, fit)
		}
		if all {
			return m.entities
		}
	}
	return r.foremost(fit, count)
}

// foremost are the count entities that the article has spoken of most so far.
func (r *resolver) foremost(fit []int, count int) []int {
	out := append([]int(nil), fit...)
	for i := 1; i < len(out); i++ {
		for j := i; j > 0 && r.entities[out[j]].count > r.entities[out[j-1]].count; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	out = out[:count]
	sort.Slice(out, func(i, j int) bool { return r.entities[out[i]].full.Start < r.entities[out[j]].full.Start })
	return out
}
