package w3c

import (
	"index/suffixarray"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"hearsay/analysis"
	"hearsay/articles/export/offsets"
)

// selector is a TextQuoteSelector or a TextPositionSelector.
type selector struct {
	Type   string  `json:"type"`
	Exact  *string `json:"exact,omitempty"`
	Prefix *string `json:"prefix,omitempty"`
	Suffix *string `json:"suffix,omitempty"`
	Start  *int    `json:"start,omitempty"`
	End    *int    `json:"end,omitempty"`
}

const (
	// nearby is how many code points on each side are always given, as Hypothesis gives them.
	nearby = 32
	// farthest is the most that are given where fewer do not tell a place from all others.
	farthest = 1024
)

// finder makes selectors for the words of a text.
type finder struct {
	text  string
	ruler *offsets.Ruler
	index *suffixarray.Index
}

func newFinder(text string) *finder {
	return &finder{text, offsets.New(text, offsets.Points), suffixarray.New([]byte(text))}
}

// selectors find a span, by its words and by its place.
func (f *finder) selectors(s analysis.Span) []selector {
	from, to := f.around(s)
	exact, prefix, suffix := s.Of(f.text), f.text[from:s.Start], f.text[s.End:to]
	at := f.ruler.Span(s)
	return []selector{
		{Type: "TextQuoteSelector", Exact: &exact, Prefix: &prefix, Suffix: &suffix},
		{Type: "TextPositionSelector", Start: &at[0], End: &at[1]},
	}
}

// around is the stretch that tells the place of a span from every other place.
func (f *finder) around(s analysis.Span) (from, to int) {
	for n := nearby; ; n *= 2 {
		from, to = f.back(s.Start, n), f.on(s.End, n)
		whole := from == 0 && to == len(f.text)
		if whole || n >= farthest || len(f.index.Lookup([]byte(f.text[from:to]), 2)) < 2 {
			return from, to
		}
	}
}

// back is the place n code points before another, or a little less, where a character begins.
func (f *finder) back(at, n int) int {
	from := at
	for ; n > 0 && from > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(f.text[:from])
		from -= size
	}
	return min(f.boundary(from), at)
}

// on is the place n code points after another, or a little more, where a character ends.
func (f *finder) on(at, n int) int {
	to := at
	for ; n > 0 && to < len(f.text); n-- {
		_, size := utf8.DecodeRuneInString(f.text[to:])
		to += size
	}
	return f.boundary(to)
}

// lookBack is how many bytes before a place are looked at to see where characters begin.
const lookBack = 128

// boundary is the first place at or after another where one character ends and the next begins.
func (f *finder) boundary(at int) int {
	from := max(0, at-lookBack)
	for from < at && !utf8.RuneStart(f.text[from]) {
		from++
	}
	// A space or a line's end begins a character, whatever stands before it.
	if space := strings.LastIndexAny(f.text[from:at], " \n"); space >= 0 {
		from += space
	}
	// So may characters without end be: a letter under a thousand accents is cut.
	ahead := f.text[from:min(len(f.text), at+lookBack)]
	for g := graphemes.FromString(ahead); g.Next(); {
		if end := from + g.Start(); end >= at {
			return end
		}
	}
	if at+lookBack >= len(f.text) {
		return len(f.text)
	}
	return at
}
