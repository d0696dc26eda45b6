package reader

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/page"
	"hearsay/ui/reader/theme"
)

// View draws the whole screen: lines of exactly the screen's width, one for each of its rows.
func (m *model) View() tea.View {
	v := tea.NewView(strings.Join(draw.Grounded(m.theme.Ground(), m.windowLines()), "\n"))
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
		return o.Title + " · Hearsay"
	}
	return "Hearsay"
}

// windowLines are the screen's, with those of a lesson below them.
func (m *model) windowLines() []string {
	return append(m.screenLines(), m.lessons.Lines(m.theme, m.w, m.window-m.h)...)
}

func (m *model) screenLines() []string {
	if m.w == 0 {
		return nil // the size is not known yet
	}
	if m.layout.Shape == layout.TooSmall {
		return draw.Fill(m.w, m.h, cells.Wrap(m.tooSmall(), m.w))
	}
	lines := make([]string, 0, m.h)
	lines = append(lines, titleBar{m}.header())
	lines = append(lines, m.body()...)
	lines = append(lines, m.info(), m.hints())
	if m.menu != nil {
		m.menu.Over(m.theme, m.options.Dumb, m.w, m.h, lines)
	}
	return lines
}

// tooSmall says why nothing is drawn, and what keys do.
func (m *model) tooSmall() string {
	s := fmt.Sprintf("Hearsay needs 30×8 cells, here are %d×%d; %s quits", m.w, m.h, m.say("quit"))
	if m.prompt != nil || m.menu != nil && !m.menu.Lasting() {
		s += ", esc leaves what is asked"
	} else if m.picking.On() && m.menu == nil {
		s += ", esc leaves what is chosen"
	}
	return s
}

// body draws the panes and puts them together.
func (m *model) body() []string {
	h := m.layout.Info.Y - m.layout.Header.H
	o := m.current()
	if o == nil {
		return draw.Fill(m.w, h, m.opening())
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
	if m.menu != nil || m.at.Item < 0 {
		return nil
	}
	return []string{"", " opening " + m.options.Items[m.at.Item].Name + " …"}
}

// pane draws a pane with its frame, if it has one.
func (m *model) pane(p layout.Pane, o *opened) []string {
	var lines, edge []string
	v, foot := m.view(), ""
	switch {
	case p != layout.Article:
		lines, foot = m.panes.Lines(v, p), m.panes.Foot(v, p)
	case o.err != nil:
		lines = draw.Paragraph(m.theme, m.layout.Inner(p), o.err.Error(), theme.Warn)
	default:
		asked, _ := m.reviewing.Gone()
		lines, foot, edge = o.text.Draw(v, asked, m.marksOver()...), o.text.Far(v), o.text.Overview(v)
	}
	if !m.layout.Framed {
		return draw.Pad(lines, m.layout.Panes[p])
	}
	in := m.layout.Inner(p)
	return draw.Frame(m.theme, m.layout.Panes[p], m.panes.Title(v, p), foot, m.at.Focus == p, draw.Pad(lines, in), edge)
}

// marksOver lie over the quotes: what was found, what is chosen, and what is being selected.
func (m *model) marksOver() []*page.Marks {
	over := m.hits.Marks(&m.at)
	if marks := m.picking.Marks(); marks != nil {
		over = append(over, page.NewMarks(marks))
	}
	if sp, ok := m.drag.span(); ok {
		over = append(over, page.NewMarks([]page.Mark{{Span: sp, Ink: page.Ink{Flags: page.Selected}}}))
	}
	return over
}
