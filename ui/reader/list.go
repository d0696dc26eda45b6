package reader

import (
	"slices"

	"hearsay/analysis"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// row is a line of a list: a quote, speaker or position by its index, or a heading, whose index is none.
type row struct {
	index   int
	heading string
	speaker int // whose heading it is, or none
	// segs and to are the panels' alone: the words, and where enter leads.
	segs []draw.Seg
	to   goal
}

// list is what a pane keeps of its rows.
type list struct {
	rows []row
	key  rowsKey
	top  int // the first row in sight
	seen sightKey
	// columns are the speakers of the table of positions, and label the cells of its longest topic.
	columns []int
	label   int
}

// rowsKey tells what the rows depend on.
type rowsKey struct {
	doc      *analysis.Document
	filter   string
	only     int
	grouping view.Grouping
	states   bool
	of       int // the quote or speaker that a panel is about
	width    int
}

// sightKey tells what the part in sight depends on; a turn of the wheel is undone only when it changes.
type sightKey struct{ cursor, height, rows int }

// settleList brings a list's rows up to date, and its current row into sight.
func (m *model) settleList(p layout.Pane) {
	l, o := &m.lists[p], m.current()
	key := rowsKey{doc: o.Doc, filter: m.at.Filters[p], only: m.at.Only, grouping: m.at.Grouping, states: m.at.States}
	if isPanel(p) {
		key.of, key.width = m.subject(p), m.layout.Inner(p).W
	}
	fresh := l.key.doc != key.doc
	if l.key != key {
		l.key, l.rows = key, m.rowsOf(p, o)
		if p == layout.Positions && o.Doc != nil {
			l.columns, l.label = m.columnsOf(o), o.longestTopic(l.rows)
		}
	}
	h := m.layout.Inner(p).H - m.headLines(p)
	sight := sightKey{m.cursor(p), h, len(l.rows)}
	if fresh {
		l.top = 0
		if p == m.at.Focus { // chosen before there was anything in it
			m.firstShown(p)
		}
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
	if o.Doc == nil {
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
	switch p {
	case layout.Card:
		return m.cardRows(o)
	case layout.Review:
		return m.reviewRows(o)
	}
	return m.whyRows(o)
}

// subject is the quote or the speaker that a panel is about.
func (m *model) subject(panel layout.Pane) int {
	switch o := m.current(); {
	case panel == layout.Card:
		return m.at.Speaker
	case panel == layout.Review && o.desk != nil:
		return o.desk.at
	}
	return m.at.Quote
}

// passes reports whether a row's words pass the filter of its pane.
func (m *model) passes(p layout.Pane, words string) bool {
	f := m.at.Filters[p]
	return f == "" || find.Matches(f, words)
}

// listLines draws the rows in sight.
func (m *model) listLines(p layout.Pane, o *opened) []string {
	in, l := m.layout.Inner(p), m.lists[p]
	if len(l.rows) == 0 {
		return draw.Paragraph(m.theme, in, m.emptyList(p, o), theme.Dim)
	}
	at := m.cursor(p)
	out := make([]string, 0, in.H)
	if m.headLines(p) > 0 {
		out = append(out, draw.Line(m.theme, in.W, m.tableHead(o, in.W)...))
	}
	for i := l.top; i < len(l.rows) && len(out) < in.H; i++ {
		segs := m.rowSegs(p, o, l.rows[i], in.W)
		if i == at {
			segs[0].Text = draw.Mark(m.options.Dumb)
			segs = draw.Chosen(segs, m.at.Focus == p)
		}
		out = append(out, draw.Line(m.theme, in.W, segs...))
	}
	return out
}

// rowSegs draws one row; its first segment is a blank cell for the mark of the current row.
func (m *model) rowSegs(p layout.Pane, o *opened, r row, w int) []draw.Seg {
	switch {
	case isPanel(p):
		return slices.Clone(r.segs)
	case r.index == none:
		return []draw.Seg{draw.Plain(" "), draw.Named(r.speaker, r.heading)}
	case p == layout.Quotes:
		return quoteSegs(o, r.index, w)
	case p == layout.Speakers:
		return speakerSegs(o, r.index, w)
	}
	if m.at.Grouping == view.AsTable {
		return m.tableSegs(o, r.index, w)
	}
	return positionSegs(o, r.index, m.at.Grouping)
}

// emptyList says why a list has no rows, and what to do.
func (m *model) emptyList(p layout.Pane, o *opened) string {
	switch {
	case o.err != nil:
		return ""
	case o.run != nil:
		return "finding out who says what …"
	case o.Doc == nil:
		return "not analysed: " + m.say("analyse") + " does it"
	case m.at.Filters[p] != "":
		return "nothing matches “" + m.at.Filters[p] + "”: " + m.say("leave") + " clears the filter"
	case p == layout.Why:
		return "choose a quote: " + m.say("next-quote") + " goes to the next"
	case p == layout.Card:
		return "the speaker is unknown: " + m.say("speakers") + " lists those to choose from"
	case p == layout.Review:
		return "nothing is reviewed: " + m.say("review") + " begins"
	case p == layout.Positions && !m.at.States && o.States > 0:
		return "nobody takes a side: " + m.say("states") + " shows what is stated without one"
	case m.at.Only != none:
		return "nothing by " + o.Short(m.at.Only) + ": " + m.say("only") + " shows everybody again"
	}
	return map[layout.Pane]string{
		layout.Quotes:    "no quotes in this article",
		layout.Speakers:  "nobody is quoted",
		layout.Positions: "nobody takes a side in what is quoted",
	}[p]
}
