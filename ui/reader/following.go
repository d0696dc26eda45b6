package reader

import (
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
	if m.at.focus != layout.Speakers && m.at.quote != none && len(o.positionsOf[m.at.quote]) > 0 {
		to = o.positionsOf[m.at.quote][0]
	}
	for i := range o.doc.Positions {
		if to == none && o.doc.Positions[i].Speaker == m.at.speaker {
			to = i
		}
	}
	if to == none {
		m.tell(o.short(m.at.speaker) + " takes no side that the words show")
		return
	}
	m.remember()
	m.at.position = to
	m.unhide(layout.Positions, to)
	m.focusOn(layout.Positions)
}

// followToEvidence lights the statement of the current position in the article.
func (m *model) followToEvidence() {
	o := m.current()
	if m.at.position == none {
		return
	}
	p := o.doc.Positions[m.at.position]
	m.remember()
	m.focusOn(layout.Article)
	if len(p.Quotes) > 0 {
		m.choose(p.Quotes[0])
	}
	m.at.speaker, m.at.evidence = p.Speaker, m.at.position
	m.reveal(whole(p.Statement))
}

// followLink shows the words behind a row of the why panel.
func (m *model) followLink() {
	at := m.cursor(layout.Why)
	if at < 0 {
		return
	}
	to := m.lists[layout.Why].rows[at].to
	m.remember()
	m.focusOn(layout.Article)
	m.at.lit = to
	m.reveal(to)
}

// unhide clears what would keep a row out of its list.
func (m *model) unhide(p layout.Pane, index int) {
	for _, r := range m.lists[p].rows {
		if r.index == index {
			return
		}
	}
	m.at.filters[p] = ""
	o := m.current()
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
