package reader

import (
	tea "charm.land/bubbletea/v2"

	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// resized lays the screen out anew. The words at the top stay there, unless the current quote would go out of sight.
func (m *model) resized(msg tea.WindowSizeMsg) {
	seen := m.inSight(m.at.Quote)
	m.w, m.h = msg.Width, msg.Height
	m.settleLayout()
	if seen && !m.inSight(m.at.Quote) {
		m.reveal(view.Whole(m.doc().Quotes[m.at.Quote].Content))
	}
}

func (m *model) prefs() layout.Prefs {
	return layout.Prefs{Focus: m.at.Focus, List: m.at.List, Split: m.split, Zoom: m.at.Zoom, Panel: m.at.Panel}
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
	if m.layout.Panes[m.at.Focus].Empty() {
		m.at.Focus = m.at.Panel
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
	if o.Doc != nil {
		quotes, speakers, positions = len(o.Doc.Quotes), len(o.Doc.Speakers), len(o.Doc.Positions)
	}
	within(&m.at.Quote, quotes)
	within(&m.at.Speaker, speakers)
	within(&m.at.Only, speakers)
	within(&m.at.Position, positions)
	within(&m.at.Evidence, positions)
	within(&m.at.Topic, len(o.Topics))
	within(&m.at.Column, speakers)
	if m.at.Quote == none && quotes > 0 { // an article that has quotes has a current one
		m.makeCurrent(max(m.visibleQuote(true), 0))
	}
}

func within(i *int, n int) {
	if *i >= n {
		*i = none
	}
}
