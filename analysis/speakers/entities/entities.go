// Package entities finds who is in an article: the persons, organisations, places and peoples that its names name, each
// once however it is written, and what the article calls them. Names are joined from the longest to the shortest, and
// titles, appositions and predicates beside a name become descriptions of whoever bears it.
//
// It promises that every span is a range of whole tokens, that entities keep their index when others are added, and
// that a name which fits several entities is given to none of them before somebody assigns it.
package entities

import (
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/text"
)

// Type tells what sort of entity it is.
type Type int

// The types of entity.
const (
	Unknown Type = iota
	Person
	Organization
	Group
)

// String gives the word for the type, as screens and files write it.
func (t Type) String() string { return [...]string{"unknown", "person", "organization", "group"}[t] }

// Entity is someone or something that words of the article refer to.
type Entity struct {
	// Name is the fullest form of the name, or the words that describe who has none.
	Name string
	// Full is where Name first stands.
	Full text.Span
	// Forms are all forms of the name, in order of appearance.
	Forms []string
	Type  Type
	Sex   nouns.Sex
	// SexOfName is true where the sex is that of the given name, which may mislead.
	SexOfName bool
	// Place is true for a place, which speaks only where it is made to.
	Place bool
	// Plural is true for what is many.
	Plural bool
	// Paper is true for what is read rather than heard.
	Paper bool
	// Named is true for what a name names, rather than a description.
	Named bool
	// Descriptions are what the article calls it.
	Descriptions []Description
	// Kinship is the classes of the nouns that it is called by.
	Kinship nouns.Kinship
	// Head is the noun that heads a description or an organisation's name.
	Head string
	// NameCount is how often it is named in the whole article.
	NameCount int
	// First is where it is first named, in bytes.
	First int
	// MadeOf is the name that it was made of: the first one of its longest form.
	MadeOf names.Name
}

// Description is what the article calls someone: a title, an apposition, what they are said to be.
type Description struct {
	Span  text.Span
	Head  string
	Words map[string]bool
	Noun  nouns.Noun
	// Implied is true where the text does not say it of them in so many words: "Bell's inauguration".
	Implied bool
}

// Says reports whether a word, in lower case, is part of what the article calls somebody, or of an organisation's name.
func (x *Entity) Says(w string) bool {
	for _, d := range x.Descriptions {
		if d.Words[w] {
			return true
		}
	}
	return x.Named && x.Type != Person && strings.Contains(strings.ToLower(x.Name), w)
}

// Register holds the entities of an article, with whose each name is. As the article is read, those who are described
// and not named are added, and more descriptions of others.
type Register struct {
	*annotated.Text
	// All are the entities; the index of one stands for it.
	All []Entity

	ofName     []int             // entity of each name, -1 where it is left open
	ambiguous  map[int][]int     // the entities that may bear a name which is left open
	countries  map[string]string // countries of the article by the words that go with them
	byLastWord map[string][]int  // organisations by the last word of their names
	quoted     []bool            // of each token, whether it stands in quotation marks
	partners   map[int]int       // those whom a title stands for without a name, by its token
	saidOf     map[int]int       // the entity that a description is said of, by the token of its head
}

// Find finds who is named in a text, and what the text calls them.
func Find(t *annotated.Text) *Register {
	r := &Register{Text: t, countries: countriesOf(t), saidOf: map[int]int{}, partners: map[int]int{},
		quoted: t.InQuotation()}
	r.joinNames()
	for k, n := range r.Names {
		if e := r.ofName[k]; e >= 0 && n.Type != names.Place && n.Type != names.People {
			r.describeName(e, n)
		}
	}
	return r
}

// OfName is the entity that bears a name, -1 where that is open.
func (r *Register) OfName(name int) int { return r.ofName[name] }

// Bearers are the entities that may bear a name which is left open.
func (r *Register) Bearers(name int) []int { return r.ambiguous[name] }

// Assign gives a name that was left open to an entity, which is described by what stands beside it.
func (r *Register) Assign(name, entity int) {
	r.ofName[name] = entity
	r.describeName(entity, r.Names[name])
}

// EntityAt is the entity whose name token i stands in, -1 where there is none.
func (r *Register) EntityAt(i int) int {
	if k := r.NameAt(i); k >= 0 {
		return r.ofName[k]
	}
	return -1
}

// Add adds an entity and returns its index.
func (r *Register) Add(x Entity) int {
	r.All = append(r.All, x)
	return len(r.All) - 1
}

// DescribedBy returns the entity that a description was said of, by the token of its head.
func (r *Register) DescribedBy(head int) (entity int, ok bool) {
	entity, ok = r.saidOf[head]
	return entity, ok
}

// EndingIn are the organisations whose names end in a word, in lower case.
func (r *Register) EndingIn(word string) []int { return r.byLastWord[word] }
