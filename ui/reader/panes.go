package reader

import (
	"slices"

	"hearsay/ui/reader/layout"
)

// isPanel reports whether a pane explains one thing, rather than listing many.
func isPanel(p layout.Pane) bool { return p == layout.Why || p == layout.Card || p == layout.Review }

// togglePanel opens a panel, or closes it. Where it takes the place of the pane in focus it takes the focus too.
func (m *model) togglePanel(p layout.Pane) {
	if !m.layout.Panes[p].Empty() {
		m.closePanel()
		return
	}
	m.remember()
	m.openPanel(p)
	m.at.list = p
	if layout.Of(m.w, m.h, m.prefs()).Panes[p].Empty() || m.at.focus != layout.Article && m.at.focus != layout.ListOf(p) {
		m.at.focus = p
	}
}

// openPanel has a panel opened, without a look at who has the focus.
func (m *model) openPanel(p layout.Pane) {
	if m.at.panel == p {
		return
	}
	if m.at.panel == noPanel {
		m.at.before = m.at.focus
	}
	m.at.panel, m.at.panelRow = p, none
}

// closePanel goes back to the pane from which the panel was asked for.
func (m *model) closePanel() {
	if m.at.focus == m.at.panel {
		m.at.focus = m.at.before
	}
	m.at.panel, m.at.panelRow = noPanel, none
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
	m.focusOn(p)
}

// stepPane gives the focus to the next pane that can be seen, or be turned to, with the article and the lists in order.
func (m *model) stepPane(by int) {
	order := []layout.Pane{layout.Article, layout.Quotes, layout.Speakers, layout.Positions}
	switch {
	case m.at.panel != noPanel && m.layout.Shape == layout.Side && !m.layout.Tabbed:
		order = []layout.Pane{layout.Article, layout.ListOf(m.at.panel), m.at.panel}
	case m.at.panel != noPanel:
		order = append(order, m.at.panel)
	}
	at := slices.Index(order, m.at.focus)
	m.jumpTo(order[(at+by+len(order))%len(order)])
}

func (m *model) resize(by int) {
	m.split = min(max(m.split+by, layout.MinSplit), layout.MaxSplit)
}

func (m *model) toggleZoom() {
	if m.layout.Shape == layout.Single && !m.layout.Framed {
		m.tell("there is room for one pane only")
		return
	}
	m.at.zoom = !m.at.zoom
}
