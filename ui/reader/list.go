package reader

import (
	"slices"

	"hearsay/analysis"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

// row is a line of a list: a quote, speaker or position by its index, or a heading, whose index is none.
type row struct {
	index   int
	heading string
	speaker int // whose heading it is, or none
	// segs and to are the why panel's alone: its words, and where enter leads.
	segs []seg
	to   analysis.Span
}

// list is what a pane keeps of its rows.
type list struct {
	rows []row
	key  rowsKey
	top  int // the first row in sight
	seen sightKey
}

// rowsKey tells what the rows depend on.
type rowsKey struct {
	doc      *analysis.Document
	filter   string
	only     int
	byTarget bool
	quote    int // for the why panel alone
	width    int
}

// sightKey tells what the part in sight depends on; a turn of the wheel is undone only when it changes.
type sightKey struct{ cursor, height, rows int }

// settleList brings a list's rows up to date, and its current row into sight.
func (m *model) settleList(p layout.Pane) {
	l, o := &m.lists[p], m.current()
	key := rowsKey{doc: o.doc, filter: m.at.filters[p], only: m.at.only, byTarget: m.at.byTarget}
	if p == layout.Why {
		key.quote, key.width = m.at.quote, m.layout.Inner(p).W
	}
	fresh := l.key.doc != key.doc
	if l.key != key {
		l.key, l.rows = key, m.rowsOf(p, o)
	}
	h := m.layout.Inner(p).H
	sight := sightKey{m.cursor(p), h, len(l.rows)}
	if fresh {
		l.top = 0
		if o.last == nil { // a list opens at its beginning: those who say most come first
			l.seen = sight
		}
	}
	if sight != l.seen && sight.cursor >= 0 {
		l.top = min(max(l.top, sight.cursor-h+1), sight.cursor)
		if l.top == sight.cursor && l.top > 0 && l.rows[l.top-1].index == none {
			l.top-- // its heading belongs to it
		}
	}
	l.seen = sight
	l.top = min(max(l.top, 0), max(len(l.rows)-h, 0))
}

func (m *model) rowsOf(p layout.Pane, o *opened) []row {
	if o.doc == nil {
		return nil
	}
	switch p {
	case layout.Quotes:
		return m.quoteRows(o)
	case layout.Speakers:
		return m.speakerRows(o)
	case layout.Positions:
		return m.positionRows(o)
	}
	return m.whyRows(o)
}

// passes reports whether a row's words pass the filter of its pane.
func (m *model) passes(p layout.Pane, words string) bool {
	f := m.at.filters[p]
	return f == "" || find.Matches(f, words)
}

// selected is the index of what is current in a pane.
func (m *model) selected(p layout.Pane) int {
	switch p {
	case layout.Quotes:
		return m.at.quote
	case layout.Speakers:
		return m.at.speaker
	case layout.Positions:
		return m.at.position
	}
	return m.at.whyRow
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
	rows, at := m.lists[m.at.focus].rows, m.cursor(m.at.focus)
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
		m.chooseRow(m.at.focus, rows[to].index)
	}
}

// chooseRow makes a row current: its quote is shown in the article too.
func (m *model) chooseRow(p layout.Pane, index int) {
	switch p {
	case layout.Quotes:
		m.choose(index)
	case layout.Speakers:
		m.at.speaker = index
	case layout.Positions:
		m.at.position = index
	case layout.Why:
		m.at.whyRow = index
	}
}

// firstShown makes the first row current where none is, or where a filter has hidden the one that was.
func (m *model) firstShown(p layout.Pane) {
	if o := m.current(); o == nil || o.doc == nil || m.cursor(p) >= 0 {
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
	if !m.inSight(quote) || m.at.focus != layout.Article {
		m.reveal(whole(m.doc().Quotes[quote].Content))
	}
}

// makeCurrent makes a quote current everywhere, its speaker and its position with it; it scrolls nothing. Where the
// speaker is unknown, or no position is shown, none is current.
func (m *model) makeCurrent(quote int) {
	o := m.current()
	m.at.quote, m.at.evidence, m.at.whyRow, m.at.lit = quote, none, none, analysis.Span{}
	m.at.speaker, m.at.position = o.first(quote), none
	if ps := o.positionsOf[quote]; len(ps) > 0 {
		m.at.position = ps[0]
	}
}

// listLines draws the rows in sight.
func (m *model) listLines(p layout.Pane, o *opened) []string {
	in, l := m.layout.Inner(p), m.lists[p]
	if len(l.rows) == 0 {
		return m.paragraph(in, m.emptyList(p, o), theme.Dim)
	}
	at := m.cursor(p)
	out := make([]string, 0, in.H)
	for i := l.top; i < len(l.rows) && len(out) < in.H; i++ {
		segs := m.rowSegs(p, o, l.rows[i], in.W)
		if i == at {
			segs[0].text = m.rowMark()
			segs = chosen(segs, m.at.focus == p)
		}
		out = append(out, line(m.theme, in.W, segs...))
	}
	return out
}

func (m *model) rowMark() string {
	if m.options.Dumb {
		return ">"
	}
	return "▌"
}

// rowSegs draws one row; its first segment is a blank cell for the mark of the current row.
func (m *model) rowSegs(p layout.Pane, o *opened, r row, w int) []seg {
	switch {
	case p == layout.Why:
		return slices.Clone(r.segs)
	case r.index == none:
		return []seg{plain(" "), {theme.Look{Speaker: r.speaker + 1, Part: theme.Strong}, r.heading}}
	case p == layout.Quotes:
		return quoteSegs(o, r.index, w)
	case p == layout.Speakers:
		return speakerSegs(o, r.index, w)
	}
	return positionSegs(o, r.index, m.at.byTarget)
}

// emptyList says why a list has no rows, and what to do.
func (m *model) emptyList(p layout.Pane, o *opened) string {
	switch {
	case o.err != nil:
		return ""
	case o.run != nil:
		return "finding out who says what …"
	case o.doc == nil:
		return "not analysed: " + m.say("analyse") + " does it"
	case m.at.filters[p] != "":
		return "nothing matches “" + m.at.filters[p] + "”: " + m.say("leave") + " clears the filter"
	case p == layout.Why:
		return "choose a quote: " + m.say("next-quote") + " goes to the next"
	case m.at.only != none:
		return "nothing by " + o.short(m.at.only) + ": " + m.say("only") + " shows everybody again"
	}
	return map[layout.Pane]string{
		layout.Quotes:    "no quotes in this article",
		layout.Speakers:  "nobody is quoted",
		layout.Positions: "nobody takes a side in what is quoted",
	}[p]
}
