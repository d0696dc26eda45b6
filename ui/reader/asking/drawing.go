package asking

import (
	"slices"
	"strings"

	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

const menuWidth = 92 // the widest a menu gets

// rect is where the menu stands on a screen of w by h cells: in the middle, no larger than it needs.
func (mn *Menu) rect(w, h int) layout.Rect {
	r := layout.Rect{W: min(w-2, menuWidth), H: min(h-2, len(mn.All)+4)}
	if w < 60 {
		r.W, r.H = w, min(h-1, len(mn.All)+4)
	}
	r.X, r.Y = (w-r.W)/2, max((h-1-r.H)/2, 0)
	return r
}

// Over draws the menu on top of the lines of a screen of w by h cells.
func (mn *Menu) Over(th *theme.Theme, dumb bool, w, h int, lines []string) {
	r := mn.rect(w, h)
	rows, in := r.H-4, r.W-2
	body := []string{
		draw.Line(th, in, draw.Plain(" › "+Visible(mn.input, max(in-4, 1)))),
		draw.Line(th, in, draw.Dim(strings.Repeat("─", in))),
	}
	for i := mn.top; i < min(mn.top+rows, len(mn.shown)); i++ {
		body = append(body, mn.line(th, dumb, i, in))
	}
	if len(mn.shown) == 0 {
		body = append(body, draw.Line(th, in, draw.Dim(" nothing of that name")))
	}
	foot := ""
	if len(mn.shown) > rows {
		foot = "more: ↑ ↓"
	}
	title := []draw.Seg{draw.Strong(" " + mn.Title + " ")}
	for i, l := range draw.Frame(th, r, title, foot, true, draw.Pad(body, r.Inner()), nil) {
		if y := r.Y + i; y < len(lines) {
			lines[y] = draw.Overlay(lines[y], l, r.X, r.X+r.W, w)
		}
	}
}

func (mn *Menu) line(th *theme.Theme, dumb bool, i, w int) string {
	c := mn.shown[i]
	left, right := append([]draw.Seg{draw.Plain(" ")}, c.Segs...), append(slices.Clone(c.About), draw.Plain(" "))
	if room := w - draw.Width(left); draw.Width(right) > room && draw.Width(right) > w/3 {
		right = nil // what it is counts for more than what is said about it
	}
	if i == mn.at && c.Do != nil {
		left[0].Text = draw.Mark(dumb)
		left, right = draw.Chosen(left, true), draw.Chosen(right, true)
	}
	return draw.Justified(th, w, left, right)
}

// Cursor is where the typed words end on a screen of w by h cells.
func (mn *Menu) Cursor(w, h int) (x, y int) {
	r := mn.rect(w, h)
	return min(r.X+4+CursorCells(mn.input), r.X+r.W-2), r.Y + 1
}

// Hints are the keys that matter in it; quit is the key that leaves the program, as it is shown.
func (mn *Menu) Hints(quit string) []draw.Hint {
	if mn.Stays {
		return []draw.Hint{{Key: "↑↓", Word: "choose"}, {Key: "↵", Word: "read"}, {Key: "type", Word: "to find"},
			{Key: quit, Word: "quit"}}
	}
	return []draw.Hint{{Key: "↑↓", Word: "choose"}, {Key: "↵", Word: "do it"}, {Key: "type", Word: "to find"},
		{Key: "esc", Word: "close"}}
}

// Click makes the line under a cell current; a second click chooses it, a click outside closes the menu.
func (mn *Menu) Click(x, y, w, h int, again bool) Outcome {
	r := mn.rect(w, h)
	if !r.Holds(x, y) {
		if mn.Stays {
			return Outcome{}
		}
		return Outcome{Closed: true, Do: mn.Left}
	}
	i := mn.top + y - r.Y - 3
	if y-r.Y < 3 || i >= len(mn.shown) || mn.shown[i].Do == nil {
		return Outcome{}
	}
	mn.at = i
	if again {
		return mn.run()
	}
	return Outcome{}
}
