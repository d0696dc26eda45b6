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
	BySpeaker Grouping = iota
	ByTarget
	AsTable // a row a topic, a column a speaker
	Groupings
)

func (g Grouping) String() string { return [...]string{"by speaker", "by target", "table"}[g] }

// NoPanel stands for no panel being open.
const NoPanel = layout.Article

// StartOf is the place in which an article opens.
func StartOf(item int) Place {
	return Place{Item: item, List: layout.Quotes, Top: -1 << 20, Quote: None, Speaker: None, Position: None, Only: None,
		Evidence: None, Hit: None, PanelRow: None, Topic: None, Column: None}
}
