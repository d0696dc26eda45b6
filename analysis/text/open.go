package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// farthestClose is over how many line breaks a quotation may go on before its mark closes: a long answer that is cut at
// sixty columns. One that stays open longer lacks its mark.
const farthestClose = 24

// openQuotations tells by line whether the break before it stands in a quotation whose mark closes in this line or one
// of the next ones, before a blank line or an item of a list, and before another quotation opens at the beginning of a
// line, as the paragraphs of one speech do.
func openQuotations(s string, lines []line) []bool {
	quoted := make([]bool, len(lines))
	closer, from := "", 0 // what closes the quotation that is open, and the line it opened in
	for i, l := range lines {
		if l.blank || l.list || i-from > farthestClose || opensQuotation(l.Of(s)) {
			closer = ""
		}
		before := closer
		closed := false
		closer, closed = openAfter(l.Of(s), before)
		if before != "" && closed {
			for k := from + 1; k <= i; k++ {
				quoted[k] = true
			}
		}
		if closed || before == "" {
			from = i
		}
	}
	return quoted
}

// opensQuotation reports whether a line begins with a mark that opens a quotation.
func opensQuotation(line string) bool {
	closer, n := opening(line, 0)
	return n > 0 && closer != ""
}

// openAfter returns what closes the quotation that is open behind a line, empty where none is, and whether the one that
// was open before it closes in the line.
func openAfter(line, closer string) (after string, closed bool) {
	had := closer != ""
	for i := 0; i < len(line); {
		n := 0
		if closer != "" {
			n = closing(line, i, closer)
		}
		if n > 0 {
			closer, closed, had = "", closed || had, false
			i += n
			continue
		}
		// A mark that opens, where one of its kind is open, tells that the other lacks the one that closes it.
		if c, n := opening(line, i); n > 0 && (closer == "" || c == closer) {
			had = had && closer == ""
			closer = c
			i += n
			continue
		}
		i++
	}
	return closer, closed
}

// opening returns what closes the quotation that opens at i, and how long the mark is; 0 where none opens.
func opening(s string, i int) (closer string, n int) {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	free := i == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{—–-/", before)
	switch c := s[i]; {
	case c == '"' && free:
		closer, n = "\"", 1
	case c == '\'' && free && strings.HasPrefix(s[i:], "''"):
		closer, n = "''", 2
	case c == '`' && strings.HasPrefix(s[i:], "``"):
		closer, n = "''", 2
	case c < utf8.RuneSelf:
		return "", 0
	case strings.HasPrefix(s[i:], "“"):
		closer, n = "”", len("“")
	case strings.HasPrefix(s[i:], "‘") && free:
		closer, n = "’", len("‘")
	case strings.HasPrefix(s[i:], "«"):
		closer, n = "»", len("«")
	}
	if n == 0 || i+n == len(s) {
		return "", 0
	}
	if r, _ := utf8.DecodeRuneInString(s[i+n:]); unicode.IsSpace(r) {
		return "", 0
	}
	return closer, n
}

// closing returns how long the mark at i is that closes a quotation, 0 where none does.
func closing(s string, i int, closer string) int {
	if s[i] != closer[0] || !strings.HasPrefix(s[i:], closer) {
		return 0
	}
	n := len(closer)
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	switch {
	case closer == "’" && i+n < len(s) && unicode.IsLetter(after): // an apostrophe
		return 0
	case closer == "’" && unicode.IsLetter(before) && strings.Contains(s[i+n:], "’"): // of a plural's owner, perhaps
		return 0
	case i > 0 && unicode.IsSpace(before) && i+n < len(s) && !unicode.IsSpace(after): // one that opens
		return 0
	}
	return n
}
