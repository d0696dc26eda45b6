package pane

import (
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/page"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// edge tells which quotes stand on a line: the first two in reading order, none where there are fewer.
type edge [2]int32

// Mark notes which quotes stand where: on the text, and at the edge of each line.
func (t *Text) Mark(f *view.Findings) {
	if t.page == nil {
		return
	}
	var marks []page.Mark
	t.gutter = make([]edge, t.page.Len())
	for i := range t.gutter {
		t.gutter[i] = edge{none, none}
	}
	if f.Doc == nil {
		t.marks = page.NewMarks(nil)
		return
	}
	for i, q := range f.Doc.Quotes {
		if !f.Says(i, f.Narrowed) {
			continue
		}
		ink := page.Ink{Speaker: f.First(i) + 1, Flags: Flag(q.Kind)}
		for _, sp := range q.Content {
			marks = append(marks, page.Mark{Span: sp, Ink: ink})
			t.note(sp, i)
		}
	}
	t.marks = page.NewMarks(marks)
}

// note puts a quote at the edge of the lines on which a stretch of it stands.
func (t *Text) note(sp analysis.Span, quote int) {
	for l := t.page.LineAt(sp.Start); l <= t.page.LineAt(max(sp.End-1, sp.Start)); l++ {
		if t.page.Line(l).Empty() {
			continue
		}
		switch e := &t.gutter[l]; {
		case e[0] == none || e[0] == int32(quote):
			e[0] = int32(quote)
		case e[1] == none:
			e[1] = int32(quote)
		}
	}
}

// Flag is how the words of a kind of quote are marked.
func Flag(k analysis.Kind) page.Flags {
	return [...]page.Flags{analysis.Indirect: page.Indirect, analysis.Mixed: page.Mixed, analysis.Direct: page.Direct}[k]
}

// edgeOf draws the letters and the edge of the quotes on a line in w cells; the current quote comes first and has the
// widest edge.
func (t *Text) edgeOf(v View, i, w int) string {
	e := t.gutter[i]
	if e[0] == none {
		return strings.Repeat(" ", w)
	}
	first, second := int(e[0]), int(e[1])
	if second != none && second == v.At.Quote {
		first, second = second, first
	}
	who := v.First(first)
	mark := draw.Of(who, view.Bars[v.Doc.Quotes[first].Kind])
	if first == v.At.Quote {
		mark = draw.Named(who, draw.Mark(v.Dumb))
	}
	if w < 4 {
		return draw.Line(v.Theme, w, draw.Of(who, view.Letter(who)), mark)
	}
	next := draw.Plain(" ")
	if s := beside(v.Findings, first, second); s != who {
		next = draw.Of(s, view.Letter(s))
	}
	if v.Judged != nil && v.Judged[first].Decided {
		next = draw.Strong(v.Judged[first].Sign)
	}
	return draw.Line(v.Theme, w, next, draw.Of(who, view.Letter(who)), mark)
}

// beside is the speaker whose letter stands next to that of a line's first quote: the next one of a joint source, or
// that of the line's second quote.
func beside(f *view.Findings, first, second int) int {
	who := f.First(first)
	for _, s := range f.Doc.Quotes[first].Speakers {
		if s != who && f.Narrowed == none {
			return s
		}
	}
	if second == none {
		return who
	}
	return f.First(second)
}

// Overview draws the whole article at the right edge of its pane, a piece for each line of the screen: whose quotes
// stand where, and which part is in sight. It is nil where all of the article is.
func (t *Text) Overview(v View) []string {
	h := v.Layout.Inner(layout.Article).H
	if t.page == nil || t.maxTop() == 0 || h == 0 || !v.Layout.Framed {
		return nil
	}
	out := make([]string, h)
	top, total := t.Top(v.At), t.Lines()
	for y := range out {
		from, to := y*total/h, max((y+1)*total/h, y*total/h+1)
		out[y] = t.piece(v, from, to, from < top+h && top < to)
	}
	return out
}

// piece stands for some lines of the article: a broad mark in the speaker's colour where there is a quote.
func (t *Text) piece(v View, from, to int, inSight bool) string {
	quote := t.quoteWithin(from-len(t.head), to-len(t.head))
	mark, look := "│", theme.Look{Part: theme.Dim}
	switch {
	case quote != none && inSight:
		mark, look = "█", theme.Look{Speaker: v.First(quote) + 1}
	case quote != none:
		mark, look = "▐", theme.Look{Speaker: v.First(quote) + 1}
	case inSight:
		mark, look = "┃", theme.Look{Part: theme.Strong}
	}
	return v.Theme.Paint(look, mark)
}

// quoteWithin is the first quote at the edge of some lines of the page, or none.
func (t *Text) quoteWithin(from, to int) int {
	for l := max(from, 0); l < min(to, len(t.gutter)); l++ {
		if t.gutter[l][0] != none {
			return int(t.gutter[l][0])
		}
	}
	return none
}
