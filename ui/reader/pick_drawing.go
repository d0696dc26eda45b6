package reader

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/page"
)

// pickMarks light what is chosen so far.
func (m *model) pickMarks() (marks []page.Mark) {
	for _, sp := range m.pick.also {
		marks = append(marks, page.Mark{Span: sp, Ink: page.Ink{Flags: page.Hit}})
	}
	for _, sp := range m.pick.spans {
		marks = append(marks, page.Mark{Span: sp, Ink: page.Ink{Flags: page.Selected}})
	}
	return marks
}

// pickInfo tells what is chosen.
func (m *model) pickInfo(o *opened) []seg {
	p := m.pick
	if p.loose && !p.moved {
		return []seg{strong(" " + p.label), dim(" · " + m.say("pick-search") + " types its words, " + m.say("pick-word-right") + " " + m.say("pick-word-left") + " " +
			m.say("pick-down") + " " + m.say("pick-up") + " go to them, " + m.say("pick-edge") + " holds · " + m.say("pick-done") + " none")}
	}
	how := fmt.Sprintf(" · %s", many(analysis.Words(o.article.Text, p.spans), "word"))
	switch {
	case p.loose:
		how += " · " + m.say("pick-edge") + " holds it"
	case p.edge%2 == 0:
		how += " · the start moves"
	default:
		how += " · the end moves"
	}
	room := m.w - cells.Width(" "+p.label+" “”"+how) - 1
	return []seg{strong(" " + p.label + " "), plain("“" + ends(o.oneLine(p.spans), room, p.edge%2 != 0) + "”"), dim(how)}
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
