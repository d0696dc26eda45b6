package reviewing

import (
	"slices"

	"hearsay/analysis"
)

// steady is a document whose speakers keep the order they had before, new ones behind them, so that no letter, digit or
// colour changes hands while its reader decides: whoever says nothing any more keeps their place among those who do.
func steady(d *analysis.Document, before []analysis.Speaker) *analysis.Document {
	out := *d
	out.Speakers = slices.Clone(d.Speakers)
	order := make([]int, 0, len(d.Speakers))
	taken := make([]bool, len(d.Speakers))
	for _, b := range before {
		at := slices.IndexFunc(d.Speakers, func(s analysis.Speaker) bool { return s.Name == b.Name })
		switch {
		case at < 0:
			at = len(out.Speakers)
			out.Speakers, taken = append(out.Speakers, b), append(taken, false)
		case taken[at]:
			continue
		}
		order, taken[at] = append(order, at), true
	}
	for i := range out.Speakers {
		if !taken[i] {
			order = append(order, i)
		}
	}
	if slices.IsSorted(order) {
		return &out
	}
	return reordered(&out, order)
}

// reordered is a document with its speakers in another order.
func reordered(d *analysis.Document, order []int) *analysis.Document {
	to := make([]int, len(order))
	out := *d
	out.Speakers = make([]analysis.Speaker, len(order))
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
			if c.Speaker != analysis.None {
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
