// Package oneline makes whatever an article, a file or a person's settings hold safe to write in a line on a terminal.
// It promises that nothing it gives acts on a terminal or turns the direction of what stands around it, and that it is
// not too long.
package oneline

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Reason says what is wrong with a file without the operation and the path that the standard library puts in front,
// since the file's name already stands before it.
func Reason(err error) string {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file"
	case errors.Is(err, fs.ErrPermission):
		return "not allowed to read it (see its permissions with ls -l)"
	case errors.As(err, &path):
		return path.Err.Error()
	}
	return err.Error()
}

// The longest name and the longest line that are written, in code points: names in files of articles can be of any
// length.
const (
	LongestName = 200
	LongestLine = 2000
)

// Clean makes text safe for a terminal: control codes, marks that turn the direction of writing and bytes that are no
// text are spelt out, as Go and C spell them.
func Clean(s string) string {
	s = Shorten(s, LongestLine)
	if strings.IndexFunc(s, Unsafe) < 0 && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[0])
		case Unsafe(r):
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		default:
			b.WriteRune(r)
		}
		s = s[size:]
	}
	return b.String()
}

// Unsafe tells whether a code point could do something to a terminal or to the order of what stands on it.
func Unsafe(r rune) bool {
	return unicode.Is(unicode.C, r) || r == '\u2028' || r == '\u2029'
}

// Shorten keeps the beginning of a text that is longer than n code points.
func Shorten(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i] + "…"
		}
	}
	return s
}
