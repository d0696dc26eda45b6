// Package find searches a text and filters lists, as a reader types: a query in lower case finds any case, one without
// accents finds letters with them, and straight quotes, hyphens and spaces find whatever print has in their place.
// What it finds are ranges of the text as it is. A search takes time in proportion to the text, whatever the query.
package find

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"hearsay/analysis/text"
)

// All is every place of s where the query stands, in order; places do not overlap. A query with a capital letter finds
// only its own case, and one with an accent only letters with their accents. White space in the query finds any run of
// it. A query that is empty or nothing but white space finds nothing.
func All(s, query string) []text.Span {
	p := compile(query)
	if len(p.units) == 0 {
		return nil
	}
	var found []text.Span
	r := p.over(s)
	for span, ok := r.next(0); ok; span, ok = r.next(span.End) {
		found = append(found, span)
	}
	return found
}

// Matches reports whether every word of the query stands in s, in any order and also as a part of a word. It compares
// as [All] does. An empty query matches everything.
func Matches(query, s string) bool { return Filter(query)(s) }

// Filter is [Matches] for one query and many texts, one at a time.
func Filter(query string) func(s string) bool {
	how := foldingFor(query)
	var words []*search
	for word := range strings.FieldsSeq(query) {
		if p := how.compile(word); len(p.units) > 0 {
			words = append(words, p.over(""))
		}
	}
	return func(s string) bool {
		for _, word := range words {
			word.s = s
			if _, ok := word.next(0); !ok {
				return false
			}
		}
		return true
	}
}

// Next is the index of the first span that starts at the offset or behind it, from the text's start again where there
// is none, and -1 where there are no spans. They must be in order.
func Next(spans []text.Span, offset int) int {
	if len(spans) == 0 {
		return -1
	}
	return sort.Search(len(spans), func(i int) bool { return spans[i].Start >= offset }) % len(spans)
}

// Prev is the index of the last span that starts before the offset, from the text's end again where there is none, and
// -1 where there are no spans. They must be in order.
func Prev(spans []text.Span, offset int) int {
	if len(spans) == 0 {
		return -1
	}
	before := sort.Search(len(spans), func(i int) bool { return spans[i].Start >= offset })
	return (before - 1 + len(spans)) % len(spans)
}

// pattern is a query made ready for searching.
type pattern struct {
	folding
	units []rune
	// back is how much of the query still matches where one more unit does not: the table of Knuth, Morris and Pratt.
	back []int
	// starts are the bytes with which a place may start.
	starts [256]bool
}

func compile(query string) *pattern { return foldingFor(query).compile(query) }

// foldingFor is what the query as a whole takes to be the same.
func foldingFor(query string) folding {
	f := folding{cases: true, marks: true}
	for _, r := range norm.NFD.String(query) {
		if unicode.IsUpper(r) || unicode.IsTitle(r) {
			f.cases = false
		}
		if _, stroke := strokes[r]; stroke || unicode.Is(unicode.Mn, r) {
			f.marks = false
		}
	}
	return f
}

func (f folding) compile(query string) *pattern {
	p := &pattern{folding: f}
	for u := range f.units(query) {
		p.units = append(p.units, u.r)
	}
	if !slices.ContainsFunc(p.units, func(r rune) bool { return r != ' ' }) {
		p.units = nil
	}
	for b := range p.starts {
		p.starts[b] = b >= utf8.RuneSelf || len(p.units) > 0 && f.ascii(byte(b)) == p.units[0]
	}
	p.back = make([]int, len(p.units)+1)
	for i, k := 1, 0; i < len(p.units); i++ {
		for k > 0 && p.units[i] != p.units[k] {
			k = p.back[k]
		}
		if p.units[i] == p.units[k] {
			k++
		}
		p.back[i+1] = k
	}
	return p
}
