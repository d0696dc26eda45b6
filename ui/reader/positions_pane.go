package reader

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

// positionRows groups the positions by speaker or by target, each group under its heading.
func (m *model) positionRows(o *opened) (rows []row) {
	var order []int
	for i, p := range o.doc.Positions {
		if (m.at.only == none || p.Speaker == m.at.only) && m.passes(layout.Positions, o.positionWords(i)) {
			order = append(order, i)
		}
	}
	key := func(i int) string { return o.doc.Speakers[o.doc.Positions[i].Speaker].Name }
	if m.at.byTarget {
		key = func(i int) string { return o.doc.Positions[i].Topic }
	}
	first := map[string]int{}
	for n, i := range order {
		if _, ok := first[key(i)]; !ok {
			first[key(i)] = n
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return first[key(a)] - first[key(b)] })
	for n, i := range order {
		if n == 0 || key(i) != key(order[n-1]) {
			rows = append(rows, o.positionHeading(i, m.at.byTarget))
		}
		rows = append(rows, row{index: i})
	}
	return rows
}

func (o *opened) positionHeading(position int, byTarget bool) row {
	p := o.doc.Positions[position]
	if byTarget {
		return row{index: none, heading: p.Topic, speaker: none}
	}
	return row{index: none, heading: letter(p.Speaker) + " " + o.doc.Speakers[p.Speaker].Name, speaker: p.Speaker}
}

func (o *opened) positionWords(position int) string {
	p := o.doc.Positions[position]
	return strings.Join(o.doc.Speakers[p.Speaker].Names, " ") + " " + p.Stance.String() + " " + p.Topic + " " + o.target(position)
}

// target is what a position takes a side on, in the article's words.
func (o *opened) target(position int) string {
	var parts []string
	for _, sp := range o.doc.Positions[position].Target {
		parts = append(parts, strings.Join(strings.Fields(sp.Of(o.article.Text)), " "))
	}
	return strings.Join(parts, " … ")
}

// signs stand for the stances where there is no room for the word, and beside it where there is.
var signs = [...]string{analysis.Neutral: "=", analysis.Supports: "+", analysis.Opposes: "−"}

func positionSegs(o *opened, position int, byTarget bool) []seg {
	p := o.doc.Positions[position]
	side := seg{theme.Look{Part: theme.Strong}, fmt.Sprintf("%s %-8s ", signs[p.Stance], p.Stance)}
	if byTarget {
		return []seg{plain(" "), plain("  "), side, of(p.Speaker, letter(p.Speaker)+" "+o.doc.Speakers[p.Speaker].Name)}
	}
	return []seg{plain(" "), plain("  "), side, plain(o.target(position))}
}

// grouping tells how the positions are grouped.
func (m *model) grouping() string {
	if m.at.byTarget {
		return "by target"
	}
	return "by speaker"
}

var paneNames = [layout.Panes]string{"Article", "Quotes", "Speakers", "Positions", "Why"}
