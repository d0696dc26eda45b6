package gold

import (
	"fmt"

	"hearsay/analysis"
	"hearsay/analysis/score"
)

// recordSide is a position: whose it is, by names, or by the id of a speaker that stands beside it.
type recordSide struct {
	Speaker    words    `json:"speaker"`
	Stance     string   `json:"stance"`
	Target     parts    `json:"target"`
	Explicit   *bool    `json:"explicit"`
	Confidence *float64 `json:"confidence"`
}

// side is a side that one speaker takes, as files hold it.
type side struct {
	score.Side
	target []points
}

// sides are the positions that take a side, one for each who takes it.
func (rec *record) sides() ([]side, error) {
	var names map[string]string
	if rec.Quotes != nil {
		var err error
		if names, err = rec.names(); err != nil {
			return nil, err
		}
	}
	var out []side
	for _, p := range *rec.Positions {
		opposes := p.Stance == analysis.Opposes.String()
		if !opposes && p.Stance != analysis.Supports.String() {
			continue
		}
		s := side{score.Side{Opposes: opposes, Implied: p.Explicit != nil && !*p.Explicit}, p.Target}
		if p.Confidence != nil {
			s.Confidence, s.Rated = *p.Confidence, true
		}
		for _, who := range p.Speaker {
			if name, ok := names[who]; ok {
				who = name
			}
			s.Speaker = who
			out = append(out, s)
		}
	}
	return out, nil
}

// HasSides reports whether the positions of the article were noted, even if there are none.
func (m *Marked) HasSides() bool { return m.sided }

// Sides are the sides that are taken, as spans of a text: see Attributions.
func (m *Marked) Sides(text string) ([]score.Side, error) {
	ruler := newRuler(text)
	out := make([]score.Side, len(m.sides))
	for i, s := range m.sides {
		out[i] = s.Side
		var err error
		if out[i].Target, err = ruler.spans(s.target); err != nil {
			return nil, m.outside(m.line, fmt.Errorf("the target of a position %w", err))
		}
	}
	return out, nil
}
