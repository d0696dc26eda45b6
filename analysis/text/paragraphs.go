package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Paragraphs returns the paragraphs of a text. Blank lines part them. A single line break is white space where lines
// are hard-wrapped, where every sentence of a paragraph has a line of its own, inside a quotation that ends further on,
// and in the middle of a sentence; elsewhere it ends a paragraph.
func Paragraphs(s string) []Span {
	lines := cutLines(s)
	l := layoutOf(s, lines)
	var out []Span
	for i, at := range lines {
		if i > 0 && !at.blank && l.joins(i) {
			out[len(out)-1].End = at.End
			continue
		}
		out = append(out, at.Span)
	}
	return out
}

// trim takes the white space off both ends of a span.
func trim(s string, p Span) Span {
	w := p.Of(s)
	left := strings.TrimLeftFunc(w, unicode.IsSpace)
	p.Start += len(w) - len(left)
	p.End = p.Start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	return p
}

// cutAside cuts paragraphs at the edges of the stretches that stand aside.
func cutAside(s string, paragraphs, aside []Span) []Paragraph {
	cuts := joinSpans(s, aside)
	out := make([]Paragraph, 0, len(paragraphs))
	add := func(start, end int, aside bool) {
		if p := trim(s, Span{start, end}); !p.Empty() {
			out = append(out, Paragraph{Span: p, Aside: aside})
		}
	}
	for _, p := range paragraphs {
		at := p.Start
		for len(cuts) > 0 && cuts[0].End <= at {
			cuts = cuts[1:]
		}
		for k := 0; k < len(cuts) && cuts[k].Start < p.End; k++ {
			c := Span{max(cuts[k].Start, p.Start), min(cuts[k].End, p.End)}
			add(at, c.Start, false)
			add(c.Start, c.End, true)
			at = c.End
		}
		add(at, p.End, false)
	}
	return out
}

// joinSpans sorts spans, joins those that overlap, and brings their edges into the text and onto code points.
func joinSpans(s string, spans []Span) []Span {
	sorted := slices.Clone(spans)
	slices.SortFunc(sorted, func(a, b Span) int { return a.Start - b.Start })
	var out []Span
	for _, p := range sorted {
		p.Start, p.End = onBoundary(s, p.Start), onBoundary(s, p.End)
		if p.Empty() {
			continue
		}
		if n := len(out); n > 0 && p.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, p.End)
			continue
		}
		out = append(out, p)
	}
	return out
}

// onBoundary moves an offset into the text and back to where a code point starts.
func onBoundary(s string, i int) int {
	i = max(0, min(i, len(s)))
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}
