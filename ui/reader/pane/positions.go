package pane

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/view"
)

// Positions lists who takes which side, by topic, by speaker, or as a table of both.
type Positions struct {
	list
	table table // what the table was laid out from when its rows were made
}

// Rows are the positions that are to be seen, each group under its heading; in the table there is a row for each topic.
func (p *Positions) Rows(v View, _ int) (rows []Row) {
	var order []int
	for i := range v.Doc.Positions {
		if v.Shows(i) {
			order = append(order, i)
		}
	}
	key := func(i int) int { return v.TopicOf[i] }
	if v.At.Grouping == view.BySpeaker {
		key = func(i int) int { return v.Doc.Positions[i].Speaker }
		slices.SortStableFunc(order, firstFirst(order, key))
	} else {
		slices.SortStableFunc(order, func(a, b int) int {
			return cmp.Or(key(a)-key(b), sideOrder[v.Doc.Positions[a].Stance]-sideOrder[v.Doc.Positions[b].Stance])
		})
	}
	for n, i := range order {
		head := n == 0 || key(i) != key(order[n-1])
		switch {
		case v.At.Grouping == view.AsTable && head:
			rows = append(rows, Row{Index: v.TopicOf[i]})
		case v.At.Grouping == view.AsTable:
		default:
			if head {
				rows = append(rows, positionHeading(v, i))
			}
			rows = append(rows, Row{Index: i})
		}
	}
	p.table = tableOf(v, rows)
	return rows
}

// sideOrder is in which order the sides on a topic are told.
var sideOrder = [...]int{analysis.Supports: 0, analysis.Opposes: 1, analysis.Neutral: 2}

// firstFirst orders what bears keys by the first in a list that bears the same.
func firstFirst(list []int, key func(int) int) func(a, b int) int {
	first := map[int]int{}
	for n, i := range list {
		if _, ok := first[key(i)]; !ok {
			first[key(i)] = n
		}
	}
	return func(a, b int) int { return first[key(a)] - first[key(b)] }
}

func positionHeading(v View, position int) Row {
	p := v.Doc.Positions[position]
	if v.At.Grouping == view.BySpeaker {
		return Row{Index: none, Heading: view.Letter(p.Speaker) + " " + v.Doc.Speakers[p.Speaker].Name, Speaker: p.Speaker}
	}
	t := v.Topics[v.TopicOf[position]]
	return Row{Index: none, Heading: t.Name + view.Among(t), Speaker: t.Speaker}
}

// Segs draws a position, or a topic's row of the table.
func (p *Positions) Segs(v View, r Row, w int) []draw.Seg {
	if v.At.Grouping == view.AsTable {
		return p.table.segs(v, r.Index, w)
	}
	pos := v.Doc.Positions[r.Index]
	words := draw.Plain
	if v.PositionLevel(r.Index) == analysis.Unsure {
		words = draw.Dim
	}
	segs := []draw.Seg{draw.Plain(" "), draw.Strong(fmt.Sprintf("%-3s", v.PositionSign(r.Index))),
		draw.Strong(fmt.Sprintf("%s %-8s ", view.Signs[pos.Stance], view.SideWords[pos.Stance]))}
	if v.At.Grouping == view.ByTopic {
		segs = append(segs, draw.Of(pos.Speaker, view.Letter(pos.Speaker)+" "+v.Short(pos.Speaker)),
			words(" "+unsureSign(v.PositionLevel(r.Index))+v.Shown(r.Index)))
	} else {
		sign, _ := v.Standing(r.Index)
		segs = append(segs, draw.Strong(sign+" "), words(unsureSign(v.PositionLevel(r.Index))+v.Target(r.Index)))
	}
	return append(segs, draw.Dim(v.Manner(r.Index)))
}

// Holds looks in the words of the position, or in the topic's name and those who take a side on it.
func (*Positions) Holds(v View, r Row, query string) bool {
	if v.At.Grouping != view.AsTable {
		return v.PositionHolds(r.Index, query)
	}
	t := v.Topics[r.Index]
	return find.Matches(query, t.Name+" "+v.Shorts(t.On(analysis.Supports))+" "+v.Shorts(t.On(analysis.Opposes)))
}

// Current is the current position; in the table, the current topic.
func (*Positions) Current(v View) int {
	if v.At.Grouping == view.AsTable {
		return v.At.Topic
	}
	return v.At.Position
}

