package reader

import (
	tea "charm.land/bubbletea/v2"

	"hearsay/ui/reader/layout"
)

// resized lays the screen out anew. The words at the top stay there, unless the current quote would go out of sight.
func (m *model) resized(msg tea.WindowSizeMsg) {
	seen := m.inSight(m.at.quote)
	m.w, m.h = msg.Width, msg.Height
	m.settleLayout()
	if seen && !m.inSight(m.at.quote) {
		m.reveal(whole(m.doc().Quotes[m.at.quote].Content))
	}
}

func (m *model) prefs() layout.Prefs {
	return layout.Prefs{Focus: m.at.focus, List: m.at.list, Split: m.split, Zoom: m.at.zoom, Panel: m.at.panel}
}

// settle brings everything that follows from the state up to date: rectangles, the article's lines, rows and what is in
// sight of them.
func (m *model) settle() {
	m.settleLayout()
	if m.menu != nil {
		m.menu.settle(m)
	}
	o := m.current()
	if o == nil || m.layout.Shape == layout.TooSmall {
		return
	}
	m.clampPlace()
	m.findHits()
	for p := layout.Quotes; p < layout.Panes; p++ {
		m.settleList(p)
	}
}

// settleLayout divides the screen anew, and wraps the article if its width has changed. A pane that has lost its place
// to a panel hands the focus over to it.
func (m *model) settleLayout() {
	m.layout = layout.Of(m.w, m.h, m.prefs())
	if m.layout.Shape == layout.TooSmall {
		return
	}
	if m.layout.Panes[m.at.focus].Empty() {
		m.at.focus = m.at.panel
		m.layout = layout.Of(m.w, m.h, m.prefs())
	}
	if o := m.current(); o != nil {
		m.layOut(o)
	}
}

// clampPlace keeps what is current within what there is.
func (m *model) clampPlace() {
	o := m.current()
	quotes, speakers, positions := 0, 0, 0
	if o.doc != nil {
		quotes, speakers, positions = len(o.doc.Quotes), len(o.doc.Speakers), len(o.doc.Positions)
	}
	within(&m.at.quote, quotes)
	within(&m.at.speaker, speakers)
	within(&m.at.only, speakers)
	within(&m.at.position, positions)
	within(&m.at.evidence, positions)
	within(&m.at.topic, len(o.topics))
	within(&m.at.column, speakers)
	if m.at.quote == none && quotes > 0 { // an article that has quotes has a current one
		m.makeCurrent(max(m.visibleQuote(true), 0))
	}
}

func within(i *int, n int) {
	if *i >= n {
		*i = none
	}
}
