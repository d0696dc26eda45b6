package speakers

import (
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/tags"
)

// parts cuts a source into the phrases that each refer to one speaker, or to several by one word.
func (r *resolver) parts(from, to int) [][2]int {
	from = r.freshFrom(r.wholeFrom(from, to), to)
	if listed := r.namedSeverally(from, to); len(listed) > 1 {
		return listed
	}
	main, among := r.examples(from, to)
	return append(r.splitJoint(from, main), among...)
}

// freshFrom is where a phrase begins anew, with a determiner in capitals, behind what a list or a heading left before it.
func (r *resolver) freshFrom(from, to int) int {
	for i := to - 2; i > from; i-- {
		if w := r.Text.Word(i); r.Tag(i) == tags.DT && w != r.Lower(i) && !r.InName(i) && !r.boundary(i-1) && isWord(r.Lower(i-1)) {
			return i
		}
	}
	return from
}

// wholeFrom is where a phrase begins of which the source that was found is but the end: "The maker of bread and cakes" for
// "cakes".
func (r *resolver) wholeFrom(from, to int) int {
	start := r.SentenceOf(from).From
	if from <= start || r.Lower(from-1) != "and" || r.Tag(from) == tags.DT || r.Tag(from) == tags.PRPS {
		return from
	}
	if _, known := nouns.Of(r.Lower(to - 1)); known || r.InName(to-1) || !r.Tag(to-1).Noun() {
		return from
	}
	of := -1
	k := from - 1
	for ; k > start && from-k < 14 && (r.inTitle(k-1) || r.Lower(k-1) == "of" || r.Lower(k-1) == "and"); k-- {
		if r.Lower(k-1) == "of" {
			of = k - 1
		}
	}
	if of <= k || r.Tag(k) != tags.DT || k > start && isWord(r.Lower(k-1)) {
		return from
	}
	if _, known := nouns.Of(r.Lower(of - 1)); !known {
		return from
	}
	return k
}

// namedSeverally finds the persons' names that follow a plural which they are: "Two analysts, Ann Bell and Carl Dorn,".
func (r *resolver) namedSeverally(from, to int) (list [][2]int) {
	comma := from
	for comma < to && r.Lower(comma) != "," && r.Lower(comma) != ":" && r.Lower(comma) != "—" && !r.startsPerson(comma) {
		comma++
	}
	if comma >= to || comma == from || isWord(r.Lower(comma)) || !r.plurals(from, comma) {
		return nil
	}
	for i := comma + 1; i < to; i++ {
		k := r.personStart(i)
		if k < 0 || k >= to {
			if w := r.Lower(i); w != "," && w != "and" && len(list) < 2 {
				return nil
			}
			continue
		}
		n, x, _ := r.Name(k)
		list = append(list, [2]int{i, min(n.To, to)})
		if e := r.ofName[x]; e >= 0 {
			r.describeOne(e, from, comma)
		}
		i = n.To - 1
	}
	return list
}

// describeOne describes one of those whom a plural counts: "engineers at the plant" of "Two engineers at the plant".
func (r *resolver) describeOne(e, from, to int) {
	for from < to && (r.Tag(from) == tags.CD || r.Tag(from) == tags.DT || r.Tag(from) == tags.PRPS) {
		from++
	}
	for i := from; i < to; i++ {
		if r.Tag(i) == tags.NNS {
			r.describe(e, from, to, i)
			return
		}
	}
}

// plurals reports whether a stretch has a plural noun that stands for persons, before any other noun that could be meant.
func (r *resolver) plurals(from, to int) bool {
	for i := from; i < to; i++ {
		if _, _, named := r.Name(i); named || !r.Tag(i).Noun() {
			continue
		}
		if o, ok := nouns.Of(r.Lower(i)); ok && o.Plural && o.Nature == nouns.Person || r.Tag(i) == tags.NNS && r.Tag(i+1) != tags.POS {
			return true
		}
	}
	return false
}

