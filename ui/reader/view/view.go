// Package view is an article as the reader's panes show it: what was found in it, counted, joined and put in words,
// and the place in it, with what is current, filtered and narrowed down. It promises that whatever is current can be
// seen where it is listed, and that nothing here knows a terminal, a key or the program around it.
package view

import (
	"slices"

	"hearsay/analysis"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/layout"
)

// View is an article with the place in it.
type View struct {
	*Findings
	At *Place
}

// Passes reports whether words pass the filter of a pane.
func (v View) Passes(p layout.Pane, words string) bool {
	f := v.At.Filters[p]
	return f == "" || find.Matches(f, words)
}

// Shows reports whether neither the filter, nor the narrowing down to one speaker, nor the hiding of what takes no side
// keeps a position out of sight.
func (v View) Shows(position int) bool {
	p := v.Doc.Positions[position]
	if v.At.Only != None && p.Speaker != v.At.Only || !v.At.States && p.Stance == analysis.Neutral {
		return false
	}
	return v.PositionSureEnough(position) && v.PositionHolds(position, v.At.Filters[layout.Positions])
}

// ShowsQuote reports whether neither the filter nor the narrowing down to one speaker keeps a quote out of sight.
func (v View) ShowsQuote(quote int) bool {
	return v.Marked(quote, v.At.Only) && v.QuoteHolds(quote, v.At.Filters[layout.Quotes])
}

// MakeCurrent makes a quote current, its speaker and its position with it. Where the speaker is unknown, or no
// position is shown, none is current; in the table the cell stays that is.
func (v View) MakeCurrent(quote int) {
	at := v.At
	at.Quote, at.Evidence, at.PanelRow, at.Lit = quote, None, None, analysis.Span{}
	at.Speaker, at.Position = v.First(quote), None
	for _, i := range v.PositionsOf[quote] {
		if v.Shows(i) {
			v.ShowPosition(i)
			break
		}
	}
	if at.Position == None && at.Grouping == AsTable {
		at.Position = v.InCell() // the table keeps its cell, and what is told there is of that cell
	}
}

// ShowPosition makes a position current, and its cell in the table.
func (v View) ShowPosition(i int) {
	v.At.Position = i
	v.At.Topic, v.At.Column = v.TopicOf[i], v.Doc.Positions[i].Speaker
}

// EnterTable makes the cell of the current position current; where none is, the first there is.
func (v View) EnterTable() {
	if v.At.Grouping != AsTable {
		return
	}
	if i := v.At.Position; i != None && v.Shows(i) {
		v.At.Topic, v.At.Column = v.TopicOf[i], v.Doc.Positions[i].Speaker
		return
	}
	for i := range v.Doc.Positions {
		if v.Shows(i) {
			v.ShowPosition(i)
			return
		}
	}
}

// EnterCell makes a cell of the table current, and the first position in it, if it has one; where no column is current
// yet, it is the first that has one.
func (v View) EnterCell(topic, column int) {
	if views := v.Topics[topic].Views; column == None {
		column = views[0].Speaker
	}
	at := v.At
	at.Topic, at.Column, at.Position = topic, column, None
	if at.Position = v.InCell(); at.Position != None {
		at.Speaker = column
	}
}

// CellPositions are the positions of the current cell of the table: those of a side, for which its sign stands though a
// filter may hide them, and those without one where such are shown.
func (v View) CellPositions() (positions []int) {
	at := v.At
	if at.Topic == None || at.Topic >= len(v.Topics) || at.Column == None {
		return nil
	}
	for _, i := range v.ViewOn(at.Topic, at.Column).Positions() {
		if at.States || v.Doc.Positions[i].Stance != analysis.Neutral {
			positions = append(positions, i)
		}
	}
	return positions
}

// InCell is the position that the current cell of the table tells of: the current one if it stands there, else the
// first that no filter hides, else the first; None where there is none.
func (v View) InCell() int {
	all := v.CellPositions()
	if slices.Contains(all, v.At.Position) {
		return v.At.Position
	}
	for _, i := range all {
		if v.Shows(i) {
			return i
		}
	}
	if len(all) > 0 {
		return all[0]
	}
	return None
}

// FirstTaken is the first of some positions that takes a side, or that is shown though it takes none; None where there
// is none.
func (v View) FirstTaken(positions []int) int {
	for _, i := range positions {
		if v.At.States || v.Doc.Positions[i].Stance != analysis.Neutral {
			return i
		}
	}
	return None
}

// QuoteOf is the quote to turn to for a speaker: the current one if it is theirs, else their next, else their first;
// None where they have none.
func (v View) QuoteOf(speaker int) int {
	own := v.QuotesOf[speaker]
	if v.At.Quote != None && v.Says(v.At.Quote, speaker) || len(own) == 0 {
		return v.At.Quote
	}
	for _, q := range own {
		if q >= v.At.Quote {
			return q
		}
	}
	return own[0]
}

// Clamp keeps what is current within what there is.
func (v View) Clamp() {
	quotes, speakers, positions := 0, 0, 0
	if v.Doc != nil {
		quotes, speakers, positions = len(v.Doc.Quotes), len(v.Doc.Speakers), len(v.Doc.Positions)
	}
	at := v.At
	for _, c := range []struct {
		i *int
		n int
	}{{&at.Quote, quotes}, {&at.Speaker, speakers}, {&at.Only, speakers}, {&at.Position, positions},
		{&at.Evidence, positions},
		{&at.Topic, len(v.Topics)}, {&at.Column, speakers}} {
		if *c.i >= c.n {
			*c.i = None
		}
	}
	if at.Quote != None && !v.SureEnough(at.Quote) {
		at.Quote = None
	}
	for _, p := range []*int{&at.Position, &at.Evidence} {
		if *p != None && !v.PositionSureEnough(*p) {
			*p = None
		}
	}
}
