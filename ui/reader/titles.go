package reader

import (
	"fmt"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

var paneNames = [layout.Panes]string{"Article", "Quotes", "Speakers", "Positions", "Why", "Card", "Review"}

// tab is the name of a pane where panes stand behind each other.
type tab struct {
	pane layout.Pane
	text string
}

// tabs are the names of the panes that share one place, with their counts where there is room.
func (m *model) tabs(o *opened, w int) (out []tab) {
	panes := []layout.Pane{layout.Quotes, layout.Speakers, layout.Positions}
	if m.layout.Shape == layout.Single {
		panes = append([]layout.Pane{layout.Article}, panes...)
	}
	if m.at.Panel != view.NoPanel {
		panes = append(panes, m.at.Panel)
	}
	for _, form := range []func(layout.Pane) string{
		func(p layout.Pane) string { return " " + m.numbered(p) + m.count(p, o) + " " },
		func(p layout.Pane) string { return " " + m.numbered(p) + " " },
		func(p layout.Pane) string { return " " + paneNames[p] + " " },
		func(p layout.Pane) string { return " " + cells.Truncate(paneNames[p], 5) },
	} {
		out = out[:0]
		total := 0
		for _, p := range panes {
			out = append(out, tab{p, form(p)})
			total += cells.Width(form(p))
		}
		if total <= w {
			break
		}
	}
	return out
}

// numbered is a pane's name behind the number that leads to it; in a review numbers are speakers.
func (m *model) numbered(p layout.Pane) string {
	if k := m.say(paneKeys[p]); k != "" && !(m.reviews() && isDigit(k)) {
		return k + " " + paneNames[p]
	}
	return paneNames[p]
}

func isDigit(key string) bool { return len(key) == 1 && key[0] >= '0' && key[0] <= '9' }

var paneKeys = [layout.Panes]string{"article", "quotes", "speakers", "positions", "reasons", "person", "review"}

// count tells how many rows a pane has, and which one is current.
func (m *model) count(p layout.Pane, o *opened) string {
	if o.Doc == nil || p == layout.Article || isPanel(p) {
		return ""
	}
	total := 0
	at := m.cursor(p)
	n := 0
	for i, r := range m.lists[p].rows {
		if r.index == none {
			continue
		}
		total++
		if i == at {
			n = total
		}
	}
	if n == 0 {
		return fmt.Sprintf(" %d%s", total, m.outOf(p, o, total))
	}
	return fmt.Sprintf(" %d/%d%s", n, total, m.outOf(p, o, total))
}

// outOf tells of how many rows a filter has left some.
func (m *model) outOf(p layout.Pane, o *opened, shown int) string {
	all := [layout.Panes]int{layout.Quotes: len(o.Doc.Quotes), layout.Speakers: len(o.Doc.Speakers), layout.Positions: m.allPositions(o)}[p]
	if shown == all {
		return ""
	}
	return fmt.Sprintf(" of %d", all)
}

// allPositions is how many rows of positions there are without a filter.
func (m *model) allPositions(o *opened) int {
	switch {
	case m.at.Grouping == view.AsTable:
		n := 0
		for _, t := range o.Topics {
			if m.at.States || len(t.On(analysis.Supports))+len(t.On(analysis.Opposes)) > 0 {
				n++
			}
		}
		return n
	case m.at.States:
		return len(o.Doc.Positions)
	}
	return len(o.Doc.Positions) - o.States
}

// paneTitle is what stands in the frame's upper edge.
func (m *model) paneTitle(p layout.Pane, o *opened) []draw.Seg {
	if m.layout.Tabbed && (p != layout.Article || m.layout.Shape == layout.Single) {
		tabs := m.tabSegs(m.tabs(o, m.layout.Panes[p].W-4-cells.Width(m.narrowing(p, o))), p)
		return append(tabs, draw.Strong(m.narrowing(p, o)+" "))
	}
	part := theme.Dim
	if m.at.Focus == p {
		part = theme.Strong
	}
	title := " " + m.numbered(p) + m.count(p, o)
	if p == layout.Positions {
		title += " · " + m.at.Grouping.String()
	}
	return []draw.Seg{draw.As(part, title+m.narrowing(p, o)+" ")}
}

// narrowing tells what hides part of a pane's rows.
func (m *model) narrowing(p layout.Pane, o *opened) (s string) {
	if m.at.Only != none && !isPanel(p) && p != layout.Speakers && o.Doc != nil {
		s = " · only " + o.Short(m.at.Only)
	}
	if f := m.at.Filters[p]; f != "" {
		s += " · “" + f + "”"
	}
	return s
}

func (m *model) tabSegs(tabs []tab, current layout.Pane) (segs []draw.Seg) {
	for _, t := range tabs {
		if t.pane == current {
			segs = append(segs, draw.As(theme.Row, m.openTab(t.text)))
		} else {
			segs = append(segs, draw.Dim(t.text))
		}
	}
	return segs
}

// openTab is the name of the pane that is seen, as terminals without attributes can tell it too.
func (m *model) openTab(name string) string {
	if m.options.Dumb {
		return "[" + strings.TrimSpace(name) + "]"
	}
	return name
}

// tabAt is the pane whose tab stands at a cell.
func tabAt(tabs []tab, x int) (layout.Pane, bool) {
	for _, t := range tabs {
		w := cells.Width(t.text)
		if x < w {
			return t.pane, x >= 0
		}
		x -= w
	}
	return 0, false
}

// listFoot tells which rows are in sight where not all are, and, with room left, what a list's figures mean.
func (m *model) listFoot(p layout.Pane) string {
	l, in := m.lists[p], m.layout.Inner(p)
	foot := m.tableFoot(p)
	if len(l.rows) > in.H {
		foot = strings.TrimPrefix(foot+" · ", " · ") + fmt.Sprintf("%d–%d of %d", l.top+1, min(l.top+in.H, len(l.rows)), len(l.rows))
	}
	means := m.footMeans(p)
	if means == "" || len(l.rows) == 0 {
		return foot
	}
	if foot != "" {
		means += " · " + foot
	}
	if cells.Width(means) > in.W-4 {
		return foot
	}
	return means
}

// tableFoot tells which speakers of the table are in sight where not all are.
func (m *model) tableFoot(p layout.Pane) string {
	if m.headLines(p) == 0 {
		return ""
	}
	t := m.table(m.layout.Inner(p).W)
	if len(t.speakers) == t.of {
		return ""
	}
	return fmt.Sprintf("speakers %d–%d of %d", t.before+1, t.before+len(t.speakers), t.of)
}

// footMeans tells what the signs and figures of a list mean, or what it does not show.
func (m *model) footMeans(p layout.Pane) string {
	switch o := m.current(); {
	case p == layout.Speakers:
		return "quotes, share of quoted words"
	case p == layout.Positions && !m.at.States && o.States > 0:
		return m.say("states") + " shows " + told.Count(o.States, "statement")
	}
	return ""
}

// title is an article's title, or the name by which it was opened.
func (m *model) title(o *opened) string {
	if o.Article.Title != "" {
		return o.Article.Title
	}
	return m.options.Items[o.item].Name
}
