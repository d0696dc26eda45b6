// Package draw puts stretches of text, each in one look, together to lines and frames of an exact size in cells. It
// promises that what comes from an article is drawn as text, whatever it holds, and that no line is wider or narrower
// than asked for.
package draw

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

// Seg is a stretch of a line in one look. Its text may come from an article: it is cleaned when it is drawn.
type Seg struct {
	Look theme.Look
	Text string
	// Link is the page that a terminal which knows links opens by a click on the stretch; empty for none. It must be an
	// address without control codes.
	Link string
}

// Plain is a stretch as it is.
func Plain(s string) Seg { return Seg{Text: s} }

// Strong is a stretch that stands out.
func Strong(s string) Seg { return As(theme.Strong, s) }

// Dim is a stretch that matters less.
func Dim(s string) Seg { return As(theme.Dim, s) }

// As is a stretch as a part of the screen.
func As(part theme.Part, s string) Seg { return Seg{Look: theme.Look{Part: part}, Text: s} }

// Of is a stretch in the colour of a speaker, counted from 0; one below 0 is nobody.
func Of(speaker int, s string) Seg { return Seg{Look: theme.Look{Speaker: speaker + 1}, Text: s} }

// Named is a stretch that names a speaker: it stands out, in their colour.
func Named(speaker int, s string) Seg {
	return Seg{Look: theme.Look{Speaker: speaker + 1, Part: theme.Strong}, Text: s}
}

// Width is how many cells stretches take.
func Width(segs []Seg) (w int) {
	for _, s := range segs {
		w += cells.Width(s.Text)
	}
	return w
}

// Mark stands before the current row of a list, and at the edge of the current quote.
func Mark(dumb bool) string {
	if dumb {
		return ">"
	}
	return "▌"
}

// Picked stands before a row that is marked to be taken away with others.
func Picked(dumb bool) string {
	if dumb {
		return "*"
	}
	return "●"
}

// Line draws segments as a line of exactly w cells: cut with an ellipsis, or filled up.
func Line(th *theme.Theme, w int, segs ...Seg) string {
	var b strings.Builder
	for i, s := range segs {
		if w <= 0 {
			break
		}
		text := cells.Clean(s.Text)
		if width := cells.Width(text); width > w || (width == w && more(segs[i+1:])) {
			text = cells.Truncate(text+"…", w)
		}
		w -= cells.Width(text)
		b.WriteString(Linked(s.Link, th.Paint(s.Look, text)))
	}
	if w > 0 {
		last := theme.Look{}
		if len(segs) > 0 {
			last.Part = segs[len(segs)-1].Look.Part
		}
		if last.Part != theme.Row {
			last.Part = theme.Plain
		}
		b.WriteString(th.Paint(last, strings.Repeat(" ", w)))
	}
	return b.String()
}

// Linked is a painted stretch that leads to a page, by OSC 8; one without a page is as it was.
func Linked(link, painted string) string {
	if link == "" || painted == "" {
		return painted
	}
	return ansi.SetHyperlink(link) + painted + ansi.ResetHyperlink()
}

func more(segs []Seg) bool {
	for _, s := range segs {
		if s.Text != "" {
			return true
		}
	}
	return false
}

// Justified puts left and right at the two ends of a line; left is cut first.
func Justified(th *theme.Theme, w int, left, right []Seg) string {
	rw := Width(right)
	if rw >= w {
		return Line(th, w, left...)
	}
	return Line(th, w-rw, left...) + Line(th, rw, right...)
}

// Chosen draws segments as the current row of a list.
func Chosen(segs []Seg, focused bool) []Seg {
	part := theme.RowIdle
	if focused {
		part = theme.Row
	}
	out := make([]Seg, len(segs))
	for i, s := range segs {
		s.Look.Part = part
		out[i] = s
	}
	return out
}

// Frame draws lines in a box with a title above and a foot below. The box in focus is heavy, others are thin. Its right
// edge may be given, a piece for each line.
func Frame(th *theme.Theme, r layout.Rect, title []Seg, foot string, focused bool, lines, right []string) []string {
	edge, look := "┌─┐│└┘", theme.Look{Part: theme.Dim}
	if focused {
		edge, look = "┏━┓┃┗┛", theme.Look{Part: theme.Strong}
	}
	e := []rune(edge)
	in := r.W - 2
	out := make([]string, 0, r.H)
	out = append(out, th.Paint(look, string(e[0]))+rule(th, look, string(e[1]), in, title, true)+th.Paint(look,
		string(e[2])))
	side := th.Paint(look, string(e[3]))
	for i := range r.H - 2 {
		text := strings.Repeat(" ", in)
		if i < len(lines) {
			text = lines[i]
		}
		end := side
		if i < len(right) {
			end = right[i]
		}
		out = append(out, side+text+end)
	}
	var footer []Seg
	if foot != "" {
		footer = []Seg{Dim(" " + foot + " ")}
	}
	return append(out, th.Paint(look, string(e[4]))+rule(th, look, string(e[1]), in, footer, false)+th.Paint(look,
		string(e[5])))
}

// rule draws a horizontal edge with words in it, at its left or at its right end.
func rule(th *theme.Theme, look theme.Look, dash string, w int, words []Seg, left bool) string {
	ww := min(Width(words), w-1)
	if ww <= 0 {
		return th.Paint(look, strings.Repeat(dash, max(w, 0)))
	}
	text := Line(th, ww, words...)
	if left {
		return text + th.Paint(look, strings.Repeat(dash, w-ww))
	}
	return th.Paint(look, strings.Repeat(dash, w-ww-1)) + text + th.Paint(look, dash)
}
