package speakers

import (
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/speakers/entities"
	"hearsay/analysis/speakers/pronouns"
	"hearsay/analysis/tags"
)

// articles are "the", "a" and "an".
var articles = lexicon.Words("pronouns", "articles")

// readPhrase finds the head of a phrase, and by what it refers.
func readPhrase(t *annotated.Text, from, to int) (phrase, bool) {
	for from < to && (!entities.IsWord(t.Lower(from)) || from+1 < to && isLooseAt(t, from)) {
		from++
	}
	for to > from && (!entities.IsWord(t.Lower(to-1)) && t.Lower(to-1) != ")" || t.Tag(to-1) == tags.POS) {
		to--
	}
	if to-from > 1 && floating[t.Lower(to-1)] && t.InName(to-2) {
		to--
	}
	if from >= to || to-from == 1 && articles[t.Lower(from)] {
		return phrase{}, false
	}
	ph := phrase{from: from, to: to, name: -1, manner: byNoun}
	ph.coreTo = headEnd(t, from, coreEnd(t, from, to))
	ph.coreFrom = behindPossessor(t, from, ph.coreTo)
	ph.head = ph.coreTo - 1
	for _, nameOf := range []func(*annotated.Text, phrase) (int, bool){
		headName, titledName, postedName, endedName, nameBehind,
	} {
		if k, ok := nameOf(t, ph); ok {
			ph.manner, ph.name, ph.head = byName, k, t.Names[k].To-1
			return ph, true
		}
	}
	if pronouns.Is(t.Lower(ph.head)) && ph.coreTo-ph.coreFrom <= 2 {
		ph.manner = byPronoun
	}
	return ph, true
}

// coreEnd is where what hangs on a phrase's head begins.
func coreEnd(t *annotated.Text, from, to int) int {
	seen := false
	for i := from; i < to; i++ {
		if n, _, ok := t.Name(i); ok {
			i = min(n.To, to) - 1
			seen = true
			continue
		}
		if isAcronymWithin(t, i, to) {
			i += 2
			continue
		}
		if seen && opensDependent(t, i) {
			return i
		}
		seen = seen || canHead(t, i, to)
	}
	return to
}

// floating words stand behind a name and are no part of it: "Bell and Ochoa both said".
var floating = lexicon.Words("phrases", "floating")

// isLooseAt reports whether token i is a preposition that is no part of the phrase behind it, as it is in "at least
// ten".
func isLooseAt(t *annotated.Text, i int) bool {
	next := t.Lower(i + 1)
	return t.Tag(i) == tags.IN && !(t.Lower(i) == "at" && (next == "least" || next == "most"))
}

// isAcronymWithin reports whether token i opens a bracket around an acronym in the midst of a phrase that goes on with
// a noun or a name: "the Reed Party (RP) leader Ann Bell".
func isAcronymWithin(t *annotated.Text, i, to int) bool {
	if t.Lower(i) != "(" || t.Lower(i+2) != ")" || i+3 >= to {
		return false
	}
	return t.Tag(i+3).Noun() || t.InName(i+3)
}

// opensDependent reports whether token i begins something that hangs on the noun before it.
func opensDependent(t *annotated.Text, i int) bool {
	switch t.Lower(i) {
	case ",", "(", "—", "--":
		return true
	}
	switch tag := t.Tag(i); tag {
	case tags.IN, tags.TO, tags.WP, tags.WDT, tags.VBN:
		return true
	case tags.VBG:
		return !t.Tag(i + 1).Noun()
	default:
		return tag.Finite()
	}
}

// canHead reports whether token i can head a phrase that ends at to, or stand in one before its head.
func canHead(t *annotated.Text, i, to int) bool {
	switch tag := t.Tag(i); tag {
	case tags.PRP, tags.PRPS, tags.CD:
		return true
	case tags.DT:
		if i+1 < to && t.Tag(i+1) == tags.IN { // "all of them"
			return true
		}
	default:
		if tag.Noun() {
			return true
		}
	}
	return pronouns.Is(t.Lower(i))
}

// headEnd leaves off what follows a noun without being one: "The leader nevertheless", "an official there", "the board
// itself".
func headEnd(t *annotated.Text, from, to int) int {
	for k := to; k > from; k-- {
		w, tag, named := t.Lower(k-1), t.Tag(k-1), t.InName(k-1)
		if linking[w] || !named && (when[w] || isAdverbBehindName(t, k-1)) {
			continue
		}
		if isOneOfPeople(t, k-1) {
			return k // "the French professional", whatever the tagger took the word for
		}
		if _, known := nouns.Of(w); named || known || tag.Noun() {
			return k
		}
		p, isPronoun := pronouns.Of(w)
		relative := isPronoun && p.Group == pronouns.Relative
		if relative || !tag.Adverb() && !tag.Adjective() && !isReflexive(w) {
			return to
		}
	}
	return to
}

// isOneOfPeople reports whether token i is an adjective right behind the name of a people: there it is a noun.
func isOneOfPeople(t *annotated.Text, i int) bool {
	n, _, ok := t.Name(i - 1)
	return ok && n.Type == names.People && t.Tag(i).Adjective() && !t.InName(i)
}

func isReflexive(w string) bool {
	return strings.HasSuffix(w, "self") || strings.HasSuffix(w, "selves")
}

// isAdverbBehindName reports whether token i is an adverb right behind a person's name, whatever the tagger took it
// for, or an honour: "Bell AM".
func isAdverbBehindName(t *annotated.Text, i int) bool {
	n, _, ok := t.Name(i - 1)
	if !ok || n.Type != names.Person || n.To != i {
		return false
	}
	return names.IsHonour(t.Word(i)) || strings.HasSuffix(t.Lower(i), "ly")
}

