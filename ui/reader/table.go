package reader

import (
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// enterTable makes the cell of the current position current; where none is, the first there is.
func (m *model) enterTable() {
	o := m.current()
	if o == nil || o.Doc == nil || m.at.Grouping != view.AsTable {
		return
	}
	if i := m.at.Position; i != none && m.showsPosition(o, i) {
		m.at.Topic, m.at.Column = o.TopicOf[i], o.Doc.Positions[i].Speaker
		return
	}
	for i := range o.Doc.Positions {
		if m.showsPosition(o, i) {
			m.showPosition(i)
			return
		}
	}
}

// showPosition makes a position current, and its cell in the table.
func (m *model) showPosition(i int) {
	o := m.current()
	m.at.Position = i
	m.at.Topic, m.at.Column = o.TopicOf[i], o.Doc.Positions[i].Speaker
}

// enterCell makes a cell of the table current, and the first position in it, if it has one; where no column is current
// yet, it is the first that has one.
func (m *model) enterCell(topic, column int) {
	if views := m.current().Topics[topic].Views; column == none {
		column = views[0].Speaker
	}
	m.at.Topic, m.at.Column, m.at.Position = topic, column, none
	for _, i := range m.current().ViewOn(topic, column).Positions() {
		if m.at.Position == none && m.showsPosition(m.current(), i) {
			m.at.Position = i
		}
	}
	if m.at.Position != none {
		m.at.Speaker = column
	}
}

// stepColumn goes to the next speaker's column of the table, or the one before.
func (m *model) stepColumn(by int) {
	if m.at.Grouping != view.AsTable {
		m.tell("columns are the table's: " + m.say("group") + " shows it")
		return
	}
	columns := m.lists[layout.Positions].columns
	at := slices.Index(columns, m.at.Column) + by
	if at < 0 || at >= len(columns) {
		m.tell("no further speaker that way")
		return
	}
	m.enterCell(m.at.Topic, columns[at])
}

// columnsOf are the speakers of the table: those who have a position in it.
func (m *model) columnsOf(o *opened) (speakers []int) {
	has := make([]bool, len(o.Doc.Speakers))
	for i, p := range o.Doc.Positions {
		has[p.Speaker] = has[p.Speaker] || m.showsPosition(o, i)
	}
	for s := range has {
		if has[s] {
			speakers = append(speakers, s)
		}
	}
	return speakers
}

// table is where the columns of the table stand: a label, then a column for each speaker in sight.
type table struct {
	label    int // cells of the label
	column   int // cells of a column
	speakers []int
	of       int // speakers in all
	before   int // speakers left out of sight before the first
}

// The least cells of a column, which hold a sign and the marks of the current cell; and the most, which hold a name.
const leastColumn, mostColumn = 3, 14

// table lays the table out in w cells, with the current column in sight.
func (m *model) table(w int) table {
	l := m.lists[layout.Positions]
	all, room := l.columns, w-2
	t := table{label: min(max(l.label+4, 20), room-leastColumn), speakers: all, of: len(l.columns)}
	if n := len(all); n > 0 && t.label+n*leastColumn > room { // names give way to signs
		t.label = max(room-n*leastColumn, min(t.label, room/2))
	}
	t.column = min(max((room-t.label)/max(len(all), 1), leastColumn), mostColumn)
	if n := max((room-t.label)/t.column, 1); n < len(all) {
		from := min(max(slices.Index(all, m.at.Column)-n/2, 0), len(all)-n)
		t.speakers, t.before = all[from:from+n], from
	}
	return t
}

// columnAt is the column of the table that stands at a cell of its pane.
func (m *model) columnAt(w, x int) (speaker int, ok bool) {
	t := m.table(w)
	if x -= 1 + t.label; x < 0 || x/t.column >= len(t.speakers) {
		return none, false
	}
	return t.speakers[x/t.column], true
}

// tableHead is the line above the table: the letters of the speakers.
func (m *model) tableHead(o *opened, w int) []draw.Seg {
	t := m.table(w)
	name := "who stands where"
	if m.at.Column != none && slices.Contains(t.speakers, m.at.Column) {
		name = view.Letter(m.at.Column) + " is " + o.Short(m.at.Column)
	}
	left, right := " ", ""
	if t.before > 0 {
		left = "‹"
	}
	if t.before+len(t.speakers) < t.of {
		right = "›"
	}
	segs := []draw.Seg{draw.Plain(" "), draw.Dim(cells.Fit(name, t.label-1)), draw.Strong(left)}
	for _, s := range t.speakers {
		segs = append(segs, draw.Named(s, cells.Fit(t.heading(o, s), t.column)))
	}
	return append(segs, draw.Strong(right))
}

// heading is what stands over a column: the speaker's letter, and their name where there is room.
func (t table) heading(o *opened, speaker int) string {
	if t.column < 8 {
		return " " + view.Letter(speaker)
	}
	return " " + view.Letter(speaker) + " " + cells.Truncate(o.Short(speaker), t.column-4)
}

// tableSegs draws a topic's row of the table: its name, and a sign for each speaker.
func (m *model) tableSegs(o *opened, topic, w int) []draw.Seg {
	t, top := m.table(w), o.Topics[topic]
	mark := "  "
	switch {
	case top.Disputed():
		mark = view.DisputedSign + " "
	case top.Shared():
		mark = view.SharedSign + " "
	}
	name := draw.Plain(cells.Fit(top.Name, t.label-3) + " ")
	if top.Speaker != analysis.None {
		name.Look.Speaker = top.Speaker + 1
	}
	segs := []draw.Seg{draw.Plain(" "), draw.Strong(mark), name}
	for _, s := range t.speakers {
		sign := m.cellSign(o, topic, s)
		if topic == m.at.Topic && s == m.at.Column {
			sign = "[" + sign + "]"
		} else {
			sign = " " + sign
		}
		segs = append(segs, draw.Strong(cells.Fit(sign, t.column)))
	}
	return segs
}

// cellSign is the side a speaker is on, as a sign.
func (m *model) cellSign(o *opened, topic, speaker int) string {
	v := o.ViewOn(topic, speaker)
	switch {
	case v.Split():
		return view.BothSign
	case v.Stance() != analysis.Neutral:
		return view.Signs[v.Stance()]
	case len(v.States) > 0 && m.at.States:
		return view.Signs[analysis.Neutral]
	}
	return "·"
}

// headLines are the lines above a list's rows that stay while it scrolls.
func (m *model) headLines(p layout.Pane) int {
	if p == layout.Positions && m.at.Grouping == view.AsTable {
		return 1
	}
	return 0
}

// cellInfo tells of the current cell of the table.
func (m *model) cellInfo(o *opened) []draw.Seg {
	if m.at.Topic == none || m.at.Column == none {
		return []draw.Seg{draw.Dim(" nobody takes a side")}
	}
	if m.at.Position == none {
		return []draw.Seg{draw.Plain(" "), draw.Of(m.at.Column, o.Short(m.at.Column)), draw.Plain(" says nothing about "), draw.Strong(o.Topics[m.at.Topic].Name)}
	}
	segs := m.positionInfo(o)
	if n := len(o.ViewOn(m.at.Topic, m.at.Column).Positions()); n > 1 {
		segs = append(segs, draw.Dim(" · the first of "+strings.TrimSpace(told.Count(n, "position"))))
	}
	return segs
}

// longestTopic is how many cells the longest topic of the table takes.
func (o *opened) longestTopic(rows []row) (w int) {
	for _, r := range rows {
		if r.index != none && r.index < len(o.Topics) {
			w = max(w, cells.Width(cells.Clean(o.Topics[r.index].Name)))
		}
	}
	return w
}
