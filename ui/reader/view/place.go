package view

import (
	"hearsay/analysis"
	"hearsay/ui/reader/layout"
)

// Place is where a reader is and what they have set: all that going back brings back.
type Place struct {
	Item        int
	Focus, List layout.Pane
	// Top is the byte of the article that the first line shows; below zero it counts the lines of the article's head
	// that are seen above its text.
	Top                      int
	Quote, Speaker, Position int
	// Only is the speaker to whom everything is narrowed down.
	Only int
	// Evidence is the position whose statement is lit in the article, and Lit are other words that something led to.
	Evidence int
	Lit      analysis.Span
	// Hit is the place found that is current, by its number.
	Hit int
	// Panel is the panel that is open, and PanelRow its current row.
	Panel    layout.Pane
	PanelRow int
	Filters  [layout.Panes]string
	Query    string
	// Before is the pane that had the focus when the panel was asked for.
	Before layout.Pane
	Zoom   bool
	// Grouping is how the positions stand together, and States whether those that take no side are shown.
	Grouping Grouping
	States   bool
	// Topic and Column are the current cell of the table of positions: a topic, and the speaker of a column.
	Topic, Column int
	// Mentions is set while all words for the current speaker are lit.
	Mentions bool
}

// Grouping is how the positions stand together in their pane.
type Grouping int

// The groupings, in the order in which one key goes through them.
const (
	ByTopic Grouping = iota // what is disputed first
	BySpeaker
	AsTable // a row a topic, a column a speaker
	Groupings
)

func (g Grouping) String() string { return [...]string{"by topic", "by speaker", "table"}[g] }

// NoPanel stands for no panel being open.
const NoPanel = layout.Article

// StartOf is the place in which an article opens.
func StartOf(item int) Place {
	return Place{Item: item, List: layout.Quotes, Top: -1 << 20, Quote: None, Speaker: None, Position: None, Only: None,
		Evidence: None, Hit: None, PanelRow: None, Topic: None, Column: None}
}

// OpenPanel has a panel opened, without a look at who has the focus.
func (at *Place) OpenPanel(p layout.Pane) {
	if at.Panel == p {
		return
	}
	if at.Panel == NoPanel {
		at.Before = at.Focus
	}
	at.Panel, at.PanelRow = p, None
}

// ClosePanel goes back to the pane from which the panel was asked for.
func (at *Place) ClosePanel() {
	if at.Focus == at.Panel {
		at.Focus = at.Before
	}
	at.Panel, at.PanelRow = NoPanel, None
	at.List = layout.Quotes
	if at.Focus != layout.Article {
		at.List = at.Focus
	}
}

// FocusOn moves the focus to a pane, and shows the pane if another stood in its place.
func (at *Place) FocusOn(p layout.Pane) {
	if p.IsPanel() {
		at.OpenPanel(p) // which keeps where the focus was
	}
	at.Focus = p
	if p == layout.Article {
		return
	}
	if !p.IsPanel() && p != layout.ListOf(at.Panel) {
		at.Panel = NoPanel
	}
	at.List = p
}

// Clear is the place without anything that hides or lights something.
func (at Place) Clear() Place {
	at.Only, at.Evidence, at.Mentions, at.Query, at.Lit = None, None, false, "", analysis.Span{}
	at.Filters = [layout.Panes]string{}
	return at
}

// StepOut leaves the innermost of what lights, searches, filters, narrows down, or stands open; left is false where
// there was nothing of it.
func (at *Place) StepOut() (left bool) {
	switch {
	case at.Evidence != None || !at.Lit.Empty():
		at.Evidence, at.Lit = None, analysis.Span{}
	case at.Query != "":
		at.Query = ""
	case at.Filters[at.Focus] != "":
		at.Filters[at.Focus] = ""
	case at.Mentions:
		at.Mentions = false
	case at.Only != None:
		at.Only = None
	case at.Filters != [layout.Panes]string{}:
		at.Filters = [layout.Panes]string{}
	case at.Panel != NoPanel:
		at.ClosePanel()
	case at.Zoom:
		at.Zoom = false
	default:
		return false
	}
	return true
}
