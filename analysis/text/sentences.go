package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/lexicon"
)

// sentenceEnd returns the index behind the last token of the sentence that starts at from. The tokens are those of the
// paragraph, up to its end.
func sentenceEnd(s string, tokens []Token, from int) int {
	for i := from; i < len(tokens); i++ {
		end := terminator(tokens[i].Of(s))
		if end == goesOn || end == full && i+1 < len(tokens) && tokens[i+1].Of(s) == "." { // ". . ."
			continue
		}
		next := i + 1
		quoted := false
		for next < len(tokens) && !tokens[next].Spaced && closes(s, tokens, next) {
			quoted = true
			next++
		}
		if next == len(tokens) || starts(s, tokens, next, end, quoted) {
			return next
		}
	}
	return len(tokens)
}

// ending says what a token can do to a sentence.
type ending uint8

const (
	goesOn   ending = iota
	full            // a period
	asks            // a question or exclamation mark
	trails          // an ellipsis
	abridged        // an abbreviation that may be the last word
	wide            // the full stops of Chinese and Japanese, after which no space is needed
)

// terminator tells whether a sentence may end with the token.
func terminator(w string) ending {
	switch c := w[len(w)-1]; {
	case c == '?' || c == '!':
		return asks
	case c == '.' && len(w) == 1:
		return full
	case c == '.' && w[0] == '.':
		return trails
	case c == '.':
		return abridgedWord(w)
	case c < utf8.RuneSelf:
		return goesOn
	}
	switch w {
	case "…":
		return trails
	case "。", "？", "！", "｡":
		return wide
	case "।", "؟", "۔":
		return full
	}
	return goesOn
}

// abridgedWord tells whether a sentence may end with a word that keeps its period.
func abridgedWord(w string) ending {
	word := abbreviated(w[:len(w)-1])
	if abbreviations[word] == beforeName || abbreviations[word] == beforeNumber {
		return goesOn
	}
	return abridged
}

// closes reports whether a mark that stands right behind a sentence's last one still belongs to that sentence.
func closes(s string, tokens []Token, i int) bool {
	switch tokens[i].Of(s) {
	case "\"", "”", "’", "'", "''", "»", "›", ")", "]", "}", "」", "』":
		return true
	case "“": // closes in German, opens a sentence that lacks its space in English
		return i+1 == len(tokens) || tokens[i+1].Spaced
	}
	return false
}

// opens reports whether a mark may stand before the first word of a sentence.
func opens(w string) bool {
	switch w {
	case "\"", "“", "‘", "'", "''", "`", "``", "«", "‹", "„", "‚", "(", "[", "{", "「", "『", "—", "–", "--", "-", "•", "*",
		"¿", "¡":
		return true
	}
	return false
}

// starts reports whether a sentence may start with the token at i, after a sentence that ended the given way.
func starts(s string, tokens []Token, i int, end ending, quoted bool) bool {
	word, k := tokens[i].Of(s), i
	for opens(word) && k+1 < len(tokens) && k < i+3 {
		k++
		word = tokens[k].Of(s)
	}
	r, _ := utf8.DecodeRuneInString(word)
	if unicode.IsLower(r) || strings.ContainsRune(",;:", r) {
		return false
	}
	switch {
	case end == wide:
		return true
	case end == abridged:
		return starters[word]
	case !tokens[i].Spaced:
		return unicode.IsUpper(r) && end == full
	case end == asks && quoted:
		return !namedSpeaker(s, tokens, i)
	}
	return true
}

// starters are words that begin a sentence where they have a capital after an abbreviation.
var starters = func() map[string]bool {
	m := map[string]bool{}
	for w := range lexicon.Words("writing", "starters") {
		m[strings.ToUpper(w[:1])+w[1:]] = true
	}
	return m
}()

// spoke are the verbs that go on after a question or exclamation in quotation marks: "Why?" Mr. Smith asked.
var spoke = lexicon.Words("writing", "spoke")

// namedSpeaker reports whether a name and a verb of speech stand at i, so that the quotation before goes on with them.
func namedSpeaker(s string, tokens []Token, i int) bool {
	for k := i; k < len(tokens) && k < i+5; k++ {
		w := tokens[k].Of(s)
		if spoke[w] {
			return k > i
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return false
}
