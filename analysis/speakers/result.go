package speakers

import (
	"slices"
	"sort"

	"hearsay/analysis/speakers/entities"
	"hearsay/analysis/text"
)

// resultOf keeps those behind the quotes, in the order of the words they were given.
func (r *reading) resultOf(quotes []Attribution) Result {
	words := make(map[int]int)
	for q, a := range quotes {
		n := text.Words(r.Text.String, r.quotes[q].Content)
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
		if x, y := r.All[a].Full.Start, r.All[b].Full.Start; x != y {
			return x < y
		}
		return a < b
	})
	res := Result{Speakers: make([]Speaker, len(order)), Quotes: quotes}
	index := make(map[int]int, len(order))
	mentions := r.mentionsOf()
	for i, e := range order {
		index[e] = i
		res.Speakers[i] = r.speaker(e, mentions[e])
	}
	for q := range res.Quotes {
		res.Quotes[q].renumber(index)
	}
	return res
}

// renumber puts speakers for entities, and leaves out links to those who are none.
func (a *Attribution) renumber(index map[int]int) {
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

// mentionsOf are the mentions of each entity, in reading order.
func (r *reading) mentionsOf() [][]text.Span {
	out := make([][]text.Span, len(r.All))
	for k := range r.talk.Len() {
		m := r.talk.At(k)
		for _, e := range m.Entities {
			out[e] = append(out[e], r.Text.Span(m.From, m.To))
		}
	}
	return out
}

func (r *reading) speaker(e int, mentions []text.Span) Speaker {
	x := &r.All[e]
	s := Speaker{Name: x.Shown(), Names: unique(x.Forms), Type: x.Type, Mentions: disjoint(mentions)}
	if x.Named {
		s.Description = r.About(x)
	}
	if x.Type == entities.Person {
		s.Gender = genders[x.Sex]
	}
	return s
}

func unique(list []string) (out []string) {
	for _, s := range list {
		if !slices.Contains(out, s) {
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
