// Package picking is the reader's mode in which words of the article are chosen, by keys or by mouse: those held are
// moved by their edges, by words, signs, sentences and lines, or drawn out to words that are typed. It promises that
// what is chosen is always whole signs of the article and that no two parts of it touch; and that nothing is lost:
// whoever leaves goes back a step, or has all as it was.
package picking

import (
	"slices"

	"hearsay/analysis"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/page"
	"hearsay/ui/reader/stride"
)

// Host is what choosing words needs of the reader.
type Host interface {
	// Text is the current article's text, Sentences are where its sentences stand, and Page how it is wrapped.
	Text() string
	Sentences() []analysis.Span
	Page() *page.Page
	// Reveal scrolls the article so that words of it are seen.
	Reveal(words analysis.Span)
	// FocusOn gives a pane the focus.
	FocusOn(layout.Pane)
	// Tell says something in the status line.
	Tell(string)
	// Key is the first key of an action, as screens show it.
	Key(action string) string
	// Ask asks for words in the status line.
	Ask(dialogue.Question)
}

// Words are what is to be chosen.
type Words struct {
	// Label says what they are: "content".
	Label string
	// Spans are those to begin with; where there are none, the word that holds the byte Near.
	Spans []analysis.Span
	Near  int
	// Also are words that were chosen before, for another part of the same.
	Also []analysis.Span
	// From is the pane that is gone back to by who leaves all as it was.
	From layout.Pane
	// Done takes what was chosen, none at all if there is no such thing. What it returns is why that will not do: the
	// choice then goes on.
	Done func([]analysis.Span) (refusal string)
	// Parts is given where what is chosen may be parted in two.
	Parts func(first, second []analysis.Span)
	// Back goes a step back and Step says to what: "the words"; without it all is left as it was.
	Back func()
	Step string
}

// Mode is a choice of words, or none at the moment.
type Mode struct {
	host Host
	now  *choice
}

// choice is what is chosen so far.
type choice struct {
	Words
	// edge is the edge that moves: that of a part's start by twice its number, that of its end by one more.
	edge int
	// loose is set while nothing is held: the words move as a whole. They are none at all until they have moved.
	loose, moved bool
	was          []analysis.Span
}

// New is the mode of a reader, in which nothing is chosen yet.
func New(h Host) *Mode { return &Mode{host: h} }

// On reports whether words are being chosen.
func (m *Mode) On() bool { return m.now != nil }

// End ends the choice without a word.
func (m *Mode) End() { m.now = nil }

// Begin begins a choice of words.
func (m *Mode) Begin(w Words) {
	c := &choice{Words: w}
	if len(c.Spans) == 0 {
		c.loose = true
		c.Spans = []analysis.Span{stride.WordAround(m.host.Text(), w.Near)}
	}
	c.Spans, c.was = slices.Clone(c.Spans), slices.Clone(c.Spans)
	c.edge = 2*len(c.Spans) - 1
	m.now = c
	m.host.FocusOn(layout.Article)
	m.host.Reveal(analysis.Span{Start: c.Spans[0].Start, End: c.Spans[len(c.Spans)-1].End})
}

// Take chooses a stretch of the article, such as one that the mouse was drawn over.
func (m *Mode) Take(sp analysis.Span) {
	m.now.Spans, m.now.edge, m.now.loose = []analysis.Span{sp}, 1, false
}

// chosen is what is chosen so far, and none where nothing is held or gone to yet.
func (m *Mode) chosen() []analysis.Span {
	if m.now == nil || m.now.loose && !m.now.moved {
		return nil
	}
	return slices.Clone(m.now.Spans)
}

// Marks light what is chosen so far.
func (m *Mode) Marks() (marks []page.Mark) {
	if m.now == nil {
		return nil
	}
	for _, sp := range m.now.Also {
		marks = append(marks, page.Mark{Span: sp, Ink: page.Ink{Flags: page.Hit}})
	}
	for _, sp := range m.now.Spans {
		marks = append(marks, page.Mark{Span: sp, Ink: page.Ink{Flags: page.Selected}})
	}
	if caret, ok := m.caret(); ok {
		marks = append(marks, page.Mark{Span: caret, Ink: page.Ink{Flags: page.Caret}})
	}
	return marks
}

// Edge is where the edge that moves stands, and whether it is an end; not ok while words move as a whole.
func (m *Mode) Edge() (at int, end, ok bool) {
	if m.now == nil || m.now.loose {
		return 0, false, false
	}
	return m.now.at(), m.now.edge%2 != 0, true
}

// caret is the sign at the edge that moves, the last or the first of what is chosen.
func (m *Mode) caret() (analysis.Span, bool) {
	at, end, ok := m.Edge()
	if !ok {
		return analysis.Span{}, false
	}
	other := stride.Move(m.host.Text(), m.host.Sentences(), stride.Edge{At: at, End: end}, stride.Sign, !end).At
	return analysis.Span{Start: min(at, other), End: max(at, other)}, at != other
}

// fits reports whether a part may be so: it holds something, and touches no other part.
func (c *choice) fits(sp analysis.Span) bool {
	i := c.edge / 2
	if i > 0 && sp.Start < c.Spans[i-1].End || i < len(c.Spans)-1 && c.Spans[i+1].Start < sp.End {
		return false
	}
	return sp.Start < sp.End
}

// at is where the edge stands.
func (c *choice) at() int {
	if sp := c.Spans[c.edge/2]; c.edge%2 == 0 {
		return sp.Start
	}
	return c.Spans[c.edge/2].End
}

// with is the part whose edge moves, with that edge elsewhere.
func (c *choice) with(at int) analysis.Span {
	sp := c.Spans[c.edge/2]
	if c.edge%2 == 0 {
		sp.Start = at
	} else {
		sp.End = at
	}
	return sp
}

func (m *Mode) revealEdge() {
	at := m.now.at()
	m.host.Reveal(analysis.Span{Start: max(at-1, 0), End: at})
}
