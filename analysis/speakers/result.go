package speakers

import (
	"sort"

	"hearsay/analysis/text"
)

// result keeps those behind the quotes, in the order of the words they were given.
func (r *resolver) result() Result {
	words := make(map[int]int)
	for q, a := range r.out {
		n := text.Words(r.Text.String, r.Quotes[q].Content)
		for _, e := range a.Speakers {
			words[e] += n
		}
	}
	order := make([]int, 0, len(words))
	for e := range words {
		order = append(order, e)
	}
	sort.Slice(order, func(i, j int) bool {
		a, b := order[i], order[j]
		if words[a] != words[b] {
			return words[a] > words[b]
		}
		return r.entities[a].full.Start < r.entities[b].full.Start || r.entities[a].full.Start == r.entities[b].full.Start && a < b
	})
	index := make(map[int]int, len(order))
	for i, e := range order {
		index[e] = i
	}
	r.gatherMentions(index)
	res := Result{Speakers: make([]Speaker, len(order)), Quotes: r.out}
	for i, e := range order {
		res.Speakers[i] = r.speaker(e)
	}
	for q := range res.Quotes {
		renumber(&res.Quotes[q], index)
	}
	return res
}

func renumber(a *Attribution, index map[int]int) {
	speakers := make([]int, len(a.Speakers))
	for i, e := range a.Speakers {
		speakers[i] = index[e]
	}
	a.Speakers = speakers
	for i := range a.Candidates {
		c := &a.Candidates[i]
		if of, ok := index[c.Speaker]; ok {
			c.Speaker = of
		} else {
			c.Speaker = -1
		}
	}
	chain := make([]Link, 0, len(a.Chain))
	for _, l := range a.Chain {
		if i, ok := index[l.Speaker]; ok {
			l.Speaker = i
			chain = append(chain, l)
		}
	}
	a.Chain = chain
}

// gatherMentions collects the mentions of those behind quotes.
func (r *resolver) gatherMentions(index map[int]int) {
	for k := range r.recent {
		m := &r.recent[k]
		for _, e := range m.entities {
			if _, ok := index[e]; ok {
				r.entities[e].refs = append(r.entities[e].refs, r.Text.Span(m.from, m.to))
			}
		}
	}
}

func (r *resolver) speaker(e int) Speaker {
	x := &r.entities[e]
	s := Speaker{Name: x.name, Names: unique(x.forms), Type: x.kind, Mentions: disjoint(x.refs)}
	if x.named {
		s.Description = r.about(x)
	}
	switch {
	case x.kind != Person:
	case x.sex == sexFemale:
		s.Gender = Female
	case x.sex == sexMale:
		s.Gender = Male
	}
	return s
}

func unique(list []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// disjoint keeps the first of overlapping spans, in reading order.
func disjoint(spans []text.Span) []text.Span {
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	out := spans[:0]
	for _, p := range spans {
		if len(out) == 0 || p.Start >= out[len(out)-1].End {
			out = append(out, p)
		}
	}
	return out
}
