// Package offsets turns offsets in bytes of a text into what other programs count in. It promises that a text is
// counted once, whatever the number of offsets.
package offsets

import (
	"fmt"
	"unicode/utf8"

	"hearsay/analysis"
)

// Unit is what a program counts in.
type Unit int

// The units.
const (
	Points Unit = iota // Unicode code points, as Python and the files of most annotation tools
	UTF16              // UTF-16 code units, as JavaScript and whatever runs in a browser
)

// Units are all units, by their names on a command line.
func Units() []string { return []string{Points.String(), UTF16.String()} }

// String gives the unit's name.
func (u Unit) String() string { return [...]string{"points", "utf16"}[u] }

// Named finds a unit by its name.
func Named(name string) (Unit, error) {
	for _, u := range []Unit{Points, UTF16} {
		if name == u.String() {
			return u, nil
		}
	}
	return Points, fmt.Errorf("no unit is called %q", name)
}

// block is how many bytes are counted anew for an offset.
const block = 64

// Ruler measures one text in one unit.
type Ruler struct {
	text   string
	unit   Unit
	before []int // what stands before each block of the text
}

// New makes a ruler for a text.
func New(text string, unit Unit) *Ruler {
	r := &Ruler{text, unit, make([]int, 1, len(text)/block+2)}
	for i := 0; i < len(text); i += block {
		r.before = append(r.before, r.before[len(r.before)-1]+r.count(text[i:min(i+block, len(text))]))
	}
	return r
}

// At is how many units stand before the byte at i, which is taken for the nearest of the text.
func (r *Ruler) At(i int) int {
	i = min(max(i, 0), len(r.text))
	n := i / block
	return r.before[n] + r.count(r.text[n*block:i])
}

// Span measures a span.
func (r *Ruler) Span(s analysis.Span) [2]int { return [2]int{r.At(s.Start), r.At(s.End)} }

// Spans measures several spans; there is a list even where there are none.
func (r *Ruler) Spans(all []analysis.Span) [][2]int {
	out := make([][2]int, len(all))
	for i, s := range all {
		out[i] = r.Span(s)
	}
	return out
}

// count counts the units that begin in a stretch of bytes. What takes four bytes is a pair of units in UTF-16.
func (r *Ruler) count(s string) (n int) {
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
		if s[i] >= 0xf0 && r.unit == UTF16 {
			n++
		}
	}
	return n
}
