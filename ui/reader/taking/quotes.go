// Package taking puts into words what a reader takes away of an article: quotes, speakers with all that they say,
// positions with the sentence that proves them, alone or with who said it and where.
//
// It promises that what is taken for a speaker's own words is what they said, word for word; that anything else says
// what it is; and that nothing it gives can steer a terminal.
package taking

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/view"
)

// Of is the article that something is taken of.
type Of struct{ *view.Findings }

// Quote is what is copied of a quote. Of direct speech that was said it is the words. Anything else is copied as it
// stands in the article, with its cue and source, and marked as what it is and whose words it is in: torn from them, a
// paraphrase would be taken for a quotation, and a denial for what it denies.
func (f Of) Quote(quote int) string {
	if f.verbatim(quote) {
		return f.Quoted(quote)
	}
	return f.Reported(quote) + " — " + f.form(quote) + ", " + f.outlet()
}

// QuoteWhole is what is copied of a quote with who said it, and in which article.
func (f Of) QuoteWhole(quote int) string {
	who := "speaker unknown"
	if ids := f.Doc.Quotes[quote].Speakers; len(ids) > 0 {
		who = told.Names(f.Doc, ids)
	}
	if f.verbatim(quote) {
		return f.Quoted(quote) + "\n— " + f.from(who, f.linkTo(quote))
	}
	return f.Reported(quote) + "\n— " + f.from(who+" ("+f.form(quote)+")", f.linkTo(quote))
}

// verbatim reports whether a quote's content is what its speaker said, word for word.
func (f Of) verbatim(quote int) bool {
	q := f.Doc.Quotes[quote]
	return q.Kind == analysis.Direct && q.Polarity == analysis.Said
}

// form tells what a quote is that is not the speaker's words.
func (f Of) form(quote int) string {
	switch q := f.Doc.Quotes[quote]; {
	case q.Polarity == analysis.Denied:
		return "reported as not said"
	case q.Polarity == analysis.Refused:
		return "reported as a refusal to comment"
	case q.Kind == analysis.Mixed:
		return "in part the reporter’s paraphrase"
	}
	return "the reporter’s paraphrase"
}

// outlet is where an article was read: its outlet, else its file.
func (f Of) outlet() string {
	if f.Article.Outlet != "" {
		return cells.Clean(f.Article.Outlet)
	}
	return cells.Clean(f.File)
}

// Reported are the sentences in which a quote stands, with its cue and its source.
func (f Of) Reported(quote int) string {
	q := f.Doc.Quotes[quote]
	return f.sentences(slices.Concat(q.Content, q.Cue, q.Source))
}

// sentences are those in which spans stand.
func (f Of) sentences(spans []analysis.Span) string {
	var out analysis.Span
	for _, sp := range spans {
		out = joined(out, sp)
	}
	for _, s := range f.Doc.Sentences {
		if s.Overlaps(out) {
			out = joined(out, s)
		}
	}
	return f.OneLine([]analysis.Span{out})
}

// joined is the stretch that holds two, of which the first may be empty.
func joined(a, b analysis.Span) analysis.Span {
	if a.Empty() {
		return b
	}
	return analysis.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// from tells who is quoted, and in which article, with a link to it.
func (f Of) from(who, link string) string {
	var parts []string
	if who != "" {
		parts = append(parts, who)
	}
	if f.Article.Title != "" {
		parts = append(parts, "“"+f.Article.Title+"”")
	}
	if a := view.About(f.Article, true); a != "" {
		parts = append(parts, a)
	}
	if f.Article.Outlet == "" {
		parts = append(parts, f.File)
	}
	if link != "" {
		parts = append(parts, link)
	}
	return cells.Clean(strings.Join(parts, ", "))
}

// Quotes are what is copied of several quotes, in their order.
func (f Of) Quotes(quotes []int, whole bool) string {
	var out []string
	for _, q := range quotes {
		if whole {
			out = append(out, f.QuoteWhole(q))
		} else {
			out = append(out, f.Quote(q))
		}
	}
	return strings.Join(out, "\n\n")
}

// Speakers are what is copied of speakers: all that is quoted of them, in order, each with its kind.
func (f Of) Speakers(speakers []int, whole bool) string {
	var out []string
	for _, s := range speakers {
		out = append(out, f.speaker(s))
	}
	return f.sourced(strings.Join(out, "\n\n"), whole)
}

func (f Of) speaker(speaker int) string {
	name := f.Doc.Speakers[speaker].Name
	if d := f.Description(speaker); d != "" {
		name += ", " + d
	}
	own := f.QuotesOf[speaker]
	head := name + ": " + told.Count(len(own), "quote")
	if s := f.Sureness(); s != "" {
		head += " (" + s + ")"
	}
	lines := []string{cells.Clean(head)}
	for i, q := range own {
		lines = append(lines, fmt.Sprintf("%d. %s", i+1, f.listed(q)))
	}
	return strings.Join(lines, "\n")
}

// listed is a quote in a list: its words where they are its speaker's, else the sentence, and its kind.
func (f Of) listed(quote int) string {
	q := f.Doc.Quotes[quote]
	if f.verbatim(quote) {
		return f.Quoted(quote) + " (" + q.Kind.String() + ")"
	}
	return f.Reported(quote) + " (" + q.Kind.String() + ", " + f.form(quote) + ")"
}

// Positions are what is copied of positions: who takes which side, and the sentence that proves it.
func (f Of) Positions(positions []int, whole bool) string {
	var out []string
	for _, i := range positions {
		p := f.Doc.Positions[i]
		out = append(out, fmt.Sprintf("%s %s %s%s\nThe article: %s", cells.Clean(f.Name(p.Speaker)), view.SideWords[p.Stance],
			f.Target(i), f.Manner(i), f.sentences(p.Statement)))
	}
	return f.sourced(strings.Join(out, "\n\n"), whole)
}

// Panel is what is copied of a panel whose lines are given.
func (f Of) Panel(lines []string, whole bool) string {
	for i, l := range lines {
		lines[i] = strings.TrimRight(strings.TrimPrefix(cells.Clean(l), " "), " ")
	}
	return f.sourced(strings.TrimSpace(strings.Join(lines, "\n")), whole)
}

// sourced adds where the words are from, if that is wanted.
func (f Of) sourced(words string, whole bool) string {
	if !whole {
		return words
	}
	return words + "\n— " + f.from("", f.Article.Address)
}
