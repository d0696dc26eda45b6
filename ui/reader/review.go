package reader

import (
	"strings"

	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

// badge is what the title bar shows first while the article is reviewed, as much as leaves room for the title.
func (m *model) badge() []draw.Seg {
	room := m.w / 2
	if !m.layout.Framed {
		room = m.w / 3 // the names of the panes stand behind it
	}
	for _, s := range m.reviewing.Badge() {
		text := " " + s + " "
		if m.options.Dumb {
			text = "[" + s + "]"
		}
		seg := draw.As(theme.Row, text)
		if draw.Width([]draw.Seg{seg}) <= room || !strings.Contains(s, " ") {
			return []draw.Seg{seg}
		}
	}
	return nil
}

// answers are the digits with their speakers in a line of w cells, where the panel that has them is not on the screen.
func (m *model) answers(w int) []draw.Seg {
	if m.picking.On() || !m.layout.Panes[layout.Review].Empty() {
		return nil
	}
	var way []draw.Seg
	if m.overQuestion() {
		way = draw.Hints(m.hintsOf([]string{"leave"}))
	}
	if answers := m.reviewing.Answers(w - draw.Width(way)); answers != nil {
		return append(way, answers...)
	}
	return nil
}

// offered are the answers that may be meant by what is typed, in the last line, where the panel that lists them is not
// on the screen; as many as there is room for.
func (m *model) offered() []draw.Seg {
	if m.prompt == nil || m.prompt.Offers == nil || m.note != "" || !m.layout.Panes[layout.Review].Empty() {
		return nil
	}
	segs := []draw.Seg{draw.Plain(" ")}
	for _, o := range m.prompt.Offers(m.prompt.Answer()) {
		next := []draw.Seg{draw.As(theme.Key, o.Sign), draw.Plain(" "), draw.Of(o.Speaker, o.Name), draw.Plain("  ")}
		if draw.Width(segs)+draw.Width(next) > m.w {
			break
		}
		segs = append(segs, next...)
	}
	return segs
}

// overQuestion reports whether another panel stands where the question of the review does otherwise, so that what
// leaves it leads back to that.
func (m *model) overQuestion() bool {
	other := m.at.Panel == layout.Why || m.at.Panel == layout.Card
	return m.reviewing.On() && other && m.at.Clear() == m.at
}

// leaveReview goes out of the innermost thing in a review: another panel that stands in its place, a pane that has
// the whole screen, a list. Then it is the review that ends, and its panel with it.
func (m *model) leaveReview() {
	switch at := &m.at; {
	case at.Panel == layout.Why || at.Panel == layout.Card:
		at.ClosePanel()
	case at.Zoom:
		at.Zoom = false
	case at.Focus != layout.Article && at.Focus != layout.Review:
		m.jumpTo(layout.Article)
	default:
		m.reviewing.End()
	}
}

// tabAt is the pane whose name stands at a cell, where panes stand behind each other: in the title bar behind what it
// shows of the review.
func (m *model) tabAt(x, y int) (layout.Pane, bool) {
	badge := 0
	if !m.layout.Framed {
		badge = draw.Width(m.badge())
	}
	return m.panes.TabAt(m.view(), m.w-badge, x-badge, y)
}
