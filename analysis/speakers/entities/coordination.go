package entities

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/tags"
)

// farWhole is how far before the end of a phrase its beginning is looked for, in words.
const farWhole = 14

// Parts cuts tokens from to to, which name who speaks, into the phrases that each refer to one entity, or to several
// by one word. Where they name those whom a plural counts, these are described by it.
func (r *Register) Parts(from, to int) [][2]int {
	from = wholeStart(r.Text, from, to)
	if listed := r.namedSeverally(from, to); len(listed) > 1 {
		return listed
	}
	if main, among := examples(r.Text, from, to); len(among) > 0 {
		if r.isOneBody(from, main) {
			return [][2]int{{from, main}} // "a coalition of unions, including the Dockers"
		}
		return among // those who are named are who is meant
	}
	if list := r.listed(from, to); len(list) > 1 {
		return list
	}
	return conjuncts(r.Text, from, to)
}

// isOneBody reports whether a phrase is of one organisation, whatever it is made of.
func (r *Register) isOneBody(from, to int) bool {
	head := from
	for head+1 < to && Premodifies(r.Text, head+1) {
		head++
	}
	o, _ := nouns.Of(r.Lower(head))
	return o.Nature == nouns.Body && !o.Plural
}

// wholeStart is where a phrase begins of which what was found is but the end: "The maker of bread and cakes" for
// "cakes".
func wholeStart(t *annotated.Text, from, to int) int {
	start := t.SentenceOf(from).From
	if from <= start || t.Lower(from-1) != "and" || determines(t.Tag(from)) || standsAlone(t, to-1) {
		return from
	}
	of := -1
	k := from - 1
	for ; k > start && from-k < farWhole && continuesBack(t, k-1); k-- {
		if t.Lower(k-1) == "of" {
			of = k - 1
		}
	}
	if of <= k || t.Tag(k) != tags.DT || k > start && IsWord(t.Lower(k-1)) {
		return from
	}
	if _, known := nouns.Of(t.Lower(of - 1)); !known {
		return from
	}
	return k
}

// standsAlone reports whether the head of a phrase is a name, a noun for a speaker, or none.
func standsAlone(t *annotated.Text, head int) bool {
	_, known := nouns.Of(t.Lower(head))
	return known || t.InName(head) || !t.Tag(head).Noun()
}

func continuesBack(t *annotated.Text, i int) bool {
	w := t.Lower(i)
	return w == "of" || w == "and" || Premodifies(t, i)
}

