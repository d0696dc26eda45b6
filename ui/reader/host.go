package reader

import (
	"hearsay/analysis"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/page"
	"hearsay/ui/reader/view"
)

// host is the reader as its modes see it.
type host struct{ m *model }

// Text, Sentences and Page are those of the current article.
func (h host) Text() string               { return h.m.current().Article.Text }
func (h host) Sentences() []analysis.Span { return h.m.current().Doc.Sentences }
func (h host) Page() *page.Page           { return h.m.current().text.Page() }

func (h host) Reveal(words analysis.Span) { h.m.reveal(words) }
func (h host) FocusOn(p layout.Pane)      { h.m.focusOn(p) }
func (h host) Tell(s string)              { h.m.tell(s) }
func (h host) Key(action string) string   { return h.m.say(action) }

// Ask asks for words in the status line. A refused answer stays to be bettered.
func (h host) Ask(q dialogue.Question) {
	p := prompt{label: q.Label, suggested: q.Suggested, back: q.Back}
	if q.Typed != nil {
		p.typed = func(_ *model, s string) { q.Typed(s) }
	}
	if q.About != nil {
		p.about = func(m *model) string { return q.About(m.prompt.answer(), m.prompt.spare(m)) }
	}
	if q.Left != nil {
		p.left = func(*model) { q.Left() }
	}
	var asked *prompt
	p.done = func(m *model, s string, _ view.Place) {
		if q.Done == nil {
			return
		}
		if refusal := q.Done(s); refusal != "" {
			m.prompt = asked
			m.tell(refusal)
		}
	}
	if q.Clicked != nil {
		p.clicked = func(m *model, at analysis.Span) {
			m.prompt = nil
			q.Clicked(at)
		}
	}
	h.m.ask(p, "")
	asked = h.m.prompt
}

// Choose asks for one of several choices.
func (h host) Choose(q dialogue.Menu) {
	all := make([]choice, len(q.Choices))
	for i, c := range q.Choices {
		text := draw.Plain(" " + c.Text)
		if c.Heading {
			text = draw.Strong(" " + c.Text)
		}
		all[i] = choice{segs: []draw.Seg{text, draw.Dim(c.Aside)}, about: []draw.Seg{draw.Dim(c.About)}, words: c.Words}
		if c.Words == "" {
			all[i].words = c.Text
		}
		if c.Do != nil {
			all[i].do = func(*model) { c.Do() }
		}
	}
	mn := menu{title: q.Title, all: all, numbered: true}
	if q.Left != nil {
		mn.left = func(*model) { q.Left() }
	}
	h.m.openMenu(mn)
}
