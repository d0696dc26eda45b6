// Package marked says where in an article's text quotes begin and end, for formats that put marks among the words. It
// promises that marks stand within each other as brackets do: where two quotes only overlap, the inner one is ended
// before the outer and begun again after it, and so is one that runs on over the end of a paragraph.
package marked

import (
	"cmp"
	"slices"

	"hearsay/analysis"
)

// Part is a stretch of a quote's content, with the quote's index.
type Part struct {
	analysis.Span
	Quote int
}

// Parts are the contents of all quotes in reading order, the longer of two that begin together first.
func Parts(d *analysis.Document) []Part {
	var all []Part
	for i, q := range d.Quotes {
		for _, s := range q.Content {
			all = append(all, Part{s, i})
		}
	}
	slices.SortStableFunc(all, func(a, b Part) int {
		return cmp.Or(a.Start-b.Start, b.End-a.End, a.Quote-b.Quote)
	})
	return all
}

// Pen writes what a Walker comes to.
type Pen interface {
	// Begin marks the beginning of a quote, End that of the one begun last. A quote that is begun anew is begun for the
	// words that are left of it.
	Begin(Part)
	End()
	// Words are those between two marks.
	Words(string)
}

// Walker walks through a text, paragraph by paragraph.
type Walker struct {
	text string
	todo []Part // not yet begun, in reading order
	open []Part // begun, the outermost first
}

// New makes a walker through the text that a document is about.
func New(text string, d *analysis.Document) *Walker { return &Walker{text: text, todo: Parts(d)} }

// Paragraph walks through a stretch of the text. Stretches must come in reading order.
func (w *Walker) Paragraph(p analysis.Span, pen Pen) {
	running := w.open
	w.open = nil
	for _, o := range running {
		if o.End > p.Start {
			w.begin(o, pen)
		}
	}
	for at := p.Start; at < p.End; {
		w.endUntil(at, pen)
		w.beginUntil(at, pen)
		next := w.next(at, p.End)
		pen.Words(w.text[at:next])
		at = next
	}
	for range w.open {
		pen.End()
	}
}

// endUntil ends the quotes that end at or before a place. Those begun inside one of them are ended with it and begun
// again.
func (w *Walker) endUntil(at int, pen Pen) {
	first := slices.IndexFunc(w.open, func(o Part) bool { return o.End <= at })
	if first < 0 {
		return
	}
	inner := slices.Clone(w.open[first:])
	w.open = w.open[:first]
	for range inner {
		pen.End()
	}
	for _, o := range inner {
		if o.End > at {
			w.begin(o, pen)
		}
	}
}

// beginUntil begins the quotes that have begun by a place.
func (w *Walker) beginUntil(at int, pen Pen) {
	for len(w.todo) > 0 && w.todo[0].Start <= at {
		if w.todo[0].End > at {
			w.begin(w.todo[0], pen)
		}
		w.todo = w.todo[1:]
	}
}

func (w *Walker) begin(o Part, pen Pen) {
	pen.Begin(o)
	w.open = append(w.open, o)
}

// next is the first place after at where a mark stands, or the end.
func (w *Walker) next(at, end int) int {
	if len(w.todo) > 0 && w.todo[0].Start > at {
		end = min(end, w.todo[0].Start)
	}
	for _, o := range w.open {
		end = min(end, o.End)
	}
	return end
}
