package picking

import (
	"slices"
	"strings"
	"unicode"

	"hearsay/analysis"
)

// done gives what is chosen to who asked for it.
func (m *Mode) done() { m.Give(m.chosen()) }

// nothing says that no words are it.
func (m *Mode) nothing() { m.Give(nil) }

// Asked is what is to be chosen, with what is chosen so far.
func (m *Mode) Asked() Words {
	w := m.now.Words
	w.Spans = m.chosen()
	return w
}

// Give takes words for those that were to be chosen, none where there is no such thing, and ends the choice, unless
// they will not do.
func (m *Mode) Give(spans []analysis.Span) {
	c := m.now
	m.now = nil
	if refusal := c.Done(spans); refusal != "" {
		m.now = c
		m.host.Tell(refusal)
	}
}

// Leave goes a step back, or leaves all as it was.
func (m *Mode) Leave() {
	c := m.now
	m.now = nil
	if c.Back != nil {
		c.Back()
		return
	}
	m.host.FocusOn(c.From)
	m.host.Tell("left as it was")
}

// part parts what is chosen in two where the moved edge stands.
func (m *Mode) part() { m.PartAt(m.now.at()) }

// PartAt parts what is chosen in two at an offset.
func (m *Mode) PartAt(offset int) {
	c := m.now
	if c.Parts == nil || c.loose {
		m.host.Tell("only a quote's content is parted in two")
		return
	}
	first, second := parted(c.was, offset)
	if !m.lettered(first) || !m.lettered(second) {
		m.host.Tell("move the edge to where the second quote begins, then part")
		return
	}
	m.now = nil
	c.Parts(first, second)
}

// lettered reports whether there is a letter or a digit in words.
func (m *Mode) lettered(spans []analysis.Span) bool {
	text := m.host.Text()
	return slices.ContainsFunc(spans, func(sp analysis.Span) bool {
		return strings.ContainsFunc(sp.Of(text), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	})
}

// parted are the words before and behind an offset.
func parted(spans []analysis.Span, at int) (first, second []analysis.Span) {
	for _, sp := range spans {
		if before := (analysis.Span{Start: sp.Start, End: min(sp.End, at)}); before.Start < before.End {
			first = append(first, before)
		}
		if behind := (analysis.Span{Start: max(sp.Start, at), End: sp.End}); behind.Start < behind.End {
			second = append(second, behind)
		}
	}
	return first, second
}
