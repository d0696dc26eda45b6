package reviewing

import (
	"slices"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
)

// cast are the speakers in the order of their letters, which each keeps as long as the article is open: the machine's
// in its order, also those who say nothing any more, then those whom the reviewer has named. One of these of whom
// nothing is left goes, unless others stand behind them, whose letters would change. Whoever is another by the
// reviewer's word is not among them.
func (r *Review) cast(now []analysis.Speaker) []analysis.Speaker {
	all := r.apart()
	for _, s := range inOrderOf(now, r.log.State().Entries()) {
		if !has(all, s.Name) && !has(r.newcomers, s.Name) {
			r.newcomers = append(r.newcomers, s)
		}
	}
	for n := len(r.newcomers); n > 0 && !has(now, r.newcomers[n-1].Name); n = len(r.newcomers) {
		r.newcomers = r.newcomers[:n-1]
	}
	for _, s := range r.newcomers {
		if !has(all, s.Name) && !slices.ContainsFunc(r.sheet.Aliases, func(a overlay.Alias) bool {
			return a.Who.Name == s.Name && a.Is != s.Name
		}) {
			all = append(all, s)
		}
	}
	return all
}

// apart are the machine's speakers without those who are another by the reviewer's word. Whoever only has a new name
// by it keeps their place.
func (r *Review) apart() (all []analysis.Speaker) {
	for _, s := range r.machine.Speakers {
		i := slices.IndexFunc(r.sheet.Aliases, func(a overlay.Alias) bool { return a.Who.Name == s.Name && a.Is != s.Name })
		switch {
		case i < 0:
		case has(r.machine.Speakers, r.sheet.Aliases[i].Is), has(all, r.sheet.Aliases[i].Is):
			continue
		default:
			s.Name = r.sheet.Aliases[i].Is
		}
		all = append(all, s)
	}
	return all
}

// inOrderOf are speakers in the order in which entries name them first; whom none names come before them.
func inOrderOf(all []analysis.Speaker, entries []review.Entry) []analysis.Speaker {
	at := map[string]int{}
	name := func(i int, who ...review.Who) {
		for _, w := range who {
			if at[w.Name] == 0 {
				at[w.Name] = i + 1
			}
		}
	}
	for i, e := range entries {
		if e.To != nil {
			name(i, e.To.Speakers...)
		}
		if e.Of != nil && e.Act == review.AddQuote && e.Of.Quote != nil {
			name(i, e.Of.Quote.Speakers...)
		}
		if e.Of != nil && e.Act == review.AddPosition && e.Of.Position != nil {
			name(i, e.Of.Position.Speaker)
		}
	}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b analysis.Speaker) int { return at[a.Name] - at[b.Name] })
	return all
}

func has(all []analysis.Speaker, name string) bool {
	return slices.ContainsFunc(all, func(s analysis.Speaker) bool { return s.Name == name })
}

// steady is a document whose speakers keep the order they had before, new ones behind them, so that no letter, digit or
// colour changes hands while its reader decides: whoever says nothing any more keeps their place among those who do.
func steady(d *analysis.Document, before []analysis.Speaker) *analysis.Document {
	out := *d
	out.Speakers = slices.Clone(d.Speakers)
	order := make([]int, 0, len(d.Speakers))
	taken := make([]bool, len(d.Speakers))
	for _, b := range before {
		at := placeOf(d.Speakers, b.Name, taken)
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
	return out.Reordered(order)
}

// placeOf is where a speaker of a name stands who has no place yet, else any of that name; below zero where none is.
func placeOf(all []analysis.Speaker, name string, taken []bool) int {
	found := -1
	for i, s := range all {
		switch {
		case s.Name != name:
		case !taken[i]:
			return i
		default:
			found = i
		}
	}
	return found
}
