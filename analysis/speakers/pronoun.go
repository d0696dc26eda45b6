package speakers

import (
	"strings"

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

var pronouns = map[string]pronoun{
	"he": {singular, sexMale, false}, "him": {singular, sexMale, false}, "his": {singular, sexMale, true}, "himself": {singular, sexMale, false},
	"she": {singular, sexFemale, false}, "her": {singular, sexFemale, true}, "hers": {singular, sexFemale, false}, "herself": {singular, sexFemale, false},
	"it": {thing, 0, false}, "its": {thing, 0, true}, "itself": {thing, 0, false},
	"they": {many, 0, false}, "them": {many, 0, false}, "their": {many, 0, true}, "themselves": {many, 0, false},
	"i": {first, 0, false}, "me": {first, 0, false}, "my": {first, 0, true}, "myself": {first, 0, false},
	"we": {first, 0, false}, "us": {first, 0, false}, "our": {first, 0, true}, "ourselves": {first, 0, false},
	"who": {relative, 0, false}, "which": {relative, 0, false}, "that": {relative, 0, false}, "whom": {relative, 0, false}, "whose": {relative, 0, true},
}

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
	return x.named && !x.plural && x.head == "" && x.kind != Group && !r.isCountry(x) && !seats[strings.ToLower(x.name)] && strings.Count(x.name, " ") < 3
}
