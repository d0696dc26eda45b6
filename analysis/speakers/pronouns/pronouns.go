// Package pronouns finds whom pronouns mean: it gathers the candidates from the mentions before a pronoun and the
// subject that follows it, leaves out those whom agreement or binding rules out, and ranks the others by a log-linear
// model over features of both, which adds to a salience set by hand.
//
// It promises that the odds of the candidates of a pronoun sum to one, that nobody whom binding rules out is chosen,
// and that what it looks back at is bounded, so that time grows in proportion to the text.
package pronouns

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/nouns"
	"hearsay/analysis/tags"
)

// Group is what sort of antecedent a pronoun has.
type Group uint8

// The groups of pronouns.
const (
	Singular Group = iota // he, she
	Thing                 // it
	Many                  // they
	First                 // I, we
	Relative              // who, which
)

// Pronoun is what is known of a word that is a pronoun.
type Pronoun struct {
	Group      Group
	Sex        nouns.Sex
	Possessive bool
}

// table are the pronouns of English: whom each stands for, and whether it owns what follows.
var table = lexicon.Table("pronouns", "pronouns", map[string]Pronoun{
	"man": {Singular, nouns.Male, false}, "man possessive": {Singular, nouns.Male, true},
	"woman": {Singular, nouns.Female, false}, "woman possessive": {Singular, nouns.Female, true},
	"thing": {Thing, 0, false}, "thing possessive": {Thing, 0, true},
	"many": {Many, 0, false}, "many possessive": {Many, 0, true},
	"self": {First, 0, false}, "self possessive": {First, 0, true},
	"relative": {Relative, 0, false}, "relative possessive": {Relative, 0, true},
})

// Of tells what is known of a word in lower case, and whether it is a pronoun.
func Of(word string) (p Pronoun, ok bool) {
	p, ok = table[word]
	return p, ok
}

// Is reports whether a word in lower case is a pronoun.
func Is(word string) bool { _, ok := table[word]; return ok }

// At is the pronoun at token i: of "her" there are two.
func At(t *annotated.Text, i int) Pronoun {
	p := table[t.Lower(i)]
	if t.Lower(i) == "her" {
		p.Possessive = t.Tag(i) == tags.PRPS
	}
	return p
}

// otherSex is the sex that the pronoun of a man or a woman does not tell.
func (p Pronoun) otherSex() nouns.Sex { return nouns.Male + nouns.Female - p.Sex }
