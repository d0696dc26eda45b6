package reader

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/textinput"
	"github.com/charmbracelet/x/ansi"

	"hearsay/ui/reader/cells"
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
		line(m.theme, in, plain(" › "+visible(mn.input, max(in-4, 1)))),
		line(m.theme, in, dim(strings.Repeat("─", in))),
	}
	for i := mn.top; i < min(mn.top+h, len(mn.shown)); i++ {
		body = append(body, mn.choiceLine(m, i, in))
	}
	if len(mn.shown) == 0 {
		body = append(body, line(m.theme, in, dim(" nothing of that name")))
	}
	foot := ""
	if len(mn.shown) > h {
		foot = "more: ↑ ↓"
	}
	for i, l := range frame(m.theme, r, []seg{strong(" " + mn.title + " ")}, foot, true, pad(body, r.Inner()), nil) {
		if y := r.Y + i; y < len(lines) {
			lines[y] = overdrawn(lines[y], l, r.X, r.X+r.W, m.w)
		}
	}
}

// overdrawn puts a piece on a line of w cells, from one cell to another. A wide sign that it cuts in two becomes a blank.
func overdrawn(under, piece string, from, to, w int) string {
	left, right := ansi.Cut(under, 0, from), ansi.Cut(under, to, w)
	if cells := ansi.StringWidth(right); cells > w-to {
		right = ansi.Cut(under, to+1, w)
	}
	left += strings.Repeat(" ", from-ansi.StringWidth(left))
	return left + piece + strings.Repeat(" ", w-to-ansi.StringWidth(right)) + right
}

func (mn *menu) choiceLine(m *model, i, w int) string {
	c := mn.shown[i]
	left, right := append([]seg{plain(" ")}, c.segs...), append(slices.Clone(c.about), plain(" "))
	if room := w - segsWidth(left); segsWidth(right) > room && segsWidth(right) > w/3 {
		right = nil // what it is counts for more than what is said about it
	}
	if i == mn.at && c.do != nil {
		left[0].text = m.rowMark()
		left, right = chosen(left, true), chosen(right, true)
	}
	return justified(m.theme, w, left, right)
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

func (mn *menu) hints(m *model) []hint {
	if mn.stays {
		return []hint{{"↑↓", "choose"}, {"↵", "read"}, {"type", "to find"}, {m.say("quit"), "quit"}}
	}
	return []hint{{"↑↓", "choose"}, {"↵", "do it"}, {"type", "to find"}, {"esc", "close"}}
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
