package nouns

import (
	"strings"

	"hearsay/analysis/lexicon"
)

// The sets of words, all in lower case.
var (
	kin         = lexicon.Words(facts, "kin")
	anybody     = lexicon.Words(facts, "anybody")
	events      = lexicon.Words(facts, "events")
	speech      = lexicon.Words(facts, "speech")
	documents   = lexicon.Words(papers, "documents")
	issuing     = lexicon.Words(papers, "issuing")
	joinsAuthor = lexicon.Words(papers, "by")
	holdsWords  = lexicon.Words(papers, "in")

	documentSorts  = lexicon.Words(papers, "sorts")
	demonstratives = lexicon.Words(papers, "demonstratives")

	countries   = lexicon.Words(facts, "countries")
	places      = lexicon.Words(facts, "places")
	newspapers  = lexicon.Words(facts, "newspapers")
	noPersons   = lexicon.Words(facts, "no persons")
	seats       = lexicon.Words(states, "seats")
	partisans   = lexicon.Words(states, "partisans")
	allegiances = readAllegiances()
)

// papers is the file of documents.
const papers = "nouns/documents"

// The tables of nations, parties and offices.
var (
	nations      = lexicon.Values(states, "allegiances")
	partyLetters = lexicon.Values(states, "party letters")
	placeAliases = lexicon.Values(states, "aliases")
	stateNames   = lexicon.Values(states, "states")
	fullStates   = readFullStates()
	nicknames    = lexicon.Values("names/nicknames", "nicknames")
	offices      = lexicon.Values(facts, "offices")
)

func readAllegiances() map[string]bool {
	set := lexicon.Words(states, "parties")
	for _, e := range lexicon.List(states, "allegiances") {
		set[e.Value] = true
	}
	return set
}

func readFullStates() map[string]bool {
	set := map[string]bool{}
	for _, e := range lexicon.List(states, "states") {
		set[e.Value] = true
	}
	return set
}

// Nation is the country or party of a word that goes with it, as "russia" of "russian"; empty where none is known.
func Nation(word string) string { return nations[word] }

// Allegiance reports whether a word is itself a country or a party that others belong to.
func Allegiance(word string) bool { return allegiances[word] }

// Party is the party of those behind whose names a letter or a word stands, as "republican" of "r"; empty where it
// stands for none.
func Party(short string) string { return partyLetters[short] }

// Place is the one name that a state or a union of many names is known by, as "us" of "america"; empty where it has
// one.
func Place(name string) string { return placeAliases[name] }

// State is the whole name of an American state, in lower case, by a short one in any case and with periods; empty where
// there is none.
func State(short string) string {
	return stateNames[strings.ReplaceAll(strings.ToLower(short), ".", "")]
}

// IsState reports whether an American state has a name, in any case.
func IsState(name string) bool { return fullStates[strings.ToLower(name)] }

// Offices are the nouns for whoever is meant where an event or an office is told of someone, as "president" for an
// inauguration, the likeliest first.
func Offices(of string) []string { return strings.Fields(offices[of]) }

// Nickname is the given name that a short form stands for and does not begin like, as "robert" of "bob"; empty where
// none is.
func Nickname(short string) string { return nicknames[short] }

// IsKin reports whether a noun tells who someone is only with whose they are: "wife".
func IsKin(word string) bool { return kin[word] }

// IsAnybody reports whether a noun may be said of persons who are called anything else: "official", "man".
func IsAnybody(word string) bool { return anybody[word] }

// IsEvent reports whether a noun is for where people speak, and for no speakers: "talks".
func IsEvent(word string) bool { return events[word] }

// IsSpeech reports whether a noun is for someone's words: "remarks".
func IsSpeech(word string) bool { return speech[word] }

// IsDocument reports whether a noun is for what is read, and speaks for whoever made it: "report".
func IsDocument(word string) bool { return documents[word] }

// SortsDocuments reports whether a word tells what sort a document is, and not whose: "tracking", of a poll.
func SortsDocuments(word string) bool { return documentSorts[word] }

// IsDemonstrative reports whether a word points to what was told of last: "this".
func IsDemonstrative(word string) bool { return demonstratives[word] }

// Issues reports whether those who made a document are told of by a verb, by its base form: "released a report".
func Issues(verb string) bool { return issuing[verb] }

// JoinsAuthor reports whether a word joins a document to those who made it: "a report by".
func JoinsAuthor(word string) bool { return joinsAuthor[word] }

// HoldsWords reports whether a word joins what is said to the document that holds it: "said in a statement".
func HoldsWords(word string) bool { return holdsWords[word] }

// IsCountry reports whether countries speak as what a noun names: "government".
func IsCountry(word string) bool { return countries[word] }

// IsPlace reports whether a noun is for places: "city".
func IsPlace(word string) bool { return places[word] }

// IsNewspaper reports whether a word ends the names of newspapers: "times".
func IsNewspaper(word string) bool { return newspapers[word] }

// IsNoPerson reports whether a noun ends as nouns for persons do and is none: "quarter".
func IsNoPerson(word string) bool { return noPersons[word] }

// IsSeat reports whether a place stands for those who govern there, so that it speaks itself: "white house".
func IsSeat(word string) bool { return seats[word] }

// IsPartisan reports whether a word is what those of a party are called: "republican".
func IsPartisan(word string) bool { return partisans[word] }
