package reader

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/textinput"

	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
)

// rect is where the menu stands: in the middle, no larger than it needs.
func (mn *menu) rect(m *model) layout.Rect {
	w := min(m.w-2, menuWidth)
	h := min(m.h-2, len(mn.all)+4)
	if m.w < 60 {
		w, h = m.w, min(m.h-1, len(mn.all)+4)
	}
	return layout.Rect{X: (m.w - w) / 2, Y: max((m.h-1-h)/2, 0), W: w, H: h}
}

// over draws the menu on top of the screen's lines.
func (mn *menu) over(m *model, lines []string) {
	r := mn.rect(m)
	h, in := r.H-4, r.W-2
	body := []string{
		draw.Line(m.theme, in, draw.Plain(" › "+visible(mn.input, max(in-4, 1)))),
		draw.Line(m.theme, in, draw.Dim(strings.Repeat("─", in))),
	}
	for i := mn.top; i < min(mn.top+h, len(mn.shown)); i++ {
		body = append(body, mn.choiceLine(m, i, in))
	}
	if len(mn.shown) == 0 {
		body = append(body, draw.Line(m.theme, in, draw.Dim(" nothing of that name")))
	}
	foot := ""
	if len(mn.shown) > h {
		foot = "more: ↑ ↓"
	}
	for i, l := range draw.Frame(m.theme, r, []draw.Seg{draw.Strong(" " + mn.title + " ")}, foot, true, draw.Pad(body, r.Inner()), nil) {
		if y := r.Y + i; y < len(lines) {
			lines[y] = draw.Overlay(lines[y], l, r.X, r.X+r.W, m.w)
		}
	}
}

func (mn *menu) choiceLine(m *model, i, w int) string {
	c := mn.shown[i]
	left, right := append([]draw.Seg{draw.Plain(" ")}, c.segs...), append(slices.Clone(c.about), draw.Plain(" "))
	if room := w - draw.Width(left); draw.Width(right) > room && draw.Width(right) > w/3 {
		right = nil // what it is counts for more than what is said about it
	}
	if i == mn.at && c.do != nil {
		left[0].Text = draw.Mark(m.options.Dumb)
		left, right = draw.Chosen(left, true), draw.Chosen(right, true)
	}
	return draw.Justified(m.theme, w, left, right)
}

// cursor is where the typed words end.
func (mn *menu) cursor(m *model) (x, y int) {
	r := mn.rect(m)
	return min(r.X+4+cursorCells(mn.input), r.X+r.W-2), r.Y + 1
}

func cursorCells(ti textinput.Model) int {
	r := []rune(ti.Value())
	return cells.Width(string(r[:min(ti.Position(), len(r))]))
}

func (mn *menu) hints(m *model) []draw.Hint {
	if mn.stays {
		return []draw.Hint{{Key: "↑↓", Word: "choose"}, {Key: "↵", Word: "read"}, {Key: "type", Word: "to find"}, {Key: m.say("quit"), Word: "quit"}}
	}
	return []draw.Hint{{Key: "↑↓", Word: "choose"}, {Key: "↵", Word: "do it"}, {Key: "type", Word: "to find"}, {Key: "esc", Word: "close"}}
}

// clickAt makes the line under a cell current; a second click runs it, a click outside closes the menu.
func (mn *menu) clickAt(m *model, x, y int, again bool) {
	r := mn.rect(m)
	if !r.Holds(x, y) {
		if !mn.stays {
			m.closeMenu()
		}
		return
	}
	i := mn.top + y - r.Y - 3
	if y-r.Y < 3 || i >= len(mn.shown) || mn.shown[i].do == nil {
		return
	}
	mn.at = i
	if again {
		m.runChoice()
	}
}
