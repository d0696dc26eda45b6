package reader

import (
	"slices"

	"hearsay/analysis"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/stride"
)

// pickBySearch brings the edge to words that are typed, and follows them as they are.
func (m *model) pickBySearch() {
	was, spans := *m.pick, slices.Clone(m.pick.spans)
	back := func(m *model) {
		p := was
		p.spans = slices.Clone(spans)
		m.pick = &p
	}
	about := ""
	m.ask(prompt{label: "to the words", left: back, about: func(*model) string { return about }, typed: func(m *model, typed string) {
		back(m)
		about = ""
		if typed != "" && !m.pickTo(find.All(m.current().article.Text, typed)) {
			about = "not where the edge can go"
		}
	}}, "")
}

// pickTo brings the edge to the nearest of some words where it can stand, behind where it is or else before. An end goes to
// where they end, a start to where they begin; words that are not held yet become these.
func (m *model) pickTo(hits []analysis.Span) bool {
	p := m.pick
	i := max(find.Next(hits, p.at()), 0)
	for k := range hits {
		hit := m.wholeWords(hits[(i+k)%len(hits)])
		sp := p.spans[p.edge/2]
		switch {
		case p.loose:
			sp, p.moved = hit, true
		case p.edge%2 == 0:
			sp.Start = hit.Start
		default:
			sp.End = hit.End
		}
		if p.loose || p.fits(sp) {
			p.spans[p.edge/2] = sp
			m.revealEdge()
			return true
		}
	}
	return false
}

// wholeWords is the stretch of the words that some letters are part of.
func (m *model) wholeWords(sp analysis.Span) analysis.Span {
	end := stride.Move(m.current().article.Text, nil, stride.Edge{At: sp.End - 1, End: true}, stride.Word, true)
	return analysis.Span{Start: m.wordAround(sp.Start).Start, End: max(end.At, sp.End)}
}
