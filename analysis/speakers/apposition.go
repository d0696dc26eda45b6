package speakers

import (
	"strings"

	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/tags"
)

// nounPhrase reads a noun phrase with a role at its head from i, and what hangs on it up to a comma or a verb.
func (r *resolver) nounPhrase(i, end int) (from, to, head int, ok bool) {
	from, head = i, -1
	k := i
	for k < end && k < i+16 && r.inPhrase(k) {
		if r.Tag(k).Noun() && r.Tag(k+1) != tags.POS {
			head = k
		}
		k++
	}
	if head < 0 {
		return 0, 0, 0, false
	}
	if _, _, named := r.Name(head); named && r.entityAt(head) >= 0 && r.entities[r.entityAt(head)].kind == Person {
		return 0, 0, 0, false
	}
	if _, known := nouns.Of(r.Lower(head)); !known && !r.describesAnyway(from, head) {
		return 0, 0, 0, false
	}
	return from, r.tailOf(head+1, end), head, true
}

// describesAnyway reports whether a noun that is no known role looks like one: "the bank's chief negotiator".
func (r *resolver) describesAnyway(from, head int) bool {
	t := r.Tag(from)
	if r.Tag(head) != tags.NN || nouns.IsNoPerson(r.Lower(head)) || !(t == tags.DT || t == tags.PRPS || r.isPossessor(from)) {
		return false
	}
	w := r.Lower(head)
	return strings.HasSuffix(w, "er") || strings.HasSuffix(w, "or") || strings.HasSuffix(w, "ist") || strings.HasSuffix(w, "ian") || strings.HasSuffix(w, "ant")
}

func (r *resolver) inPhrase(k int) bool {
	t := r.Tag(k)
	return t.Noun() || t.Adjective() || t == tags.DT || t == tags.PRPS || t == tags.POS || t == tags.CD || t == tags.VBN || t == tags.VBG ||
		t == tags.RB || r.Lower(k) == "-" || r.Lower(k) == "and" && r.Tag(k-1).Adjective() && r.Tag(k+1).Adjective()
}

// tailOf is where the phrases with prepositions that follow a head end.
func (r *resolver) tailOf(k, end int) int {
	start := k
	for k < end && k < start+20 && (k == start || r.Lower(k) != "on" && r.Lower(k) != "after" && r.Lower(k) != "before" && r.Lower(k) != "as" && r.Lower(k) != "during" && r.Lower(k) != "since") && (r.inPhrase(k) || r.Tag(k) == tags.IN || r.Tag(k) == tags.TO || r.Tag(k) == tags.CC) {
		k++
	}
	for k > start && (r.Tag(k-1) == tags.IN || r.Tag(k-1) == tags.CC || r.Tag(k-1) == tags.RB || r.Tag(k-1) == tags.TO || r.Tag(k-1) == tags.DT) {
		k--
	}
	return k
}

// describeBefore reads an apposition that stands before its name: "the pollster, Nate Silver,".
func (r *resolver) describeBefore(e int, n names.Name) {
	s := r.SentenceOf(n.From)
	c := n.From - 1
	if c <= s.From || r.Lower(c) != "," || n.To < s.To && r.Lower(n.To) != "," && !r.Tag(n.To).Finite() && r.Tag(n.To) != tags.Period {
		return
	}
	head := c - 1
	for k := c - 2; k > s.From && k > c-6; k-- { // "head of science": the first noun is the head
		if r.Lower(k) == "of" {
			if o, known := nouns.Of(r.Lower(k - 1)); known && o.Nature == nouns.Person {
				head = k - 1
			}
		}
	}
	if o, known := nouns.Of(r.Lower(head)); !known || o.Plural || !r.Tag(head).Noun() {
		return
	}
	from := head
	for from > s.From && head-from < 10 && (r.inTitle(from-1) || r.Tag(from-1) == tags.WPS) {
		from--
	}
	if t := r.Tag(from); t == tags.DT || t == tags.PRPS || t == tags.WPS || r.isPossessor(from) {
		r.describe(e, from, c, head)
	}
}

func (r *resolver) entityAt(i int) int {
	if _, k, ok := r.Name(i); ok {
		return r.ofName[k]
	}
	return -1
}
