package names

import (
	_ "embed"
	"strings"
	"sync"

	"hearsay/analysis/lexicon"
)

// Sex is what a given name or a title shows of its bearer's gender, a set of bits: both are set for a name of either.
type Sex uint8

// The bits of a Sex.
const (
	SexMale Sex = 1 << iota
	SexFemale
)

// givenNames are read when the first word is looked up: a program that asks for no names does not wait for them.
var givenNames = sync.OnceValue(readGivenNames)

// readGivenNames reads the lists of the Names Corpus, Version 1.3, copyright 1991 Mark Kantrowitz, additions by Bill
// Ross, and the names that were met besides.
func readGivenNames() map[string]Sex {
	given := make(map[string]Sex, 8192)
	for _, l := range []struct {
		file string
		sex  Sex
	}{{"names/given-men", SexMale}, {"names/given-women", SexFemale}} {
		for _, s := range lexicon.Sections(l.file) {
			for _, e := range s.Entries {
				given[e.Word] |= l.sex
			}
		}
	}
	return given
}

// Given tells whose given name a word is; zero where it is none that is known.
func Given(word string) Sex { return givenNames()[strings.ToLower(word)] }

// Words that stand before a person's name as its title, with the sex they show.
var titles = lexicon.Groups("names/titles", map[string]Sex{"either": 0, "men": SexMale, "women": SexFemale})

// Title tells whether a word is a title of persons, and the sex it shows.
func Title(word string) (Sex, bool) {
	s, ok := titles[strings.ToLower(word)]
	return s, ok
}

// Heads and endings of organisations' names.
var orgWords = lexicon.Words("names/words", "organizations")

// Places that speak for a government, and the world's larger ones.
var placeWords = lexicon.Words("names/words", "places")

// Words that stand in names but begin with a small letter.
var particles = lexicon.Words("names/words", "particles")
