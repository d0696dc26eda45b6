package reader

import (
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/pane"
	"hearsay/ui/reader/view"
)

// enter goes where the current row of a pane leads.
func (m *model) enter(p layout.Pane) {
	v := m.view()
	to, refusal := m.panes.Of(p).Leads(v, m.panes.Current(v, p))
	if refusal != "" {
		m.tell(refusal)
		return
	}
	m.follow(to)
}

// follow goes to a goal; a jump is remembered.
func (m *model) follow(to pane.Goal) {
	switch to.To {
	case pane.Nowhere:
		return
	case pane.ToCard:
		m.jumpTo(layout.Card)
		return
	case pane.ToSpeaker:
		m.remember()
		m.showSpeaker()
		return
	}
	m.remember()
	speaker := m.at.Speaker
	m.focusOn(layout.Article)
	switch to.To {
	case pane.ToPlace:
		m.reveal(view.Whole(m.doc().Quotes[m.at.Quote].Content))
	case pane.ToItem:
		m.reviewing.AskAbout(to.Index)
	case pane.ToPosition:
		m.lightEvidence(to.Index)
	case pane.ToQuote:
		m.choose(to.Index)
		m.at.Speaker = speaker // of several speakers the one whose card it is stays current
	case pane.ToWords:
		m.at.Lit = to.Words
		m.reveal(to.Words)
	}
}

// showSpeaker turns to the current speaker in their list: to one of the current quote's, unless one is current.
func (m *model) showSpeaker() {
	o := m.current()
	if m.at.Speaker == none || !o.Says(m.at.Quote, m.at.Speaker) {
		m.at.Speaker = o.First(m.at.Quote)
	}
	m.panes.Unhide(m.view(), layout.Speakers, m.at.Speaker)
	m.focusOn(layout.Speakers)
}

// followToQuotes goes to the quotes of the current speaker: to the current one if it is theirs, else to the next.
func (m *model) followToQuotes() {
	if m.at.Speaker == none {
		return
	}
	m.remember()
	m.showQuoteOf(m.at.Speaker)
	m.focusOn(layout.Quotes)
}

func (m *model) showQuoteOf(speaker int) {
	v := m.view()
	next := v.QuoteOf(speaker)
	if next == m.at.Quote {
		return
	}
	m.panes.Unhide(v, layout.Quotes, next)
	m.choose(next)
	m.at.Speaker = speaker
}

// followToPosition goes to the position that the current quote shows, else to one of its speaker's.
func (m *model) followToPosition() {
	v, to := m.view(), none
	if m.at.Focus != layout.Speakers && m.at.Focus != layout.Card && m.at.Quote != none {
		to = v.FirstTaken(v.PositionsOf[m.at.Quote])
	}
	if to == none {
		to = v.FirstTaken(v.PositionsBy(m.at.Speaker))
	}
	if to == none && m.reviewing.On() {
		to = m.reviewing.OpenPosition(none)
	}
	if to == none {
		m.tell(v.Short(m.at.Speaker) + " takes no side that the words show")
		return
	}
	m.remember()
	v.ShowPosition(to)
	m.panes.Unhide(v, layout.Positions, to)
	m.focusOn(layout.Positions)
}

// lightEvidence makes a position current and lights its statement where it stands.
func (m *model) lightEvidence(position int) {
	p := m.doc().Positions[position]
	if len(p.Quotes) > 0 {
		m.choose(p.Quotes[0])
	}
	m.view().ShowPosition(position) // the quote may have others too
	m.at.Speaker, m.at.Evidence = p.Speaker, position
	m.reveal(view.Whole(p.Statement))
}
