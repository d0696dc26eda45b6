package find

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// unit is what a search compares: a letter without its differences of case, a sign for all signs of its sort, a space for any
// run of white space.
type unit struct {
	r          rune
	start, end int // the bytes of the text it comes from
	// Where one sign of the text makes several units, a match may start only at the first and end only at the last.
	first, last bool
}

// folding is what a search takes to be the same.
type folding struct {
	cases bool // upper and lower case
	marks bool // letters with and without their accents
}

// units yields the units of s.
func (f folding) units(s string) iter.Seq[unit] {
	return func(yield func(unit) bool) {
		for i := 0; i < len(s); {
			if n := spaces(s[i:]); n > 0 {
				if !yield(unit{' ', i, i + n, true, true}) {
					return
				}
				i += n
				continue
			}
			r, n := utf8.DecodeRuneInString(s[i:])
			if r < utf8.RuneSelf {
				if !yield(unit{f.ascii(r), i, i + 1, true, true}) {
					return
				}
			} else if !f.spell(r, i, i+n, yield) {
				return
			}
			i += n
		}
	}
}

func (f folding) ascii(r rune) rune {
	if f.cases && 'A' <= r && r <= 'Z' {
		return r + 'a' - 'A'
	}
	if r == '`' {
		return '\''
	}
	return r
}

// spell yields the units of a sign beyond ASCII.
func (f folding) spell(r rune, start, end int, yield func(unit) bool) bool {
	var buf [16]rune
	out := buf[:0]
	for _, part := range decompose(r) {
		out = f.appendFolded(out, part)
	}
	for i, part := range out {
		if !yield(unit{part, start, end, i == 0, i == len(out)-1}) {
			return false
		}
	}
	return true
}

// decompose takes the accents off a letter, and stand behind it.
func decompose(r rune) string {
	s := string(r)
	if d := norm.NFD.PropertiesString(s).Decomposition(); d != nil {
		return string(d)
	}
	return s
}

// appendFolded adds what r is compared as.
func (f folding) appendFolded(out []rune, r rune) []rune {
	if kin, ok := sorts[r]; ok {
		return append(out, []rune(kin)...)
	}
	switch {
	case unicode.Is(unicode.Cf, r), f.marks && unicode.Is(unicode.Mn, r):
		return out
	case !f.cases:
		return append(out, r)
	}
	if full, ok := fullFold[r]; ok {
		return append(out, []rune(full)...)
	}
	return append(out, simpleFold(r))
}

// simpleFold is the same for all letters that differ in case alone.
func simpleFold(r rune) rune {
	least := r
	for k := unicode.SimpleFold(r); k != r; k = unicode.SimpleFold(k) {
		least = min(least, k)
	}
	if 'A' <= least && least <= 'Z' {
		return least + 'a' - 'A'
	}
	return least
}

// spaces is the length of the white space s starts with.
func spaces(s string) int {
	n := 0
	for n < len(s) {
		r, size := rune(s[n]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[n:])
		}
		if !unicode.IsSpace(r) && r != '\u200b' {
			break
		}
		n += size
	}
	return n
}

// sorts are the signs that a keyboard has one key for and print has many.
var sorts = map[rune]string{
	'‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'", '´': "'", 'ʼ': "'", '‹': "'", '›': "'",
	'“': `"`, '”': `"`, '„': `"`, '‟': `"`, '″': `"`, '«': `"`, '»': `"`,
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '―': "-", '−': "-",
	'…': "...", 'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st",
}

// fullFold are the letters that are several letters in the other case.
var fullFold = map[rune]string{'ß': "ss", 'ẞ': "ss", 'ŉ': "'n"}
