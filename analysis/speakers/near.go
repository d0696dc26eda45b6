package speakers

import "math"

// nearness is how much speaks for a mention being what the pronoun at i refers to.
func (r *resolver) nearness(m *mention, i int, p pronoun, source bool) float64 {
	x := &r.entities[m.entities[0]]
	d := float64(r.Text.Tokens[i].Sentence - m.sentence)
	score := -0.9 * d
	if r.Text.ParagraphOf(i) != m.paragraph {
		score -= 0.2
	}
	if m.subject {
		score += 1.1
	}
	if m.possessive {
		score -= 0.9
	}
	if m.marked && !r.inMarks[i] {
		score -= 2
	}
	if source && sharesAny(m.entities, r.lastSaid) {
		score += 0.8
	}
	score += 0.25 * math.Log2(float64(1+x.count))
	switch p.group {
	case singular:
		if x.sex == p.sex {
			score += 0.6
		}
		if !x.named {
			score -= 0.3
		}
	case many:
		if len(m.entities) > 1 {
			score += 0.3 // rather both of two than the one of them that is many
		}
		if x.kind == Group && x.named {
			score -= 0.4
		}
		if x.kind == Organization && len(m.entities) == 1 && !x.plural {
			score -= 0.8
		}
	case thing:
		if x.paper {
			score -= 0.3 // rather those who speak than what is read
		}
		if x.place {
			score -= 0.9
		}
		if x.kind == Unknown && !x.paper {
			score -= 1
		}
	}
	return score - 0.004*math.Min(50, float64(i-m.to))
}
