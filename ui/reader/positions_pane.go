package reader

import (
	"fmt"
	"slices"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// nextGrouping groups the positions in the next way; the current position stays current.
func (m *model) nextGrouping() {
	m.at.Grouping = (m.at.Grouping + 1) % view.Groupings
	m.tell("positions " + m.at.Grouping.String())
	m.enterTable()
}

// toggleStates shows those positions that take no side, or hides them.
func (m *model) toggleStates() {
	m.at.States = !m.at.States
	n := told.Count(m.current().States, "statement")
	if m.at.States {
		m.tell(n + " without a side shown")
		return
	}
	m.tell(n + " without a side hidden")
	if i := m.at.Position; i != none && m.doc().Positions[i].Stance == analysis.Neutral {
		m.at.Position = none
	}
}

// positionRows are the positions that are to be seen, each group under its heading; in the table there is a row for
// each topic.
func (m *model) positionRows(o *opened) (rows []row) {
	var order []int
	for i := range o.Doc.Positions {
		if m.showsPosition(o, i) {
			order = append(order, i)
		}
	}
	key := func(i int) int { return o.Doc.Positions[i].Speaker }
	if m.at.Grouping != view.BySpeaker {
		key = func(i int) int { return o.TopicOf[i] }
	}
	first := map[int]int{}
	for n, i := range order {
		if _, ok := first[key(i)]; !ok {
			first[key(i)] = n
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return first[key(a)] - first[key(b)] })
	for n, i := range order {
		head := n == 0 || key(i) != key(order[n-1])
		switch {
		case m.at.Grouping == view.AsTable && head:
			rows = append(rows, row{index: o.TopicOf[i]})
		case m.at.Grouping == view.AsTable:
		default:
			if head {
				rows = append(rows, o.positionHeading(i, m.at.Grouping))
			}
			rows = append(rows, row{index: i})
		}
	}
	return rows
}

// showsPosition reports whether neither the filter, nor the narrowing down to one speaker, nor the hiding of what takes
// no side keeps a position out of sight.
func (m *model) showsPosition(o *opened, i int) bool {
	p := o.Doc.Positions[i]
	return (m.at.Only == none || p.Speaker == m.at.Only) && (m.at.States || p.Stance != analysis.Neutral) &&
		m.passes(layout.Positions, o.PositionWords(i))
}

func (o *opened) positionHeading(position int, g view.Grouping) row {
	p := o.Doc.Positions[position]
	if g == view.BySpeaker {
		return row{index: none, heading: view.Letter(p.Speaker) + " " + o.Doc.Speakers[p.Speaker].Name, speaker: p.Speaker}
	}
	t := o.Topics[o.TopicOf[position]]
	return row{index: none, heading: t.Name + view.Among(t), speaker: t.Speaker}
}

func positionSegs(o *opened, position int, g view.Grouping) []draw.Seg {
	p := o.Doc.Positions[position]
	segs := []draw.Seg{draw.Strong(fmt.Sprintf("%-3s", o.PositionSign(position))), draw.As(theme.Strong, fmt.Sprintf("%s %-8s ", view.Signs[p.Stance], view.SideWords[p.Stance]))}
	if g == view.ByTarget {
		segs = append(segs, draw.Of(p.Speaker, view.Letter(p.Speaker)+" "+o.Doc.Speakers[p.Speaker].Name))
	} else {
		sign, _ := o.Standing(position)
		segs = append(segs, draw.Strong(sign+" "), draw.Plain(o.Target(position)))
	}
	return append([]draw.Seg{draw.Plain(" ")}, append(segs, draw.Dim(o.Manner(position)))...)
}
