package entities

import (
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/tags"
)

// Bounds on what is read for one description, in words.
const (
	farPhrase  = 16 // of a noun phrase up to its head
	farBefore  = 10 // of an apposition before its name, before its head
	farOf      = 20 // of the same, from the "of" behind its head to the comma
	farBracket = 8  // of what stands in brackets behind a name
)

// nounPhrase reads a noun phrase from token i with a noun for a person or a body at its head, and what hangs on that
// up to a comma or a verb.
func (r *Register) nounPhrase(i, end int) (from, to, head int, ok bool) {
	from, head = i, -1
	for k := i; k < min(end, i+farPhrase) && inPhrase(r.Text, k); k++ {
		if r.Tag(k).Noun() && r.Tag(k+1) != tags.POS {
			head = k
		}
	}
	if head < 0 {
		return 0, 0, 0, false
	}
	if e := r.EntityAt(head); e >= 0 && r.All[e].Type == Person {
		return 0, 0, 0, false
	}
	if _, known := nouns.Of(r.Lower(head)); !known && !looksLikePerson(r.Text, from, head) {
		return 0, 0, 0, false
	}
	return from, tailOf(r.Text, head+1, end), head, true
}

// looksLikePerson reports whether a noun that no list has ends as those for persons do: "the bank's chief negotiator".
func looksLikePerson(t *annotated.Text, from, head int) bool {
	return t.Tag(head) == tags.NN && opensPhrase(t, from) && LooksLikePerson(t.Lower(head))
}

// LooksLikePerson reports whether a word in lower case ends as nouns for persons do, and is not known to be none.
func LooksLikePerson(w string) bool {
	if nouns.IsNoPerson(w) {
		return false
	}
	for _, end := range [...]string{"er", "or", "ist", "ian", "ant"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// describeBefore reads an apposition that stands before its name: "the pollster, Nate Silver,", "the captain of the
// team, goalkeeper Ann Bell,".
func (r *Register) describeBefore(e int, n names.Name) {
	s := r.SentenceOf(n.From)
	comma := n.From - 1
	for comma > s.From && !r.InName(comma) && IsOffice(r.Text, comma) {
		comma--
	}
	if comma <= s.From || r.Lower(comma) != "," || n.To < s.To && !endsApposition(r.Text, n.To) {
		return
	}
	r.describeOffice(e, s.From, comma)
}

// describeWithin reads an office before a name which what hangs on it parts from it: "the President of the Republic Ann
// Bell".
func (r *Register) describeWithin(e int, n names.Name) {
	s := r.SentenceOf(n.From)
	before := n.From - 1
	if n.Type != names.Person || before <= s.From || IsOffice(r.Text, before) {
		return
	}
	head := r.officeBefore(s.From, n.From)
	if _, told := r.saidOf[head]; !told && r.Tag(before).Noun() && head < before {
		r.describeOffice(e, s.From, n.From)
	}
}

// officeBefore is the head of the noun phrase that ends before a token: the first noun for one person on which what
// stands between hangs, else the last word.
func (r *Register) officeBefore(start, end int) int {
	head := end - 1
	for k := end - 2; k > start && k > end-farOf && (inTail(r.Text, k) || r.InName(k)); k-- {
		if r.Tag(k) == tags.IN && IsOffice(r.Text, k-1) && r.Tag(k-1).Noun() {
			head = k - 1
		}
	}
	return head
}

// describeOffice describes somebody by the noun phrase that ends before a token, where a noun for one heads it.
func (r *Register) describeOffice(e, start, end int) {
	head := r.officeBefore(start, end)
	if o, known := nouns.Of(r.Lower(head)); !known || o.Plural || !r.Tag(head).Noun() {
		return
	}
	from := head
	for from > start && head-from < farBefore && (Premodifies(r.Text, from-1) || r.Tag(from-1) == tags.WPS) {
		from--
	}
	if opensPhrase(r.Text, from) || r.Tag(from) == tags.WPS || from == start && head+1 < end {
		r.Describe(e, from, end, head)
	}
}

// endsApposition reports whether token i may follow a name that an apposition stands before.
func endsApposition(t *annotated.Text, i int) bool {
	return t.Lower(i) == "," || t.Tag(i).Finite() || t.Tag(i) == tags.Period
}
