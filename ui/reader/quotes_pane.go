package reader

import (
	"strings"
	"unicode/utf8"

	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/layout"
)

func (m *model) quoteRows(o *opened) (rows []row) {
	for i := range o.doc.Quotes {
		if o.says(i, m.at.only) && m.passes(layout.Quotes, o.filterWords(i)) {
			rows = append(rows, row{index: i})
		}
	}
	return rows
}

// filterWords are the words by which a quote is filtered: its speakers, kind, cue and content.
func (o *opened) filterWords(quote int) string {
	q := o.doc.Quotes[quote]
	var b strings.Builder
	for _, s := range q.Speakers {
		b.WriteString(strings.Join(o.doc.Speakers[s].Names, " ") + " ")
	}
	if len(q.Speakers) == 0 {
		b.WriteString("unknown ")
	}
	b.WriteString(q.Kind.String())
	for _, sp := range append(q.Cue, q.Content...) {
		b.WriteString(" " + sp.Of(o.article.Text))
	}
	return b.String()
}

// quoteSegs draws a quote as a row: letter, speaker, the kind's edge and the first words.
func quoteSegs(o *opened, quote, w int) []seg {
	q, who := o.doc.Quotes[quote], o.first(quote)
	name := min(max(w/4, 6), 16)
	return []seg{
		plain(" "),
		of(who, letter(who)+" "), of(who, cells.Fit(o.speakers(quote), name)+" "),
		of(who, bars[q.Kind]), plain(" " + o.firstWords(quote, w)),
	}
}

// firstWords is the beginning of a quote's content, its parts joined by an ellipsis, no longer than a line needs.
func (o *opened) firstWords(quote, w int) string {
	var parts []string
	for _, sp := range o.doc.Quotes[quote].Content {
		s := sp.Of(o.article.Text)
		if len(s) > 4*w {
			s = s[:runeEdge(s, 4*w)]
		}
		parts = append(parts, strings.Join(strings.Fields(s), " "))
		if w -= len(s); w <= 0 {
			break
		}
	}
	return strings.Join(parts, " … ")
}

// runeEdge is the last code point boundary at or before i.
func runeEdge(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}
