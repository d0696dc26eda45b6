package reader

import (
	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

func (m *model) followToSpeaker() {
	o := m.current()
	if m.at.Quote == none {
		m.tell("choose a quote first: " + m.say("next-quote") + " goes to the next")
		return
	}
	s := o.First(m.at.Quote)
	if s == none {
		m.tell("speaker unknown" + because(o.Doc.Quotes[m.at.Quote].Why.Unknown))
		return
	}
	m.remember()
	if !o.Says(m.at.Quote, m.at.Speaker) || m.at.Speaker == none {
		m.at.Speaker = s
	}
	m.unhide(layout.Speakers, m.at.Speaker)
	m.focusOn(layout.Speakers)
}

func (m *model) followToArticle() {
	if m.at.Quote == none {
		return
	}
	m.remember()
	m.focusOn(layout.Article)
	m.reveal(view.Whole(m.current().Doc.Quotes[m.at.Quote].Content))
}

// followToCard opens the card of the current speaker.
func (m *model) followToCard() {
	if m.at.Speaker == none {
		m.tell("the speaker is unknown: " + m.say("speakers") + " lists those to choose from")
		return
	}
	m.jumpTo(layout.Card)
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
	o := m.current()
	if m.at.Quote != none && o.Says(m.at.Quote, speaker) {
		return
	}
	own := o.QuotesOf[speaker]
	if len(own) == 0 {
		return
	}
	next := own[0]
	for _, q := range own {
		if q >= m.at.Quote {
			next = q
			break
		}
	}
	m.unhide(layout.Quotes, next)
	m.choose(next)
	m.at.Speaker = speaker
}

// followToPosition goes to the position that the current quote shows, else to one of its speaker's.
func (m *model) followToPosition() {
	o := m.current()
	to := none
	if m.at.Focus != layout.Speakers && m.at.Focus != layout.Card && m.at.Quote != none {
		to = m.firstTaken(o.PositionsOf[m.at.Quote])
	}
	if to == none {
		to = m.firstTaken(o.PositionsBy(m.at.Speaker))
	}
	if to == none && m.reviews() {
		to = m.openPosition(none)
	}
	if to == none {
		m.tell(o.Short(m.at.Speaker) + " takes no side that the words show")
		return
	}
	m.remember()
	m.showPosition(to)
	m.unhide(layout.Positions, to)
	m.focusOn(layout.Positions)
}

// firstTaken is the first of some positions that takes a side, or that is shown though it takes none.
func (m *model) firstTaken(positions []int) int {
	for _, i := range positions {
		if m.at.States || m.doc().Positions[i].Stance != analysis.Neutral {
			return i
		}
	}
	return none
}

// followToEvidence lights the statement of the current position in the article.
func (m *model) followToEvidence() {
	if m.at.Position == none {
		m.tell("no position stands here")
		return
	}
	m.remember()
	m.focusOn(layout.Article)
	m.lightEvidence()
}

// lightEvidence lights the statement of the current position where it stands.
func (m *model) lightEvidence() {
	at := m.at.Position
	p := m.doc().Positions[at]
	if len(p.Quotes) > 0 {
		m.choose(p.Quotes[0])
	}
	m.showPosition(at) // the quote may have others too
	m.at.Speaker, m.at.Evidence = p.Speaker, at
	m.reveal(view.Whole(p.Statement))
}

// unhide clears what would keep a row out of its list.
func (m *model) unhide(p layout.Pane, index int) {
	o := m.current()
	if p == layout.Positions && m.showsPosition(o, index) {
		return
	}
	for _, r := range m.lists[p].rows {
		if p != layout.Positions && r.index == index {
			return
		}
	}
	m.at.Filters[p] = ""
	if p == layout.Positions && o.Doc.Positions[index].Stance == analysis.Neutral {
		m.at.States = true
	}
	if p == layout.Quotes && !o.Says(index, m.at.Only) || p == layout.Positions && o.Doc.Positions[index].Speaker != m.at.Only {
		m.at.Only = none
	}
}

func (m *model) toggleMentions() {
	if m.at.Speaker == none {
		m.tell("choose a speaker first")
		return
	}
	m.at.Mentions = !m.at.Mentions
	if m.at.Mentions {
		m.tell(told.Count(len(m.doc().Speakers[m.at.Speaker].Mentions), "mention") + " of " + m.current().Short(m.at.Speaker))
	}
}
