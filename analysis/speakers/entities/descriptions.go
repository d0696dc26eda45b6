package entities

import (
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/tags"
)

// mostDescriptions is how many descriptions of one entity are kept.
const mostDescriptions = 12

// describeName notes what stands around one name of an entity: the title before it, the apposition after or before it,
// what it is said to be, the office that is implied, and the party.
func (r *Register) describeName(e int, n names.Name) {
	if from, head, ok := r.titleBefore(n); ok && !courtesy[r.Lower(head)] {
		r.Describe(e, from, n.From, head)
		r.addPlaceOfTitle(e, n)
	}
	r.describeAfter(e, n)
	r.describeBefore(e, n)
	r.describeWithin(e, n)
	r.describeBracketed(e, n)
	r.describeImplied(e, n)
	r.describeParty(e, n)
}

// courtesy titles say nothing of who someone is.
var courtesy = lexicon.Words("names/words", "courtesy")

// addPlaceOfTitle adds to the title before a name what follows the name: "President Ann Bell of Morvania".
func (r *Register) addPlaceOfTitle(e int, n names.Name) {
	x := &r.All[e]
	p, _, ok := r.Name(n.To + 1)
	if !ok || r.Lower(n.To) != "of" || p.Type == names.Person || len(x.Descriptions) == 0 {
		return
	}
	d := x.Descriptions[len(x.Descriptions)-1]
	for i := p.From; i < p.To; i++ {
		r.addWord(d.Words, r.Lower(i))
	}
}

// SentTo returns token i with "to" before it where it names a place behind a head and a "to", where somebody is sent:
// the ambassador to Malawi is no Malawian.
func (r *Register) SentTo(head, i int) (words string, sent bool) {
	n, _, ok := r.Name(i)
	if !ok || n.Type != names.Place || n.From <= head || r.Tag(n.From-1) != tags.TO {
		return "", false
	}
	return "to " + r.Lower(i), true
}

// addWord adds a word to those of a description, and the country or party that it belongs to.
func (r *Register) addWord(words map[string]bool, w string) {
	words[w] = true
	if c := r.Allegiance(w); c != "" {
		words[c] = true
	}
}

// describeImplied notes that someone is, or will be, president where the article speaks of their inauguration.
func (r *Register) describeImplied(e int, n names.Name) {
	i := n.To
	switch {
	case r.Tag(i) == tags.POS:
		i++
	case r.Lower(i) == "assumed" || r.Lower(i) == "won":
		i += 2
	}
	heads := nouns.Offices(r.Lower(i))
	x := &r.All[e]
	if len(heads) == 0 || x.Type != Person || len(x.Descriptions) >= mostDescriptions {
		return
	}
	for _, h := range heads {
		o, _ := nouns.Of(h)
		x.Descriptions = append(x.Descriptions,
			Description{Span: r.Text.Span(n.From, i+1), Head: h, Words: map[string]bool{}, Noun: o, Implied: true})
	}
}

// Describe adds a description of an entity, tokens from to to with the head noun at head, where such a noun can be
// said of it.
func (r *Register) Describe(e, from, to, head int) {
	x := &r.All[e]
	o, ok := nouns.Of(r.Lower(head))
	if !ok && x.Type == Person {
		o, ok = nouns.Noun{Nature: nouns.Person}, true // what stands beside a person's name like a description is one
	}
	if !ok || len(x.Descriptions) >= mostDescriptions || !mayBe(x.Type, o.Nature) {
		return
	}
	d := Description{Span: r.Text.Span(from, to), Noun: o, Head: strings.TrimSuffix(r.Lower(head), "."),
		Words: map[string]bool{}}
	for i := from; i < to; i++ {
		if w, sent := r.SentTo(head, i); sent {
			d.Words[w] = true
			continue
		}
		for _, w := range strings.Split(r.Lower(i), "-") {
			r.addWord(d.Words, w)
		}
	}
	x.Descriptions = append(x.Descriptions, d)
	x.Kinship = x.Kinship.With(o.Kinship)
	r.saidOf[head] = e
	if x.Sex == nouns.UnknownSex {
		x.Sex = o.Sex
	}
}

// mayBe reports whether a noun of some nature can be said of an entity of a type.
func mayBe(t Type, n nouns.Nature) bool {
	switch t {
	case Person:
		return n == nouns.Person
	case Organization:
		return n == nouns.Body
	}
	return true
}

// describeAfter reads what follows a name: ", Putin's foreign affairs adviser,", ", who is the mayor", "is a lawyer".
func (r *Register) describeAfter(e int, n names.Name) {
	end := r.SentenceOf(n.From).To
	i := skipBracket(r.Text, n.To, end)
	if r.Lower(i) != "," || i+1 >= end {
		r.describePredicate(e, i, end)
		return
	}
	i++
	if r.Tag(i) == tags.CD && r.Lower(i+1) == "," { // the age
		i += 2
	}
	if r.Lower(i) == "who" || r.Lower(i) == "which" {
		r.describePredicate(e, i+1, end)
		return
	}
	from, to, head, ok := r.nounPhrase(i, end)
	if ok && closesApposition(r.Text, to, end) && !r.isOfOther(head, to) {
		r.Describe(e, from, to, head)
	}
}

// isOfOther reports whether a person is named before a phrase ends whom its head describes: behind "Ann Bell, envoy to
// Morvania Carl Dorn" there are two.
func (r *Register) isOfOther(head, to int) bool {
	for i := head + 1; i < to; i++ {
		if n, _, ok := r.Name(i); ok && n.Type == names.Person && n.From == i {
			_, of := r.officeWithin(n)
			return of == head
		}
	}
	return false
}

// describeBracketed reads what stands before a name in brackets: "the national rowing federation (NRF)".
func (r *Register) describeBracketed(e int, n names.Name) {
	head := n.From - 2
	start := r.SentenceOf(n.From).From
	bracketed := r.Lower(n.From-1) == "(" && r.Lower(n.To) == ")"
	if !bracketed || head < start || r.InName(head) || !r.Tag(head).Noun() {
		return
	}
	from := head
	for from > start && head-from < farBefore && Premodifies(r.Text, from-1) {
		from--
	}
	r.Describe(e, TrimStart(r.Text, from, head), head+1, head)
}

// skipBracket is where what follows token i goes on behind a bracket that it may open.
func skipBracket(t *annotated.Text, i, end int) int {
	if t.Lower(i) != "(" {
		return i
	}
	for k := i + 1; k < min(end, i+farBracket); k++ {
		if t.Lower(k) == ")" {
			return k + 1
		}
	}
	return i
}

// closesApposition reports whether a phrase that ends at i can be an apposition, rather than the subject of a verb of
// its own: "The road to Ebben, the mayor said, is closed."
func closesApposition(t *annotated.Text, i, end int) bool {
	for i < end && t.Tag(i).Adverb() {
		i++
	}
	return i >= end || !t.Tag(i).Noun() && !t.Tag(i).Finite() && t.Tag(i) != tags.CC
}

// describePredicate reads what somebody is said to be: "is a lawyer".
func (r *Register) describePredicate(e, i, end int) {
	if i >= end || !isCopula(r.Lower(i)) {
		return
	}
	i++
	if r.Tag(i).Adverb() && r.Lower(i) != "not" && r.Lower(i) != "n't" {
		i++
	}
	if !opensPhrase(r.Text, i) {
		return
	}
	if from, to, head, ok := r.nounPhrase(i, end); ok {
		r.Describe(e, from, to, head)
	}
}

func isCopula(w string) bool {
	switch w {
	case "is", "was", "became", "becomes":
		return true
	}
	return false
}
