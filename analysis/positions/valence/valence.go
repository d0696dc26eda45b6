// Package valence knows words that speak well or ill by themselves, whatever they are said of: "brilliant", "betrays".
// The words are those of the VADER lexicon: see README.valence beside them in analysis/lexicon.
package valence

import (
	"sync"

	"hearsay/analysis/lexicon"
)

// words are read when the first is asked for: a program that asks for none does not wait for them.
var words = sync.OnceValue(func() map[string]int8 {
	return lexicon.Groups("stances/valence", map[string]int8{"good": 1, "bad": -1})
})

// Of is 1 for a word that speaks well, -1 for one that speaks ill, and 0 for any other. The word is in lower case.
func Of(word string) int { return int(words()[word]) }
