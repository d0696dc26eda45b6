package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

// View draws the whole screen: lines of exactly the screen's width, one for each of its rows.
func (m *model) View() tea.View {
	v := tea.NewView(strings.Join(m.screenLines(), "\n"))
	v.AltScreen = true
	v.WindowTitle = m.windowTitle()
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.Cursor = m.cursorOnScreen()
	return v
}

func (m *model) windowTitle() string {
	if o := m.current(); o != nil {
		return cells.Clean(m.title(o)) + " · Hearsay"
	}
	return "Hearsay"
}

func (m *model) screenLines() []string {
	if m.w == 0 {
		return nil // the size is not known yet
	}
	if m.layout.Shape == layout.TooSmall {
		return fill(m.w, m.h, cells.Wrap("Hearsay needs 30×8 cells; "+m.say("quit")+" quits", m.w))
	}
	lines := make([]string, 0, m.h)
	lines = append(lines, m.header())
	lines = append(lines, m.body()...)
	lines = append(lines, m.info(), m.hints())
	if m.menu != nil {
		m.menu.over(m, lines)
	}
	return lines
}

// fill makes lines of plain text as wide and as many as the screen.
func fill(w, h int, lines []string) []string {
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

// body draws the panes and puts them together.
func (m *model) body() []string {
	h := m.layout.Info.Y - m.layout.Header.H
	o := m.current()
	if o == nil {
		return fill(m.w, h, m.opening())
	}
	left := m.layout.Panes[layout.Article]
	var leftLines, rightLines []string
	for p := layout.Article; p < layout.Panes; p++ {
		r := m.layout.Panes[p]
		switch {
		case r.Empty():
		case r.X == 0:
			leftLines = append(leftLines, m.pane(p, o)...)
		default:
			rightLines = append(rightLines, m.pane(p, o)...)
		}
	}
	if len(rightLines) == 0 || left.Empty() {
		return leftLines
	}
	for i := range leftLines {
		leftLines[i] += rightLines[i]
	}
	return leftLines
}

// opening says what is waited for before there is an article.
func (m *model) opening() []string {
	if m.menu != nil {
		return nil
	}
	return []string{"", " opening " + m.options.Items[m.at.item].Name + " …"}
}

// pane draws a pane with its frame, if it has one.
func (m *model) pane(p layout.Pane, o *opened) []string {
	var lines, edge []string
	foot := ""
	if p == layout.Article {
		lines, foot, edge = m.articleLines(o), m.articleFoot(o), m.overview(o)
	} else {
		lines, foot = m.listLines(p, o), m.listFoot(p)
	}
	if !m.layout.Framed {
		return pad(lines, m.layout.Panes[p])
	}
	return frame(m.theme, m.layout.Panes[p], m.paneTitle(p, o), foot, m.at.focus == p, pad(lines, m.layout.Inner(p)), edge)
}

func pad(lines []string, r layout.Rect) []string {
	for len(lines) < r.H {
		lines = append(lines, strings.Repeat(" ", r.W))
	}
	return lines
}

// paragraph draws words wrapped in a rectangle.
func (m *model) paragraph(r layout.Rect, words string, part theme.Part) (out []string) {
	for _, l := range cells.Wrap(words, max(r.W-2, 1)) {
		if len(out) < r.H {
			out = append(out, line(m.theme, r.W, plain(" "), seg{theme.Look{Part: part}, l}))
		}
	}
	return out
}
