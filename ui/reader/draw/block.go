package draw

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

// reset ends every look.
const reset = "\x1b[m"

// Grounded has lines written on a ground, which is taken up again wherever a look ends; an empty ground changes
// nothing.
func Grounded(ground string, lines []string) []string {
	if ground == "" {
		return lines
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = ground + strings.ReplaceAll(l, reset, reset+ground) + reset
	}
	return out
}

// Fill makes lines of plain text as wide and as many as a screen of w by h cells.
func Fill(w, h int, lines []string) []string {
	out := make([]string, h)
	for i := range out {
		if i < len(lines) {
			out[i] = cells.Fit(lines[i], w)
		} else {
			out[i] = strings.Repeat(" ", w)
		}
	}
	return out
}

// Pad adds blank lines until a rectangle is full.
func Pad(lines []string, r layout.Rect) []string {
	for len(lines) < r.H {
		lines = append(lines, strings.Repeat(" ", r.W))
	}
	return lines
}

// Paragraph draws words wrapped in a rectangle.
func Paragraph(th *theme.Theme, r layout.Rect, words string, part theme.Part) (out []string) {
	for _, l := range cells.Wrap(words, max(r.W-2, 1)) {
		if len(out) < r.H {
			out = append(out, Line(th, r.W, Plain(" "), As(part, l)))
		}
	}
	return out
}

// Overlay puts a piece on a line of w cells, from one cell to another. A wide sign that it cuts in two becomes a blank.
func Overlay(under, piece string, from, to, w int) string {
	left, right := ansi.Cut(under, 0, from), ansi.Cut(under, to, w)
	if cells := ansi.StringWidth(right); cells > w-to {
		right = ansi.Cut(under, to+1, w)
	}
	left += strings.Repeat(" ", from-ansi.StringWidth(left))
	return left + piece + strings.Repeat(" ", w-to-ansi.StringWidth(right)) + right
}

// Meter draws a share, from 0 to 1, as a bar of w cells between brackets.
func Meter(done float64, w int) string {
	n := min(max(int(done*float64(w)), 0), w)
	return "[" + strings.Repeat("=", n) + strings.Repeat(" ", w-n) + "]"
}

// Hint is a key and the word for what it does, and the name of the action that a click on it does.
type Hint struct{ Key, Word, Action string }

// Hints puts keys and words beside each other.
func Hints(hints []Hint) (segs []Seg) {
	for _, h := range hints {
		segs = append(segs, Plain(" "), As(theme.Key, h.Key), Dim(" "+h.Word+" "))
	}
	return segs
}
