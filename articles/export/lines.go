package export

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// acts reports whether a code point does something to a terminal, or to the order or the shape of what stands on it,
// instead of standing there itself.
func acts(r rune) bool {
	switch {
	case unicode.Is(unicode.Cc, r), r == '\u00ad', r == '\u2028', r == '\u2029', r == '\ufeff':
		return true
	case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == '\u061c', r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}

// line gathers words that are safe to show, in one line: white space becomes single spaces, and what acts is dropped.
type line struct {
	strings.Builder
	space bool // white space is due before the next word
}

func (l *line) add(s string) {
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f':
			l.space = true
		case !acts(r):
			l.flush()
			l.WriteRune(r)
		}
	}
}

// flush writes the space that is due.
func (l *line) flush() {
	if l.space && l.Len() > 0 {
		l.WriteByte(' ')
	}
	l.space = false
}

// clean is a text in one line that is safe to show.
func clean(s string) string {
	var l line
	l.add(s)
	return l.String()
}

// wrap breaks a line at its spaces so that none is wider than the width, and indents all of them but for what lead says
// the first begins with. A width of 0 or less breaks nothing.
func wrap(s string, width int, lead string) string {
	indent := strings.Repeat(" ", ansi.StringWidth(lead))
	if width > 0 {
		s = ansi.Wrap(s, max(width-len(indent), 1), "")
	}
	return lead + strings.ReplaceAll(s, "\n", "\n"+indent) + "\n"
}
