package reader

import (
	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
)

// copyQuote puts the current quote on the clipboard, by OSC 52, alone or with who said it and where.
func (m *model) copyQuote(attributed bool) {
	o := m.current()
	if m.at.Quote == none {
		m.tell("choose a quote first: " + m.say("next-quote") + " goes to the next")
		return
	}
	if attributed {
		m.copy(o.CopiedWhole(m.at.Quote))
		return
	}
	m.copy(o.Copied(m.at.Quote))
}

// copySpan puts selected words of the article on the clipboard.
func (m *model) copySpan(sp analysis.Span) {
	if s := m.current().OneLine([]analysis.Span{sp}); s != "" {
		m.copy(s)
	}
}

func (m *model) copy(s string) {
	m.start(tea.SetClipboard(s))
	m.tell("copied: " + s)
}
