// Package text cuts an article's text into paragraphs, sentences and tokens. It changes nothing: everything it returns
// is a range of the text it was given, every range lies on code point boundaries, and any bytes at all are accepted.
package text

import (
	"cmp"
	"slices"
)

// Span is a half-open range [Start, End) of an article's text, in bytes.
type Span struct{ Start, End int }

// Of returns the words of s at the span.
func (p Span) Of(s string) string { return s[p.Start:p.End] }

// Len is the span's length in bytes.
func (p Span) Len() int { return p.End - p.Start }

// Empty reports whether the span holds nothing.
func (p Span) Empty() bool { return p.End <= p.Start }

// Holds reports whether the byte at i lies in the span.
func (p Span) Holds(i int) bool { return p.Start <= i && i < p.End }

// Covers reports whether q lies wholly in the span.
func (p Span) Covers(q Span) bool { return p.Start <= q.Start && q.End <= p.End }

// Overlaps reports whether the two spans share a byte.
func (p Span) Overlaps(q Span) bool { return p.Start < q.End && q.Start < p.End }

// AnyCovers reports whether one of the spans covers q whole.
func AnyCovers(spans []Span, q Span) bool {
	return slices.ContainsFunc(spans, func(p Span) bool { return p.Covers(q) })
}

// Joined are spans in reading order, those that overlap as one, without those that hold nothing.
func Joined(spans []Span) []Span {
	var out []Span
	for _, p := range spans {
		if !p.Empty() {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	kept := 0
	for _, p := range out {
		if kept > 0 && p.Overlaps(out[kept-1]) {
			out[kept-1].End = max(out[kept-1].End, p.End)
			continue
		}
		out[kept] = p
		kept++
	}
	return out[:kept]
}
