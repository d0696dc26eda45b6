// Package told puts what was found in an article into words for people, for the formats that people read. It promises
// that nothing it gives can steer a terminal or turn the direction of what stands around it.
package told

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/articles/export/controls"
)

// Line gathers words that are safe to show, in one line: white space becomes single spaces, and what acts is dropped.
type Line struct {
	strings.Builder
	space bool // white space is due before the next word
}

// Add adds words.
func (l *Line) Add(s string) {
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f':
			l.space = true
		case !controls.Acts(r):
			l.Flush()
			l.WriteRune(r)
		}
	}
}

// Flush writes the space that is due.
func (l *Line) Flush() {
	if l.space && l.Len() > 0 {
		l.WriteByte(' ')
	}
	l.space = false
}

// Space makes white space due, as if it had stood there.
func (l *Line) Space() { l.space = true }

// Clean is a text in one line that is safe to show.
func Clean(s string) string {
	var l Line
	l.Add(s)
	return l.String()
}

// Shortened is a text in one line of at most so many code points. What acts is left in: clean it before it is shown.
func Shortened(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	r := []rune(s)
	return strings.TrimSpace(string(r[:most-1])) + "…"
}
