package text

import (
	"unicode"
	"unicode/utf8"
)

// class says what a code point can be part of.
type class uint8

const (
	space  class = iota
	letter       // also digits of other scripts, combining and invisible marks, and bytes that are no code point
	digit
	mark // everything else
)

var asciiClass = func() (t [128]class) {
	for c := range t {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_':
			t[c] = letter
		case c >= '0' && c <= '9':
			t[c] = digit
		case c == ' ' || c >= '\t' && c <= '\r':
			t[c] = space
		default:
			t[c] = mark
		}
	}
	return t
}()

// classAt returns the code point at i, its length and its class; beyond the end it is white space.
func classAt(s string, i int) (rune, int, class) {
	if i >= len(s) {
		return 0, 0, space
	}
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1, asciiClass[c]
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	switch {
	case unicode.IsSpace(r):
		return r, n, space
	case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) || unicode.Is(unicode.Cf, r):
		return r, n, letter
	}
	return r, n, mark
}

// classBefore returns the code point that ends at i, its length and its class.
func classBefore(s string, i int) (rune, int, class) {
	_, n := utf8.DecodeLastRuneInString(s[:i])
	return classAt(s, i-n)
}
