// Package valence knows words that speak well or ill by themselves, whatever they are said of: "brilliant", "betrays".
// The words are those of the VADER lexicon: see the README beside them.
package valence

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed good.txt
var good string

//go:embed bad.txt
var bad string

var words = sync.OnceValue(func() map[string]int8 {
	all := make(map[string]int8, 6000)
	for _, l := range []struct {
		list string
		sign int8
	}{{good, 1}, {bad, -1}} {
		for w := range strings.Lines(l.list) {
			all[strings.TrimSuffix(w, "\n")] = l.sign
		}
	}
	return all
})

// Of is 1 for a word that speaks well, -1 for one that speaks ill, and 0 for any other. The word is in lower case.
func Of(word string) int { return int(words()[word]) }
