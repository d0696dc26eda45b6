package pane

import (
	"strings"

	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// unfolds is a pane whose current row unfolds: Whole are all its words, of which the row shows the first in its last
// stretches, as many as Whole tells; none where the row stays as it is.
type unfolds interface {
	Whole(v View, r Row) (words string, stretches int)
}

// unfoldedIndent stands before the further lines of a row, and mostUnfolded is how many there are at most: the article
// shows the rest.
const (
	unfoldedIndent = "     "
	mostUnfolded   = 8
)

// Whole is a quote's content.
func (*Quotes) Whole(v View, r Row) (string, int) { return v.Quoted(r.Index), 1 }

// Whole is what a row shows of a position: its words, or its target, and its manner.
func (*Positions) Whole(v View, r Row) (string, int) {
	sign := unsureSign(v.PositionLevel(r.Index))
	switch v.At.Grouping {
	case view.AsTable:
		return "", 0
	case view.ByTopic:
		return " " + sign + v.Shown(r.Index) + v.Manner(r.Index), 2
	}
	return sign + v.Target(r.Index) + v.Manner(r.Index), 2
}

// current is the row that unfolds: the current one of the list in focus, if not all of its words have room in the line.
func (s *Set) current(v View, p layout.Pane) (words string, stretches int) {
	at := s.Cursor(v, p)
	u, ok := s.entries[p].Pane.(unfolds)
	if !ok || v.At.Focus != p || at < 0 || s.lists[p].rows[at].Index == none {
		return "", 0
	}
	words, stretches = u.Whole(v, s.lists[p].rows[at])
	return cells.Clean(words), stretches
}

// split are the lines of the current row: what its first line has room for, and the rest.
func (s *Set) split(v View, p layout.Pane, segs []draw.Seg) (first string, rest []string) {
	words, stretches := s.current(v, p)
	w := v.Layout.Inner(p).W
	if stretches == 0 || stretches > len(segs) {
		return "", nil
	}
	room := w - draw.Width(segs[:len(segs)-stretches])
	if cells.Width(words) <= room || room < 1 {
		return "", nil
	}
	lead := words[:len(words)-len(strings.TrimLeft(words, " "))]
	lines := cells.Wrap(words[len(lead):], max(room-len(lead), 1))
	first = lead + lines[0]
	rest = cells.Wrap(strings.TrimSpace(strings.TrimPrefix(words, first)), max(w-len(unfoldedIndent)-1, 1))
	if most := min(mostUnfolded, max(v.Layout.Inner(p).H/2, 1)); len(rest) > most {
		rest = rest[:most]
		rest[most-1] = cells.Truncate(rest[most-1]+" …", max(w-len(unfoldedIndent)-1, 1))
	}
	return first, rest
}

// unfolded are the further lines of the current row of a pane.
func (s *Set) unfolded(v View, p layout.Pane) []string {
	if _, stretches := s.current(v, p); stretches == 0 {
		return nil
	}
	r := s.lists[p].rows[s.Cursor(v, p)]
	_, rest := s.split(v, p, s.entries[p].Segs(v, r, v.Layout.Inner(p).W))
	return rest
}

// unfoldable is the current row with as many of its words as have room whole, where the rest stands below.
func (s *Set) unfoldable(v View, p layout.Pane, segs []draw.Seg) []draw.Seg {
	first, rest := s.split(v, p, segs)
	if len(rest) == 0 {
		return segs
	}
	_, stretches := s.current(v, p)
	return append(segs[:len(segs)-stretches], draw.Plain(first))
}