// Choose makes a position current; in the table, the cell of a topic in the current column.
func (*Positions) Choose(v View, index int) int {
	if v.At.Grouping == view.AsTable {
		v.EnterCell(index, v.At.Column)
	} else {
		v.ShowPosition(index)
	}
	return none
}

// Leads to the sentence that proves the position.
func (p *Positions) Leads(v View, _ Row) (Goal, string) {
	at := v.At.Position
	if v.At.Grouping == view.AsTable {
		if at = none; p.lit(v) {
			at = v.InCell()
		}
	}
	if at == none {
		return Goal{}, "no position stands here"
	}
	return Position(at), ""
}

// Total counts the positions, or the topics of the table, that there are without a filter.
func (*Positions) Total(v View) int {
	switch {
	case v.At.Grouping == view.AsTable:
		n := 0
		for _, t := range v.Doc.Topics() {
			if v.At.States || len(t.On(analysis.Supports))+len(t.On(analysis.Opposes)) > 0 {
				n++
			}
		}
		return n
	}
	n := 0
	for _, p := range v.Doc.Positions {
		if v.At.States || p.Stance != analysis.Neutral {
			n++
		}
	}
	return n
}

// Foot tells what is not shown.
func (*Positions) Foot(v View) string {
	var parts []string
	if !v.At.States && v.States > 0 {
		parts = append(parts, v.Say("states")+" shows "+told.Count(v.States, "statement"))
	}
	if n := v.Doubted(); n > 0 && !v.Doubts {
		parts = append(parts, v.Say("doubtful")+" shows "+strconv.Itoa(n)+" less sure")
	}
	return strings.Join(parts, " · ")
}

// Info tells of the current position, or of the current cell of the table.
func (p *Positions) Info(v View) []draw.Seg {
	switch {
	case v.At.Grouping == view.AsTable:
		return p.cellInfo(v)
	case v.At.Position != none:
		return positionInfo(v, v.At.Position)
	}
	return nil
}

func positionInfo(v View, at int) []draw.Seg {
	p := v.Doc.Positions[at]
	segs := []draw.Seg{draw.Plain(" "), draw.Of(p.Speaker, v.Short(p.Speaker)),
		draw.Plain(" " + view.SideWords[p.Stance] + " "),
		draw.Strong(v.Target(at)), draw.Plain(v.Manner(at))}
	if s := v.Dispute(at); s != "" {
		segs = append(segs, draw.Strong(" "+s))
	}
	if at < len(v.JudgedPositions) {
		segs = append(segs, draw.Strong(v.JudgedPositions[at].Views))
	}
	return append(segs, draw.Dim(" · "+v.Grounds(at)))
}

// Empty says that no side was found, and in how many quotes.
func (*Positions) Empty(v View) string {
	found := noSide
	if quotes, _ := v.Counted(); quotes > 0 {
		found += " in " + told.Count(quotes, "quote")
	}
	switch n := v.Doubted(); {
	case n > 0 && !v.Doubts:
		found += ": " + v.Say("doubtful") + " shows " + strconv.Itoa(n) + " less sure"
	case !v.At.States && v.States > 0:
		found += ": " + v.Say("states") + " shows what is stated without one"
	}
	return nothingBy(v, found)
}

const noSide = "no side was found"

// Listed reports whether positions stand in a list, rather than in a table.
func Listed(v View) bool { return v.At.Grouping != view.AsTable }

// NextGrouping groups the positions in the next way; the current position stays current.
func NextGrouping(v View) {
	v.At.Grouping = (v.At.Grouping + 1) % view.Groupings
	if v.Findings != nil && v.Doc != nil {
		v.EnterTable()
	}
}

// ToggleStates shows those positions that take no side, or hides them, and tells what it did.
func ToggleStates(v View) string {
	v.At.States = !v.At.States
	n := told.Count(v.States, "statement")
	if v.At.States {
		return n + " without a side shown"
	}
	if i := v.At.Position; i != none && v.Doc.Positions[i].Stance == analysis.Neutral {
		v.At.Position = none
		v.EnterTable() // the cell may be hidden with what stood there
	}
	return n + " without a side hidden"
}

// columnsOf are the speakers who have a position that is shown.
func columnsOf(v View) (speakers []int) {
	has := make([]bool, len(v.Doc.Speakers))
	for i, p := range v.Doc.Positions {
		has[p.Speaker] = has[p.Speaker] || v.Shows(i)
	}
	for s := range has {
		if has[s] {
			speakers = append(speakers, s)
		}
	}
	return speakers
}
