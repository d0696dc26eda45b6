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
	m.note, m.stepping = "", false
	now := m.options.now()
	again := m.click.x == e.X && m.click.y == e.Y && now.Sub(m.click.at) < doubleClick
	m.click = click{e.X, e.Y, now}
	switch {
	case m.menu != nil:
		m.chosen(m.menu.Click(e.X, e.Y, m.w, m.h, again))
	case m.prompt != nil && m.prompt.Clicked != nil:
		m.clickAnswer(e.X, e.Y)
	case m.prompt != nil || m.current() == nil:
	case e.Y == m.layout.Hints.Y:
		m.doNamed(m.hintAt(e.X))
	case m.layout.BorderAt(e.X, e.Y) != layout.NoBorder && !m.onTab(e.X, e.Y):
		m.border = m.layout.BorderAt(e.X, e.Y)
	default:
		m.clickPane(e.X, e.Y, again)
	}
}

func (m *model) clickPane(x, y int, again bool) {
	o := m.current()
	if p, ok := m.tabAt(x, y); ok {
		m.jumpTo(p)
		return
	}
	p, ok := m.layout.At(x, y)
	if !ok {
		return
	}
	m.jumpTo(p)
	in := m.layout.Inner(p)
	if p == layout.Article && m.layout.Framed && x == in.X+in.W && o.text.Overview(m.view()) != nil {
		m.clickStrip(o, y-in.Y)
		return
	}
	if !in.Holds(x, y) || o.Doc == nil {
		return
	}
	if p == layout.Article {
		m.clickArticle(o, x-in.X, y-in.Y, again)
		return
	}
	r := m.panes.RowAt(m.view(), p, y-in.Y)
	if r.Index == none {
		return
	}
	m.remember()
	m.chooseRow(p, r.Index)
	if p == layout.Positions {
		m.positions.ChooseCell(m.view(), in.W, x-in.X)
	}
	if again {
		m.doNamed(m.panes.Of(p).Enter.Name)
	}
}

// onTab reports whether the name of a pane stands at a cell.
func (m *model) onTab(x, y int) bool {
	_, ok := m.tabAt(x, y)
	return ok
}

// clickStrip goes where a piece of the overview stands for, to its quote if it has one.
func (m *model) clickStrip(o *opened, y int) {
	if y < 0 || o.Doc == nil {
		return
	}
	line, quote := o.text.StripAt(m.view(), y)
	m.remember()
	if quote != none {
		m.choose(quote)
		return
	}
	m.scroll(line - m.layout.Inner(layout.Article).H/2 - o.text.Top(&m.at))
}

// clickArticle chooses the quote under a cell, the innermost where they nest, and begins a selection.
func (m *model) clickArticle(o *opened, x, y int, again bool) {
	at, ok := o.text.SignAt(&m.at, x, y)
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
			m.enter(layout.Article)
		}
	}
}

// clickAnswer answers a question by a click on the article.
func (m *model) clickAnswer(x, y int) {
	in := m.layout.Inner(layout.Article)
	if o := m.current(); in.Holds(x, y) {
		if at, ok := o.text.SignAt(&m.at, x-in.X, y-in.Y); ok {
			p := m.prompt
			m.answered(p, func() string { return p.Clicked(at) })
		}
	}
}

func (m *model) dragged(e tea.Mouse) {
	o := m.current()
	if m.border != layout.NoBorder && m.menu == nil {
		p := m.layout.Moved(m.border, m.prefs(), e.X, e.Y)
		m.split, m.shares = p.Split, p.Shares
		return
	}
	if !m.drag.on || o == nil || m.menu != nil {
		return
	}
	in := m.layout.Inner(layout.Article)
	y := e.Y - in.Y
	switch {
	case y < 0:
		o.text.ScrollTo(&m.at, o.text.Top(&m.at)-1)
	case y >= in.H:
		o.text.ScrollTo(&m.at, o.text.Top(&m.at)+1)
	}
	if at, ok := o.text.SignAt(&m.at, e.X-in.X, min(max(y, 0), in.H-1)); ok && at != m.drag.to {
		m.drag.to, m.drag.moved = at, true
	}
}

// released ends a selection: what was selected is copied, without the frames around it.
func (m *model) released() {
	switch sp, ok := m.drag.span(); {
	case ok && m.picking.On():
		m.picking.Take(sp)
	case ok:
		copying{m}.span(sp)
	}
	m.drag, m.border = drag{}, layout.NoBorder
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
		m.menu.Step(by / wheelLines)
		return
	}
	p, ok := m.layout.At(e.X, e.Y)
	switch {
	case !ok || m.current() == nil:
	case p == layout.Article:
		m.scroll(by)
	default:
		m.panes.Scroll(p, by)
	}
}
