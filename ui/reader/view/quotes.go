package view

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/find"
)

// bars are the edges of quotes by kind: full for direct, broken for mixed, dotted for indirect speech; heavy where they
// are sure, thin where they are not.
var bars = [...]struct{ heavy, thin string }{analysis.Indirect: {"┋", "┊"}, analysis.Mixed: {"╏", "╎"},
	analysis.Direct: {"┃", "│"}}

// UnsureSign stands before the words of what is unsure.
const UnsureSign = "~"

// Bar is the edge of a quote of a kind that is so sure.
func Bar(k analysis.Kind, l analysis.Level) string {
	if l == analysis.Certain {
		return bars[k].heavy
	}
	return bars[k].thin
}

// Bar is the edge of a quote, and what stands behind it: a blank, or the sign of what is unsure.
func (f *Findings) Bar(quote int) (bar, behind string) {
	bar, behind = Bar(f.Doc.Quotes[quote].Kind, f.Level(quote)), " "
	if f.Level(quote) == analysis.Unsure {
		behind = UnsureSign
	}
	return bar, behind
}

// KindMeans tells what the kinds of quotes are.
var KindMeans = [...]string{
	analysis.Direct:   "all of it stands in quotation marks",
	analysis.Mixed:    "part of it stands in quotation marks",
	analysis.Indirect: "none of it stands in quotation marks",
}

// The signs and words for what was not said, by polarity; empty for what was.
var (
	PolaritySigns = [...]string{analysis.Said: "", analysis.Denied: "¬", analysis.Refused: "Ø"}
	polarityWords = [...]string{analysis.Said: "", analysis.Denied: "denied", analysis.Refused: "refused"}
)

// Unsaid is the sign and the word for a quote of what was not said: "¬ denied"; empty for what was.
func (f *Findings) Unsaid(quote int) string {
	p := f.Doc.Quotes[quote].Polarity
	if p == analysis.Said {
		return ""
	}
	return PolaritySigns[p] + " " + polarityWords[p]
}

var kindNames = []string{analysis.Indirect.String(), analysis.Mixed.String(), analysis.Direct.String()}

// Says reports whether a quote is a speaker's; every quote is the speaker None's.
func (f *Findings) Says(quote, speaker int) bool {
	return speaker == None || slices.Contains(f.Doc.Quotes[quote].Speakers, speaker)
}

// First is the speaker in whose colour a quote is drawn: its first, or the one everything is narrowed down to; None
// where the speaker is unknown.
func (f *Findings) First(quote int) int {
	switch {
	case quote == None || len(f.Doc.Quotes[quote].Speakers) == 0:
		return None
	case f.Narrowed != None && f.Says(quote, f.Narrowed):
		return f.Narrowed
	}
	return f.Doc.Quotes[quote].Speakers[0]
}

// QuoteHolds reports whether a quote holds the words of a query. The name of a kind asks for quotes of that kind, that
// of a level for those that are so sure, and “unknown” for those whose speaker is unknown; “undecided”, “flagged” and
// other words for what a reviewer decided find these, and “denied” and “refused” what was not said.
func (f *Findings) QuoteHolds(quote int, query string) bool {
	var words []string
	for _, w := range strings.Fields(query) {
		switch is, asks := f.quoteIs(quote, w); {
		case !asks:
			words = append(words, w)
		case !is:
			return false
		}
	}
	if len(words) == 0 {
		return true
	}
	decided := ""
	if f.Settled != nil {
		decided = f.Settled[quote].Words + " "
	}
	return find.Matches(strings.Join(words, " "), decided+f.quoteWords(quote))
}

// quoteIs reports whether a quote is what a word of a query asks for, and whether the word asks for anything: else it
// is one to look for.
func (f *Findings) quoteIs(quote int, word string) (is, asks bool) {
	q := f.Doc.Quotes[quote]
	if k := slices.Index(kindNames, word); k >= 0 {
		return q.Kind == analysis.Kind(k), true
	}
	if l, ok := analysis.LevelNamed(word); ok {
		return f.Level(quote) == l, true
	}
	switch word {
	case "unknown":
		return len(q.Speakers) == 0, true
	case "undecided":
		return f.Settled == nil || !f.Settled[quote].Decided, true
	}
	return false, false
}

// quoteWords are the words by which a quote is found: its speakers, cue and content.
func (f *Findings) quoteWords(quote int) string {
	q := f.Doc.Quotes[quote]
	var b strings.Builder
	for _, s := range q.Speakers {
		b.WriteString(strings.Join(f.Doc.Speakers[s].Names, " ") + " ")
	}
	b.WriteString(polarityWords[q.Polarity])
	for _, spans := range [][]analysis.Span{q.Cue, q.Content} {
		for _, sp := range spans {
			b.WriteString(" " + sp.Of(f.Article.Text))
		}
	}
	return b.String()
}

// QuoteSign tells what was decided on a quote; empty while there is no review.
func (f *Findings) QuoteSign(quote int) string {
	if f.Judged == nil {
		return ""
	}
	return f.Judged[quote].Sign + " "
}

// QuoteAt is the shortest quote of a speaker that holds a byte, or None; the speaker None is everybody.
func (f *Findings) QuoteAt(at, only int) int {
	found, size := None, 0
	for i, q := range f.Doc.Quotes {
		if Start(q.Content) > at {
			break
		}
		if !f.Marked(i, only) {
			continue
		}
		for _, sp := range q.Content {
			if sp.Holds(at) && (found == None || Whole(q.Content).Len() < size) {
				found, size = i, Whole(q.Content).Len()
			}
		}
	}
	return found
}

// Quoted is a quote's content on one line, its parts joined by an ellipsis.
func (f *Findings) Quoted(quote int) string { return f.OneLine(f.Doc.Quotes[quote].Content) }

// OneLine is the spans' text on one line, without control codes, its parts joined by an ellipsis.
func (f *Findings) OneLine(spans []analysis.Span) string {
	parts := make([]string, len(spans))
	for i, sp := range spans {
		parts[i] = strings.Join(strings.Fields(cells.Clean(sp.Of(f.Article.Text))), " ")
	}
	return strings.Join(parts, " … ")
}

// FirstWords is the beginning of a quote's content, its parts joined by an ellipsis, no longer than a line of w cells
// needs.
func (f *Findings) FirstWords(quote, w int) string {
	var parts []string
	for _, sp := range f.Doc.Quotes[quote].Content {
		s := sp.Of(f.Article.Text)
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
