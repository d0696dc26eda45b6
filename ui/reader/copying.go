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
	if m.at.Quote == none {
		m.tell("choose a quote first: " + m.say("next-quote") + " goes to the next")
		return
	}
	s := o.Quoted(m.at.Quote)
	if attributed {
		s += "\n— " + o.attribution(m.at.Quote)
	}
	m.start(tea.SetClipboard(s))
	m.tell("copied: " + s)
}

// attribution tells who said a quote, and in which article.
func (o *opened) attribution(quote int) string {
	var names []string
	for _, s := range o.Doc.Quotes[quote].Speakers {
		names = append(names, o.Doc.Speakers[s].Name)
	}
	who := strings.Join(names, " and ")
	if who == "" {
		who = "speaker unknown"
	}
	parts := []string{who}
	if o.Article.Title != "" {
		parts = append(parts, "“"+o.Article.Title+"”")
	}
	if a := about(o.Article, true); a != "" {
		parts = append(parts, a)
	}
	if o.Article.Address != "" {
		parts = append(parts, o.Article.Address)
	}
	return cells.Clean(strings.Join(parts, ", "))
}

// copySpan puts selected words of the article on the clipboard.
func (m *model) copySpan(sp analysis.Span) {
	s := m.current().OneLine([]analysis.Span{sp})
	if s == "" {
		return
	}
	m.start(tea.SetClipboard(s))
	m.tell("copied: " + s)
}
