package speakers

import (
	"hearsay/analysis/names"
	"hearsay/analysis/tags"
)

// examples finds those named as examples, "critics of the law, like Senators Bell and Dorn"; main is where they begin.
func (r *resolver) examples(from, to int) (main int, among [][2]int) {
	main = to
	for i := from + 1; i+1 < to; i++ {
		if w := r.lower[i]; main == to && (w == "like" || w == "including" || w == "as" && r.lower[i-1] == "such") && !r.tag(i).Finite() {
			main = i
			if w == "as" {
				main--
			}
		}
		if i <= main || main == to {
			continue
		}
		if n, _, ok := r.name(i); ok && n.From == i && n.To <= to && (n.Type == names.Person || n.Type == names.Organization && r.lower[i-1] != "of") {
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
		joint := r.tag(i) == tags.CC && (r.lower[i] == "and" || r.lower[i] == "or" || r.lower[i] == "&")
		listed := r.lower[i] == "," && len(parts) == 0 && r.listFollows(i, to)
		if !joint && !(listed || r.lower[i] == "," && len(parts) > 0 && r.startsPerson(i+1)) || r.within(i) {
			continue
		}
		left, right := i, i+1
		if joint && r.lower[i-1] == "," {
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
	n, _, ok := r.name(i)
	return ok && n.From < i && i < n.To-1
}

// listFollows reports whether a comma parts persons' names: "Ann Bell, Carl Dorn and Eve Fox".
func (r *resolver) listFollows(i, to int) bool {
	a, _, ok := r.name(i - 1)
	if !ok || a.Type == names.Place || !r.startsPerson(i+1) {
		return false
	}
	b, _, _ := r.name(r.personStart(i + 1))
	return b.To < to && (r.lower[b.To] == "and" || r.lower[b.To] == ",")
}

// startsPerson reports whether a person's name, with a title or not, begins at i.
func (r *resolver) startsPerson(i int) bool { return r.personStart(i) >= 0 }

func (r *resolver) personStart(i int) int {
	for k := i; k < i+4 && k < len(r.lower); k++ {
		if n, _, ok := r.name(k); ok {
			if n.Type == names.Person && n.From == k {
				return k
			}
			return -1
		}
		if _, title := names.Title(r.lower[k]); !title {
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
		if t := r.tag(i); (t == tags.IN || t == tags.WP || t == tags.WDT || r.lower[i] == ",") && !r.within(i) {
			loose = true
		}
	}
	if person {
		return !loose || r.startsPerson(start)
	}
	if loose {
		return false
	}
	if n, _, named := r.name(left - 1); named {
		_, _, next := r.name(right)
		return !next || n.Type == names.Person || r.tag(start) != tags.DT
	}
	t := r.tag(right)
	several := r.tag(left-1) == tags.NNS && (t.Noun() || t.Adjective() || t == tags.DT || t == tags.PRPS)
	apart := t == tags.DT || t == tags.PRPS || t == tags.PRP
	return several || apart && r.tag(left-1).Noun()
}
