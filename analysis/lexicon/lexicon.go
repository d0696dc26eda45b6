// Package lexicon knows the words by which English attributes: verbs of speech, thought, wish and judgement, the nouns
// made of them, and adverbs such as "reportedly". It promises nothing about a word it does not list: rare cues are learnt
// from their surroundings.
package lexicon

import (
	_ "embed"
	"strings"

	"hearsay/analysis/tags"
)

// Class tells what a word does when it attributes.
type Class uint8

// The classes of cues.
const (
	None    Class = iota
	Say           // tells in so many words: "say", "state", "write"
	Tell          // takes the one who is told as its object: "tell", "assure"
	Ask           // "ask", "wonder"
	Argue         // puts a view forward or against: "argue", "insist", "deny"
	Judge         // praises or blames: "praise", "criticize"
	Promise       // "vow", "offer", "agree"
	Demand        // "urge", "call for", "order"
	Think         // "believe", "know", "expect"
	Want          // "want", "hope", "plan"
	Express       // "express", "voice", "signal": the words said are in its object
	Show          // "suggest", "show", "reveal": papers and figures do this too
	Seem          // "seem", "appear"
	Noun          // a noun of speech or thought: "claim", "statement", "view"
	Adverb        // "reportedly"
)

var classNames = [...]string{"", "say", "tell", "ask", "argue", "judge", "promise", "demand", "think", "want", "express", "show", "seem",
	"noun", "adverb"}

// String gives the class's name.
func (c Class) String() string { return classNames[c] }

//go:embed cues.txt
var cues string

// The words of cues.txt by class: verbs apart from nouns and adverbs, since "claim" is both.
var verbs, others = read(cues)

func read(lines string) (verbs, others map[string]Class) {
	verbs, others = map[string]Class{}, map[string]Class{}
	for line := range strings.Lines(lines) {
		name, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		for c := Say; ok && c <= Adverb; c++ {
			if classNames[c] != name {
				continue
			}
			for w := range strings.FieldsSeq(words) {
				if c < Noun {
					verbs[w] = c
				} else {
					others[w] = c
				}
			}
		}
	}
	return verbs, others
}

// Of returns the class of a word by its base form and tag.
func Of(lemma string, t tags.Tag) Class {
	switch {
	case t.Verb():
		return verbs[lemma]
	case t.Noun(), t.Adverb():
		return others[lemma]
	}
	return None
}

// Speaks reports whether a verb of the class, with words in quotation marks beside it, makes them someone's words.
func (c Class) Speaks() bool { return c >= Say && c <= Demand }
