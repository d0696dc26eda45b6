package speakers

import (
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/nouns"
	"hearsay/analysis/tags"
)

// person of the pronouns.
type pronoun struct {
	group      pronounGroup
	sex        sex
	possessive bool
}

type pronounGroup uint8

const (
	singular pronounGroup = iota // he, she
	thing                        // it
	many                         // they
	first                        // I, we
	relative                     // who, which
)

// pronouns are the pronouns of English: whom each stands for, and whether it owns what follows.
var pronouns = lexicon.Table("pronouns", "pronouns", map[string]pronoun{
	"man": {singular, sexMale, false}, "man possessive": {singular, sexMale, true},
	"woman": {singular, sexFemale, false}, "woman possessive": {singular, sexFemale, true},
	"thing": {thing, 0, false}, "thing possessive": {thing, 0, true}, "many": {many, 0, false}, "many possessive": {many, 0, true},
	"self": {first, 0, false}, "self possessive": {first, 0, true}, "relative": {relative, 0, false}, "relative possessive": {relative, 0, true},
})

// pronounAt is the pronoun at token i: "her" is one of two.
func (r *resolver) pronounAt(i int) pronoun {
	p := pronouns[r.Lower(i)]
	if r.Lower(i) == "her" {
		p.possessive = r.Tag(i) == tags.PRPS
	}
	return p
}

func isPronoun(w string) bool { _, ok := pronouns[w]; return ok }

// agrees reports whether a mention can be what a pronoun refers to, by number, sort and gender.
func (r *resolver) agrees(m *mention, p pronoun) bool {
	x := &r.entities[m.entities[0]]
	switch p.group {
	case singular:
		return len(m.entities) == 1 && r.mayBePerson(x) && !x.plural && !isPronoun(x.head) && r.fitsSex(x, p)
	case thing:
		return len(m.entities) == 1 && !x.plural && (x.kind == Organization || x.kind == Unknown)
	case many:
		return len(m.entities) > 1 || x.plural || x.kind == Group || x.kind == Organization && !x.place
	}
	return false
}

func sharesAny(a, b []int) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

func sameSet(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		if !sharesAny([]int{x}, b) {
			return false
		}
	}
	return true
}

// mayBePerson reports whether somebody is a person, or has a name that could be a person's for all that is known.
func (r *resolver) mayBePerson(x *entity) bool {
	if x.kind == Person {
		return true
	}
	// The finder of names takes some persons for something else.
	return x.named && !x.plural && x.head == "" && x.kind != Group && !r.isCountry(x) && !nouns.IsSeat(strings.ToLower(x.name)) && strings.Count(x.name, " ") < 3
}
