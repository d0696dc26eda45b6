package picking

import (
	"strings"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/ui/reader/cells"
)

// Info is what the status line tells of the choice in a number of cells: what is chosen, its words, and what the keys
// do to them. The words are left out in their middle as far as they have no room.
func (m *Mode) Info(room int) (label, words, how string) {
	c, key := m.now, m.host.Key
	if c.Step != "" {
		how = " · " + key("pick-leave") + ": back to " + c.Step
	}
	if c.loose && !c.moved {
		return c.Label, "", how + " · " + key("pick-search") + " types its words, " + key("pick-word-right") + " " +
			key("pick-word-left") + " " +
			key("pick-down") + " " + key("pick-up") + " go to them, " + key("pick-edge") + " holds · " + key("pick-done") +
			" none"
	}
	switch {
	case c.loose:
		how = " · " + key("pick-edge") + " holds it" + how
	case c.edge%2 == 0:
		how = " · the start moves" + how
	default:
		how = " · the end moves" + how
	}
	how = " · " + told.Count(analysis.Words(m.host.Text(), c.Spans), "word") + how
	room -= cells.Width(c.Label + " “”" + how)
	return c.Label, "“" + ends(m.oneLine(), room, c.edge%2 != 0) + "”", how
}

// oneLine is what is chosen on one line, its parts joined by an ellipsis.
func (m *Mode) oneLine() string {
	parts := make([]string, len(m.now.Spans))
	for i, sp := range m.now.Spans {
		parts[i] = strings.Join(strings.Fields(cells.Clean(sp.Of(m.host.Text()))), " ")
	}
	return strings.Join(parts, " … ")
}

// ends is what has room of words, left out in their middle: more of the end that moves.
func ends(words string, room int, last bool) string {
	if cells.Width(words) <= room {
		return words
	}
	begin, end := max(room/3, 1), max(2*room/3-1, 0)
	if !last {
		begin, end = max(2*room/3, 1), max(room/3-1, 0)
	}
	at := len(words)
	for at > 0 && cells.Width(words[at:]) < end {
		_, n := utf8.DecodeLastRuneInString(words[:at])
		at -= n
	}
	return cells.Truncate(words, begin) + " " + strings.TrimLeft(words[at:], " ")
}
