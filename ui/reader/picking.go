package reader

import (
	"slices"
	"strings"
	"unicode"

	"hearsay/analysis"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/stride"
)

// pick is a choice of words in the article, by keys or by mouse.
type pick struct {
	// label says what is chosen: "content".
	label string
	spans []analysis.Span
	// edge is the edge that moves: that of a part's start by twice its number, that of its end by one more.
	edge int
	// loose is set while nothing is held: the words move as a whole. They are none at all until they have moved.
	loose, moved bool
	// also are words that were chosen before, for another part of the same.
	also []analysis.Span
	// from is the pane that is gone back to.
	from layout.Pane
	// done takes what was chosen.
	done func(*model, []analysis.Span)
	// parts is given where what is chosen may be parted in two.
	parts func(m *model, first, second []analysis.Span)
	was   []analysis.Span
}

// pickWords begins a choice of words: of those given, else of the word at an offset.
func (m *model) pickWords(p pick, from int) {
	if len(p.spans) == 0 {
		p.loose = true
		p.spans = []analysis.Span{m.wordAround(from)}
	}
	p.spans, p.was = slices.Clone(p.spans), slices.Clone(p.spans)
	p.edge, p.from = 2*len(p.spans)-1, m.at.focus
	m.pick = &p
	m.focusOn(layout.Article)
	m.reveal(whole(p.spans))
}

// wordAt is the word that begins at an offset.
func (m *model) wordAt(start int) analysis.Span {
	end := stride.Move(m.current().article.Text, nil, stride.Edge{At: start, End: true}, stride.Word, true)
	return analysis.Span{Start: start, End: end.At}
}

// moveEdge moves the edge by a unit; words that are not held yet move as a whole.
func (m *model) moveEdge(unit stride.Unit, forward bool) {
	p, o := m.pick, m.current()
	move := func(at int, end bool) int {
		return stride.Move(o.article.Text, o.doc.Sentences, stride.Edge{At: at, End: end}, unit, forward).At
	}
	if p.loose {
		p.moved = true
		p.spans[0] = m.wordAt(move(p.spans[0].Start, false))
		m.reveal(p.spans[0])
		return
	}
	sp := p.spans[p.edge/2]
	if p.edge%2 == 0 {
		sp.Start = move(sp.Start, false)
	} else {
		sp.End = move(sp.End, true)
	}
	if !p.fits(sp) {
		m.tell("the edges would meet")
		return
	}
	p.spans[p.edge/2] = sp
	m.revealEdge()
}

// fits reports whether a part may be so: it holds something, and touches no other part.
func (p *pick) fits(sp analysis.Span) bool {
	i := p.edge / 2
	return sp.Start < sp.End && (i == 0 || p.spans[i-1].End <= sp.Start) && (i == len(p.spans)-1 || sp.End <= p.spans[i+1].Start)
}

// at is where the edge stands.
func (p *pick) at() int {
	if sp := p.spans[p.edge/2]; p.edge%2 == 0 {
		return sp.Start
	}
	return p.spans[p.edge/2].End
}

func (m *model) revealEdge() {
	at := m.pick.at()
	m.reveal(analysis.Span{Start: max(at-1, 0), End: at})
}

// moveLine moves the edge a line of the screen down, or up.
func (m *model) moveLine(by int) {
	p, o := m.pick, m.current()
	l := o.page.LineAt(p.at())
	to := l + by
	for to >= 0 && to < o.page.Len() && o.page.Line(to).Empty() {
		to += by
	}
	if to < 0 || to >= o.page.Len() {
		return
	}
	at := o.page.OffsetAt(to, o.page.ColumnOf(l, p.at()))
	switch {
	case p.loose:
		p.moved = true
		p.spans[0] = m.wordAround(at)
	case p.edge%2 == 0:
		if sp := (analysis.Span{Start: at, End: p.spans[p.edge/2].End}); p.fits(sp) {
			p.spans[p.edge/2] = sp
		}
	default:
		if sp := (analysis.Span{Start: p.spans[p.edge/2].Start, End: at}); p.fits(sp) {
			p.spans[p.edge/2] = sp
		}
	}
	m.revealEdge()
}

// otherEdge goes to the next edge; words that were not held are held from now on.
func (m *model) otherEdge() {
	p := m.pick
	if p.loose {
		p.loose = false
		return
	}
	p.edge = (p.edge + 1) % (2 * len(p.spans))
	m.revealEdge()
}

func (m *model) pickDone() {
	p := m.pick
	if p.loose && !p.moved {
		m.pickNothing()
		return
	}
	m.pick = nil
	p.done(m, p.spans)
}

// pickNothing says that no words are it.
func (m *model) pickNothing() {
	p := m.pick
	m.pick = nil
	p.done(m, nil)
}

func (m *model) pickLeft() {
	m.focusOn(m.pick.from)
	m.pick = nil
	m.tell("left as it was")
}

// part parts what is chosen in two where the moved edge stands.
func (m *model) part() {
	p := m.pick
	if p.parts == nil || p.loose {
		m.tell("only a quote's content is parted in two")
		return
	}
	first, second := parted(p.was, p.at())
	if !m.lettered(first) || !m.lettered(second) {
		m.tell("move the edge to where the second quote begins, then part")
		return
	}
	m.pick = nil
	p.parts(m, first, second)
}

// lettered reports whether there is a letter or a digit in words.
func (m *model) lettered(spans []analysis.Span) bool {
	return slices.ContainsFunc(spans, func(sp analysis.Span) bool {
		return strings.IndexFunc(sp.Of(m.current().article.Text), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
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

// wordAround is the word that holds an offset.
func (m *model) wordAround(at int) analysis.Span {
	e := stride.Move(m.current().article.Text, nil, stride.Edge{At: at + 1}, stride.Word, false)
	return m.wordAt(e.At)
}
