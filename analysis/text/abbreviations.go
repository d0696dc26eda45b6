package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/lexicon"
)

// abbreviation tells how a shortened word stands towards the end of a sentence.
type abbreviation uint8

const (
	notAbbreviation abbreviation = iota
	beforeName                   // a title: what follows is a name, never a new sentence
	beforeNumber                 // an abbreviation only where a number follows: "No. 1"
	inside                       // seldom the last word of a sentence
	last                         // often the last word of a sentence: "Inc.", "p.m."
)

var abbreviations = lexicon.Table("writing", "abbreviations", map[string]abbreviation{
	"name": beforeName, "number": beforeNumber, "inside": inside, "last": last,
})

// afterHyphen is what follows a word's last hyphen: the word where it has none.
func afterHyphen(word string) string { return word[strings.LastIndexByte(word, '-')+1:] }

// abbreviated is the word by which the table of abbreviations knows another, which stands here without its period: the
// last part of "ex-Sen" and "H.J.Res" in small letters.
func abbreviated(word string) string {
	word = strings.ToLower(afterHyphen(word))
	if k := strings.LastIndexByte(word, '.'); k >= 0 && k+2 < len(word) {
		word = word[k+1:]
	}
	return word
}

// initialFollows reports whether another initial stands after the white space at i.
func initialFollows(s string, i int) bool {
	_, n, _ := classAt(s, i)
	i += n
	return i+1 < len(s) && s[i] >= 'A' && s[i] <= 'Z' && s[i+1] == '.'
}

// nameFollows reports whether a capital letter, or an initial, stands after the white space at i.
func nameFollows(s string, i int) bool {
	r := afterSpace(s, i)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// numberFollows reports whether a digit stands after the white space at i.
func numberFollows(s string, i int) bool { return unicode.IsDigit(afterSpace(s, i)) }

// afterSpace returns the first code point after at most three code points of white space at i.
func afterSpace(s string, i int) rune {
	for k := 0; k < 3; k++ {
		r, n, c := classAt(s, i)
		if c != space || n == 0 {
			return r
		}
		i += n
	}
	r, _ := utf8.DecodeRuneInString(s[min(i, len(s)):])
	return r
}
