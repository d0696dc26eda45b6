package reader

import (
	"slices"

	"hearsay/articles"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/pane"
	"hearsay/ui/reader/view"
)

// entries are the panes of the reader: those of the registry, and that of the review.
func (m *model) entries() []pane.Entry { return append(pane.All(), m.reviewing.Entry()) }

// view is the article on the screen with the place in it; without an article, one of which nothing is known.
func (m *model) view() pane.View {
	v := pane.View{Layout: m.layout, Theme: m.theme, Dumb: m.options.Dumb, Say: m.say, Decides: m.reviewing.Answering()}
	v.At = &m.at
	o := m.current()
	if o == nil {
		v.Findings = view.Of(articles.Article{}, "")
		return v
	}
	v.Findings = o.Findings
	switch {
	case o.err != nil:
	case o.run != nil:
		v.NotYet = "finding out who says what …"
	case o.Doc == nil:
		v.NotYet = "not analysed: " + m.say("analyse") + " does it"
	}
	return v
}

// togglePanel opens a panel, or closes it. Where it takes the place of the pane in focus it takes the focus too.
func (m *model) togglePanel(p layout.Pane) {
	if !m.layout.Panes[p].Empty() {
		m.at.ClosePanel()
		return
	}
	m.remember()
	m.at.OpenPanel(p)
	m.at.List = p
	if layout.Of(m.w, m.h, m.prefs()).Panes[p].Empty() || m.at.Focus != layout.Article && m.at.Focus != layout.ListOf(p) {
		m.at.Focus = p
	}
}

// focusOn moves the focus to a pane, and makes its first row current where none is.
func (m *model) focusOn(p layout.Pane) {
	m.at.FocusOn(p)
	if p != layout.Article {
		m.firstShown(p)
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

func (m *model) setSplit(percent int) {
	m.split = min(max(percent, layout.MinSplit), layout.MaxSplit)
}

func (m *model) toggleZoom() {
	if m.layout.Shape == layout.Single && !m.layout.Framed {
		m.tell("there is room for one pane only")
		return
	}
	m.at.Zoom = !m.at.Zoom
}

// escape takes a reader out of the innermost thing they are in.
func (m *model) escape() {
	switch {
	case m.drag.active():
		m.drag = drag{}
	case m.unpick():
		m.tell("nothing is marked any more")
	case m.reviewing.On() && m.at.Clear() == m.at:
		m.leaveReview()
	case m.at.StepOut():
	case m.at.Focus != layout.Article:
		m.jumpTo(layout.Article)
	default:
		m.tell("nothing to leave: " + m.say("quit") + " quits")
	}
}

// remember keeps the place before a jump.
func (m *model) remember() { m.journey.Leave(m.at) }

func (m *model) back() {
	if p, ok := m.journey.Back(m.at); ok {
		m.restore(p)
		return
	}
	m.tell("this is where you began")
}

func (m *model) forward() {
	if p, ok := m.journey.Forward(m.at); ok {
		m.restore(p)
		return
	}
	m.tell("nothing lies ahead")
}

// restore goes to a place, in another article if need be.
func (m *model) restore(p view.Place) {
	m.at = p
	m.turnTo(p.Item)
}
