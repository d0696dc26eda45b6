package pane

import (
	"hearsay/analysis"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/view"
)

// Quotes lists the quotes in reading order.
type Quotes struct {
	list
	names int // the cells of the longest name in the rows
}

// mostNames is how many cells names get at most.
const mostNames = 24

// Rows are the quotes that are to be seen.
func (q *Quotes) Rows(v View, _ int) (rows []Row) {
	q.names = 0
	for i := range v.Doc.Quotes {
		if v.ShowsQuote(i) {
			rows = append(rows, Row{Index: i})
			q.names = max(q.names, cells.Width(cells.Clean(v.Speakers(i, mostNames))))
		}
	}
	return rows
}

// Segs draws a quote: letter, speaker, the kind's edge and the first words.
func (q *Quotes) Segs(v View, r Row, w int) []draw.Seg {
	who := v.First(r.Index)
	name := min(q.names, max(w/3, 6), mostNames)
	segs := []draw.Seg{
		draw.Plain(" "), draw.Strong(v.QuoteSign(r.Index)),
		draw.Of(who, view.Letter(who)+" "), draw.Of(who, cells.Fit(v.Speakers(r.Index, name), name)+" "),
	}
	return append(segs, content(v.Findings, who, r.Index, w)...)
}

// content begins a quote: the edge of its kind, a word where it was not said, and its first words.
func content(f *view.Findings, who, quote, w int) []draw.Seg {
	bar, behind := f.Bar(quote)
	segs, words := []draw.Seg{draw.Of(who, bar), draw.Plain(behind)}, draw.Plain
	if f.Level(quote) == analysis.Unsure {
		words = draw.Dim
	}
	if u := f.Unsaid(quote); u != "" {
		segs = append(segs, draw.Strong(u+": "))
	}
	return append(segs, words(f.FirstWords(quote, w)))
}

// Holds looks in the quote's words, its speakers and what was decided on it.
func (*Quotes) Holds(v View, r Row, query string) bool { return v.QuoteHolds(r.Index, query) }

// Current is the current quote.
func (*Quotes) Current(v View) int { return v.At.Quote }

// Choose is for the quote to be made current and shown.
func (*Quotes) Choose(_ View, index int) int { return index }

// Leads to the quote in the article.
func (*Quotes) Leads(v View, _ Row) (Goal, string) {
	if v.At.Quote == none {
		return Goal{}, ""
	}
	return Goal{To: ToPlace}, ""
}

// Total are all quotes.
func (*Quotes) Total(v View) int { return len(v.Doc.Quotes) }

// Empty says that there are none.
func (*Quotes) Empty(v View) string { return nothingBy(v, "no quotes in this article") }

// QuoteInfo tells who says the current quote, by which words, and how sure it is that words and speakers are right.
func QuoteInfo(v View) []draw.Seg {
	q := &v.Doc.Quotes[v.At.Quote]
	segs := append([]draw.Seg{draw.Plain(" ")}, speakersInfo(v, v.At.Quote)...)
	if words := v.OneLine(q.Source); words != "" && !(len(q.Speakers) == 1 &&
		words == v.Doc.Speakers[q.Speakers[0]].Name) {
		segs = append(segs, draw.Plain(" ← “"+words+"”"))
	}
	if u := v.Unsaid(v.At.Quote); u != "" {
		segs = append(segs, draw.Strong(" · "+u))
	}
	segs = append(segs, draw.Plain(" · "+q.Kind.String()+" · "+analysis.Sure(q.Certainty())))
	return append(segs, draw.Dim(" · "+q.Why.Found))
}

// speakersInfo names the speakers of a quote, or who may be it, and why they are unknown.
func speakersInfo(v View, quote int) (segs []draw.Seg) {
	for i, s := range v.Doc.Quotes[quote].Speakers {
		if i > 0 {
			segs = append(segs, draw.Plain(" and "))
		}
		segs = append(segs, draw.Named(s, view.Letter(s)+" "+v.Doc.Speakers[s].Name))
	}
	if len(segs) > 0 {
		return segs
	}
	segs = []draw.Seg{draw.Strong("? speaker unknown")}
	if who, name := v.Perhaps(quote); name != "" {
		segs = append(segs, draw.Strong(", perhaps "), draw.Named(who, name))
	}
	return append(segs, draw.Plain(Because(v.WhyUnknown(quote))))
}

// Because puts a reason behind what it is for: ": two men were named before"; empty where there is none.
func Because(reason string) string {
	if reason == "" {
		return ""
	}
	return ": " + reason
}
