package reader

import (
	"slices"

	"hearsay/analysis"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// selected is the index of what is current in a pane.
func (m *model) selected(p layout.Pane) int {
	switch p {
	case layout.Quotes:
		return m.at.Quote
	case layout.Speakers:
		return m.at.Speaker
	case layout.Positions:
		if m.at.Grouping == view.AsTable {
			return m.at.Topic
		}
		return m.at.Position
	}
	return m.at.PanelRow
}

// cursor is the row of what is current in a pane, or -1.
func (m *model) cursor(p layout.Pane) int {
	want := m.selected(p)
	if want == none {
		return -1
	}
	return slices.IndexFunc(m.lists[p].rows, func(r row) bool { return r.index == want })
}

// moveRow moves the current row of the pane in focus, over headings.
func (m *model) moveRow(by int) {
	rows, at := m.lists[m.at.Focus].rows, m.cursor(m.at.Focus)
	step := 1
	if by < 0 {
		step = -1
	}
	to := at
	for i := at + step; i >= 0 && i < len(rows) && by != 0; i += step {
		if rows[i].index != none {
			to, by = i, by-step
		}
	}
	if to >= 0 && to < len(rows) {
		m.chooseRow(m.at.Focus, rows[to].index)
	}
}

// chooseRow makes a row current: its quote is shown in the article too.
func (m *model) chooseRow(p layout.Pane, index int) {
	switch p {
	case layout.Quotes:
		m.choose(index)
	case layout.Speakers:
		m.at.Speaker, m.at.PanelRow = index, none
	case layout.Positions:
		if m.at.Grouping == view.AsTable {
			m.enterCell(index, m.at.Column)
			return
		}
		m.showPosition(index)
	default:
		m.at.PanelRow = index
	}
}

// firstShown makes the first row current where none is, or where a filter has hidden the one that was.
func (m *model) firstShown(p layout.Pane) {
	if o := m.current(); o == nil || o.Doc == nil || m.cursor(p) >= 0 {
		return
	}
	for _, r := range m.lists[p].rows {
		if r.index != none {
			m.chooseRow(p, r.index)
			return
		}
	}
}

// choose makes a quote current and shows it in the article.
func (m *model) choose(quote int) {
	m.makeCurrent(quote)
	if !m.inSight(quote) || m.at.Focus != layout.Article {
		m.reveal(view.Whole(m.doc().Quotes[quote].Content))
	}
}

// makeCurrent makes a quote current everywhere, its speaker and its position with it; it scrolls nothing. Where the
// speaker is unknown, or no position is shown, none is current.
func (m *model) makeCurrent(quote int) {
	o := m.current()
	m.at.Quote, m.at.Evidence, m.at.PanelRow, m.at.Lit = quote, none, none, analysis.Span{}
	m.at.Speaker, m.at.Position = o.First(quote), none
	if m.reviews() {
		o.desk.at = o.desk.itemOf(quote)
	}
	for _, i := range o.PositionsOf[quote] {
		if m.showsPosition(o, i) {
			m.showPosition(i)
			break
		}
	}
}
