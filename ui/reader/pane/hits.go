package pane

import (
	"hearsay/analysis"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/page"
	"hearsay/ui/reader/view"
)

// Hits are the places where a search found its words in an article. Its zero value is a search that was not begun.
type Hits struct {
	of    *view.Findings
	query string
	spans []analysis.Span
	marks *page.Marks
}

// Find looks for the place's query in the article, unless it is known already where it stands.
func (h *Hits) Find(v view.View) {
	if h.of == v.Findings && h.query == v.At.Query {
		return
	}
	*h = Hits{of: v.Findings, query: v.At.Query}
	if v.At.Query != "" {
		h.spans = find.All(v.Article.Text, v.At.Query)
		marks := make([]page.Mark, len(h.spans))
		for i, sp := range h.spans {
			marks[i] = page.Mark{Span: sp, Ink: page.Ink{Flags: page.Hit}}
		}
		h.marks = page.NewMarks(marks)
	}
	if v.At.Hit >= len(h.spans) {
		v.At.Hit = none
	}
}

// Len is how many there are.
func (h *Hits) Len() int { return len(h.spans) }

// Span is where a hit stands.
func (h *Hits) Span(i int) analysis.Span { return h.spans[i] }

// From is the first hit that begins at an offset or behind it, round the end of the article if need be; None where
// there is none at all.
func (h *Hits) From(offset int) int { return find.Next(h.spans, offset) }

// After is the hit to go to from the current one. One that has gone out of sight does not count: the search goes on
// from where the reader is.
func (h *Hits) After(at *view.Place, t *Text, by int) int {
	switch {
	case at.Hit != none && h.spans[at.Hit].Overlaps(t.Sight(at)):
		return (at.Hit + by + len(h.spans)) % len(h.spans)
	case by > 0:
		return find.Next(h.spans, t.TopOffset(at))
	}
	return find.Prev(h.spans, t.TopOffset(at))
}

// Marks are all hits, and the current one over them; none where nothing is searched for.
func (h *Hits) Marks(at *view.Place) []*page.Marks {
	if h.marks == nil {
		return nil
	}
	var current []page.Mark
	if at.Hit != none {
		current = []page.Mark{{Span: h.spans[at.Hit], Ink: page.Ink{Flags: page.CurrentHit}}}
	}
	return []*page.Marks{h.marks, page.NewMarks(current)}
}
