package reader

import (
	"hearsay/analysis"
	"hearsay/ui/reader/page"
)

// layers are the marks of a frame, from the ground up.
func (m *model) layers(o *opened) []*page.Marks {
	var marks []page.Mark
	add := func(spans []analysis.Span, ink page.Ink) {
		for _, sp := range spans {
			marks = append(marks, page.Mark{Span: sp, Ink: ink})
		}
	}
	if !m.at.Lit.Empty() {
		add([]analysis.Span{m.at.Lit}, page.Ink{Flags: page.Evidence | page.Mention})
	}
	if o.Doc != nil {
		if m.at.Evidence != none {
			p := o.Doc.Positions[m.at.Evidence]
			add(p.Statement, page.Ink{Flags: page.Evidence})
			add(p.Target, page.Ink{Flags: page.Mention})
			for _, q := range p.Qualifiers {
				add([]analysis.Span{q.Span}, page.Ink{Flags: page.Cue})
			}
		}
		if m.at.Mentions && m.at.Speaker != none {
			add(o.Doc.Speakers[m.at.Speaker].Mentions, page.Ink{Speaker: m.at.Speaker + 1, Flags: page.Mention})
		}
		if q, ok := m.gone(o); ok {
			add(q, page.Ink{Flags: page.Current})
		}
		if m.at.Quote != none {
			q, who := o.Doc.Quotes[m.at.Quote], o.First(m.at.Quote)+1
			add(q.Content, page.Ink{Speaker: who, Flags: page.Current})
			add(q.Cue, page.Ink{Speaker: who, Flags: page.Cue})
			add(q.Source, page.Ink{Speaker: who, Flags: page.Source})
		}
	}
	layers := []*page.Marks{o.marks, page.NewMarks(marks)}
	if m.hits.marks != nil {
		layers = append(layers, m.hits.marks, page.NewMarks(m.currentHit()))
	}
	if marks := m.picking.Marks(); marks != nil {
		layers = append(layers, page.NewMarks(marks))
	}
	if sp, ok := m.drag.span(); ok {
		layers = append(layers, page.NewMarks([]page.Mark{{Span: sp, Ink: page.Ink{Flags: page.Selected}}}))
	}
	return layers
}
