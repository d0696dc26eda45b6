package reader

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
	"hearsay/ui/reader/layout"
)

// click is where and when the mouse was pressed last: two on one cell in short order are a double click.
type click struct {
	x, y int
	at   time.Time
}

// drag is a stretch of the article that is being selected with the mouse.
type drag struct {
	on       bool
	from, to analysis.Span // the signs under the pointer at its two ends
	moved    bool
}

func (d drag) active() bool { return d.on && d.moved }

func (d drag) span() (analysis.Span, bool) {
	if !d.active() {
		return analysis.Span{}, false
	}
	return analysis.Span{Start: min(d.from.Start, d.to.Start), End: max(d.from.End, d.to.End)}, true
}

func (m *model) clicked(e tea.Mouse) {
	if e.Button != tea.MouseLeft {
		return
	}
	m.note = ""
	now := m.options.now()
	again := m.click.x == e.X && m.click.y == e.Y && now.Sub(m.click.at) < doubleClick
	m.click = click{e.X, e.Y, now}
	switch {
	case m.menu != nil:
		m.menu.clickAt(m, e.X, e.Y, again)
	case m.prompt != nil && m.prompt.clicked != nil:
		m.clickAnswer(e.X, e.Y)
	case m.prompt != nil || m.current() == nil:
	default:
		m.clickPane(e.X, e.Y, again)
	}
}

func (m *model) clickPane(x, y int, again bool) {
	o := m.current()
	if p, ok := m.tabUnder(o, x, y); ok {
		m.jumpTo(p)
		return
	}
	p, ok := m.layout.At(x, y)
	if !ok {
		return
	}
	m.jumpTo(p)
	in := m.layout.Inner(p)
	if !in.Holds(x, y) || o.Doc == nil {
		return
	}
	if p == layout.Article {
		m.clickArticle(o, x-in.X, y-in.Y, again)
		return
	}
	if i := m.lists[p].top + y - in.Y - m.headLines(p); i >= 0 && i < len(m.lists[p].rows) && m.lists[p].rows[i].index != none {
		m.remember()
		m.chooseRow(p, m.lists[p].rows[i].index)
		if s, ok := m.columnAt(in.W, x-in.X); ok && m.headLines(p) > 0 {
			m.enterCell(m.at.Topic, s)
		}
		if again {
			m.doNamed(rowActions[p])
		}
	}
}

// rowActions are what a double click on a row does, as enter does by itself.
var rowActions = [layout.Panes]string{layout.Quotes: "place-of-quote", layout.Speakers: "card-of-speaker", layout.Positions: "evidence", layout.Why: "place-of-link",
	layout.Card: "place-of-line"}

// tabUnder is the pane whose tab stands at a cell.
func (m *model) tabUnder(o *opened, x, y int) (layout.Pane, bool) {
	if !m.layout.Tabbed {
		return 0, false
	}
	if !m.layout.Framed {
		if y != 0 {
			return 0, false
		}
		return tabAt(m.tabs(o, m.w), x)
	}
	for p, r := range m.layout.Panes {
		if layout.Pane(p) != layout.Article || m.layout.Shape == layout.Single {
			if !r.Empty() && y == r.Y && r.Holds(x, y) {
				return tabAt(m.tabs(o, r.W-4), x-r.X-1)
			}
		}
	}
	return 0, false
}

// clickArticle chooses the quote under a cell, the innermost where they nest, and begins a selection.
func (m *model) clickArticle(o *opened, x, y int, again bool) {
	at, ok := m.signAt(o, x, y)
	if !ok {
		return
	}
	m.drag = drag{on: true, from: at, to: at}
	if m.picking.On() {
		return
	}
	if q := o.QuoteAt(at.Start, m.at.Only); q != none {
		m.remember()
		m.choose(q)
		if again {
			m.followToSpeaker()
		}
	}
}

// clickAnswer answers a question by a click on the article.
func (m *model) clickAnswer(x, y int) {
	in := m.layout.Inner(layout.Article)
	if o := m.current(); in.Holds(x, y) {
		if at, ok := m.signAt(o, x-in.X, y-in.Y); ok {
			m.prompt.clicked(m, at)
		}
	}
}

// signAt is the sign of the article drawn at a cell of its pane, or the nearest on the line.
func (m *model) signAt(o *opened, x, y int) (analysis.Span, bool) {
	if o.page == nil || o.page.Len() == 0 {
		return analysis.Span{}, false
	}
	c := m.column()
	line := m.topLine() + y - len(o.head)
	if line < 0 || line >= o.page.Len() {
		return analysis.Span{}, false
	}
	return o.page.SpanAt(line, max(x-c.x-c.gutter, 0)), true
}

func (m *model) dragged(e tea.Mouse) {
	o := m.current()
	if !m.drag.on || o == nil || m.menu != nil {
		return
	}
	in := m.layout.Inner(layout.Article)
	y := e.Y - in.Y
	switch {
	case y < 0:
		m.scrollTo(m.topLine() - 1)
	case y >= in.H:
		m.scrollTo(m.topLine() + 1)
	}
	if at, ok := m.signAt(o, e.X-in.X, min(max(y, 0), in.H-1)); ok && at != m.drag.to {
		m.drag.to, m.drag.moved = at, true
	}
}

// released ends a selection: what was selected is copied, without the frames around it.
func (m *model) released() {
	switch sp, ok := m.drag.span(); {
	case ok && m.picking.On():
		m.picking.Take(sp)
	case ok:
		m.copySpan(sp)
	}
	m.drag = drag{}
}

const wheelLines = 3

// wheeled scrolls the pane under the pointer.
func (m *model) wheeled(e tea.Mouse) {
	by := wheelLines
	switch e.Button {
	case tea.MouseWheelDown:
	case tea.MouseWheelUp:
		by = -wheelLines
	default:
		return // sideways there is nothing to see
	}
	if m.menu != nil {
		m.menu.step(by / wheelLines)
		return
	}
	p, ok := m.layout.At(e.X, e.Y)
	switch {
	case !ok || m.current() == nil:
	case p == layout.Article:
		m.scroll(by)
	default:
		m.lists[p].top += by
	}
}
