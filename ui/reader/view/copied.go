package view

import (
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/ui/reader/cells"
)

// Copied is what is copied of a quote. Of direct speech that was said it is the words. Anything else is copied as it
// stands in the article, with its cue and source, and marked as what it is and whose words it is in: torn from them, a
// paraphrase would be taken for a quotation, and a denial for what it denies.
func (f *Findings) Copied(quote int) string {
	if f.verbatim(quote) {
		return f.Quoted(quote)
	}
	return f.Reported(quote) + " — " + f.form(quote) + ", " + f.outlet()
}

// CopiedWhole is what is copied of a quote with who said it, and in which article.
func (f *Findings) CopiedWhole(quote int) string {
	who := "speaker unknown"
	if ids := f.Doc.Quotes[quote].Speakers; len(ids) > 0 {
		who = told.Names(f.Doc, ids)
	}
	if f.verbatim(quote) {
		return f.Quoted(quote) + "\n— " + f.from(who)
	}
	return f.Reported(quote) + "\n— " + f.from(who+" ("+f.form(quote)+")")
}

// verbatim reports whether a quote's content is what its speaker said, word for word.
func (f *Findings) verbatim(quote int) bool {
	q := f.Doc.Quotes[quote]
	return q.Kind == analysis.Direct && q.Polarity == analysis.Said
}

// form tells what a quote is that is not the speaker's words.
func (f *Findings) form(quote int) string {
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
func (f *Findings) outlet() string {
	if f.Article.Outlet != "" {
		return cells.Clean(f.Article.Outlet)
	}
	return cells.Clean(f.File)
}

// Reported are the sentences in which a quote stands, with its cue and its source.
func (f *Findings) Reported(quote int) string {
	q := f.Doc.Quotes[quote]
	var out analysis.Span
	for _, spans := range [][]analysis.Span{q.Content, q.Cue, q.Source} {
		for _, sp := range spans {
			out = joined(out, sp)
		}
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

// from tells who is quoted, and in which article.
func (f *Findings) from(who string) string {
	parts := []string{who}
	if f.Article.Title != "" {
		parts = append(parts, "“"+f.Article.Title+"”")
	}
	if a := About(f.Article, true); a != "" {
		parts = append(parts, a)
	}
	if f.Article.Outlet == "" {
		parts = append(parts, f.File)
	}
	if f.Article.Address != "" {
		parts = append(parts, f.Article.Address)
	}
	return cells.Clean(strings.Join(parts, ", "))
}
