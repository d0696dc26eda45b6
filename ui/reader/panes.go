package reader

import (
	"slices"

	"hearsay/ui/reader/layout"
)

// toggleWhy opens the panel that explains the current quote, or closes it. Where it takes the place of the pane in focus
// it takes the focus too.
func (m *model) toggleWhy() {
	if !m.layout.Panes[layout.Why].Empty() {
		m.closeWhy()
		return
	}
	m.remember()
	m.at.before, m.at.why, m.at.list = m.at.focus, true, layout.Why
	if layout.Of(m.w, m.h, m.prefs()).Panes[layout.Why].Empty() {
		m.at.focus = layout.Why
	}
}

// closeWhy goes back to the pane from which the panel was asked for.
func (m *model) closeWhy() {
	m.at.why = false
	if m.at.focus == layout.Why {
		m.at.focus = m.at.before
	}
	m.at.list = layout.Quotes
	if m.at.focus != layout.Article {
		m.at.list = m.at.focus
	}
}

// jumpTo gives a pane the focus.
func (m *model) jumpTo(p layout.Pane) {
	if p == m.at.focus {
		return
	}
	m.remember()
	if p == layout.Why && !m.at.why {
		m.at.before = m.at.focus
	}
	m.focusOn(p)
}

// stepPane gives the focus to the next pane that can be seen, or be turned to, with the article and the lists in order.
func (m *model) stepPane(by int) {
	order := []layout.Pane{layout.Article, layout.Quotes, layout.Speakers, layout.Positions}
	switch {
	case m.at.why && m.layout.Shape == layout.Side && !m.layout.Tabbed:
		order = []layout.Pane{layout.Article, layout.Quotes, layout.Why}
	case m.at.why:
		order = append(order, layout.Why)
	}
	at := slices.Index(order, m.at.focus)
	m.jumpTo(order[(at+by+len(order))%len(order)])
}

func (m *model) resize(by int) {
	m.split = min(max(m.split+by, layout.MinSplit), layout.MaxSplit)
}

func (m *model) toggleGroups() {
	m.at.byTarget = !m.at.byTarget
	m.tell("positions " + m.grouping())
}

func (m *model) toggleZoom() {
	if m.layout.Shape == layout.Single && !m.layout.Framed {
		m.tell("there is room for one pane only")
		return
	}
	m.at.zoom = !m.at.zoom
}
