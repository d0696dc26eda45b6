package find

import (
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/text"
)

// search runs a pattern over a text.
type search struct {
	*pattern
	s       string
	some    []unit // those of the sign that is looked at
	recent  []unit // the last units, as many as the pattern has, as a ring
	count   int
	matched int // how many units of the pattern the last units of the text are
}

func (p *pattern) over(s string) *search {
	return &search{pattern: p, s: s, recent: make([]unit, len(p.units))}
}

// next is the first place from byte i on where the pattern stands.
func (r *search) next(i int) (text.Span, bool) {
	for r.matched = 0; i < len(r.s); {
		if r.matched == 0 && !r.starts[r.s[i]] {
			i++
			continue
		}
		r.some, i = r.appendAt(r.some[:0], r.s, i)
		for _, u := range r.some {
			if !r.take(u) {
				continue
			}
			if span, ok := r.place(); ok {
				return span, true
			}
		}
	}
	return text.Span{}, false
}

// take reports whether one more unit of the text completes the pattern.
func (r *search) take(u unit) bool {
	n := len(r.units)
	r.recent[r.count%n] = u
	r.count++
	for r.matched > 0 && (r.matched == n || u.r != r.units[r.matched]) {
		r.matched = r.back[r.matched]
	}
	if u.r == r.units[r.matched] {
		r.matched++
	}
	return r.matched == n
}

// place is where the last units stand, if they are whole signs with all their accents.
func (r *search) place() (text.Span, bool) {
	n := len(r.units)
	first, last := r.recent[r.count%n], r.recent[(r.count-1)%n]
	more := accents(r.s[last.end:])
	ok := first.first && last.last && (r.marks || more == 0)
	return text.Span{Start: first.start, End: last.end + more}, ok
}

// accents is the length of the combining marks s starts with: they belong to the letter before.
func accents(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if r < utf8.RuneSelf || !unicode.Is(unicode.Mn, r) {
			break
		}
		n += size
	}
	return n
}
