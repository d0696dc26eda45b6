package wordpiece

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// basicTokenizer goes through the words of a token, as BERT's basic tokenizer does: what stands between punctuation,
// and each punctuation mark, in lower case and without accents.
type basicTokenizer struct {
	rest       string
	decomposed bool   // rest is in lower case and in Unicode's form NFD
	word       []byte // the word, behind the bytes that are kept free
	letters    int
}

// next goes on to the next word.
func (w *basicTokenizer) next() bool {
	w.word, w.letters = w.word[:len(continuation)], 0
	for w.rest != "" {
		c := w.rest[0]
		if c >= utf8.RuneSelf && !w.decomposed {
			w.rest, w.decomposed = norm.NFD.String(strings.ToLower(w.rest)), true
			continue
		}
		r, n := rune(c), 1
		if c >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(w.rest)
		} else if 'A' <= c && c <= 'Z' {
			r += 'a' - 'A'
		}
		kind := kindOf(r)
		if (kind == punctuation || kind == space) && w.letters > 0 {
			return true
		}
		w.rest = w.rest[n:]
		if kind == punctuation || kind == letter {
			w.word = utf8.AppendRune(w.word, r)
			w.letters++
		}
		if kind == punctuation {
			return true
		}
	}
	return w.letters > 0
}

// kind says what a character is to a word.
type kind uint8

const (
	letter      kind = iota
	punctuation      // a word by itself
	space
	dropped // accents and control characters
)

var kindOfASCII = func() (t [utf8.RuneSelf]kind) {
	for c := range t {
		switch {
		case c == ' ' || c >= '\t' && c <= '\r' && c != '\v' && c != '\f':
			t[c] = space
		case c < ' ' || c == 0x7F:
			t[c] = dropped
		case c >= 33 && c <= 47 || c >= 58 && c <= 64 || c >= 91 && c <= 96 || c >= 123:
			t[c] = punctuation
		}
	}
	return t
}()

func kindOf(r rune) kind {
	switch {
	case r < utf8.RuneSelf:
		return kindOfASCII[r]
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.C, r) || r == utf8.RuneError:
		return dropped
	case unicode.Is(unicode.P, r) || unicode.Is(cjk, r):
		return punctuation
	case unicode.IsSpace(r):
		return space
	}
	return letter
}

// cjk are the characters of which each is a word: those that BERT's makers meant, which are not all of the script's.
var cjk = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0x3400, Hi: 0x4DBF, Stride: 1}, {Lo: 0x4E00, Hi: 0x9FFF, Stride: 1},
		{Lo: 0xF900, Hi: 0xFAFF, Stride: 1}},
	R32: []unicode.Range32{{Lo: 0x20000, Hi: 0x2A6DF, Stride: 1}, {Lo: 0x2A700, Hi: 0x2B73F, Stride: 1},
		{Lo: 0x2B740, Hi: 0x2B81F, Stride: 1}, {Lo: 0x2B820, Hi: 0x2CEAF, Stride: 1}, {Lo: 0x2F800, Hi: 0x2FA1F, Stride: 1}},
}
