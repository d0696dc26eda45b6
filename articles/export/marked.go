package export

import (
	"cmp"
	"fmt"
	"slices"

	"hearsay/analysis"
)

// part is a stretch of a quote's content, with the quote's index.
type part struct {
	analysis.Span
	quote int
}

// parts are the contents of all quotes in reading order, the longer of two that begin together first.
func parts(d *analysis.Document) []part {
	var all []part
	for i, q := range d.Quotes {
		for _, s := range q.Content {
			all = append(all, part{s, i})
		}
	}
	slices.SortStableFunc(all, func(a, b part) int {
		return cmp.Or(a.Start-b.Start, b.End-a.End, a.quote-b.quote)
	})
	return all
}

// marker writes paragraphs with brackets around what is quoted: [7 so and so] is quote 7. Brackets stand within each other
// as quotes do; where two quotes only overlap, the inner one is closed before the outer and opened again after it. So is
// one that runs on over the end of a paragraph.
type marker struct {
	text string
	todo []part // not yet begun, in reading order
	open []part // begun, the outermost first
}

// paragraph returns a stretch of the text in one line, with the brackets. Stretches must come in reading order.
func (m *marker) paragraph(p analysis.Span) string {
	var l line
	running := m.open
	m.open = nil
	for _, o := range running {
		if o.End > p.Start {
			m.start(&l, o)
		}
	}
	for at := p.Start; at < p.End; {
		m.close(&l, at)
		m.begin(&l, at)
		next := m.next(at, p.End)
		l.add(m.text[at:next])
		at = next
	}
	for range m.open {
		l.WriteByte(']')
	}
	return l.String()
}

// close ends the quotes that end at or before a place. Those opened inside one of them are closed with it and begin again.
func (m *marker) close(l *line, at int) {
	first := slices.IndexFunc(m.open, func(o part) bool { return o.End <= at })
	if first < 0 {
		return
	}
	inner := slices.Clone(m.open[first:])
	m.open = m.open[:first]
	for range inner {
		l.WriteByte(']')
	}
	for _, o := range inner {
		if o.End > at {
			m.start(l, o)
		}
	}
}

// begin opens the quotes that have begun by a place.
func (m *marker) begin(l *line, at int) {
	for len(m.todo) > 0 && m.todo[0].Start <= at {
		if m.todo[0].End > at {
			m.start(l, m.todo[0])
		}
		m.todo = m.todo[1:]
	}
}

func (m *marker) start(l *line, o part) {
	l.flush()
	fmt.Fprintf(l, "[%d", o.quote+1)
	l.space = true
	m.open = append(m.open, o)
}

// next is the first place after at where a bracket stands, or the end.
func (m *marker) next(at, end int) int {
	if len(m.todo) > 0 && m.todo[0].Start > at {
		end = min(end, m.todo[0].Start)
	}
	for _, o := range m.open {
		end = min(end, o.End)
	}
	return end
}
