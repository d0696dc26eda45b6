package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lines wider than this are not hard-wrapped ones, and neither are lines narrower than the least.
const (
	widestWrap    = 120
	narrowestWrap = 40
	raggedWrap    = 8 // how much shorter than the widest a wrapped line may stay though a word would have fitted
)

// line is a line of a text without the white space at its ends.
type line struct {
	Span
	blank bool // an empty line, or a paragraph separator, stands before it
	width int  // in code points
}

// Paragraphs returns the paragraphs of a text. Blank lines part them. Where lines are hard-wrapped, single line breaks
// are white space; elsewhere every line is a paragraph.
func Paragraphs(s string) []Span {
	lines := cutLines(s)
	width := wrapWidth(lines)
	var out []Span
	for i, l := range lines {
		if i > 0 && !l.blank && wraps(s, lines[i-1], l, width) {
			out[len(out)-1].End = l.End
			continue
		}
		out = append(out, l.Span)
	}
	return out
}

// cutLines returns the lines that hold more than white space.
func cutLines(s string) []line {
	var lines []line
	blank := true
	for at := 0; at < len(s); {
		end, next, parts := lineEnd(s, at)
		if l := trim(s, Span{at, end}); !l.Empty() {
			lines = append(lines, line{Span: l, blank: blank, width: utf8.RuneCountInString(l.Of(s))})
			blank = false
		} else {
			blank = true
		}
		blank = blank || parts
		at = next
	}
	return lines
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

// wrapWidth guesses the column at which a text is hard-wrapped, 0 where it is not.
func wrapWidth(lines []line) int {
	widths := make([]int, len(lines))
	for i, l := range lines {
		widths[i] = l.width
	}
	slices.Sort(widths)
	if len(widths) < 2 {
		return 0
	}
	// One line in twenty may be an address or a table that no one could wrap.
	w := widths[len(widths)-1-len(widths)/20]
	if w < narrowestWrap || w > widestWrap {
		return 0
	}
	return w
}

// wraps reports whether the break between two lines stands in the middle of a paragraph that is wrapped at width.
func wraps(s string, a, b line, width int) bool {
	if r, _ := utf8.DecodeRuneInString(b.Of(s)); unicode.IsLower(r) &&
		(width > 0 || a.width <= widestWrap && !ended(a.Of(s))) {
		return true
	}
	if width == 0 {
		return false
	}
	words := b.Of(s)
	if i := strings.IndexFunc(words, unicode.IsSpace); i >= 0 {
		words = words[:i]
	}
	return a.width+1+utf8.RuneCountInString(words) > width-raggedWrap
}

// ended reports whether a line ends with a mark, as the last line of a paragraph does.
func ended(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(line)
	return unicode.IsPunct(r) && r != ',' && r != '-'
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
