package reader

import (
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

// overview draws the whole article at the right edge of its pane, a piece for each line of the screen: whose quotes stand
// where, and which part is in sight. It is nil where all of the article is.
func (m *model) overview(o *opened) []string {
	h := m.layout.Inner(layout.Article).H
	if o.page == nil || m.maxTop(o) == 0 || h == 0 || !m.layout.Framed {
		return nil
	}
	out := make([]string, h)
	top, total := m.topLine(), o.lines()
	for y := range out {
		from, to := y*total/h, max((y+1)*total/h, y*total/h+1)
		out[y] = m.overviewPiece(o, from, to, from < top+h && top < to)
	}
	return out
}

// overviewPiece stands for some lines of the article: a broad mark in the speaker's colour where there is a quote.
func (m *model) overviewPiece(o *opened, from, to int, inSight bool) string {
	quote := o.quoteWithin(from-len(o.head), to-len(o.head))
	mark, look := "│", theme.Look{Part: theme.Dim}
	switch {
	case quote != none && inSight:
		mark, look = "█", theme.Look{Speaker: o.First(quote) + 1}
	case quote != none:
		mark, look = "▐", theme.Look{Speaker: o.First(quote) + 1}
	case inSight:
		mark, look = "┃", theme.Look{Part: theme.Strong}
	}
	return m.theme.Paint(look, mark)
}

// quoteWithin is the first quote at the edge of some lines of the page, or none.
func (o *opened) quoteWithin(from, to int) int {
	for l := max(from, 0); l < min(to, len(o.gutter)); l++ {
		if o.gutter[l][0] != none {
			return int(o.gutter[l][0])
		}
	}
	return none
}
