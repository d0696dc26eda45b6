package reader

import (
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/page"
	"hearsay/ui/reader/theme"
)

// mark notes which quotes stand where: on the text, and at the edge of each line.
func (o *opened) mark() {
	var marks []page.Mark
	o.gutter = make([]edge, o.page.Len())
	for i := range o.gutter {
		o.gutter[i] = edge{none, none}
	}
	if o.doc == nil {
		o.marks = page.NewMarks(nil)
		return
	}
	for i, q := range o.doc.Quotes {
		if !o.says(i, o.narrowed) {
			continue
		}
		ink := page.Ink{Speaker: o.first(i) + 1, Flags: flagOf(q.Kind)}
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

// bars are the edges of quotes by kind: full for direct, broken for mixed, dotted for indirect speech.
var bars = [...]string{analysis.Indirect: "┊", analysis.Mixed: "╏", analysis.Direct: "┃"}

// gutter draws the letters and the edge of the quotes on a line; the current quote comes first and has the widest edge.
func (m *model) gutter(o *opened, i, w int) string {
	e := o.gutter[i]
	if e[0] == none {
		return strings.Repeat(" ", w)
	}
	first, second := int(e[0]), int(e[1])
	if second != none && second == m.at.quote {
		first, second = second, first
	}
	who := o.first(first)
	mark := seg{theme.Look{Speaker: who + 1}, bars[o.doc.Quotes[first].Kind]}
	if first == m.at.quote {
		mark = seg{theme.Look{Speaker: who + 1, Part: theme.Strong}, m.currentBar()}
	}
	if w < 4 {
		return line(m.theme, w, of(who, letter(who)), mark)
	}
	beside := plain(" ")
	if s := o.beside(first, second); s != who {
		beside = of(s, letter(s))
	}
	if o.judged != nil && o.judged[first].decided {
		beside = strong(o.judged[first].sign)
	}
	return line(m.theme, w, beside, of(who, letter(who)), mark)
}

// beside is the speaker whose letter stands next to that of a line's first quote: the next one of a joint source, or
// that of the line's second quote.
func (o *opened) beside(first, second int) int {
	who := o.first(first)
	for _, s := range o.doc.Quotes[first].Speakers {
		if s != who && o.narrowed == none {
			return s
		}
	}
	if second == none {
		return who
	}
	return o.first(second)
}

func (m *model) currentBar() string {
	if m.options.Dumb {
		return ">"
	}
	return "▌"
}
