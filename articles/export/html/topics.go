package html

import (
	"hearsay/analysis"
	"hearsay/articles/export/told"
)

// topic is what positions are taken on, with who is on which side.
type topic struct {
	Name  string
	State string // disputed or shared, or neither
	Sides []side
	Views []position
}

type side struct {
	Name, Sign, Class string
	Speakers          []who
}

type position struct {
	who
	Does   string // in words: "opposes, demands"
	Words  string
	Quotes []reference
	Sure   string
	Reason string
}

func (m *maker) topic(t analysis.Topic) topic {
	out := topic{Name: told.Clean(t.Name)}
	switch {
	case t.Disputed():
		out.State = "disputed"
	case t.Shared():
		out.State = "shared"
	}
	if on := t.On(analysis.Supports); len(on) > 0 {
		out.Sides = append(out.Sides, side{"supports", "+", "for", m.all(on)})
	}
	if on := t.On(analysis.Opposes); len(on) > 0 {
		out.Sides = append(out.Sides, side{"opposes", "−", "against", m.all(on)})
	}
	var neither []int
	for _, v := range t.Views {
		if len(v.Supports)+len(v.Opposes) == 0 {
			neither = append(neither, v.Speaker)
		}
		for _, p := range v.Positions() {
			out.Views = append(out.Views, m.position(m.doc.Positions[p]))
		}
	}
	if len(neither) > 0 {
		out.Sides = append(out.Sides, side{"takes no side", "○", "neither", m.all(neither)})
	}
	return out
}

func (m *maker) all(speakers []int) (out []who) {
	for _, s := range speakers {
		out = append(out, m.who(s))
	}
	return out
}

func (m *maker) position(p analysis.Position) position {
	out := position{who: m.who(p.Speaker), Does: p.Stance.String(), Words: told.Clean(told.Words(m.text, p.Statement)),
		Sure: analysis.Sure(p.Confidence), Reason: told.Clean(told.Capital(p.Reason))}
	if p.Stance == analysis.Neutral {
		out.Does = "says"
	}
	for _, w := range p.Manner() {
		out.Does += ", " + w
	}
	out.Quotes = m.references(p.Quotes)
	return out
}
