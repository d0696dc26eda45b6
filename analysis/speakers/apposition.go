package speakers

import (
	"strings"

	"hearsay/analysis/names"
	"hearsay/analysis/tags"
)

// nounPhrase reads a noun phrase with a role at its head from i, and what hangs on it up to a comma or a verb.
func (r *resolver) nounPhrase(i, end int) (from, to, head int, ok bool) {
	from, head = i, -1
	k := i
	for k < end && k < i+16 && r.inPhrase(k) {
		if r.tag(k).Noun() && r.tag(k+1) != tags.POS {
			head = k
		}
		k++
	}
	if head < 0 {
		return 0, 0, 0, false
	}
	if _, _, named := r.name(head); named && r.entityAt(head) >= 0 && r.entities[r.entityAt(head)].kind == Person {
		return 0, 0, 0, false
	}
	if _, known := roleOf(r.lower[head]); !known && !r.describesAnyway(from, head) {
		return 0, 0, 0, false
	}
	return from, r.tailOf(head+1, end), head, true
}

// describesAnyway reports whether a noun that is no known role looks like one: "the bank's chief negotiator".
func (r *resolver) describesAnyway(from, head int) bool {
	t := r.tag(from)
	if r.tag(head) != tags.NN || times[r.lower[head]] || !(t == tags.DT || t == tags.PRPS || r.isPossessor(from)) {
		return false
	}
	w := r.lower[head]
	return strings.HasSuffix(w, "er") || strings.HasSuffix(w, "or") || strings.HasSuffix(w, "ist") || strings.HasSuffix(w, "ian") || strings.HasSuffix(w, "ant")
}

var times = map[string]bool{"year": true, "september": true, "october": true, "november": true, "december": true, "quarter": true, "number": true, "summer": true, "winter": true,
	"dinner": true, "matter": true, "center": true, "order": true, "power": true, "letter": true, "error": true, "factor": true, "labor": true, "sector": true, "newsletter": true, "favor": true}

func (r *resolver) inPhrase(k int) bool {
	t := r.tag(k)
	return t.Noun() || t.Adjective() || t == tags.DT || t == tags.PRPS || t == tags.POS || t == tags.CD || t == tags.VBN || t == tags.VBG ||
		t == tags.RB || r.word(k) == "-" || r.word(k) == "and" && r.tag(k-1).Adjective() && r.tag(k+1).Adjective()
}

// tailOf is where the phrases with prepositions that follow a head end.
func (r *resolver) tailOf(k, end int) int {
	start := k
	for k < end && k < start+20 && (k == start || r.lower[k] != "on" && r.lower[k] != "after" && r.lower[k] != "before" && r.lower[k] != "as" && r.lower[k] != "during" && r.lower[k] != "since") && (r.inPhrase(k) || r.tag(k) == tags.IN || r.tag(k) == tags.TO || r.tag(k) == tags.CC) {
		k++
	}
	for k > start && (r.tag(k-1) == tags.IN || r.tag(k-1) == tags.CC || r.tag(k-1) == tags.RB || r.tag(k-1) == tags.TO || r.tag(k-1) == tags.DT) {
		k--
	}
	return k
}

// describeBefore reads an apposition that stands before its name: "the pollster, Nate Silver,".
func (r *resolver) describeBefore(e int, n names.Name) {
	s := r.sentence(n.From)
	c := n.From - 1
	if c <= s.From || r.word(c) != "," || n.To < s.To && r.word(n.To) != "," && !r.tag(n.To).Finite() && r.tag(n.To) != tags.Period {
		return
	}
	head := c - 1
	for k := c - 2; k > s.From && k > c-6; k-- { // "head of science": the first noun is the head
		if r.lower[k] == "of" {
			if o, known := roleOf(r.lower[k-1]); known && o.nature == person {
				head = k - 1
			}
		}
	}
	if o, known := roleOf(r.lower[head]); !known || o.plural || !r.tag(head).Noun() {
		return
	}
	from := head
	for from > s.From && head-from < 10 && (r.inTitle(from-1) || r.tag(from-1) == tags.WPS) {
		from--
	}
	if t := r.tag(from); t == tags.DT || t == tags.PRPS || t == tags.WPS || r.isPossessor(from) {
		r.describe(e, from, c, head)
	}
}

func (r *resolver) entityAt(i int) int {
	if _, k, ok := r.name(i); ok {
		return r.ofName[k]
	}
	return -1
}
