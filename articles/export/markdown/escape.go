package markdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/articles/export/controls"
	"hearsay/articles/export/told"
)

// escaped is a text in one line that begins a paragraph and is no markup.
func escaped(s string) string { return begun(inner(s)) }

// inner is a text in one line that stands among other words and is no markup.
func inner(s string) string { return told.Clean(marks(s)) }

// special are the marks that can begin markup wherever they stand, in one Markdown or another.
const special = "\\`*[]<>|~${}"

// marks puts a backslash before every mark that could begin markup. It is given words as they stand, and leaves out
// only what would not be shown.
func marks(s string) string {
	s = strings.Map(func(r rune) rune {
		if controls.Acts(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
	var b strings.Builder
	for i, r := range s {
		if begins(s, i, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// begins reports whether a mark could begin markup where it stands.
func begins(s string, i int, r rune) bool {
	switch r {
	case '_':
		return !between(s, i)
	case '&':
		return entity(s[i+1:])
	}
	return strings.ContainsRune(special, r)
}

// between reports whether letters or digits stand on both sides, where _ is a letter like others.
func between(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+1:])
	word := func(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	return word(before) && word(after)
}

// entity reports whether what follows an ampersand might make a character of it, here or with the words that come next.
func entity(after string) bool {
	return after == "" || after[0] == '#' || entityName.MatchString(after)
}

var entityName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]*(;|$)`)

// beginning is what begins something other than a paragraph: a heading, a list, a rule, a definition, or the
// line below a heading.
var beginning = regexp.MustCompile(`^(?:[-+=#:]|(\d{1,9})[.)])`)

// begun is an escaped line that begins a paragraph.
func begun(s string) string {
	at := beginning.FindStringSubmatchIndex(s)
	switch {
	case at == nil:
		return s
	case at[2] >= 0:
		return s[:at[3]] + `\` + s[at[3]:]
	}
	return `\` + s
}
