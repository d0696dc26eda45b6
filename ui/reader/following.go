package reader

import (
	"hearsay/analysis"
	"hearsay/ui/reader/layout"
)

func (m *model) followToSpeaker() {
	o := m.current()
	if m.at.quote == none {
		m.tell("choose a quote first: " + m.say("next-quote") + " goes to the next")
		return
	}
	s := o.first(m.at.quote)
	if s == none {
		m.tell("speaker unknown" + because(o.doc.Quotes[m.at.quote].Why.Unknown))
		return
	}
	m.remember()
	if !o.says(m.at.quote, m.at.speaker) || m.at.speaker == none {
		m.at.speaker = s
	}
	m.unhide(layout.Speakers, m.at.speaker)
	m.focusOn(layout.Speakers)
}

func (m *model) followToArticle() {
	if m.at.quote == none {
		return
	}
	m.remember()
	m.focusOn(layout.Article)
	m.reveal(whole(m.current().doc.Quotes[m.at.quote].Content))
}

// followToCard opens the card of the current speaker.
func (m *model) followToCard() {
	if m.at.speaker == none {
		m.tell("the speaker is unknown: " + m.say("speakers") + " lists those to choose from")
		return
	}
	m.jumpTo(layout.Card)
}

// followToQuotes goes to the quotes of the current speaker: to the current one if it is theirs, else to the next.
func (m *model) followToQuotes() {
	if m.at.speaker == none {
		return
	}
	m.remember()
	m.showQuoteOf(m.at.speaker)
	m.focusOn(layout.Quotes)
}

func (m *model) showQuoteOf(speaker int) {
	o := m.current()
	if m.at.quote != none && o.says(m.at.quote, speaker) {
		return
	}
	own := o.quotesOf[speaker]
	if len(own) == 0 {
		return
	}
	next := own[0]
	for _, q := range own {
		if q >= m.at.quote {
			next = q
			break
		}
	}
	m.unhide(layout.Quotes, next)
	m.choose(next)
	m.at.speaker = speaker
}

// followToPosition goes to the position that the current quote shows, else to one of its speaker's.
func (m *model) followToPosition() {
	o := m.current()
	to := none
	if m.at.focus != layout.Speakers && m.at.focus != layout.Card && m.at.quote != none {
		to = m.firstTaken(o.positionsOf[m.at.quote])
	}
	if to == none {
		to = m.firstTaken(o.positionsBy(m.at.speaker))
	}
	if to == none && m.reviews() {
		to = m.openPosition(none)
	}
	if to == none {
		m.tell(o.short(m.at.speaker) + " takes no side that the words show")
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
		if m.at.states || m.doc().Positions[i].Stance != analysis.Neutral {
			return i
		}
	}
	return none
}

func (o *opened) positionsBy(speaker int) (positions []int) {
	for i, p := range o.doc.Positions {
		if p.Speaker == speaker {
			positions = append(positions, i)
		}
	}
	return positions
}

// followToEvidence lights the statement of the current position in the article.
func (m *model) followToEvidence() {
	if m.at.position == none {
		m.tell("no position stands here")
		return
	}
	m.remember()
	m.focusOn(layout.Article)
	m.lightEvidence()
}

// lightEvidence lights the statement of the current position where it stands.
func (m *model) lightEvidence() {
	at := m.at.position
	p := m.doc().Positions[at]
	if len(p.Quotes) > 0 {
		m.choose(p.Quotes[0])
	}
	m.showPosition(at) // the quote may have others too
	m.at.speaker, m.at.evidence = p.Speaker, at
	m.reveal(whole(p.Statement))
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
	m.at.filters[p] = ""
	if p == layout.Positions && o.doc.Positions[index].Stance == analysis.Neutral {
		m.at.states = true
	}
	if p == layout.Quotes && !o.says(index, m.at.only) || p == layout.Positions && o.doc.Positions[index].Speaker != m.at.only {
		m.at.only = none
	}
}

func (m *model) toggleMentions() {
	if m.at.speaker == none {
		m.tell("choose a speaker first")
		return
	}
	m.at.mentions = !m.at.mentions
	if m.at.mentions {
		m.tell(many(len(m.doc().Speakers[m.at.speaker].Mentions), "mention") + " of " + m.current().short(m.at.speaker))
	}
}
