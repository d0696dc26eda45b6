package reader

import (
	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/pane"
	"hearsay/ui/reader/view"
)

// chooseRow makes a row current: its quote is shown in the article too.
func (m *model) chooseRow(p layout.Pane, index int) {
	if index == none {
		return
	}
	if q := m.panes.Of(p).Choose(m.view(), index); q != none {
		m.choose(q)
	}
}

// firstShown makes the first row current where none is, or where a filter has hidden the one that was.
func (m *model) firstShown(p layout.Pane) {
	if m.doc() != nil && m.panes.Cursor(m.view(), p) < 0 {
		m.chooseRow(p, m.panes.First(p))
	}
}

// choose makes a quote current and shows it in the article.
func (m *model) choose(quote int) {
	m.makeCurrent(quote)
	if !m.inSight(quote) || m.at.Focus != layout.Article {
		m.reveal(view.Whole(m.doc().Quotes[quote].Content))
	}
}

// makeCurrent makes a quote current everywhere; it scrolls nothing.
func (m *model) makeCurrent(quote int) {
	m.view().MakeCurrent(quote)
	m.reviewing.Follow(quote)
}

// reveal shows a stretch of the article, with a few lines around it.
func (m *model) reveal(sp analysis.Span) {
	m.settleLayout()
	if o := m.current(); o != nil {
		o.text.Reveal(&m.at, sp)
	}
}

func (m *model) inSight(quote int) bool {
	o := m.current()
	return o != nil && o.text.InSight(m.view().View, quote)
}

// stepQuote goes to the next quote, or the one before: of one speaker, if one is given, else of those in the list.
func (m *model) stepQuote(by, speaker int) {
	o, v, found, reads := m.current(), m.view(), none, m.at.Focus == layout.Article
	for _, r := range m.panes.Rows(layout.Quotes) {
		switch {
		case !v.Says(r.Index, speaker):
		case by > 0 && found == none && o.text.Ahead(v.View, r.Index, reads):
			found = r.Index
		case by < 0 && o.text.Behind(v.View, r.Index, reads):
			found = r.Index
		}
	}
	if found == none {
		m.tell(m.noFurther(speaker))
		return
	}
	if !m.stepping { // several steps in a row are one jump
		m.remember()
	}
	m.stepping = true
	m.choose(found)
	if speaker != none {
		m.at.Speaker = speaker // of several speakers the one that is followed stays current
	}
}

// noFurther says why there is no quote to go to.
func (m *model) noFurther(speaker int) string {
	filter := m.at.Filters[layout.Quotes]
	switch {
	case len(m.panes.Rows(layout.Quotes)) == 0:
		return m.panes.Empty(m.view(), layout.Quotes)
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
	rows := m.panes.Rows(layout.Quotes)
	if len(rows) == 0 {
		m.tell(m.panes.Empty(m.view(), layout.Quotes))
		return
	}
	m.remember()
	if first {
		m.choose(rows[0].Index)
		return
	}
	m.choose(rows[len(rows)-1].Index)
}

// nextGrouping groups the positions in the next way.
func (m *model) nextGrouping() {
	pane.NextGrouping(m.view())
	m.tell("positions " + m.at.Grouping.String())
}

// stepColumn goes to another column of the table of positions.
func (m *model) stepColumn(by int) {
	if refusal := m.positions.StepColumn(m.view(), by); refusal != "" {
		m.tell(refusal)
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

// toggleOnly narrows everything down to the current speaker; once more, or esc, widens it again.
func (m *model) toggleOnly() {
	o := m.current()
	switch {
	case m.at.Only != none && (m.at.Only == m.at.Speaker || m.at.Speaker == none):
		m.remember()
		m.at.Only = none
	case o == nil || o.Doc == nil || m.at.Speaker == none:
		m.tell("the speaker is unknown: " + m.say("speakers") + " lists those to choose from")
	default:
		m.remember()
		m.at.Only = m.at.Speaker
		m.showQuoteOf(m.at.Only)
		m.tell("only " + o.Short(m.at.Only) + ": " + m.say("only") + " shows everybody again")
	}
}

// clear takes away all that hides or lights anything.
func (m *model) clear() {
	clean := m.at.Clear()
	if m.unpick() && clean == m.at {
		m.tell("nothing is marked any more")
		return
	}
	if clean == m.at {
		m.tell("nothing hides or lights anything")
		return
	}
	m.remember()
	m.at = clean
}
