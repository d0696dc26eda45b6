package reader

import (
	"fmt"

	"hearsay/analysis"
	"hearsay/articles/export/told"
)

// nextSureness hides what is not sure enough: what is unsure, then all that is not sure; once more shows all again.
func (m *model) nextSureness() {
	if m.reviewing.On() {
		m.tell("a review goes through all, sure or not: " + m.say("review") + " ends it")
		return
	}
	m.least = (m.least + 1) % (analysis.Certain + 1)
	for _, o := range m.shelf {
		m.demand(o)
	}
	m.tellSureness()
}

// demand hides what is not sure enough of an article.
func (m *model) demand(o *opened) {
	if o.Least == m.least {
		return
	}
	if o.Least = m.least; o.Doc != nil {
		o.Recount()
		o.text.Mark(o.Findings)
	}
}

// tellSureness says what is shown, and how much that is.
func (m *model) tellSureness() {
	o := m.current()
	switch {
	case o == nil || o.Doc == nil:
		m.tell("articles are shown from what is " + m.least.String() + " on")
	case !o.Hides():
		m.tell("all is shown and counted again, sure or not")
	default:
		quotes, _ := m.view().Counted()
		m.tell(fmt.Sprintf("%s: %d of %s shown and counted · %s again", o.Sureness(), quotes,
			told.Count(len(o.Doc.Quotes), "quote"), m.say("sure")))
	}
}

// toggleDoubts shows the positions that are less sure than what is told unasked, or hides them.
func (m *model) toggleDoubts() {
	if m.reviewing.On() {
		m.tell("a review asks for what is told unasked: " + m.say("review") + " ends it")
		return
	}
	m.doubts = !m.doubts
	for _, o := range m.shelf {
		m.doubt(o)
	}
	n := told.Count(m.current().Doubted(), "position")
	if m.doubts {
		m.tell(n + " shown that are less sure")
		return
	}
	m.tell(n + " that are less sure hidden")
}

// doubt shows the positions of an article that are less sure, or hides them.
func (m *model) doubt(o *opened) {
	if o.Doubts != m.doubts {
		o.ShowDoubts(m.doubts)
		o.text.Mark(o.Findings)
	}
}
