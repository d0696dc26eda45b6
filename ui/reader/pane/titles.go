package pane

import (
	"fmt"
	"strings"

	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// Lines draws what is in sight of a pane's rows.
func (s *Set) Lines(v View, p layout.Pane) []string {
	in, l := v.Layout.Inner(p), s.lists[p]
	if len(l.rows) == 0 {
		return draw.Paragraph(v.Theme, in, s.Empty(v, p), theme.Dim)
	}
	at := s.Cursor(v, p)
	out := make([]string, 0, in.H)
	if head := s.entries[p].Head(v, in.W); head != nil {
		out = append(out, draw.Line(v.Theme, in.W, head...))
	}
	for i := l.top; i < len(l.rows) && len(out) < in.H; i++ {
		segs := heading(l.rows[i])
		if p.IsPanel() || l.rows[i].Index != none {
			segs = s.entries[p].Segs(v, l.rows[i], in.W)
		}
		if i == at {
			segs[0].Text = draw.Mark(v.Dumb)
			segs = draw.Chosen(s.unfoldable(v, p, segs), v.At.Focus == p)
		}
		if isPicked(v, p, l.rows[i].Index) {
			segs[0].Text = draw.Picked(v.Dumb)
		}
		out = append(out, draw.Line(v.Theme, in.W, segs...))
		for k := 0; i == at && k < len(l.more) && len(out) < in.H; k++ {
			out = append(out, draw.Line(v.Theme, in.W, draw.Chosen([]draw.Seg{draw.Plain(unfoldedIndent + l.more[k])}, true)...))
		}
	}
	return out
}

// Empty says why a pane has no rows, and what to do.
func (s *Set) Empty(v View, p layout.Pane) string {
	switch {
	case v.Doc == nil:
		return v.NotYet
	case v.At.Filters[p] != "":
		return "nothing matches “" + v.At.Filters[p] + "”: " + v.Say("leave") + " clears the filter"
	}
	return s.entries[p].Empty(v)
}

// tab is the name of a pane where panes stand behind each other.
type tab struct {
	pane layout.Pane
	text string
}

// tabs are the names of the panes that share one place of w cells, with their counts where there is room.
func (s *Set) tabs(v View, w int) (out []tab) {
	panes := []layout.Pane{layout.Quotes, layout.Speakers, layout.Positions}
	if v.Layout.Shape == layout.Single {
		panes = append([]layout.Pane{layout.Article}, panes...)
	}
	if v.At.Panel != view.NoPanel {
		panes = append(panes, v.At.Panel)
	}
	for _, form := range []func(layout.Pane) string{
		func(p layout.Pane) string { return " " + s.numbered(v, p) + s.count(v, p) + " " },
		func(p layout.Pane) string { return " " + s.numbered(v, p) + " " },
		func(p layout.Pane) string { return " " + s.entries[p].Name + " " },
		func(p layout.Pane) string { return " " + s.abbreviated(v, p, 3) + " " },
		func(p layout.Pane) string { return " " + s.abbreviated(v, p, 3) },
		func(p layout.Pane) string { return " " + s.abbreviated(v, p, 1) },
	} {
		out = out[:0]
		total := 0
		if v.Dumb {
			total = 1 // brackets stand around the current one
		}
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

// Tabs draws the names of the panes that share one place of w cells.
func (s *Set) Tabs(v View, w int, current layout.Pane) (segs []draw.Seg) {
	for _, t := range s.tabs(v, w) {
		switch {
		case t.pane != current:
			segs = append(segs, draw.Dim(t.text))
		case v.Dumb: // as terminals without attributes can tell it too
			segs = append(segs, draw.As(theme.Row, "["+strings.TrimSpace(t.text)+"]"))
		default:
			segs = append(segs, draw.As(theme.Row, t.text))
		}
	}
	return segs
}

// TabAt is the pane whose name stands at a cell of a screen of w cells, where panes stand behind each other.
func (s *Set) TabAt(v View, w, x, y int) (layout.Pane, bool) {
	if !v.Layout.Tabbed {
		return 0, false
	}
	if !v.Layout.Framed {
		return tabAt(s.tabs(v, w), x, y == 0)
	}
	for p, r := range v.Layout.Panes {
		if layout.Pane(p) != layout.Article || v.Layout.Shape == layout.Single {
			if !r.Empty() && y == r.Y && r.Holds(x, y) {
				return tabAt(s.tabs(v, r.W-4), x-r.X-1, true)
			}
		}
	}
	return 0, false
}

func tabAt(tabs []tab, x int, there bool) (layout.Pane, bool) {
	if !there {
		return 0, false
	}
	for _, t := range tabs {
		w := cells.Width(t.text)
		if x < w {
			return t.pane, x >= 0
		}
		x -= w
	}
	return 0, false
}

// abbreviated is the first letters of a pane's name, behind the number that leads to it.
func (s *Set) abbreviated(v View, p layout.Pane, letters int) string {
	name := s.entries[p].Name
	return strings.TrimSuffix(s.numbered(v, p), name) + name[:min(len(name), letters)]
}

// numbered is a pane's name behind the number that leads to it; in a review numbers are speakers.
func (s *Set) numbered(v View, p layout.Pane) string {
	if k := v.Say(s.entries[p].Go.Name); k != "" && !(v.Decides && isDigit(k)) {
		return k + " " + s.entries[p].Name
	}
	return s.entries[p].Name
}

func isDigit(key string) bool { return len(key) == 1 && key[0] >= '0' && key[0] <= '9' }

// count tells how many rows a pane has, which one is current, and out of how many a filter has left them.
func (s *Set) count(v View, p layout.Pane) string {
	if v.Doc == nil || p == layout.Article || p.IsPanel() {
		return ""
	}
	total, n, at := 0, 0, s.Cursor(v, p)
	for i, r := range s.lists[p].rows {
		if r.Index == none {
			continue
		}
		total++
		if i == at {
			n = total
		}
	}
	of := ""
	if all := s.entries[p].Total(v); total != all {
		of = fmt.Sprintf(" of %d", all)
	}
	if n == 0 {
		return fmt.Sprintf(" %d%s", total, of)
	}
	return fmt.Sprintf(" %d/%d%s", n, total, of)
}

// Title is what stands in the upper edge of a pane's frame.
func (s *Set) Title(v View, p layout.Pane) []draw.Seg {
	if v.Layout.Tabbed && (p != layout.Article || v.Layout.Shape == layout.Single) {
		narrowing := narrowing(v, p)
		return append(s.Tabs(v, v.Layout.Panes[p].W-4-cells.Width(narrowing), p), draw.Strong(narrowing+" "))
	}
	part := theme.Dim
	if v.At.Focus == p {
		part = theme.Strong
	}
	title := " " + s.numbered(v, p) + s.count(v, p)
	if p == layout.Positions {
		title += " · " + v.At.Grouping.String()
	}
	return []draw.Seg{draw.As(part, title+narrowing(v, p)+" ")}
}

// narrowing tells what hides part of a pane's rows.
func narrowing(v View, p layout.Pane) (s string) {
	if v.At.Only != none && !p.IsPanel() && p != layout.Speakers && v.Doc != nil {
		s = " · only " + v.Short(v.At.Only)
	}
	if v.Hides() && !p.IsPanel() {
		s += " · " + v.Sureness()
	}
	if f := v.At.Filters[p]; f != "" {
		s += " · “" + f + "”"
	}
	if n := len(v.Picked(p)); n > 0 {
		s += fmt.Sprintf(" · %d marked", n)
	}
	return s
}

// isPicked reports whether a row of a list is marked to be taken away.
func isPicked(v View, p layout.Pane, index int) bool {
	return index != none && (p != layout.Positions || Listed(v)) && v.IsPicked(p, index)
}

// Foot tells which rows are in sight where not all are, and, with room left, what a list's figures mean.
func (s *Set) Foot(v View, p layout.Pane) string {
	l, in := s.lists[p], v.Layout.Inner(p)
	if v.Doc == nil {
		return ""
	}
	foot := s.entries[p].Sight(v, in.W)
	if len(l.rows)+len(l.more) > in.H {
		rows := fmt.Sprintf("%d–%d of %d", l.top+1, min(l.top+in.H-len(l.more), len(l.rows)), len(l.rows))
		foot = strings.TrimPrefix(foot+" · "+rows, " · ")
	}
	means := s.entries[p].Foot(v)
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

// Info tells of what is current in the pane in focus, for the status line.
func (s *Set) Info(v View) []draw.Seg {
	if segs := s.entries[v.At.Focus].Info(v); segs != nil {
		return segs
	}
	if v.At.Quote != none {
		return QuoteInfo(v)
	}
	return []draw.Seg{draw.Dim(" " + s.Empty(v, layout.Quotes))}
}
