package pane

import (
	"slices"

	"hearsay/analysis"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// rowsOf is what a pane keeps of its rows.
type rowsOf struct {
	rows []Row
	key  rowsKey
	top  int      // the first row in sight
	more []string // what the current row unfolds to, line by line, below it
	// seen is what was in sight after the last step, and now what would be.
	seen, now sightKey
}

// rowsKey tells what the rows depend on.
type rowsKey struct {
	doc      *analysis.Document
	filter   string
	only     int
	least    analysis.Level
	grouping view.Grouping
	states   bool
	about    int // the quote or speaker that a panel is about
	width    int
	alone    bool // the article is not on the screen beside it
}

// sightKey tells what the part in sight depends on; a turn of the wheel is undone only when it changes.
type sightKey struct{ cursor, height, rows, more int }

// Set are the panes of a reader, each with its rows.
type Set struct {
	entries []Entry
	lists   [layout.Panes]rowsOf
	// wanted are the lines that the lists could fill, and what they depend on.
	wanted struct {
		key   rowsKey
		lines [layout.Panes]int
	}
}

// NewSet are panes in the order of their numbers.
func NewSet(entries []Entry) *Set { return &Set{entries: entries} }

// Entries are the panes of the set, as they were registered.
func (s *Set) Entries() []Entry { return s.entries }

// Of is a pane of the set.
func (s *Set) Of(p layout.Pane) Entry { return s.entries[p] }

// Rows are the rows of a pane as they are now.
func (s *Set) Rows(p layout.Pane) []Row { return s.lists[p].rows }

// Refresh brings a pane's rows up to date. It reports whether they are of a document that they were not of before.
func (s *Set) Refresh(v View, p layout.Pane) (fresh bool) {
	l := &s.lists[p]
	key := rowsKey{doc: v.Doc, filter: v.At.Filters[p], only: v.At.Only, grouping: v.At.Grouping, states: v.At.States,
		least: v.Least}
	if p.IsPanel() {
		key.about, key.width, key.alone = s.entries[p].About(v), v.Layout.Inner(p).W, v.Layout.Panes[layout.Article].Empty()
	}
	fresh = l.key.doc != key.doc
	if explains := p == layout.Why || p == layout.Card; explains && (l.key.about != key.about ||
		v.Layout.Panes[p].Empty()) {
		l.top = 0 // what is explained anew is read from its beginning
	}
	if l.key != key {
		l.key, l.rows = key, nil
		if v.Doc != nil {
			l.rows = s.entries[p].Rows(v, v.Layout.Inner(p).W)
		}
	}
	l.more = s.unfolded(v, p)
	cursor := s.Cursor(v, p)
	if p.IsPanel() && p != v.At.Panel {
		cursor = -1 // the row is that of another panel
	}
	l.now = sightKey{cursor, v.Layout.Inner(p).H - s.headLines(v, p), len(l.rows), len(l.more)}
	if fresh {
		l.top = 0
	}
	return fresh
}

// Wants are the lines that each list could fill if nothing but what is not sure enough were hidden; 0 before anything
// was found. They do not change while somebody filters, so that nothing jumps.
func (s *Set) Wants(v View) (lines [layout.Panes]int) {
	if v.Doc == nil {
		return lines
	}
	key := rowsKey{doc: v.Doc, least: v.Least, grouping: v.At.Grouping, states: v.At.States, alone: v.Hides()}
	if s.wanted.key == key {
		return s.wanted.lines
	}
	at := v.At.Clear()
	v.At = &at
	for p := layout.Quotes; p <= layout.Positions; p++ {
		lines[p] = max(len(s.entries[p].Rows(v, 0)), 1)
	}
	s.wanted.key, s.wanted.lines = key, lines
	for p := layout.Quotes; p <= layout.Positions; p++ {
		s.lists[p].key.width = -1 // what panes keep beside their rows is of these: they are made anew
	}
	return lines
}

// Open has a pane begin at its first row: a list opens with those who say most, whatever is current.
func (s *Set) Open(p layout.Pane) { s.lists[p].seen = s.lists[p].now }

// Bring brings the current row of a pane into sight, where it has moved or its room has changed.
func (s *Set) Bring(p layout.Pane) {
	l := &s.lists[p]
	h := l.now.height
	if l.now != l.seen && l.now.cursor >= 0 {
		l.top = min(max(l.top, l.now.cursor+l.now.more-h+1), l.now.cursor)
		if l.top == l.now.cursor && l.top > 0 && l.rows[l.top-1].Index == none {
			l.top-- // its heading belongs to it
		}
	}
	l.seen = l.now
	l.top = min(max(l.top, 0), max(len(l.rows)+l.now.more-h, 0))
}

// Top is the first row of a pane in sight.
func (s *Set) Top(p layout.Pane) int { return s.lists[p].top }

// Scroll moves the part of a pane that is in sight, and nothing else.
func (s *Set) Scroll(p layout.Pane, by int) { s.lists[p].top += by }

// headLines are the lines above a pane's rows that stay while it scrolls.
func (s *Set) headLines(v View, p layout.Pane) int {
	if v.Doc == nil || s.entries[p].Head(v, v.Layout.Inner(p).W) == nil {
		return 0
	}
	return 1
}

// Cursor is the row of what is current in a pane, or -1.
func (s *Set) Cursor(v View, p layout.Pane) int {
	want := s.entries[p].Current(v)
	if want == none {
		return -1
	}
	return slices.IndexFunc(s.lists[p].rows, func(r Row) bool { return r.Index == want })
}

// Current is the row of what is current in a pane; its index is None where none is.
func (s *Set) Current(v View, p layout.Pane) Row {
	if i := s.Cursor(v, p); i >= 0 {
		return s.lists[p].rows[i]
	}
	return Row{Index: none}
}

// RowAt is the row drawn at a line of a pane; its index is None where none is that could be current.
func (s *Set) RowAt(v View, p layout.Pane, y int) Row {
	l := s.lists[p]
	i := l.top + y - s.headLines(v, p)
	if at := s.Cursor(v, p); at >= l.top && i > at {
		i = max(i-len(l.more), at)
	}
	if i >= 0 && i < len(l.rows) {
		return l.rows[i]
	}
	return Row{Index: none}
}

// First is the index of the first row, or None.
func (s *Set) First(p layout.Pane) int { return firstOf(s.lists[p].rows) }

func firstOf(rows []Row) int {
	for _, r := range rows {
		if r.Index != none {
			return r.Index
		}
	}
	return none
}

// Step is the index of the row that many further than the current one, headings left out, or the last on the way; None
// where there is none at all.
func (s *Set) Step(v View, p layout.Pane, by int) int {
	rows, at := s.lists[p].rows, s.Cursor(v, p)
	step := 1
	if by < 0 {
		step = -1
	}
	to := at
	for i := at + step; i >= 0 && i < len(rows) && by != 0; i += step {
		if rows[i].Index != none {
			to, by = i, by-step
		}
	}
	if to < 0 || to >= len(rows) {
		return none
	}
	return rows[to].Index
}

// Search is the index of the next row that holds the query, round the end if need be, the current one included if it
// may stay; None where none does.
func (s *Set) Search(v View, p layout.Pane, query string, by int, stay bool) int {
	rows, i := s.lists[p].rows, max(s.Cursor(v, p), 0)
	if !stay {
		i += by
	}
	for range rows {
		i = (i + len(rows)) % len(rows)
		if rows[i].Index != none && s.entries[p].Holds(v, rows[i], query) {
			return rows[i].Index
		}
		i += by
	}
	return none
}

// Hits counts the rows that hold a query, and tells which of them is current, from 1; 0 is none.
func (s *Set) Hits(v View, p layout.Pane, query string) (at, n int) {
	current := s.entries[p].Current(v)
	for _, r := range s.lists[p].rows {
		if r.Index == none || !s.entries[p].Holds(v, r, query) {
			continue
		}
		if n++; r.Index == current {
			at = n
		}
	}
	return at, n
}

// Shown is how many rows a pane has, headings left out.
func (s *Set) Shown(p layout.Pane) (n int) {
	for _, r := range s.lists[p].rows {
		if r.Index != none {
			n++
		}
	}
	return n
}

// Unhide clears what would keep a quote, a speaker or a position out of its list.
func (s *Set) Unhide(v View, p layout.Pane, index int) {
	if p == layout.Positions && v.Shows(index) {
		return
	}
	if p != layout.Positions && slices.ContainsFunc(s.lists[p].rows, func(r Row) bool { return r.Index == index }) {
		return
	}
	at := v.At
	at.Filters[p] = ""
	if p == layout.Positions && v.Doc.Positions[index].Stance == analysis.Neutral {
		at.States = true
	}
	if p == layout.Quotes && !v.Says(index, at.Only) || p == layout.Positions &&
		v.Doc.Positions[index].Speaker != at.Only {
		at.Only = none
	}
}
