package reader

import (
	tea "charm.land/bubbletea/v2"

	"hearsay/ui/reader/layout"
)

// stepQuote goes to the next quote, or the one before: of one speaker, if one is given, else of those in the list.
func (m *model) stepQuote(by, speaker int) {
	o, found := m.current(), none
	for _, r := range m.lists[layout.Quotes].rows {
		if !o.says(r.index, speaker) {
			continue
		}
		if by > 0 && r.index > m.at.quote {
			found = r.index
			break
		}
		if by < 0 && r.index < m.at.quote {
			found = r.index
		}
	}
	switch {
	case found != none:
		m.leave()
		m.choose(found)
		if speaker != none {
			m.at.speaker = speaker // of several speakers the one that is followed stays current
		}
	case len(m.lists[layout.Quotes].rows) == 0:
		m.tell(m.emptyList(layout.Quotes, o))
	case speaker != none:
		m.tell("no further quote by " + o.short(speaker) + " that way")
	default:
		m.tell("no further quote that way")
	}
}

func (m *model) edgeQuote(first bool) {
	rows := m.lists[layout.Quotes].rows
	if len(rows) == 0 {
		m.tell(m.emptyList(layout.Quotes, m.current()))
		return
	}
	m.leave()
	if first {
		m.choose(rows[0].index)
		return
	}
	m.choose(rows[len(rows)-1].index)
}

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
	m.leave()
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
	m.leave()
	m.focusOn(layout.Article)
	m.reveal(whole(m.current().doc.Quotes[m.at.quote].Content))
}

// followToQuotes goes to the quotes of the current speaker: to the current one if it is theirs, else to the next.
func (m *model) followToQuotes() {
	if m.at.speaker == none {
		return
	}
	m.leave()
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
	m.leave()
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
	m.leave()
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
		m.tell("choose a row first: " + m.say("down") + " goes to the next")
		return
	}
	to := m.lists[layout.Why].rows[at].to
	m.leave()
	m.reveal(to)
	m.focusOn(layout.Article)
}

// unhide clears what would keep a row out of its list.
func (m *model) unhide(p layout.Pane, index int) {
	for _, r := range m.lists[p].rows {
		if r.index == index {
			return
		}
	}
	m.at.filters[p] = ""
	if m.at.only != none && p != layout.Speakers {
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

func (m *model) toggleWhy() {
	if m.at.why && m.at.focus == layout.Why || m.at.why && m.layout.Shape == layout.Side {
		m.closeWhy()
		return
	}
	m.leave()
	m.at.why = true
	m.at.list = layout.Why
	if m.layout.Shape == layout.Single {
		m.at.focus = layout.Why
	}
}

func (m *model) closeWhy() {
	m.at.why, m.at.list = false, layout.Quotes
	if m.at.focus == layout.Why {
		m.at.focus = layout.Article
	}
}

// jumpTo gives a pane the focus.
func (m *model) jumpTo(p layout.Pane) {
	if p != m.at.focus {
		m.leave()
		m.focusOn(p)
	}
}

func (m *model) stepPane(by int) {
	n := int(layout.Panes) - 1
	if m.at.why {
		n++
	}
	p := layout.Pane((int(m.at.focus) + by + n) % n)
	if m.at.why && m.layout.Shape != layout.Single && (p == layout.Speakers || p == layout.Positions) {
		p = [...]layout.Pane{layout.Why, layout.Quotes}[btoi(by < 0)] // the why panel stands in their place
	}
	m.focusOn(p)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (m *model) resize(by int) {
	m.split = min(max(m.split+by, layout.MinSplit), layout.MaxSplit)
}

func (m *model) toggleGroups() { m.at.byTarget = !m.at.byTarget }

func (m *model) toggleTheme() {
	s := m.screen
	s.Dark, s.Background = !s.Dark, nil
	m.options.Theme = "dark"
	if !s.Dark {
		m.options.Theme = "light"
	}
	m.setScreen(s)
	m.tell("theme: " + m.options.Theme)
}

func (m *model) toggleMouse() {
	m.mouse = !m.mouse
	if m.mouse {
		m.tell("the mouse is Hearsay's: click quotes and rows, drag to copy")
		return
	}
	m.tell("the mouse is the terminal's: " + m.say("mouse") + " takes it back")
}

func (m *model) suspend() { m.start(tea.Suspend) }

func (m *model) stopAnalysis() {
	if !m.cancel() {
		m.tell("no analysis is at work")
	}
}
