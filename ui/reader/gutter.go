package reader

import (
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/page"
	"hearsay/ui/reader/view"
)

// mark notes which quotes stand where: on the text, and at the edge of each line.
func (o *opened) mark() {
	var marks []page.Mark
	o.gutter = make([]edge, o.page.Len())
	for i := range o.gutter {
		o.gutter[i] = edge{none, none}
	}
	if o.Doc == nil {
		o.marks = page.NewMarks(nil)
		return
	}
	for i, q := range o.Doc.Quotes {
		if !o.Says(i, o.Narrowed) {
			continue
		}
		ink := page.Ink{Speaker: o.First(i) + 1, Flags: flagOf(q.Kind)}
		for _, sp := range q.Content {
			marks = append(marks, page.Mark{Span: sp, Ink: ink})
			o.edge(sp, i)
		}
	}
	o.marks = page.NewMarks(marks)
}

func (o *opened) edge(sp analysis.Span, quote int) {
	for l := o.page.LineAt(sp.Start); l <= o.page.LineAt(max(sp.End-1, sp.Start)); l++ {
		if o.page.Line(l).Empty() {
			continue
		}
		switch e := &o.gutter[l]; {
		case e[0] == none || e[0] == int32(quote):
			e[0] = int32(quote)
		case e[1] == none:
			e[1] = int32(quote)
		}
	}
}

func flagOf(k analysis.Kind) page.Flags {
	return [...]page.Flags{analysis.Indirect: page.Indirect, analysis.Mixed: page.Mixed, analysis.Direct: page.Direct}[k]
}

// gutter draws the letters and the edge of the quotes on a line; the current quote comes first and has the widest edge.
func (m *model) gutter(o *opened, i, w int) string {
	e := o.gutter[i]
	if e[0] == none {
		return strings.Repeat(" ", w)
	}
	first, second := int(e[0]), int(e[1])
	if second != none && second == m.at.Quote {
		first, second = second, first
	}
	who := o.First(first)
	mark := draw.Of(who, view.Bars[o.Doc.Quotes[first].Kind])
	if first == m.at.Quote {
		mark = draw.Named(who, draw.Mark(m.options.Dumb))
	}
	if w < 4 {
		return draw.Line(m.theme, w, draw.Of(who, view.Letter(who)), mark)
	}
	beside := draw.Plain(" ")
	if s := o.beside(first, second); s != who {
		beside = draw.Of(s, view.Letter(s))
	}
	if o.Judged != nil && o.Judged[first].Decided {
		beside = draw.Strong(o.Judged[first].Sign)
	}
	return draw.Line(m.theme, w, beside, draw.Of(who, view.Letter(who)), mark)
}

// beside is the speaker whose letter stands next to that of a line's first quote: the next one of a joint source, or
// that of the line's second quote.
func (o *opened) beside(first, second int) int {
	who := o.First(first)
	for _, s := range o.Doc.Quotes[first].Speakers {
		if s != who && o.Narrowed == none {
			return s
		}
	}
	if second == none {
		return who
	}
	return o.First(second)
}
