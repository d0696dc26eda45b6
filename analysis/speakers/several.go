package speakers

import (
	"sort"

	"hearsay/analysis/nouns"
)

// resolveSeveral looks for those whom "both leaders" or "the senators" mean.
func (r *resolver) resolveSeveral(m *mention, n noun, head int) bool {
	if before, ok := r.several[n.head]; ok && n.known && len(n.words) == 0 && n.owner == "" && (n.count == 0 || n.count == len(before)) {
		m.entities, m.confidence = before, 0.75
		return true
	}
	generic := !n.known || n.head == "both" || n.head == "two" || n.head == "pair"
	fit := r.thoseWhoFit(n, head, generic)
	switch {
	case n.count > 1 && len(fit) >= n.count:
		fit = r.together(fit, n.count)
	case n.count > 1 || len(fit) < 2 || len(fit) > 3 || generic:
		return false
	}
	r.inOrder(fit)
	m.entities, m.confidence = fit, 0.7
	if n.known {
		r.several[n.head] = fit
	}
	return true
}

// thoseWhoFit are the candidates each of whom a plural may mean. Those who were called just so leave out those who only
// may be.
func (r *resolver) thoseWhoFit(n noun, head int, generic bool) []int {
	single := n
	single.plural = false
	single.role.Plural = false
	var fit, called []int
	for _, e := range r.candidatesAt(head) {
		x := &r.entities[e]
		if !x.named || x.plural || x.last < 0 || r.Text.Tokens[head].Sentence-r.Text.Tokens[x.last].Sentence > 8 {
			continue
		}
		if r.ofOtherSide(x, n) {
			continue
		}
		j := judged{score: never}
		switch {
		case generic && x.kind == Person, n.count > 1 && nouns.IsCountry(n.head) && r.isCountry(x):
			j.score = 1
		case !generic:
			j = r.judge(e, single, head)
		}
		if j.score >= 1 {
			fit = append(fit, e)
			if j.fits.head == n.head {
				called = append(called, e)
			}
		}
	}
	if len(called) > 1 && len(called) >= n.count {
		return called
	}
	return fit
}

// ofOtherSide reports whether a plural gives a country or party that the article does not give the entity.
func (r *resolver) ofOtherSide(x *entity, n noun) bool {
	for _, w := range n.words {
		if a := r.allegiance(w); a != "" && !x.says(a) && !x.says(w) {
			return true
		}
	}
	return false
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
	return out[:count]
}

// inOrder puts entities in the order in which the article names them.
func (r *resolver) inOrder(list []int) {
	sort.Slice(list, func(i, j int) bool { return r.entities[list[i]].full.Start < r.entities[list[j]].full.Start })
}
