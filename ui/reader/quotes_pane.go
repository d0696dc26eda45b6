package reader

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/layout"
)

func (m *model) quoteRows(o *opened) (rows []row) {
	for i := range o.doc.Quotes {
		if o.says(i, m.at.only) && o.quoteHolds(i, m.at.filters[layout.Quotes]) {
			rows = append(rows, row{index: i})
		}
	}
	return rows
}

// quoteHolds reports whether a quote holds the words of a query; the name of a kind asks for quotes of that kind.
func (o *opened) quoteHolds(quote int, query string) bool {
	var words []string
	for _, w := range strings.Fields(query) {
		if k := slices.Index(kindNames, w); k < 0 {
			words = append(words, w)
		} else if o.doc.Quotes[quote].Kind != analysis.Kind(k) {
			return false
		}
	}
	decided := ""
	if o.judged != nil {
		decided = o.judged[quote].words + " "
	}
	return len(words) == 0 || find.Matches(strings.Join(words, " "), decided+o.quoteWords(quote))
}

var kindNames = []string{analysis.Indirect.String(), analysis.Mixed.String(), analysis.Direct.String()}

// quoteWords are the words by which a quote is found: its speakers, cue and content.
func (o *opened) quoteWords(quote int) string {
	q := o.doc.Quotes[quote]
	var b strings.Builder
	for _, s := range q.Speakers {
		b.WriteString(strings.Join(o.doc.Speakers[s].Names, " ") + " ")
	}
	if len(q.Speakers) == 0 {
		b.WriteString("unknown")
	}
	for _, spans := range [][]analysis.Span{q.Cue, q.Content} {
		for _, sp := range spans {
			b.WriteString(" " + sp.Of(o.article.Text))
		}
	}
	return b.String()
}

// quoteSegs draws a quote as a row: letter, speaker, the kind's edge and the first words.
func quoteSegs(o *opened, quote, w int) []seg {
	q, who := o.doc.Quotes[quote], o.first(quote)
	name := min(max(w/4, 6), 16)
	return []seg{
		plain(" "), strong(o.sign(quote)),
		of(who, letter(who)+" "), of(who, cells.Fit(o.speakers(quote), name)+" "),
		of(who, bars[q.Kind]), plain(" " + o.firstWords(quote, w)),
	}
}

// sign tells what was decided on a quote while it is reviewed.
func (o *opened) sign(quote int) string {
	if o.judged == nil {
		return ""
	}
	return o.judged[quote].sign + " "
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
