package pane

import (
	"fmt"
	"slices"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/view"
)

// table is the table of positions: a row for each topic, a column for each speaker who has a position in it.
type table struct {
	speakers []int
	label    int // the cells of its longest topic
}

func tableOf(v View, rows []Row) table {
	t := table{speakers: columnsOf(v)}
	for _, r := range rows {
		if r.Index != none && r.Index < len(v.Topics) {
			t.label = max(t.label, cells.Width(cells.Clean(v.Topics[r.Index].Name)))
		}
	}
	return t
}

// columns is where the columns of the table stand: a label, then a column for each speaker in sight.
type columns struct {
	label    int // cells of the label
	column   int // cells of a column
	speakers []int
	of       int // speakers in all
	before   int // speakers left out of sight before the first
}

// The least cells of a column, which hold a sign and the marks of the current cell; and the most, which hold a name.
const leastColumn, mostColumn = 3, 14

// in lays the table out in w cells, with the current column in sight.
func (t table) in(v View, w int) columns {
	all, room := t.speakers, w-2
	c := columns{label: min(max(t.label+4, 20), room-leastColumn), speakers: all, of: len(all)}
	if n := len(all); n > 0 && c.label+n*leastColumn > room { // names give way to signs
		c.label = max(room-n*leastColumn, min(c.label, room/2))
	}
	c.column = min(max((room-c.label)/max(len(all), 1), leastColumn), mostColumn)
	if n := max((room-c.label)/c.column, 1); n < len(all) {
		from := min(max(slices.Index(all, v.At.Column)-n/2, 0), len(all)-n)
		c.speakers, c.before = all[from:from+n], from
	}
	return c
}

// StepColumn goes to the next speaker's column of the table, or the one before; where there is none, it is told why.
func (p *Positions) StepColumn(v View, by int) (refusal string) {
	if v.At.Grouping != view.AsTable {
		return "columns are the table's: " + v.Say("group") + " shows it"
	}
	if v.At.Topic == none {
		v.EnterTable()
	}
	if v.At.Topic == none {
		return noSide
	}
	at := slices.Index(p.table.speakers, v.At.Column)
	if at != none {
		at += by
	} else { // a filter has hidden the column that was
		at = 0
	}
	if at < 0 || at >= len(p.table.speakers) {
		return "no further speaker that way"
	}
	v.EnterCell(v.At.Topic, p.table.speakers[at])
	return ""
}

// ChooseCell makes the column of the table current that stands at a cell of its pane, which is w cells wide.
func (p *Positions) ChooseCell(v View, w, x int) {
	if v.At.Grouping != view.AsTable {
		return
	}
	c := p.table.in(v, w)
	if x -= 1 + c.label; x >= 0 && x/c.column < len(c.speakers) {
		v.EnterCell(v.At.Topic, c.speakers[x/c.column])
	}
}

// Head is the line above the table: the letters of the speakers.
func (p *Positions) Head(v View, w int) []draw.Seg {
	if v.At.Grouping != view.AsTable {
		return nil
	}
	c := p.table.in(v, w)
	name := "who stands where"
	if v.At.Column != none && slices.Contains(c.speakers, v.At.Column) {
		name = view.Letter(v.At.Column) + " is " + v.Short(v.At.Column)
	}
	left, right := " ", ""
	if c.before > 0 {
		left = "‹"
	}
	if c.before+len(c.speakers) < c.of {
		right = "›"
	}
	segs := []draw.Seg{draw.Plain(" "), draw.Dim(cells.Fit(name, c.label-1)), draw.Strong(left)}
	for _, s := range c.speakers {
		segs = append(segs, draw.Named(s, cells.Fit(c.heading(v, s), c.column)))
	}
	return append(segs, draw.Strong(right))
}

// heading is what stands over a column: the speaker's letter, and their name where there is room.
func (c columns) heading(v View, speaker int) string {
	if c.column < 8 {
		return " " + view.Letter(speaker)
	}
	return " " + view.Letter(speaker) + " " + cells.Truncate(v.Short(speaker), c.column-4)
}

// segs draws a topic's row of the table: its name, and a sign for each speaker.
func (t table) segs(v View, topic, w int) []draw.Seg {
	c, top := t.in(v, w), v.Topics[topic]
	mark := "  "
	switch {
	case top.Disputed():
		mark = view.DisputedSign + " "
	case top.Shared():
		mark = view.SharedSign + " "
	}
	name := draw.Plain(cells.Fit(top.Name, c.label-3) + " ")
	if top.Speaker != analysis.None {
		name.Look.Speaker = top.Speaker + 1
	}
	segs := []draw.Seg{draw.Plain(" "), draw.Strong(mark), name}
	for _, s := range c.speakers {
		sign := " " + cellSign(v, topic, s)
		if topic == v.At.Topic && s == v.At.Column {
			sign = "[" + cellSign(v, topic, s) + "]"
		}
		segs = append(segs, draw.Strong(cells.Fit(sign, c.column)))
	}
	return segs
}

// cellSign is the side a speaker is on, as a sign.
func cellSign(v View, topic, speaker int) string {
	on := v.ViewOn(topic, speaker)
	switch {
	case on.Split():
		return view.BothSign
	case on.Stance() != analysis.Neutral:
		return view.Signs[on.Stance()]
	case len(on.States) > 0 && v.At.States:
		return view.Signs[analysis.Neutral]
	}
	return "·"
}

// Sight tells which speakers of the table are in sight where not all are.
func (p *Positions) Sight(v View, w int) string {
	if v.At.Grouping != view.AsTable {
		return ""
	}
	c := p.table.in(v, w)
	if len(c.speakers) == c.of {
		return ""
	}
	return fmt.Sprintf("speakers %d–%d of %d", c.before+1, c.before+len(c.speakers), c.of)
}

// lit reports whether the current cell of the table is one that is drawn.
func (p *Positions) lit(v View) bool {
	shown := func(i int) bool { return v.TopicOf[i] == v.At.Topic && v.Shows(i) }
	for i := range v.Doc.Positions {
		if shown(i) {
			return slices.Contains(p.table.speakers, v.At.Column)
		}
	}
	return false
}

// cellInfo tells of the current cell of the table; nil where no cell is lit.
func (p *Positions) cellInfo(v View) []draw.Seg {
	if len(p.table.speakers) == 0 {
		return []draw.Seg{draw.Dim(" " + noSide)}
	}
	if !p.lit(v) {
		return nil
	}
	at := v.InCell()
	if at == none {
		says := " says nothing about "
		if len(v.ViewOn(v.At.Topic, v.At.Column).States) > 0 {
			says = " takes no side on " // what is stated without one is hidden
		}
		return []draw.Seg{draw.Plain(" "), draw.Of(v.At.Column, v.Short(v.At.Column)), draw.Plain(says),
			draw.Strong(v.Topics[v.At.Topic].Name)}
	}
	segs, all := positionInfo(v, at), v.CellPositions()
	if n := len(all); n > 1 {
		segs = append(segs, draw.Dim(fmt.Sprintf(" · %d of %s", slices.Index(all, at)+1, told.Count(n, "position"))))
	}
	return segs
}