// behindPossessor skips "Hillary Clinton's" in "Hillary Clinton's campaign manager".
func behindPossessor(t *annotated.Text, from, to int) int {
	for i := to - 2; i > from; i-- {
		if t.Tag(i) == tags.POS {
			return i + 1
		}
	}
	return from
}

// headName finds the name that heads a phrase.
func headName(t *annotated.Text, ph phrase) (int, bool) {
	n, k, ok := t.Name(ph.head)
	if ok && n.Type != names.Person && (entities.IsOffice(t, n.From) || entities.IsOffice(t, n.To-1)) {
		if person, behind := nameBehind(t, ph); behind { // "the Bishop of Ebben, Ann Bell,"
			return person, true
		}
	}
	return k, ok && n.To >= ph.coreTo && n.To <= ph.to
}

// farTitled is how many words behind "of" a person's name may begin, and how many letters of titles before one.
const farTitled = 4

// titledName finds the person's name behind a title with "of": "chief of staff Ann Bell".
func titledName(t *annotated.Text, ph phrase) (int, bool) {
	if t.Lower(ph.coreTo) != "of" {
		return -1, false
	}
	for i := ph.coreTo + 1; i < min(ph.to, ph.coreTo+farTitled); i++ {
		if n, k, ok := t.Name(i); ok {
			begins := n.From == i && i > ph.coreTo+1
			return k, begins && n.Type == names.Person && n.To >= ph.to
		}
		if _, title := names.Title(t.Lower(i)); title || !t.Tag(i).Noun() {
			return -1, false
		}
	}
	return -1, false
}

// postedName finds the person's name behind an office and the place or body it is at: "Ambassador to Qatar H E Ann
// Bell".
func postedName(t *annotated.Text, ph phrase) (int, bool) {
	_, office := nouns.Of(t.Lower(ph.head))
	if at := t.Tag(ph.coreTo); !office || at != tags.IN && at != tags.TO {
		return -1, false
	}
	i := ph.coreTo + 1
	for i < ph.to && t.Tag(i) == tags.DT {
		i++
	}
	at, _, ok := t.Name(i)
	if !ok || at.Type == names.Person {
		return -1, false
	}
	for i = at.To; i < min(ph.to, at.To+farTitled) && isHonorific(t.Word(i)); i++ {
	}
	n, k, ok := t.Name(i)
	if !ok || n.Type != names.Person || n.From != i {
		return -1, false
	}
	return k, n.To >= ph.to || t.Lower(n.To) == ","
}

// isHonorific reports whether a word is one before a name, or a letter or two of one: "H", "E", "H.E.", "Mr".
func isHonorific(w string) bool {
	if _, title := names.Title(strings.ToLower(w)); title || w == "." {
		return true
	}
	return len(strings.ReplaceAll(w, ".", "")) <= 2 && strings.ToUpper(w) == w
}

// endedName finds the person's name that ends a phrase for one person, behind what hangs on the noun for them: "Head of
// the Committee for Fair Trade Ann Bell". What a title or an office stands before is another's name: "a spokesman for
// Mayor Ann Bell".
func endedName(t *annotated.Text, ph phrase) (int, bool) {
	o, office := nouns.Of(t.Lower(ph.head))
	n, k, ok := t.Name(ph.to - 1)
	if !office || o.Plural || !ok || n.Type != names.Person {
		return -1, false
	}
	before := n.From - 1
	if t.Lower(before) == ")" && t.Lower(before-2) == "(" {
		before -= 3
	}
	if before <= ph.coreTo || entities.IsOffice(t, before) {
		return -1, false
	}
	return k, n.To >= ph.to && (t.Tag(before).Noun() || t.InName(before))
}

// apposedBody finds the name of the body or country that fills what stands behind a comma right behind a phrase's head:
// "an activist group, the Harbour Trust (HT),", "the kingdom's main ally, the United States,".
func apposedBody(t *annotated.Text, ph phrase, comma int) (int, bool) {
	if comma != ph.coreTo || t.InName(ph.head) || isPlural(t.Tag(ph.head)) {
		return -1, false
	}
	i := comma + 1
	the := t.Lower(i) == "the"
	if the {
		i++
	}
	n, x, ok := t.Name(i)
	place := ok && n.Type == names.Place && (the || nouns.IsPlace(t.Lower(ph.head)))
	if !ok || n.From != i || n.Type != names.Organization && !place {
		return -1, false
	}
	return x, n.To >= ph.to || t.Lower(n.To) == "(" || t.Lower(n.To) == ","
}

// nameBehind finds the name that a description is followed by: "one of her lawyers, Ann Bell,".
func nameBehind(t *annotated.Text, ph phrase) (int, bool) {
	for i := ph.coreTo; i < ph.to; i++ {
		switch t.Lower(i) {
		case ",", "named", "called", "—":
		case "as":
			if t.Lower(i-1) != "name" { // "who gave her name as Ann"
				continue
			}
		default:
			continue
		}
		start := entities.PersonStart(t, i+1)
		if start < 0 && !isPlural(t.Tag(ph.head)) {
			start = entities.ApposedStart(t, i+1)
		}
		if k := start; k >= 0 && k < ph.to {
			n, x, _ := t.Name(k)
			if n.To >= ph.to || !t.Tag(n.To).Finite() && t.Lower(n.To) != "and" {
				return x, true
			}
		}
		if n, x, ok := t.Name(i + 1); ok && t.Lower(i) != "," && n.From == i+1 {
			return x, true
		}
		if x, ok := apposedBody(t, ph, i); ok {
			return x, true
		}
	}
	return -1, false
}
