package find

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// unit is what a search compares: a letter without its differences of case, a sign for all signs of its sort, a space
// for any run of white space.
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

// appendAt adds the units of what stands at byte i of s, and tells where it ends.
func (f folding) appendAt(out []unit, s string, i int) ([]unit, int) {
	if n := spaces(s[i:]); n > 0 {
		return append(out, unit{' ', i, i + n, true, true}), i + n
	}
	if b := s[i]; b < utf8.RuneSelf {
		return append(out, unit{f.ascii(b), i, i + 1, true, true}), i + 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	var buf [16]rune
	parts := f.spell(buf[:0], r)
	for k, part := range parts {
		out = append(out, unit{part, i, i + n, k == 0, k == len(parts)-1})
	}
	return out, i + n
}

// units yields the units of s.
func (f folding) units(s string) iter.Seq[unit] {
	return func(yield func(unit) bool) {
		var some []unit
		for i := 0; i < len(s); {
			some, i = f.appendAt(some[:0], s, i)
			for _, u := range some {
				if !yield(u) {
					return
				}
			}
		}
	}
}

// ascii is what a byte of ASCII is compared as.
func (f folding) ascii(b byte) rune {
	switch {
	case f.cases && 'A' <= b && b <= 'Z':
		return rune(b) + 'a' - 'A'
	case b == '`':
		return '\''
	case unicode.IsSpace(rune(b)):
		return ' '
	}
	return rune(b)
}

// spell adds what a sign beyond ASCII is compared as.
func (f folding) spell(out []rune, r rune) []rune {
	if kin, ok := sorts[r]; ok {
		return append(out, []rune(kin)...)
	}
	for _, part := range decompose(r) {
		out = f.appendFolded(out, part)
	}
	return out
}

// decompose is a letter followed by its accents.
func decompose(r rune) string {
	s := string(r)
	if d := norm.NFD.PropertiesString(s).Decomposition(); d != nil {
		return string(d)
	}
	return s
}

// appendFolded adds a letter without the differences that do not count.
func (f folding) appendFolded(out []rune, r rune) []rune {
	if unicode.Is(unicode.Cf, r) || f.marks && unicode.Is(unicode.Mn, r) {
		return out
	}
	if f.cases {
		r = simpleFold(r)
		if r == 'ß' {
			return append(out, 's', 's')
		}
	}
	if f.marks {
		if plain, ok := strokes[r]; ok {
			return append(out, []rune(plain)...)
		}
	}
	return append(out, r)
}

// simpleFold is the same for all letters that differ in case alone: the lower case of the first of them.
func simpleFold(r rune) rune {
	least := r
	for k := unicode.SimpleFold(r); k != r; k = unicode.SimpleFold(k) {
		least = min(least, k)
	}
	return unicode.ToLower(least)
}

// spaces is the length of the white space s starts with.
func spaces(s string) int {
	n := 0
	for n < len(s) {
		r, size := rune(s[n]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[n:])
		}
		if !unicode.IsSpace(r) && (n == 0 || !unicode.Is(unicode.Cf, r)) {
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

// strokes are the letters whose accent is a part of them, as a keyboard without them spells them.
var strokes = map[rune]string{
	'ø': "o", 'ł': "l", 'đ': "d", 'ħ': "h", 'ŧ': "t", 'ı': "i", 'æ': "ae", 'œ': "oe", 'ð': "d", 'þ': "th",
	'Ø': "O", 'Ł': "L", 'Đ': "D", 'Ħ': "H", 'Ŧ': "T", 'Æ': "AE", 'Œ': "OE", 'Ð': "D", 'Þ': "Th",
}
