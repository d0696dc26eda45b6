package speakers

import (
	"fmt"
	"strings"

	"hearsay/analysis/text"
)

const (
	// tooClose is by how much the likeliest must lead the next, as a share of what the two have together.
	tooClose = 0.04
	// worthTelling is how likely somebody must be to be told as one who might have been meant.
	worthTelling = 0.04
	mostRivals   = 4
	// ofOther is how surely the other pronouns must mean somebody for this one not to: more than a name alone can tell.
	ofOther = 0.7
)

// hardlyAny is what nobody's being meant must reach for nobody to be named: never for he and she, who are somebody.
var hardlyAny = [...]float64{singular: 1, thing: 0.6, many: 0.75}

// decide lets a pronoun refer to whom it most likely means, if that is clear.
func (r *resolver) decide(m *mention, choices []choice, p pronoun) {
	word := r.quote(r.Text.Span(m.from, m.to))
	var some []choice
	nobody := 0.0
	for _, c := range choices {
		if !c.isNobody() && r.heardOther(c, p) > ofOther {
			continue
		} else if !c.isNobody() {
			some = append(some, c)
		} else {
			nobody = c.odds
		}
	}
	if len(some) == 0 || nobody > hardlyAny[p.group] {
		m.unknown = "nobody named before fits " + word
		m.candidates = r.rivalsOf(some)
		return
	}
	best, lead := some[0], some[0].odds
	if len(some) > 1 {
		lead = (best.odds - some[1].odds) / (best.odds + some[1].odds)
	}
	if len(some) > 1 && lead < tooClose {
		m.unknown = word + " fits two equally well"
		m.candidates = r.rivalsOf(some[:2])
		return
	}
	r.take(m, best)
	m.candidates = r.rivalsOf(some[1:])
	m.relation = "is " + r.whom(best, p) + ","
	if best.latest < 0 {
		m.relation = "stands before its name, " + r.quote(r.Names[best.ahead].Span) + ", and fits"
	}
	r.learnSex(m.entities[0], p, best.odds)
}

// take lets a mention refer to whom a choice is.
func (r *resolver) take(m *mention, c choice) {
	m.entities, m.antecedent, m.confidence, m.step = r.entitiesOf(c), c.latest, c.odds, c.odds
	if c.latest >= 0 {
		m.confidence *= r.recent[c.latest].confidence
	}
}

// rivalsOf are those who were weighed and are worth telling.
func (r *resolver) rivalsOf(choices []choice) (out []rival) {
	for _, c := range choices {
		if c.odds < worthTelling {
			continue
		}
		for _, e := range r.entitiesOf(c) {
			if len(out) < mostRivals {
				out = append(out, rival{entity: e, mention: c.latest, odds: c.odds})
			}
		}
	}
	return out
}

// rivals tells those who might have been meant by a mention, and where they are mentioned next to it.
func (r *resolver) rivals(m *mention) (out []Candidate) {
	for _, v := range m.candidates {
		c := Candidate{Speaker: v.entity, Mention: r.entities[v.entity].full, Confidence: v.odds}
		if v.mention >= 0 {
			b := &r.recent[v.mention]
			c.Mention = r.Text.Span(b.from, b.to)
		}
		c.Reason = r.whyRival(m, c.Mention)
		out = append(out, c)
	}
	return out
}

// whyRival tells where somebody who might have been meant is mentioned, and where the one who was chosen.
func (r *resolver) whyRival(m *mention, at text.Span) string {
	k := r.Text.At(at.Start)
	d := m.sentence - r.Text.Tokens[k].Sentence
	where := ""
	switch {
	case d < 0:
		where = "after"
	case d == 0:
		where = "in the sentence of"
	case d == 1:
		where = "in the sentence before"
	default:
		where = number(d) + " sentences before"
	}
	return fmt.Sprintf("%s is mentioned %s %s", r.quote(at), where, r.quote(r.Text.Span(m.from, m.to)))
}

func number(n int) string {
	small := strings.Fields("no one two three four five six seven eight nine ten")
	if n < len(small) {
		return small[n]
	}
	return fmt.Sprint(n)
}

// whom says what tells that a choice is meant.
func (r *resolver) whom(c choice, p pronoun) string {
	what := "the one"
	switch {
	case p.group == singular && p.sex == sexMale:
		what = "the man"
	case p.group == singular:
		what = "the woman"
	case p.group == many:
		what = "those"
	}
	switch {
	case c.latest < 0:
	case r.recent[c.latest].source:
		return what + " who spoke last"
	case c.subject >= 0:
		return what + " the sentences are about"
	}
	return what + " named last"
}
