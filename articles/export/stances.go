package export

import (
	"hearsay/analysis"
	"hearsay/articles/export/offsets"
)

type position struct {
	ID         string      `json:"id"`
	Speaker    string      `json:"speaker"`
	Stance     string      `json:"stance"`
	Act        string      `json:"act"`
	Modality   string      `json:"modality,omitempty"`
	Target     [][2]int    `json:"target"`
	Targets    []string    `json:"target_speakers,omitempty"`
	Topic      string      `json:"topic,omitempty"`
	Statement  [][2]int    `json:"statement"`
	Qualifiers []qualifier `json:"qualifiers,omitempty"`
	Quotes     []string    `json:"quotes"`
	Confidence float64     `json:"confidence"`
	Reason     string      `json:"reason,omitempty"`
}

type qualifier struct {
	Kind string `json:"kind"`
	Span [2]int `json:"span"`
}

// topic is what positions are taken on, with who stands on which side; those on both sides stand in each list.
type topic struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Speaker   string   `json:"speaker,omitempty"`
	Positions []string `json:"positions"`
	Supports  []string `json:"supports,omitempty"`
	Opposes   []string `json:"opposes,omitempty"`
	Disputed  bool     `json:"disputed,omitempty"`
	Shared    bool     `json:"shared,omitempty"`
}

func (i Item) positionOf(p *offsets.Ruler, n int, o analysis.Position) position {
	out := position{
		ID: i.ID('p', n), Speaker: i.ID('s', o.Speaker), Stance: o.Stance.String(), Act: o.Act.String(),
		Target: p.Spans(o.Target),
		Topic:  o.Topic, Statement: p.Spans(o.Statement), Quotes: i.ids('q', o.Quotes), Confidence: Round(o.Confidence),
		Reason: o.Reason,
	}
	if o.Modality != analysis.Plain {
		out.Modality = o.Modality.String()
	}
	if len(o.Targets) > 0 {
		out.Targets = i.ids('s', o.Targets)
	}
	for _, q := range o.Qualifiers {
		out.Qualifiers = append(out.Qualifiers, qualifier{q.Kind.String(), p.Span(q.Span)})
	}
	return out
}

func (i Item) topicOf(n int, t analysis.Topic) topic {
	out := topic{
		ID: i.ID('t', n), Name: t.Name, Positions: []string{}, Disputed: t.Disputed(), Shared: t.Shared(),
		Supports: i.ids('s', t.On(analysis.Supports)), Opposes: i.ids('s', t.On(analysis.Opposes)),
	}
	for _, v := range t.Views {
		out.Positions = append(out.Positions, i.ids('p', v.Positions())...)
	}
	if t.Speaker != analysis.None {
		out.Speaker = i.ID('s', t.Speaker)
	}
	return out
}
