// Package pane holds the reader's panes, one file each: what a pane lists of an article, how a row of it is drawn and
// found, what is current in it, where enter leads from there, and what it says when it is empty. [All] is the
// registry: a new pane is one file and one row there.
//
// It promises that a pane changes nothing but the place of the view it is given, that what it draws fits the cells it
// is given, and that it knows nothing of the program around it: where enter leads is told as a [Goal].
package pane

import (
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/keys"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// none stands for no quote, no speaker, no position, no row.
const none = view.None

// Pane is what lists quotes, speakers or positions, or explains one of them.
type Pane interface {
	// Rows are the lines of the pane as wide as w cells, headings among them.
	Rows(v View, w int) []Row
	// About is the quote or the speaker that the rows explain, or None for a list.
	About(v View) int
	// Segs draws a row in w cells; its first stretch is a blank cell for the mark of the current row.
	Segs(v View, r Row, w int) []draw.Seg
	// Holds reports whether a row holds what is searched for.
	Holds(v View, r Row, query string) bool
	// Current is the index of the row that is current, or None.
	Current(v View) int
	// Choose makes a row current. Where that is a quote's, it is the quote that is to be shown, else None.
	Choose(v View, index int) (quote int)
	// Leads is where enter leads from a row, whose index is None where none is current; or why it leads nowhere.
	Leads(v View, r Row) (to Goal, refusal string)
	// Total is how many rows there are without filters, headings left out; 0 where they are not counted.
	Total(v View) int
	// Head is the line above the rows that stays while they scroll; nil where there is none.
	Head(v View, w int) []draw.Seg
	// Foot tells what the signs and figures mean, and Sight what is in sight beside the rows; both may be empty.
	Foot(v View) string
	Sight(v View, w int) string
	// Info tells of what is current, for the status line; nil where the current quote is told of.
	Info(v View) []draw.Seg
	// Empty says why there are no rows, and what to do.
	Empty(v View) string
}

// Entry is a pane in the registry, with the actions that lead to it and on from it.
type Entry struct {
	Pane
	Name string
	// In is where its keys are looked up.
	In keys.Context
	// Go leads to the pane, and Toggle opens and closes it where it is a panel. Enter is what is done with its current
	// row.
	Go, Toggle, Enter keys.Action
	// Hints are the names of the actions hinted at in it, those that matter most first.
	Hints []string
}

// All is the registry: the panes in the order of their numbers.
func All() []Entry {
	return []Entry{
		{Article{}, "Article", keys.Article, goes("article", "1", "the article"), keys.Action{},
			enters("speaker-of-quote", "speaker", "from the quote to its speaker"),
			[]string{"next-quote", "previous-quote", "speaker-of-quote", "why", "review", "position", "copy", "only", "back",
				"search", "articles", "sure", "next-pane", "export", "next-article"}},
		{&Quotes{}, "Quotes", keys.Quotes, goes("quotes", "2", "the quotes"), keys.Action{},
			enters("place-of-quote", "read", "from the row to the quote in the article"),
			[]string{"place-of-quote", "speaker", "only", "why", "copy", "filter", "position", "back", "mark", "review",
				"next-pane", "export"}},
		{Speakers{}, "Speakers", keys.Speakers, goes("speakers", "3", "the speakers"), keys.Action{},
			enters("card-of-speaker", "card", "all that the article shows of the speaker: names, quotes, positions"),
			[]string{"card-of-speaker", "quotes-of-speaker", "follow-person", "same",
				"only", "copy", "position", "next-same", "filter", "back",
				"next-pane", "review", "export"}},
		{&Positions{}, "Positions", keys.Positions, goes("positions", "4", "the positions"), keys.Action{},
			enters("evidence", "evidence", "from the position to the sentence that proves it"),
			[]string{"evidence", "group", "states", "only", "copy", "filter", "back", "next-pane", "review"}},
		{Why{}, "Why", keys.Why, goes("reasons", "5", "the reasons for the current quote"),
			toggles("why", "w", "open the reasons for the current quote, or close them"),
			enters("place-of-link", "read", "from the link to its words in the article"),
			[]string{"place-of-link", "next-quote", "previous-quote", "why", "back", "next-pane"}},
		{Card{}, "Card", keys.Card, goes("person", "6", "the card of the current speaker"),
			toggles("card", "c", "open the card of the current speaker, or close it"),
			enters("place-of-line", "read", "from the line of the card to its place in the article"),
			[]string{"place-of-line", "follow-person", "quotes-of-speaker",
				"same", "mentions", "only", "card", "back", "next-pane"}},
	}
}

func goes(name, key, help string) keys.Action {
	return keys.Action{Name: name, Keys: []string{key}, Help: help}
}

func toggles(name, key, help string) keys.Action {
	return keys.Action{Name: name, Keys: []string{key}, Short: name, Help: help}
}

func enters(name, short, help string) keys.Action {
	return keys.Action{Name: name, Keys: []string{"enter"}, Short: short, Help: help}
}

// View is what panes are drawn from: the article with the place in it, and the screen.
type View struct {
	view.View
	Layout layout.Layout
	Theme  *theme.Theme
	// Dumb is set where the terminal knows no attributes.
	Dumb bool
	// Say is the first key of an action, as it is shown.
	Say func(action string) string
	// Decides is set where digits are speakers and not panes.
	Decides bool
	// NotYet is why nothing was found yet, where nothing was.
	NotYet string
}

// Row is a line of a pane: a quote, speaker or position by its index, or a heading, whose index is None.
type Row struct {
	Index   int
	Heading string
	Speaker int // whose heading it is, or None
	// Line and To are the panels' alone: the words, and where enter leads.
	Line []draw.Seg
	To   Goal
}

// words are those by which a row of a panel is found.
func (r Row) words(text string) string {
	var b strings.Builder
	for _, s := range r.Line {
		b.WriteString(s.Text)
	}
	return b.String() + " " + r.To.Words.Of(text)
}

// Goal is where enter leads.
type Goal struct {
	To    Kind
	Index int
	Words analysis.Span
}

// Kind is what a goal is.
type Kind int

// The kinds of goals.
const (
	Nowhere    Kind = iota
	ToSpeaker       // the speaker of the current quote, in the list
	ToPlace         // the current quote, in the article
	ToCard          // the card of the current speaker
	ToQuote         // a quote by its index, in the article
	ToPosition      // the evidence of a position by its index
	ToItem          // what a reviewer may decide on, by its index
	ToWords         // words of the article
)

// Quote, Position and Item are goals by index, and Words are words of the article.
func Quote(i int) Goal            { return Goal{To: ToQuote, Index: i} }
func Position(i int) Goal         { return Goal{To: ToPosition, Index: i} }
func Item(i int) Goal             { return Goal{To: ToItem, Index: i} }
func Words(sp analysis.Span) Goal { return Goal{To: ToWords, Words: sp} }