// namedSeverally finds the persons' names that follow a plural which they are: "Two analysts, Ann Bell and Carl Dorn,".
func (r *Register) namedSeverally(from, to int) (list [][2]int) {
	comma := from
	for comma < to && !opensList(r.Lower(comma)) && !startsPerson(r.Text, comma) {
		comma++
	}
	if comma >= to || comma == from || IsWord(r.Lower(comma)) || !hasPlural(r.Text, from, comma) {
		return nil
	}
	for i := comma + 1; i < to; i++ {
		k := PersonStart(r.Text, i)
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

func opensList(w string) bool { return w == "," || w == ":" || w == "—" }

// describeOne describes one of those whom a plural counts: "engineers at the plant" of "Two engineers at the plant".
func (r *Register) describeOne(e, from, to int) {
	for from < to && (r.Tag(from) == tags.CD || determines(r.Tag(from))) {
		from++
	}
	for i := from; i < to; i++ {
		if r.Tag(i) == tags.NNS {
			r.Describe(e, from, to, i)
			return
		}
	}
}

// hasPlural reports whether a stretch has a plural noun outside of names that is for persons, or that owns nothing.
func hasPlural(t *annotated.Text, from, to int) bool {
	for i := from; i < to; i++ {
		if t.InName(i) || !t.Tag(i).Noun() {
			continue
		}
		if o, ok := nouns.Of(t.Lower(i)); ok && o.Plural && o.Nature == nouns.Person {
			return true
		}
		if t.Tag(i) == tags.NNS && t.Tag(i+1) != tags.POS {
			return true
		}
	}
	return false
}

// examples finds those named as examples, "critics of the law, like Senators Bell and Dorn"; main is where they begin.
func examples(t *annotated.Text, from, to int) (main int, among [][2]int) {
	main = to
	for i := from + 1; i+1 < to && main == to; i++ {
		main = min(to, opensExamples(t, i, to))
	}
	for i := main + 1; i+1 < to; i++ {
		if n, _, ok := t.Name(i); ok && n.From == i && n.To <= to && isExample(t, n) {
			among = append(among, [2]int{n.From, n.To})
			i = n.To - 1
		}
	}
	if len(among) == 0 {
		return to, nil
	}
	return main, among
}

// opensExamples returns where examples begin that token i opens, to where it opens none: "like", "including", "such
// as".
func opensExamples(t *annotated.Text, i, to int) int {
	switch w := t.Lower(i); {
	case t.Tag(i).Finite():
	case w == "like" || w == "including":
		return i
	case w == "as" && t.Lower(i-1) == "such":
		return i - 1
	}
	return to
}

func isExample(t *annotated.Text, n names.Name) bool {
	if t.Tag(n.To) == tags.POS {
		return false // "including Bell's deputy"
	}
	return n.Type == names.Person || n.Type == names.Organization && t.Lower(n.From-1) != "of"
}

// conjuncts cuts "Mr. Grassley and Mr. Leahy" in two, and leaves "director of trade and industry" whole.
func conjuncts(t *annotated.Text, from, to int) [][2]int {
	var parts [][2]int
	start := from
	for i := from + 1; i+1 < to; i++ {
		and := isConjunction(t, i)
		if !and && (isRole(t, start, i) || !partsList(t, i, to, len(parts) > 0)) || insideName(t, i) {
			continue
		}
		left, right := i, i+1
		if and && t.Lower(i-1) == "," {
			left--
		}
		if left <= start || and && !joinsTwo(t, start, left, right) {
			continue
		}
		parts = append(parts, [2]int{start, left})
		start = right
	}
	return append(parts, [2]int{start, to})
}

func isConjunction(t *annotated.Text, i int) bool {
	if t.Tag(i) != tags.CC {
		return false
	}
	switch t.Lower(i) {
	case "and", "or", "nor", "&":
		return true
	}
	return false
}

// insideName reports whether token i stands inside a name.
func insideName(t *annotated.Text, i int) bool {
	n, _, ok := t.Name(i)
	return ok && n.From < i && i < n.To-1
}

// partsList reports whether token i is a comma between names of persons, "Ann Bell, Carl Dorn and Eve Fox", the first
// such comma or a later one.
func partsList(t *annotated.Text, i, to int, later bool) bool {
	a, _, named := t.Name(i - 1)
	if t.Lower(i) != "," || !named || !startsPerson(t, i+1) {
		return false
	}
	if later {
		return true
	}
	b, _, _ := t.Name(PersonStart(t, i+1))
	return a.Type != names.Place && b.To < to && (t.Lower(b.To) == "and" || t.Lower(b.To) == ",")
}

// joinsTwo reports whether an "and" joins two speakers rather than two words within one phrase: the phrase before it
// begins at start and ends at left, and what follows begins at right.
func joinsTwo(t *annotated.Text, start, left, right int) bool {
	if t.Lower(left) != "," && hasRelative(t, start, left) {
		return false // "Ann Bell, who praised Dorn and Foss"
	}
	governs := hasDependents(t, start, left)
	if n, _, _ := t.Name(PersonStart(t, right)); startsPerson(t, right) && t.Tag(n.To) != tags.POS {
		return !governs || startsPerson(t, start)
	}
	if n, _, ok := t.Name(left - 1); ok && n.Type == names.Person && t.Lower(left) == "," && t.Lower(right) == "the" {
		return true // "the coach, Ann Bell, and the captain, Carl Dorn"
	}
	if governs || joinsOffices(t, left, right) {
		return false
	}
	if n, _, named := t.Name(left - 1); named {
		return !t.InName(right) || n.Type == names.Person || t.Tag(start) != tags.DT
	}
	next, before := t.Tag(right), t.Tag(left-1)
	if before == tags.NNS && (next.Noun() || next.Adjective() || determines(next)) {
		return true
	}
	return before.Noun() && (determines(next) || next == tags.PRP)
}

// hasDependents reports whether something hangs on the head of a phrase behind it: a preposition, a relative clause, an
// apposition. What an "and" joins then may hang on it too.
func hasDependents(t *annotated.Text, from, to int) bool {
	for i := from; i < to; i++ {
		switch tag := t.Tag(i); {
		case insideName(t, i):
		case tag == tags.IN, tag == tags.WP, tag == tags.WDT, t.Lower(i) == ",":
			return true
		}
	}
	return false
}

// hasRelative reports whether a relative clause begins between two tokens.
func hasRelative(t *annotated.Text, from, to int) bool {
	for i := from; i < to; i++ {
		if t.Tag(i) == tags.WP || t.Tag(i) == tags.WDT {
			return true
		}
	}
	return false
}

// mostOfOffice is how many words the name of an office may have before the noun for who holds it.
const mostOfOffice = 5

// joinsOffices reports whether an "and" stands in the name of one office, "City Planning and Water Supply Minister Ann
// Bell": what follows it leads on, over nouns that are for nobody, to a noun for a person and then to the person.
func joinsOffices(t *annotated.Text, left, right int) bool {
	if n, _, ok := t.Name(left - 1); !ok || n.Type == names.Person || n.Type == names.Place {
		return false
	}
	for k := right; k < right+mostOfOffice && t.Tag(k).Noun(); k++ {
		if !IsOffice(t, k) {
			continue
		}
		behind := k + 1
		if t.Lower(behind) == "," {
			behind++
		}
		return k > right && startsPerson(t, behind)
	}
	return false
}

// IsOffice reports whether token i is a noun or a title for one person.
func IsOffice(t *annotated.Text, i int) bool {
	o, known := nouns.Of(t.Lower(i))
	_, title := names.Title(t.Lower(i))
	return title || known && o.Nature == nouns.Person && !o.Plural
}

// isRole reports whether tokens from to to are a noun for one person, with what hangs on it: "A spokeswoman for the
// Mutual Bank". A name behind a comma is then that person's.
func isRole(t *annotated.Text, from, to int) bool {
	head := -1
	for i := from; i < to && inPhrase(t, i); i++ {
		if t.Tag(i).Noun() {
			head = i
		}
	}
	if n, _, ok := t.Name(head); head < 0 || ok && n.Type == names.Person {
		return false
	}
	return t.Tag(head) != tags.NNS && (IsOffice(t, head) || looksLikePerson(t, from, head))
}