// examples finds those named as examples, "critics of the law, like Senators Bell and Dorn"; main is where they begin.
func (r *resolver) examples(from, to int) (main int, among [][2]int) {
	main = to
	for i := from + 1; i+1 < to; i++ {
		if w := r.Lower(i); main == to && (w == "like" || w == "including" || w == "as" && r.Lower(i-1) == "such") && !r.Tag(i).Finite() {
			main = i
			if w == "as" {
				main--
			}
		}
		if i <= main || main == to {
			continue
		}
		if n, _, ok := r.Name(i); ok && n.From == i && n.To <= to && (n.Type == names.Person || n.Type == names.Organization && r.Lower(i-1) != "of") {
			among = append(among, [2]int{n.From, n.To})
			i = n.To - 1
		}
	}
	if len(among) == 0 {
		return to, nil
	}
	return main, among
}

// splitJoint cuts "Mr. Grassley and Mr. Leahy" in two, and leaves "director of trade and industry" whole.
func (r *resolver) splitJoint(from, to int) [][2]int {
	var parts [][2]int
	start := from
	for i := from + 1; i+1 < to; i++ {
		joint := r.Tag(i) == tags.CC && (r.Lower(i) == "and" || r.Lower(i) == "or" || r.Lower(i) == "&")
		listed := r.Lower(i) == "," && len(parts) == 0 && r.listFollows(i, to)
		_, _, named := r.Name(i - 1)
		if !joint && !(listed || r.Lower(i) == "," && len(parts) > 0 && named && r.startsPerson(i+1)) || r.within(i) {
			continue
		}
		left, right := i, i+1
		if joint && r.Lower(i-1) == "," {
			left--
		}
		if left <= start || joint && !r.splits(start, left, right, to) {
			continue
		}
		parts = append(parts, [2]int{start, left})
		start = right
	}
	return append(parts, [2]int{start, to})
}

// within reports whether token i stands inside a name.
func (r *resolver) within(i int) bool {
	n, _, ok := r.Name(i)
	return ok && n.From < i && i < n.To-1
}

// listFollows reports whether a comma parts persons' names: "Ann Bell, Carl Dorn and Eve Fox".
func (r *resolver) listFollows(i, to int) bool {
	a, _, ok := r.Name(i - 1)
	if !ok || a.Type == names.Place || !r.startsPerson(i+1) {
		return false
	}
	b, _, _ := r.Name(r.personStart(i + 1))
	return b.To < to && (r.Lower(b.To) == "and" || r.Lower(b.To) == ",")
}

// startsPerson reports whether a person's name, with a title or not, begins at i.
func (r *resolver) startsPerson(i int) bool { return r.personStart(i) >= 0 }

func (r *resolver) personStart(i int) int {
	for k := i; k < i+4 && k < len(r.Tokens); k++ {
		if n, _, ok := r.Name(k); ok {
			if n.Type == names.Person && n.From == k {
				return k
			}
			return -1
		}
		if _, title := names.Title(r.Lower(k)); !title {
			return -1
		}
	}
	return -1
}

// splits reports whether an "and" joins two speakers rather than two words within one phrase.
func (r *resolver) splits(start, left, right, to int) bool {
	person := r.startsPerson(right)
	loose := false // something already hangs on the head before the "and"
	for i := start; i < left; i++ {
		if t := r.Tag(i); (t == tags.IN || t == tags.WP || t == tags.WDT || r.Lower(i) == ",") && !r.within(i) {
			loose = true
		}
	}
	if person {
		return !loose || r.startsPerson(start)
	}
	if loose {
		return false
	}
	if n, _, named := r.Name(left - 1); named {
		_, _, next := r.Name(right)
		return !next || n.Type == names.Person || r.Tag(start) != tags.DT
	}
	t := r.Tag(right)
	several := r.Tag(left-1) == tags.NNS && (t.Noun() || t.Adjective() || t == tags.DT || t == tags.PRPS)
	apart := t == tags.DT || t == tags.PRPS || t == tags.PRP
	return several || apart && r.Tag(left-1).Noun()
}
