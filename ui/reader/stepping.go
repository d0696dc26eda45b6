package reader

import (
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// stepQuote goes to the next quote, or the one before: of one speaker, if one is given, else of those in the list.
func (m *model) stepQuote(by, speaker int) {
	o, found := m.current(), none
	for _, r := range m.lists[layout.Quotes].rows {
		switch {
		case !o.Says(r.index, speaker):
		case by > 0 && found == none && m.isAhead(r.index):
			found = r.index
		case by < 0 && m.isBehind(r.index):
			found = r.index
		}
	}
	if found == none {
		m.tell(m.noFurther(speaker))
		return
	}
	m.remember()
	m.choose(found)
	if speaker != none {
		m.at.Speaker = speaker // of several speakers the one that is followed stays current
	}
}

// isAhead reports whether a quote comes after the current one; after a reader has scrolled away from that, whether it
// begins on the screen or after it.
func (m *model) isAhead(quote int) bool {
	if m.at.Focus == layout.Article && !m.inSight(m.at.Quote) {
		o := m.current()
		return view.Start(o.Doc.Quotes[quote].Content) >= m.topOffset(o)
	}
	return quote > m.at.Quote
}

// isBehind reports whether a quote comes before the current one, or before what is on the screen.
func (m *model) isBehind(quote int) bool {
	if m.at.Focus == layout.Article && !m.inSight(m.at.Quote) {
		return !m.isAhead(quote)
	}
	return quote < m.at.Quote
}

// noFurther says why there is no quote to go to.
func (m *model) noFurther(speaker int) string {
	filter := m.at.Filters[layout.Quotes]
	switch {
	case len(m.lists[layout.Quotes].rows) == 0:
		return m.emptyList(layout.Quotes, m.current())
	case speaker != none:
		return "no further quote by " + m.current().Short(speaker) + " that way"
	case filter != "":
		return "no further quote with “" + filter + "” that way: " + m.say("clear") + " shows all"
	}
	return "no further quote that way"
}

// stepSame goes to the next quote of the current speaker, or the one before.
func (m *model) stepSame(by int) {
	if m.at.Speaker == none {
		m.tell("the speaker is unknown")
		return
	}
	m.stepQuote(by, m.at.Speaker)
}

func (m *model) edgeQuote(first bool) {
	rows := m.lists[layout.Quotes].rows
	if len(rows) == 0 {
		m.tell(m.emptyList(layout.Quotes, m.current()))
		return
	}
	m.remember()
	if first {
		m.choose(rows[0].index)
		return
	}
	m.choose(rows[len(rows)-1].index)
}
