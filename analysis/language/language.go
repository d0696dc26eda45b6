// Package language tells which language a text is written in. It leans towards English where a text is too short or too
// mixed to tell: that costs a reader less than an English article taken for another.
package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"

	"hearsay/analysis/lexicon"
)

const (
	// sampleSize is how much of a text is looked at, in bytes, in the first place at its start and then at its middle.
	sampleSize = 3000
	// fewLetters are too few to tell a language by.
	fewLetters = 60
	// English running text has more small words than one in six. Other languages share a few of them by chance, but
	// fewer than one in fifteen.
	englishShare = 6
	foreignShare = 15
	// manyLetters are enough to trust the look of a language even where it is much like another one.
	manyLetters = 300
)

// Of returns the ISO 639-1 code of a text's language; "en" where it cannot be told.
func Of(s string) string {
	sample := sampleOf(s)
	letters := 0
	for _, r := range sample {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	latin := mostlyLatin(sample)
	if letters == 0 || latin && (letters < fewLetters || english(sample, englishShare)) {
		return "en"
	}
	if kana(sample)*20 > letters { // which Chinese has not, however many of its characters Japanese borrows
		return "ja"
	}
	info := whatlanggo.Detect(sample)
	code := info.Lang.Iso6391()
	if foreign := letters >= manyLetters && !english(sample, foreignShare); code == "" || latin && !foreign &&
		!info.IsReliable() {
		return "en"
	}
	return code
}

// sampleOf returns the start and the middle of a long text, cut at white space where there is any.
func sampleOf(s string) string {
	if len(s) <= 2*sampleSize {
		return s
	}
	return cut(s[:sampleSize]) + " " + cut(s[len(s)/2:len(s)/2+sampleSize])
}

// cut takes what may be half a code point off both ends.
func cut(s string) string {
	for len(s) > 0 && !utf8.RuneStart(s[0]) {
		s = s[1:]
	}
	for k := 0; k < utf8.UTFMax && len(s) > 0; k++ {
		if r, n := utf8.DecodeLastRuneInString(s); r != utf8.RuneError || n > 1 {
			break
		}
		s = s[:len(s)-1]
	}
	return s
}

// mostlyLatin reports whether most letters of s are Latin ones.
func mostlyLatin(s string) bool {
	latin, all := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			all++
			if r < utf8.RuneSelf || unicode.Is(unicode.Latin, r) {
				latin++
			}
		}
	}
	return 2*latin >= all
}

// kana counts the letters of the Japanese syllabaries.
func kana(s string) (n int) {
	for _, r := range s {
		if unicode.In(r, unicode.Hiragana, unicode.Katakana) {
			n++
		}
	}
	return n
}

// smallWords are frequent in English and rare elsewhere.
var smallWords = lexicon.Words("writing", "frequent")

// english reports whether more than one word in so many is a small English one.
func english(s string, share int) bool {
	words, small := 0, 0
	for w := range strings.FieldsSeq(s) {
		words++
		if len(w) < 6 && smallWords[strings.ToLower(strings.Trim(w, ".,;:\"'“”‘’()"))] {
			small++
		}
	}
	return small*share > words
}
