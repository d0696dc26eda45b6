package reader

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

// grouping is how the positions stand together in their pane.
type grouping int

// The groupings, in the order in which one key goes through them.
const (
	bySpeaker grouping = iota
	byTarget
	asTable // a row a topic, a column a speaker
	groupings
)

func (g grouping) String() string { return [...]string{"by speaker", "by target", "table"}[g] }

// nextGrouping groups the positions in the next way; the current position stays current.
func (m *model) nextGrouping() {
	m.at.grouping = (m.at.grouping + 1) % groupings
	m.tell("positions " + m.at.grouping.String())
	m.enterTable()
}

// toggleStates shows those positions that take no side, or hides them.
func (m *model) toggleStates() {
	m.at.states = !m.at.states
	n := many(m.current().states, "statement")
	if m.at.states {
		m.tell(n + " without a side shown")
		return
	}
	m.tell(n + " without a side hidden")
	if i := m.at.position; i != none && m.doc().Positions[i].Stance == analysis.Neutral {
		m.at.position = none
	}
}

// positionRows are the positions that are to be seen, each group under its heading; in the table there is a row for
// each topic.
func (m *model) positionRows(o *opened) (rows []row) {
	var order []int
	for i := range o.doc.Positions {
		if m.showsPosition(o, i) {
			order = append(order, i)
		}
	}
	key := func(i int) int { return o.doc.Positions[i].Speaker }
	if m.at.grouping != bySpeaker {
		key = func(i int) int { return o.topicOf[i] }
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
		case m.at.grouping == asTable && head:
			rows = append(rows, row{index: o.topicOf[i]})
		case m.at.grouping == asTable:
		default:
			if head {
				rows = append(rows, o.positionHeading(i, m.at.grouping))
			}
			rows = append(rows, row{index: i})
		}
	}
	return rows
}

// showsPosition reports whether neither the filter, nor the narrowing down to one speaker, nor the hiding of what takes
// no side keeps a position out of sight.
func (m *model) showsPosition(o *opened, i int) bool {
	p := o.doc.Positions[i]
	return (m.at.only == none || p.Speaker == m.at.only) && (m.at.states || p.Stance != analysis.Neutral) &&
		m.passes(layout.Positions, o.positionWords(i))
}

func (o *opened) positionHeading(position int, g grouping) row {
	p := o.doc.Positions[position]
	if g == bySpeaker {
		return row{index: none, heading: letter(p.Speaker) + " " + o.doc.Speakers[p.Speaker].Name, speaker: p.Speaker}
	}
	t := o.topics[o.topicOf[position]]
	return row{index: none, heading: t.Name + among(t), speaker: t.Speaker}
}

// among says how a topic's speakers stand to each other.
func among(t analysis.Topic) string {
	switch {
	case t.Disputed():
		return " · " + disputed
	case t.Shared():
		return " · " + shared
	}
	return ""
}

// The words and signs for how speakers stand to each other on a topic.
const (
	disputed, disputedSign = "disputed", "≠"
	shared, sharedSign     = "shared", "&"
	bothSides, bothSign    = "on both sides", "±"
)

// positionWords are the words by which a position is filtered and found.
func (o *opened) positionWords(position int) string {
	p := o.doc.Positions[position]
	_, standing := o.standing(position)
	return strings.Join([]string{strings.Join(o.doc.Speakers[p.Speaker].Names, " "), p.Stance.String(), sideWords[p.Stance], p.Topic,
		o.target(position), o.manner(position), standing}, " ")
}

// target is what a position takes a side on, in the article's words.
func (o *opened) target(position int) string { return o.oneLine(o.doc.Positions[position].Target) }

// signs stand for the stances where there is no room for the word, and beside it where there is.
var signs = [...]string{analysis.Neutral: "=", analysis.Supports: "+", analysis.Opposes: "−"}

var sideWords = [...]string{analysis.Neutral: "states", analysis.Supports: "supports", analysis.Opposes: "opposes"}

func positionSegs(o *opened, position int, g grouping) []seg {
	p := o.doc.Positions[position]
	segs := []seg{strong(fmt.Sprintf("%-3s", o.positionSign(position))), {theme.Look{Part: theme.Strong}, fmt.Sprintf("%s %-8s ", signs[p.Stance], sideWords[p.Stance])}}
	if g == byTarget {
		segs = append(segs, of(p.Speaker, letter(p.Speaker)+" "+o.doc.Speakers[p.Speaker].Name))
	} else {
		sign, _ := o.standing(position)
		segs = append(segs, strong(sign+" "), plain(o.target(position)))
	}
	return append([]seg{plain(" ")}, append(segs, dim(o.manner(position)))...)
}

// positionSign tells what was decided on a position while it is reviewed.
func (o *opened) positionSign(position int) string {
	if o.judgedPositions == nil {
		return ""
	}
	return o.judgedPositions[position].sign
}

// manner tells in which way a position is taken: " · demands · conditional"; empty where it is simply said so.
func (o *opened) manner(position int) (s string) {
	for _, w := range o.doc.Positions[position].Manner() {
		s += " · " + w
	}
	return s
}

// grounds tell why a position is taken to be one, and how surely.
func (o *opened) grounds(position int) string {
	p := o.doc.Positions[position]
	parts := []string{}
	if p.Reason != "" {
		parts = append(parts, p.Reason)
	}
	for _, q := range p.Qualifiers {
		parts = append(parts, q.Kind.String()+" “"+o.oneLine([]analysis.Span{q.Span})+"”")
	}
	return strings.Join(append(parts, analysis.Sure(p.Confidence)), " · ")
}
