package quotations

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/text"
)

// convention is a way of writing quotation marks.
type convention uint8

const (
	none convention = iota
	curly
	straight
	apostrophes // two of them, or two back quotes and two apostrophes
	low         // „ and “, or „ and ”
	guillemets
	angles // single guillemets
	corners
	whiteCorners
	singleCurly
	singleStraight
	singleLow
)

// single reports whether the convention has single marks.
func (c convention) single() bool { return c >= singleCurly }

// role is what a mark can do.
type role struct {
	convention
	opens, closes bool
	// certain is true where the mark's shape tells whether it opens or closes.
	certain bool
}

// roleOf tells what the token at i can do as a quotation mark, seen within the paragraph's tokens from and to.
func roleOf(t *text.Text, i, from, to int) role {
	switch t.Word(i) {
	case "“":
		return role{curly, true, false, true}
	case "”":
		return role{curly, false, true, true}
	case "„":
		return role{low, true, false, true}
	case "«", "»":
		return turned(t, i, from, to, role{convention: guillemets}, t.Word(i) == "«")
	case "‹", "›":
		return turned(t, i, from, to, role{convention: angles}, t.Word(i) == "‹")
	case "「":
		return role{corners, true, false, true}
	case "」":
		return role{corners, false, true, true}
	case "『":
		return role{whiteCorners, true, false, true}
	case "』":
		return role{whiteCorners, false, true, true}
	case "``":
		return role{apostrophes, true, false, true}
	case "\"", "＂":
		if inches(t, i, from, to) {
			return role{}
		}
		return byContext(t, i, from, to, role{convention: straight})
	case "''":
		return byContext(t, i, from, to, role{convention: apostrophes})
	case "‘":
		return role{singleCurly, true, false, true}
	case "‚":
		return role{singleLow, true, false, true}
	case "’":
		return role{singleCurly, false, true, false}
	case "'", "`":
		return byContext(t, i, from, to, role{convention: singleStraight})
	}
	return role{}
}

// inches reports whether a straight mark stands for inches: right behind a number, before a word in lower case, where
// the next mark of its kind can only close, so that this one does not: "a plank 6" wide and 12" long,".
func inches(t *text.Text, i, from, to int) bool {
	if i == from || i+1 >= to || t.Tokens[i].Spaced || !isNumber(t.Word(i-1)) {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(t.Word(i + 1)); !t.Tokens[i+1].Spaced || !unicode.IsLower(r) {
		return false
	}
	for k := i + 1; k < min(to, i+ahead); k++ {
		if t.Word(k) == "\"" {
			r := byContext(t, k, from, to, role{convention: straight})
			return r.closes && !r.opens
		}
	}
	return false
}

// isNumber reports whether a token is written in digits.
func isNumber(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsDigit(r)
}

// byContext tells by the white space and marks around a mark whether it opens or closes; where they do not tell, both.
func byContext(t *text.Text, i, from, to int, r role) role {
	before := i > from && !t.Tokens[i].Spaced && !opening(t.Word(i-1))
	after := i+1 < to && !t.Tokens[i+1].Spaced && !closing(t.Word(i+1))
	switch {
	case before && !after:
		r.closes = true
	case after && !before:
		r.opens = true
	default:
		r.opens, r.closes = true, true
	}
	return r
}

// turned tells how a guillemet is used: French opens with «, German and Danish with ». Spaces inside the marks, as the
// French set them, tell nothing.
func turned(t *text.Text, i, from, to int, r role, left bool) role {
	c := byContext(t, i, from, to, r)
	if c.opens && c.closes {
		c.opens, c.closes = left, !left
	}
	return c
}

// opening reports whether a mark may stand right before an opening quotation mark.
func opening(w string) bool {
	switch w {
	case "(", "[", "{", "—", "–", "--", "-", "“", "‘", "\"", "'", "''", "``", "`", "/", "«", "…", "...":
		return true
	}
	return false
}

// closing reports whether a mark may stand right behind a closing quotation mark.
func closing(w string) bool {
	switch w {
	case ".", "'s", "’s":
		return true
	}
	r, _ := utf8.DecodeRuneInString(w)
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !strings.ContainsRune("$£€#@([.", r)
}
