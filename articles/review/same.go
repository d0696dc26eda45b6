package review

import (
	"cmp"
	"slices"
	"strings"
)

// Roots are a union-find: they tell of numbers which of them stand for another. Each is its own root, or leads to one.
type Roots []int

// Of is the root of a number; a number that is not among them is its own.
func (r Roots) Of(i int) int {
	for i >= 0 && i < len(r) && r[i] != i {
		i = r[i]
	}
	return i
}

// Sameness is whom a reviewer says to be one: speakers by name and mentions, and who each of them is.
type Sameness struct {
	all    []Who
	is     Roots
	byName map[string][]int
}

// at is the number of a speaker, -1 where nothing is said of them: of those of the name the one who is mentioned where
// they are, or else the first.
func (o *Sameness) at(w Who) int {
	named := o.byName[w.Name]
	for _, i := range named {
		if w.meets(o.all[i]) {
			return i
		}
	}
	if len(named) > 0 {
		return named[0]
	}
	return -1
}

// meets reports whether two are mentioned at the same place.
func (w Who) meets(v Who) bool {
	return slices.ContainsFunc(w.Mentions, func(m Words) bool { return slices.Contains(v.Mentions, m) })
}

// join makes a speaker another, who gives the name.
func (o *Sameness) join(w, other Who) {
	number := func(w Who) int {
		i := o.at(w)
		if i < 0 {
			i = len(o.all)
			o.all, o.is = append(o.all, w), append(o.is, i)
			o.byName[w.Name] = append(o.byName[w.Name], i)
		}
		return o.is.Of(i)
	}
	from, to := number(w), number(other)
	o.is[from] = to
}

// Who is who a speaker is.
func (o *Sameness) Who(w Who) Who {
	if i := o.at(w); i >= 0 {
		if to := o.is.Of(i); to != i {
			return o.all[to]
		}
	}
	return w
}

// whoAll are who speakers are, each once, and whether any is another.
func (o *Sameness) whoAll(all []Who) (out []Who, any bool) {
	for _, w := range all {
		is := o.Who(w)
		any = any || is.Name != w.Name
		if !slices.ContainsFunc(out, func(v Who) bool { return v.Name == is.Name }) {
			out = append(out, is)
		}
	}
	return out, any
}

// Sameness is whom the reviewer says to be one. It is worked out anew where a decision on speakers was made or taken
// back.
func (s *State) Sameness() *Sameness {
	if s.one == nil {
		one := &Sameness{byName: map[string][]int{}}
		var all []Decision
		for _, key := range s.order {
			if strings.HasPrefix(key, speakerKey) {
				if d, ok := s.decision(key); ok && d.Keeps() {
					all = append(all, d)
				}
			}
		}
		slices.SortFunc(all, func(a, b Decision) int { return cmp.Compare(a.Last, b.Last) })
		for _, d := range all {
			one.join(*d.Of.Speaker, *d.Speaker)
		}
		s.one = one
	}
	return s.one
}

// resolve gives a decision the speakers as they are one. What nobody judged stays the machine's.
func (s *State) resolve(d *Decision) {
	one := s.Sameness()
	if len(one.all) == 0 || d.silent {
		return
	}
	if d.Quote != nil {
		if who, other := one.whoAll(d.Quote.Speakers); other {
			q := *d.Quote // what was returned before must not change
			q.Speakers, d.Quote = who, &q
			was, _ := one.whoAll(d.Of.Quote.Speakers)
			d.Apart = SameNames(was, who)
		}
	}
	if d.Position != nil {
		if who := one.Who(d.Position.Speaker); who.Name != d.Position.Speaker.Name {
			p := *d.Position
			p.Speaker, d.Position = who, &p
		}
	}
}

// Introduces reports whether a decision that stands says that a speaker says something, or takes a position.
func (s *State) Introduces(w Who) bool {
	return slices.ContainsFunc(s.entries, func(e Entry) bool {
		var who []Who
		if e.Act != Same && e.To != nil {
			who = e.To.Speakers
		}
		switch {
		case e.Of == nil:
		case e.Act == AddQuote && e.Of.Quote != nil:
			who = e.Of.Quote.Speakers
		case e.Act == AddPosition && e.Of.Position != nil:
			who = []Who{e.Of.Position.Speaker}
		}
		return !s.taken[e.ID] && slices.ContainsFunc(who, func(v Who) bool { return v.Name == w.Name })
	})
}
