// Package people joins the speakers of different articles into people. It is pure: it reads voices, which are speakers
// as their articles show them, and what a person decided about them, and tells who is who.
//
// It promises to be conservative. Nobody is joined by a surname alone; whose given names, initials, suffixes or genders
// contradict each other are never joined; where names leave it open, what the articles say of both has to bear it out
// (an office, a body, the names that stand in both articles), and where that is too little, there is a question and no
// join. What a person decided comes before all of this, and holds for articles that come later. The same voices and
// decisions always give the same people, in whatever order the voices come.
package people

import (
	"time"

	"hearsay/analysis"
)

// Key tells one voice from all others, and survives that its article is read anew: it is found again by its name there
// or, where it is called otherwise now, by where it is first mentioned.
type Key struct {
	// Article is the beginning of the sum of the article's text, in hexadecimal digits, as the library has it.
	Article string `json:"article"`
	Name    string `json:"name"`
	// At is where its first mention begins, in bytes of the text.
	At int `json:"at"`
}

// Voice is a speaker of one article.
type Voice struct {
	Key
	// Speaker is its index among the speakers of the article's document.
	Speaker int
	// Names are all names that the article uses.
	Names  []string
	Type   analysis.SpeakerType
	Gender analysis.Gender
	// Description is where the article says who this is; empty where it does not.
	Description string
	// Company are the other names in the article, folded, in alphabetical order.
	Company []string
	Outlet  string
	// Order is when the article came: articles that came before have lower ones.
	Order int64
	Date  time.Time // of the article; zero where it has none
	// Quotes and Words are how often and how much it is heard in the article.
	Quotes, Words int
}

// Person is one or several voices that are one: a person, or an organisation.
type Person struct {
	// Handle tells the person from all others: digits that stay as long as the article does that was there first.
	Handle string
	Name   string
	Type   analysis.SpeakerType
	Gender analysis.Gender
	// Voices are indexes into Register.Voices, in their order.
	Voices []int
	// Nobody is set where a person said that this is nobody.
	Nobody bool
	// Renamed is set where the name was given by hand.
	Renamed       bool
	Quotes, Words int
}

// Register is who is who among some voices.
type Register struct {
	// Voices are in the order in which their articles came.
	Voices []Voice
	// People are in the order of their first voices.
	People []Person
	// Questions are the joins that are open to doubt, the better founded first.
	Questions []Question
	of        []int
}

// Question is whether two people are one.
type Question struct {
	A, B int // indexes into Register.People
	// Why is a clause in lower case: "“J. Smith” may be John Smith: an initial alone is too little".
	Why string
	// Evidence is how much speaks for it.
	Evidence int
}

// Of is the index of the person behind a voice.
func (r *Register) Of(voice int) int { return r.of[voice] }

// Find is the index of the voice with a key, or -1.
func (r *Register) Find(k Key) int { return lookupOf(r.Voices).find(k) }
