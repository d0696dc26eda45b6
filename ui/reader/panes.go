package reader

import (
	"slices"

	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
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
	m.at.List = p
	if layout.Of(m.w, m.h, m.prefs()).Panes[p].Empty() || m.at.Focus != layout.Article && m.at.Focus != layout.ListOf(p) {
		m.at.Focus = p
	}
}

// openPanel has a panel opened, without a look at who has the focus.
func (m *model) openPanel(p layout.Pane) {
	if m.at.Panel == p {
		return
	}
	if m.at.Panel == view.NoPanel {
		m.at.Before = m.at.Focus
	}
	m.at.Panel, m.at.PanelRow = p, none
}

// closePanel goes back to the pane from which the panel was asked for.
func (m *model) closePanel() {
	if m.at.Focus == m.at.Panel {
		m.at.Focus = m.at.Before
	}
	m.at.Panel, m.at.PanelRow = view.NoPanel, none
	m.at.List = layout.Quotes
	if m.at.Focus != layout.Article {
		m.at.List = m.at.Focus
	}
}

// jumpTo gives a pane the focus.
func (m *model) jumpTo(p layout.Pane) {
	if p == m.at.Focus {
		return
	}
	m.remember()
	m.focusOn(p)
}

// stepPane gives the focus to the next pane that can be seen, or be turned to, with the article and the lists in order.
func (m *model) stepPane(by int) {
	order := []layout.Pane{layout.Article, layout.Quotes, layout.Speakers, layout.Positions}
	switch {
	case m.at.Panel != view.NoPanel && m.layout.Shape == layout.Side && !m.layout.Tabbed:
		order = []layout.Pane{layout.Article, layout.ListOf(m.at.Panel), m.at.Panel}
	case m.at.Panel != view.NoPanel:
		order = append(order, m.at.Panel)
	}
	at := slices.Index(order, m.at.Focus)
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
	m.at.Zoom = !m.at.Zoom
}
