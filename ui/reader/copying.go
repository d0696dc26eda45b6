package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
	"hearsay/ui/reader/cells"
)

// copyQuote puts the current quote on the clipboard, by OSC 52, alone or with who said it and where.
func (m *model) copyQuote(attributed bool) {
	o := m.current()
	if m.at.quote == none {
		m.tell("choose a quote first: " + m.say("next-quote") + " goes to the next")
		return
	}
	s := o.quoted(m.at.quote)
	if attributed {
		s += "\n— " + o.attribution(m.at.quote)
	}
	m.start(tea.SetClipboard(s))
	m.tell("copied: " + s)
}

// quoted is a quote's content on one line, its parts joined by an ellipsis.
func (o *opened) quoted(quote int) string { return o.oneLine(o.doc.Quotes[quote].Content) }

// oneLine is the spans' text on one line, without control codes.
func (o *opened) oneLine(spans []analysis.Span) string {
	parts := make([]string, len(spans))
	for i, sp := range spans {
		parts[i] = strings.Join(strings.Fields(cells.Clean(sp.Of(o.article.Text))), " ")
	}
	return strings.Join(parts, " … ")
}

// attribution tells who said a quote, and in which article.
func (o *opened) attribution(quote int) string {
	var names []string
	for _, s := range o.doc.Quotes[quote].Speakers {
		names = append(names, o.doc.Speakers[s].Name)
	}
	who := strings.Join(names, " and ")
	if who == "" {
		who = "speaker unknown"
	}
	parts := []string{who}
	if o.article.Title != "" {
		parts = append(parts, "“"+o.article.Title+"”")
	}
	if a := about(o.article, true); a != "" {
		parts = append(parts, a)
	}
	if o.article.Address != "" {
		parts = append(parts, o.article.Address)
	}
	return cells.Clean(strings.Join(parts, ", "))
}

// copySpan puts selected words of the article on the clipboard.
func (m *model) copySpan(sp analysis.Span) {
	s := m.current().oneLine([]analysis.Span{sp})
	if s == "" {
		return
	}
	m.start(tea.SetClipboard(s))
	m.tell("copied: " + s)
}
