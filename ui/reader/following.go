package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hearsay/ui/reader/layout"
)

// stepQuote goes to the next quote, or the one before: of one speaker, if one is given, else of those in the list.
func (m *model) stepQuote(by, speaker int) {
	o, found := m.current(), none
	for _, r := range m.lists[layout.Quotes].rows {
		switch {
		case !o.says(r.index, speaker):
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
		m.at.speaker = speaker // of several speakers the one that is followed stays current
	}
}

// isAhead reports whether a quote comes after the current one; after a reader has scrolled away from that, whether it
// begins on the screen or after it.
func (m *model) isAhead(quote int) bool {
	if m.at.focus == layout.Article && !m.inSight(m.at.quote) {
		o := m.current()
		return start(o.doc.Quotes[quote].Content) >= m.topOffset(o)
	}
	return quote > m.at.quote
}

// isBehind reports whether a quote comes before the current one, or before what is on the screen.
func (m *model) isBehind(quote int) bool {
	if m.at.focus == layout.Article && !m.inSight(m.at.quote) {
		return !m.isAhead(quote)
	}
	return quote < m.at.quote
}

// noFurther says why there is no quote to go to.
func (m *model) noFurther(speaker int) string {
	filter := m.at.filters[layout.Quotes]
	switch {
	case len(m.lists[layout.Quotes].rows) == 0:
		return m.emptyList(layout.Quotes, m.current())
	case speaker != none:
		return "no further quote by " + m.current().short(speaker) + " that way"
	case filter != "":
		return "no further quote with “" + filter + "” that way: " + m.say("clear") + " shows all"
	}
	return "no further quote that way"
}

// stepSame goes to the next quote of the current speaker, or the one before.
func (m *model) stepSame(by int) {
	if m.at.speaker == none {
		m.tell("the speaker is unknown")
		return
	}
	m.stepQuote(by, m.at.speaker)
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

// toggleWhy opens the panel that explains the current quote, or closes it. Where it takes the place of the pane in focus
// it takes the focus too.
func (m *model) toggleWhy() {
	if !m.layout.Panes[layout.Why].Empty() {
		m.closeWhy()
		return
	}
	m.remember()
	m.at.before, m.at.why, m.at.list = m.at.focus, true, layout.Why
	if layout.Of(m.w, m.h, m.prefs()).Panes[layout.Why].Empty() {
		m.at.focus = layout.Why
	}
}

// closeWhy goes back to the pane from which the panel was asked for.
func (m *model) closeWhy() {
	m.at.why = false
	if m.at.focus == layout.Why {
		m.at.focus = m.at.before
	}
	m.at.list = layout.Quotes
	if m.at.focus != layout.Article {
		m.at.list = m.at.focus
	}
}

// jumpTo gives a pane the focus.
func (m *model) jumpTo(p layout.Pane) {
	if p == m.at.focus {
		return
	}
	m.remember()
	if p == layout.Why && !m.at.why {
		m.at.before = m.at.focus
	}
	m.focusOn(p)
}

// stepPane gives the focus to the next pane that can be seen, or be turned to, with the article and the lists in order.
func (m *model) stepPane(by int) {
	order := []layout.Pane{layout.Article, layout.Quotes, layout.Speakers, layout.Positions}
	switch {
	case m.at.why && m.layout.Shape == layout.Side && !m.layout.Tabbed:
		order = []layout.Pane{layout.Article, layout.Quotes, layout.Why}
	case m.at.why:
		order = append(order, layout.Why)
	}
	at := slices.Index(order, m.at.focus)
	m.jumpTo(order[(at+by+len(order))%len(order)])
}

func (m *model) resize(by int) {
	m.split = min(max(m.split+by, layout.MinSplit), layout.MaxSplit)
}

func (m *model) toggleGroups() {
	m.at.byTarget = !m.at.byTarget
	m.tell("positions " + m.grouping())
}

func (m *model) toggleZoom() {
	if m.layout.Shape == layout.Single && !m.layout.Framed {
		m.tell("there is room for one pane only")
		return
	}
	m.at.zoom = !m.at.zoom
}

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

// suspend hands the terminal to the shell, which wants to hear nothing of light and dark.
func (m *model) suspend() {
	if !m.followsTerminal() {
		m.start(tea.Suspend)
		return
	}
	m.start(tea.Sequence(tea.Raw(ansi.ResetModeLightDark), tea.Suspend))
}

func (m *model) resumed() {
	if m.followsTerminal() {
		m.start(tea.Raw(ansi.SetModeLightDark))
	}
}
