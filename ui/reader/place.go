package reader

import (
	"hearsay/analysis"
	"hearsay/ui/reader/layout"
)

// none stands for no quote, no speaker, no position.
const none = -1

// place is where a reader is and what they have set: all that going back brings back.
type place struct {
	item        int
	focus, list layout.Pane
	// top is the byte of the article that the first line shows; below zero it counts the lines of the article's head
	// that are seen above its text.
	top                      int
	quote, speaker, position int
	// only is the speaker to whom everything is narrowed down.
	only int
	// evidence is the position whose statement is lit in the article, and lit are other words that something led to.
	evidence int
	lit      analysis.Span
	// hit is the place found that is current, by its number.
	hit int
	// panel is the panel that is open, and panelRow its current row.
	panel    layout.Pane
	panelRow int
	filters  [layout.Panes]string
	query    string
	// before is the pane that had the focus when the panel was asked for.
	before layout.Pane
	zoom   bool
	// grouping is how the positions stand together, and states whether those that take no side are shown.
	grouping grouping
	states   bool
	// topic and column are the current cell of the table of positions: a topic, and the speaker of a column.
	topic, column int
	// mentions is set while all words for the current speaker are lit.
	mentions bool
}

// noPanel stands for no panel being open.
const noPanel = layout.Article

// startOf is the place in which an article opens.
func startOf(item int) place {
	return place{item: item, list: layout.Quotes, top: -1 << 20, quote: none, speaker: none, position: none, only: none, evidence: none, hit: none, panelRow: none, topic: none, column: none}
}

// remember keeps the place before a jump.
func (m *model) remember() { m.journey.Leave(m.at) }

func (m *model) back() {
	if p, ok := m.journey.Back(m.at); ok {
		m.restore(p)
		return
	}
	m.tell("this is where you began")
}

func (m *model) forward() {
	if p, ok := m.journey.Forward(m.at); ok {
		m.restore(p)
		return
	}
	m.tell("nothing lies ahead")
}

// restore goes to a place, in another article if need be.
func (m *model) restore(p place) {
	m.at = p
	m.turnTo(p.item)
}

// focusOn moves the focus to a pane, and shows the pane if another stood in its place.
func (m *model) focusOn(p layout.Pane) {
	if isPanel(p) {
		m.openPanel(p) // which keeps where the focus was
	}
	m.at.focus = p
	switch p {
	case layout.Article:
		return
	case layout.Quotes, layout.Speakers, layout.Positions:
		if p != layout.ListOf(m.at.panel) {
			m.at.panel = noPanel
		}
	}
	m.at.list = p
	m.firstShown(p)
}
