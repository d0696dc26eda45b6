// Package nouns tells what nouns stand for: persons, organisations or papers, women or men, one or many, and which
// nouns may stand for the same. What it knows of English stands in the lists of analysis/lexicon; they are checked when
// the program starts. It promises nothing about a noun that no list has.
package nouns

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"hearsay/analysis/lexicon"
)

// Nature is what sort of speaker a noun can head.
type Nature uint8

// The natures of nouns.
const (
	NoNature Nature = iota
	Person
	Body  // an organisation
	Paper // a report, a poll, a letter: what is read rather than heard
)

// Sex is what words show of a person's gender.
type Sex uint8

// What words show of a person's gender.
const (
	UnknownSex Sex = iota
	Female
	Male
)

// Noun is what is known of a noun that can stand for a speaker. Nouns that share a class may stand for each other: a
// president is a leader, a congressman a lawmaker.
type Noun struct {
	Nature Nature
	Sex    Sex
	Plural bool
	Kinship
}

// known are the nouns of the lists, in lower case.
var known = readNouns()

// Known is what the lists know of a noun, in lower case; the zero Noun where they do not have it.
func Known(noun string) Noun { return known[noun] }

// Of is what is known of a noun in any case, with or without a final period, also by the ending of a compound:
// "vice-president", "anchorwoman". It reports whether anything is.
func Of(word string) (Noun, bool) {
	w := strings.TrimSuffix(strings.ToLower(word), ".")
	if n, ok := known[w]; ok {
		return n, true
	}
	if k := strings.LastIndexByte(w, '-'); k >= 0 {
		if n, ok := known[w[k+1:]]; ok {
			return n, true
		}
	}
	for _, e := range endings {
		if len(w) > len(e.end)+2 && strings.HasSuffix(w, e.end) {
			return e.noun, true
		}
	}
	return Noun{}, false
}

// ending is what the end of a compound tells.
type ending struct {
	end  string
	noun Noun
}

var endings = readEndings()

func readEndings() []ending {
	values := map[string]Noun{
		"woman": {Nature: Person, Sex: Female}, "women": {Nature: Person, Sex: Female, Plural: true},
		"man": {Nature: Person, Sex: Male}, "person": {Nature: Person}, "people": {Nature: Person, Plural: true},
	}
	nouns := lexicon.Table(traits, "endings", values)
	var all []ending
	for _, e := range lexicon.List(traits, "endings") {
		all = append(all, ending{e.Word, nouns[e.Word]})
	}
	return all
}

// The files of nouns.
const (
	traits = "nouns/persons-traits"
	facts  = "nouns/speakers"
	states = "nouns/nations"
)

// roughly is how many nouns there are, with their plurals: room to begin with, and no bound.
const roughly = 1600

// readNouns reads the classes of nouns and what else is told of those for persons, and adds their plurals.
func readNouns() map[string]Noun {
	table := make(map[string]Noun, roughly)
	addClasses(table)
	for _, e := range lexicon.List(traits, "others") {
		if table[e.Word].Nature == NoNature {
			table[e.Word] = Noun{Nature: Person}
		}
	}
	for _, e := range lexicon.List(traits, "women") {
		table[e.Word] = table[e.Word].of(Female)
	}
	for _, e := range lexicon.List(traits, "men") {
		table[e.Word] = table[e.Word].of(Male)
	}
	for _, w := range slices.Sorted(maps.Keys(table)) {
		p := plural(w)
		if _, taken := table[p]; !taken {
			n := table[w]
			n.Plural = true
			table[p] = n
		}
	}
	for _, e := range lexicon.List(traits, "many") {
		n := table[e.Word]
		n.Plural = true
		n.Nature = cmp.Or(n.Nature, Person)
		table[e.Word] = n
	}
	return table
}

func (n Noun) of(s Sex) Noun {
	n.Nature, n.Sex = Person, s
	return n
}

// addClasses adds the nouns of all classes. A noun of two classes has the nature of the first.
func addClasses(table map[string]Noun) {
	meanings := map[string]bool{"": true, "special": false} // whether a word stands for all of its class
	number := 0
	for _, f := range []struct {
		file   string
		nature Nature
	}{{"nouns/persons", Person}, {"nouns/organizations", Body}, {"nouns/papers", Paper}} {
		for _, class := range lexicon.Sections(f.file) {
			for _, e := range class.Entries {
				general, ok := meanings[e.Value]
				if !ok {
					panic(fmt.Sprintf("nouns: %s, [%s], %q: there is no value %q", f.file, class.Name, e.Word, e.Value))
				}
				n := table[e.Word]
				n.Nature = cmp.Or(n.Nature, f.nature)
				n.join(number, general)
				table[e.Word] = n
			}
			number++
		}
	}
}

func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "man"):
		return strings.TrimSuffix(w, "man") + "men"
	case strings.HasSuffix(w, "wife"):
		return strings.TrimSuffix(w, "fe") + "ves"
	case strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "x"):
		return w + "es"
	case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ey") && !strings.HasSuffix(w, "ay"):
		return strings.TrimSuffix(w, "y") + "ies"
	}
	return w + "s"
}
