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
	if comma <= s.From || r.Lower(comma) != "," || n.To < s.To && !r.endsApposition(n.To, s.From, comma) {
		return
	}
	r.describeOffice(e, s.From, comma)
}

// describeWithin reads an office before a name which what hangs on it parts from it: "the President of the Republic Ann
// Bell".
func (r *Register) describeWithin(e int, n names.Name) {
	s := r.SentenceOf(n.From)
	if end, head := r.officeWithin(n); n.Type == names.Person && head >= 0 {
		if _, told := r.saidOf[head]; !told {
			r.describeOffice(e, s.From, end)
		}
	}
}

// officeWithin is where an office ends that stands before a name, and its head, where what hangs on that parts it from
// the name; -1 where none does. A short title may stand between: "the envoy of Iraq Dr. Ann Bell".
func (r *Register) officeWithin(n names.Name) (end, head int) {
	start := r.SentenceOf(n.From).From
	before := n.From - 1
	for before > start && isShortTitle(r.Word(before)) {
		before--
	}
	ends := r.Tag(before).Noun() || r.Lower(before) == ")"
	if before <= start || !ends || IsOffice(r.Text, before) {
		return 0, -1
	}
	if head = r.officeBefore(start, before+1); head >= before {
		return 0, -1
	}
	return before + 1, head
}

// isShortTitle reports whether a word is a shortened title: "Dr.", "Gen."
func isShortTitle(w string) bool {
	_, title := names.Title(w)
	return title && strings.HasSuffix(w, ".")
}

// officeBefore is the head of the noun phrase that ends before a token: the first noun for one person on which what
// stands between hangs, else the last word.
func (r *Register) officeBefore(start, end int) int {
	head := end - 1
	for k := beforeBracket(r.Text, end-1); k > start && k > end-farOf && (inTail(r.Text, k) || r.InName(k)); k-- {
		joins := r.Tag(k) == tags.IN || r.Tag(k) == tags.TO
		if joins && k < end-1 && IsOffice(r.Text, k-1) && r.Tag(k-1).Noun() {
			head = k - 1
		}
	}
	return head
}

// beforeBracket is the last token before an acronym in brackets that ends at a token, "the Central Bank (CBM)", else
// that token.
func beforeBracket(t *annotated.Text, i int) int {
	if t.Lower(i) == ")" && t.Lower(i-2) == "(" {
		return i - 3
	}
	return i
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
	bare := head+1 < end && (from == start || r.Lower(end) != ",")
	if opensPhrase(r.Text, from) || r.Tag(from) == tags.WPS || bare {
		r.Describe(e, from, end, head)
	}
}

// endsApposition reports whether token i may follow a name that an apposition stands before, which begins behind start
// and ends at a comma. Before an "and" that is one on whose head something hangs: "the head of the bank, Ann Bell and
// the mayor".
func (r *Register) endsApposition(i, start, comma int) bool {
	if r.Tag(i) == tags.CC && determines(r.Tag(i+1)) {
		return r.officeBefore(start, comma) < comma-1
	}
	return r.Lower(i) == "," || r.Tag(i).Finite() || r.Tag(i) == tags.Period
}
