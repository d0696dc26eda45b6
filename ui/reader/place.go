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
	// whyRow is the current row of the why panel.
	whyRow  int
	filters [layout.Panes]string
	query   string
	// before is the pane that had the focus when the why panel was asked for.
	before              layout.Pane
	zoom, why, byTarget bool
	mentions            bool
}

// startOf is the place in which an article opens.
func startOf(item int) place {
	return place{item: item, list: layout.Quotes, top: -1 << 20, quote: none, speaker: none, position: none, only: none, evidence: none, hit: none, whyRow: none}
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
	m.at.focus = p
	switch p {
	case layout.Article:
		return
	case layout.Why:
		m.at.why = true
	case layout.Speakers, layout.Positions:
		m.at.why = false
	}
	m.at.list = p
	m.firstShown(p)
}
