package reader

import (
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

func (m *model) quoteRows(o *opened) (rows []row) {
	for i := range o.Doc.Quotes {
		if o.Says(i, m.at.Only) && o.QuoteHolds(i, m.at.Filters[layout.Quotes]) {
			rows = append(rows, row{index: i})
		}
	}
	return rows
}

// quoteSegs draws a quote as a row: letter, speaker, the kind's edge and the first words.
func quoteSegs(o *opened, quote, w int) []draw.Seg {
	q, who := o.Doc.Quotes[quote], o.First(quote)
	name := min(max(w/4, 6), 16)
	return []draw.Seg{
		draw.Plain(" "), draw.Strong(o.QuoteSign(quote)),
		draw.Of(who, view.Letter(who)+" "), draw.Of(who, cells.Fit(o.Speakers(quote), name)+" "),
		draw.Of(who, view.Bars[q.Kind]), draw.Plain(" " + o.FirstWords(quote, w)),
	}
}
