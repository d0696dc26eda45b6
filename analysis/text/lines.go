package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a line of a text without the white space at its ends.
type line struct {
	Span
	blank  bool // an empty line, or a paragraph separator, stands before it
	indent int  // white space before its first word, in code points
	width  int  // without the indent, in code points
	// ended is true where it ends as a sentence does, abridged where it ends with the period of an abbreviation, and
	// single where the whole of it is one sentence.
	ended, abridged, single bool
	lower                   bool // it begins with a small letter
	list                    bool // it begins as an item of a list, or with the label of who speaks
}

// cutLines returns the lines that hold more than white space.
func cutLines(s string) []line {
	var lines []line
	blank := true
	for at := 0; at < len(s); {
		end, next, parts := lineEnd(s, at)
		if p := trim(s, Span{at, end}); !p.Empty() {
			lines = append(lines, newLine(s, p, at, blank))
			blank = false
		} else {
			blank = true
		}
		blank = blank || parts
		at = next
	}
	return lines
}

// newLine looks at how a line begins and ends.
func newLine(s string, p Span, start int, blank bool) line {
	words := p.Of(s)
	first, _ := utf8.DecodeRuneInString(words)
	l := line{Span: p, blank: blank, indent: utf8.RuneCountInString(s[start:p.Start]),
		width: utf8.RuneCountInString(words), lower: unicode.IsLower(first), list: listed(words)}
	l.ended, l.abridged = ended(words), abridgedEnd(words)
	l.single = l.ended && !endsInside(words)
	return l
}

// lineEnd returns where the line that starts at i ends, where the next one starts, and whether the break between them
// is one that parts paragraphs by itself.
func lineEnd(s string, i int) (end, next int, parts bool) {
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\r' && i+1 < len(s) && s[i+1] == '\n':
			return i, i + 2, false
		case c == '\n' || c == '\r':
			return i, i + 1, false
		case c == '\f':
			return i, i + 1, true
		case c == 0xC2 && i+1 < len(s) && s[i+1] == 0x85: // next line
			return i, i + 2, false
		case c == 0xE2 && strings.HasPrefix(s[i:], "\u2028"):
			return i, i + 3, false
		case c == 0xE2 && strings.HasPrefix(s[i:], "\u2029"):
			return i, i + 3, true
		}
	}
	return len(s), len(s), false
}

// closers are the marks that may stand behind the last mark of a sentence.
const closers = "\"'”’»›)]}」』"

// ended reports whether a line ends with the mark of a sentence, and what closes behind it.
func ended(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, closers))
	return strings.ContainsRune(".?!…:;。？！", r)
}

// abridgedEnd reports whether a line ends with the period of an abbreviation, behind which a sentence may go on.
func abridgedEnd(line string) bool {
	return strings.HasSuffix(line, ".") && shortened(line[:len(line)-1])
}

// endsInside reports whether a sentence ends within a line, and another begins.
func endsInside(line string) bool {
	for i := 0; i < len(line); i++ {
		if c := line[i]; c != '.' && c != '?' && c != '!' {
			continue
		}
		rest := strings.TrimLeft(line[i+1:], closers)
		next := strings.TrimLeftFunc(rest, unicode.IsSpace)
		if len(next) == 0 || len(next) == len(rest) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, "\"'“‘«("))
		if unicode.IsUpper(r) && (line[i] != '.' || !shortened(line[:i])) {
			return true
		}
	}
	return false
}

// shortened reports whether what stands before a period is an abbreviation or an initial.
func shortened(before string) bool {
	word := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	word = strings.TrimLeftFunc(word, unicode.IsPunct)
	if len(word) == 1 {
		return unicode.IsUpper(rune(word[0]))
	}
	word = strings.ToLower(word)
	return strings.Contains(word, ".") || abbreviations[word] != notAbbreviation
}

// longestLabel is how many bytes before a colon may be the label of who speaks. That of a guest with their office, "ANN
// BELL, HARBOUR MASTER OF KESTLE BAY:", has forty.
const longestLabel = 60

// listed reports whether a line begins as an item of a list, with the label of who speaks, or with a dash before a
// name.
func listed(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	if strings.ContainsRune("-–—―•*·▪◦>#|~", r) {
		return true
	}
	if digits := len(line) - len(strings.TrimLeft(line, "0123456789")); digits > 0 && digits < len(line) {
		return strings.ContainsRune(".):", rune(line[digits])) && digits+1 < len(line) && line[digits+1] == ' '
	}
	return labelled(line)
}

// labelled reports whether a line begins with a label as of who speaks: in capitals, or a few words with one.
func labelled(line string) bool {
	r, n := utf8.DecodeRuneInString(line)
	colon := strings.IndexByte(line[:min(len(line), longestLabel)], ':')
	if colon < n || !unicode.IsUpper(r) {
		return false
	}
	label := line[:colon]
	return label == strings.ToUpper(label) || len(strings.Fields(label)) <= 3 && !strings.ContainsAny(label, ".,;“\"")
}
