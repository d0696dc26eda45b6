package picking

import (
	"slices"

	"hearsay/analysis"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/stride"
)

// moveEdge moves the edge by a unit; words that are not held yet move as a whole.
func (m *Mode) moveEdge(unit stride.Unit, forward bool) {
	c, text := m.now, m.host.Text()
	move := func(at int, end bool) int {
		return stride.Move(text, m.host.Sentences(), stride.Edge{At: at, End: end}, unit, forward).At
	}
	if c.loose {
		c.moved = true
		c.Spans[0] = stride.WordAt(text, move(c.Spans[0].Start, false))
		m.host.Reveal(c.Spans[0])
		return
	}
	sp := c.with(move(c.at(), c.edge%2 != 0))
	if !c.fits(sp) {
		m.host.Tell("the edges would meet")
		return
	}
	c.Spans[c.edge/2] = sp
	m.revealEdge()
}

// moveLine moves the edge a line of the screen down, or up.
func (m *Mode) moveLine(by int) {
	c, pg := m.now, m.host.Page()
	l := pg.LineAt(c.at())
	to := l + by
	for to >= 0 && to < pg.Len() && pg.Line(to).Empty() {
		to += by
	}
	if to < 0 || to >= pg.Len() {
		return
	}
	at := pg.OffsetAt(to, pg.ColumnOf(l, c.at()))
	if c.loose {
		c.moved = true
		c.Spans[0] = stride.WordAround(m.host.Text(), at)
	} else if sp := c.with(at); c.fits(sp) {
		c.Spans[c.edge/2] = sp
	}
	m.revealEdge()
}

// otherEdge goes to the next edge; words that were not held are held from now on.
func (m *Mode) otherEdge() {
	if c := m.now; c.loose {
		c.loose = false
		return
	}
	m.now.edge = (m.now.edge + 1) % (2 * len(m.now.Spans))
	m.revealEdge()
}

// search brings the edge to words that are typed, and follows them as they are.
func (m *Mode) search() {
	was, spans := *m.now, slices.Clone(m.now.Spans)
	back := func() {
		c := was
		c.Spans = slices.Clone(spans)
		m.now = &c
	}
	about := ""
	m.host.Ask(dialogue.Question{Label: "to the words", Left: back,
		About: func(string, int) string { return about },
		Typed: func(typed string) {
			back()
			about = ""
			if typed != "" && !m.moveTo(find.All(m.host.Text(), typed)) {
				about = "not where the edge can go"
			}
		}})
}

// moveTo brings the edge to the nearest of some words where it can stand, behind where it is or else before. An end
// goes to where they end, a start to where they begin; words that are not held yet become these.
func (m *Mode) moveTo(hits []analysis.Span) bool {
	c := m.now
	i := max(find.Next(hits, c.at()), 0)
	for k := range hits {
		hit := stride.WholeWords(m.host.Text(), hits[(i+k)%len(hits)])
		sp := c.with(hit.Start)
		switch {
		case c.loose:
			sp, c.moved = hit, true
		case c.edge%2 != 0:
			sp = c.with(hit.End)
		}
		if c.loose || c.fits(sp) {
			c.Spans[c.edge/2] = sp
			m.revealEdge()
			return true
		}
	}
	return false
}
