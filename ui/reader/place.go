package reader

import (
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// none stands for no quote, no speaker, no position.
const none = view.None

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
func (m *model) restore(p view.Place) {
	m.at = p
	m.turnTo(p.Item)
}

// focusOn moves the focus to a pane, and shows the pane if another stood in its place.
func (m *model) focusOn(p layout.Pane) {
	if isPanel(p) {
		m.openPanel(p) // which keeps where the focus was
	}
	m.at.Focus = p
	switch p {
	case layout.Article:
		return
	case layout.Quotes, layout.Speakers, layout.Positions:
		if p != layout.ListOf(m.at.Panel) {
			m.at.Panel = view.NoPanel
		}
	}
	m.at.List = p
	m.firstShown(p)
}
