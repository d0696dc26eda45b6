package speakers

import (
	"slices"
	"sort"

	"hearsay/analysis/nouns"
	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/speakers/entities"
)

// resolveSeveral looks for those whom "both leaders" or "the senators" mean.
func (d *descriptions) resolveSeveral(m *mention, n description, head int) bool {
	if before, ok := d.several[n.head]; ok && n.repeats(before) {
		m.Entities, m.Confidence = before, sureAgain
		return true
	}
	anyone := !n.known || n.head == "both" || n.head == "two" || n.head == "pair"
	fits := d.thoseWhoFit(n, head, anyone)
	switch {
	case n.count > 1 && len(fits) >= n.count:
		fits = d.together(fits, n.count)
	case n.count > 1:
		if fits = d.lastTogether(n, head); fits == nil {
			return false
		}
	case len(fits) < fewestSeveral || len(fits) > mostSeveral || anyone:
		return false
	}
	d.inOrder(fits)
	m.Entities, m.Confidence = fits, sureSeveral
	if n.known {
		d.several[n.head] = fits
	}
	return true
}

// lastTogether are those who were last mentioned together, where a plural that counts them may be of them: persons, or,
// for "the two sides", others.
func (d *descriptions) lastTogether(n description, head int) []int {
	for _, m := range d.talk.Back(farDescribed) {
		if d.Tokens[head].Sentence-m.Sentence > farSeveral {
			break
		}
		if !m.Joint || len(m.Entities) != n.count {
			continue
		}
		person := d.All[m.Entities[0]].Type == entities.Person
		if !n.known || person == (n.noun.Nature == nouns.Person) {
			return m.Entities
		}
	}
	return nil
}

// repeats reports whether a plural tells no more than one that meant these before, and counts as many.
func (n *description) repeats(before []int) bool {
	if !n.known || len(n.words) > 0 || n.owner != "" {
		return false
	}
	return n.count == 0 || n.count == len(before)
}

// thoseWhoFit are the candidates each of whom a plural may mean, which may mean anyone where its head says nothing.
// Those who were called just so leave out those who only may be.
func (d *descriptions) thoseWhoFit(n description, head int, anyone bool) []int {
	one := n
	one.plural, one.noun.Plural = false, false
	var fits, called []int
	for _, e := range d.candidatesAt(head) {
		x := &d.All[e]
		if !x.Named || x.Plural || !d.isNear(e, head) || d.ofOtherSide(x, n) {
			continue
		}
		f := unfit(e)
		switch {
		case anyone && x.Type == entities.Person, n.count > 1 && nouns.IsCountry(n.head) && d.IsCountry(x):
			f.score = severalFrom
		case !anyone:
			f = d.fitOf(e, one, head)
		}
		if f.score < severalFrom {
			continue
		}
		fits = append(fits, e)
		if f.by.Head == n.head {
			called = append(called, e)
		}
	}
	if len(called) > 1 && len(called) >= n.count {
		return called
	}
	return fits
}

// isNear reports whether an entity was mentioned not too far before token i for a plural to mean it.
func (d *descriptions) isNear(e, i int) bool {
	last := d.talk.Last(e)
	return last >= 0 && d.Tokens[i].Sentence-d.Tokens[last].Sentence <= farSeveral
}

// ofOtherSide reports whether a plural gives a country or party that the article does not give the entity.
func (d *descriptions) ofOtherSide(x *entities.Entity, n description) bool {
	for _, w := range n.words {
		if a := d.Allegiance(w); a != "" && !x.Says(a) && !x.Says(w) {
			return true
		}
	}
	return false
}

// together are so many of the entities: those that were last mentioned together, else those the article has spoken of
// most.
func (d *descriptions) together(among []int, count int) []int {
	for _, m := range d.talk.Back(farDescribed) {
		if len(m.Entities) == count && count > 1 && isSubset(m.Entities, among) {
			return m.Entities
		}
	}
	return d.foremost(among, count)
}

func isSubset(list, of []int) bool {
	return !slices.ContainsFunc(list, func(e int) bool { return !discourse.Share([]int{e}, of) })
}

// foremost are the entities that the article has spoken of most so far.
func (d *descriptions) foremost(among []int, count int) []int {
	out := slices.Clone(among)
	slices.SortStableFunc(out, func(a, b int) int { return d.talk.Count(b) - d.talk.Count(a) })
	return out[:count]
}

// inOrder puts entities in the order in which the article names them.
func (d *descriptions) inOrder(list []int) {
	sort.Slice(list, func(i, j int) bool { return d.All[list[i]].Full.Start < d.All[list[j]].Full.Start })
}
