// Package linked gives quotes as annotation tools hold them: stretches of words with a label each, and links between
// two of them. A content is linked to its cues, its sources and its further parts.
//
// It promises that every mark holds words, that marks stand in reading order, that every content has marks of its own,
// and that cues and sources which several quotes share are there once.
package linked

import (
	"cmp"
	"slices"

	"hearsay/analysis"
)

// The labels of marks, and of the links to them; a Part is a further content mark of the same quote.
const (
	Content = "Content"
	Cue     = "Cue"
	Source  = "Source"
	Part    = "Part"
)

// Labels are those that marks bear.
func Labels() []string { return []string{Content, Cue, Source} }

// Mark is a stretch of words with a label.
type Mark struct {
	analysis.Span
	Label string
	// Quote is an index into Document.Quotes where the mark is of a content, None elsewhere.
	Quote int
	// First is true for the first mark of a content.
	First bool
}

// Link joins the first mark of a content to another mark; both are indexes.
type Link struct {
	From, To int
	Label    string
}

// Of gives the marks and links of a document. Each span is first made narrower by a function, which may leave nothing.
func Of(d *analysis.Document, narrow func(analysis.Span) analysis.Span) ([]Mark, []Link) {
	b := builder{narrow: narrow, shared: map[Mark]int{}}
	for i, q := range d.Quotes {
		b.add(i, q)
	}
	return b.sorted()
}

type builder struct {
	narrow func(analysis.Span) analysis.Span
	marks  []Mark
	links  []Link
	shared map[Mark]int
}

func (b *builder) add(i int, q analysis.Quote) {
	first := analysis.None
	for _, s := range q.Content {
		if s = b.narrow(s); s.Empty() {
			continue
		}
		m := Mark{s, Content, i, first == analysis.None}
		if m.First {
			first = len(b.marks)
		} else {
			b.links = append(b.links, Link{first, len(b.marks), Part})
		}
		b.marks = append(b.marks, m)
	}
	if first != analysis.None {
		b.link(first, q.Cue, Cue)
		b.link(first, q.Source, Source)
	}
}

// link joins a content to the words that play a role.
func (b *builder) link(content int, spans []analysis.Span, label string) {
	for _, s := range spans {
		if s = b.narrow(s); s.Empty() {
			continue
		}
		m := Mark{Span: s, Label: label, Quote: analysis.None}
		at, ok := b.shared[m]
		if !ok {
			at = len(b.marks)
			b.shared[m] = at
			b.marks = append(b.marks, m)
		}
		b.links = append(b.links, Link{content, at, label})
	}
}

// sorted puts the marks in reading order, the longer of two that begin together first.
func (b *builder) sorted() ([]Mark, []Link) {
	order := make([]int, len(b.marks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(b.marks[i].Start-b.marks[j].Start, b.marks[j].End-b.marks[i].End)
	})
	marks, at := make([]Mark, len(order)), make([]int, len(order))
	for to, from := range order {
		marks[to], at[from] = b.marks[from], to
	}
	for i, l := range b.links {
		b.links[i].From, b.links[i].To = at[l.From], at[l.To]
	}
	return marks, b.links
}
