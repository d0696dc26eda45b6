package reader

import (
	tea "charm.land/bubbletea/v2"

	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/pane"
	"hearsay/ui/reader/view"
)

// resized lays the screen out anew. The words at the top stay there, unless the current quote would go out of sight.
func (m *model) resized(msg tea.WindowSizeMsg) {
	seen := m.inSight(m.at.Quote)
	m.w, m.window = msg.Width, msg.Height
	m.settleLayout()
	if seen && !m.inSight(m.at.Quote) {
		m.reveal(view.Whole(m.doc().Quotes[m.at.Quote].Content))
	}
}

func (m *model) prefs() layout.Prefs {
	return layout.Prefs{Focus: m.at.Focus, List: m.at.List, Split: m.split, Shares: m.shares, Zoom: m.at.Zoom,
		Panel: m.at.Panel, Wants: m.panes.Wants(m.view())}
}

// settle brings everything that follows from the state up to date: rectangles, the article's lines, rows and what is in
// sight of them.
func (m *model) settle() {
	if m.current() != nil {
		m.reviewing.Keep()
	}
	m.lessons.Look()
	m.settleLayout()
	if m.menu != nil {
		m.menu.Settle(m.w, m.h)
	}
	offering{m}.watch()
	o := m.current()
	if o == nil || m.layout.Shape == layout.TooSmall {
		return
	}
	m.clampPlace(o)
	m.reviewing.Settle(m.layout)
	m.hits.Find(m.view().View)
	for p := layout.Quotes; p < layout.Panes; p++ {
		m.settlePane(o, p)
	}
}

// settlePane brings a pane's rows up to date, and its current row into sight.
func (m *model) settlePane(o *opened, p layout.Pane) {
	fresh := m.panes.Refresh(m.view(), p)
	if fresh && p == m.at.Focus { // chosen before there was anything in it
		m.firstShown(p)
	}
	if fresh && o.last == nil {
		m.panes.Open(p)
	}
	m.panes.Bring(p)
}

// settleLayout divides the screen anew, and wraps the article if its width has changed. A pane that has lost its place
// to a panel hands the focus over to it.
func (m *model) settleLayout() {
	m.h = m.window - m.lessons.Height(m.w, m.window)
	m.layout = layout.Of(m.w, m.h, m.prefs())
	if m.layout.Shape == layout.TooSmall {
		return
	}
	if m.layout.Panes[m.at.Focus].Empty() {
		m.at.Focus = m.at.Panel
		m.layout = layout.Of(m.w, m.h, m.prefs())
	}
	if o := m.current(); o != nil && o.err == nil {
		o.text.LayOut(m.view().View, pane.ColumnIn(m.layout, m.w, m.width))
	}
}

// clampPlace keeps what is current within what there is. An article that has quotes has a current one, unless what is
// in question is none at the moment.
func (m *model) clampPlace(o *opened) {
	v := m.view().View
	v.Clamp()
	_, gone := m.reviewing.Gone()
	if m.at.Quote == none && !gone && o.Doc != nil && len(o.Doc.Quotes) > 0 {
		if q := o.text.NearQuote(v); q != none {
			m.makeCurrent(q)
		}
	}
}
