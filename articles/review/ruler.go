package review

import (
	"unicode/utf8"

	"hearsay/analysis"
)

// ruler turns bytes of a text into code points.
type ruler struct {
	text string
	last [2]int // the last byte asked for, and its code point
}

func newRuler(text string) *ruler { return &ruler{text: text} }

// point is the code point at a byte. Most are asked for in reading order, so counting goes on from the last.
func (r *ruler) point(i int) int {
	i = max(0, min(len(r.text), i))
	from, n := r.last[0], r.last[1]
	if i < from {
		n -= utf8.RuneCountInString(r.text[i:from])
	} else {
		n += utf8.RuneCountInString(r.text[from:i])
	}
	r.last = [2]int{i, n}
	return n
}

func (r *ruler) points(spans []analysis.Span) [][2]int {
	out := make([][2]int, len(spans))
	for i, p := range spans {
		out[i] = [2]int{r.point(p.Start), r.point(p.End)}
	}
	return out
}
