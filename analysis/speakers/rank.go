package speakers

import (
	"cmp"
	"math"
	"slices"
)

// The farthest that a pronoun looks back.
const (
	farMentions  = 60
	farSentences = 9
)

// choice is somebody who may be meant by a pronoun, or nobody who has been named before: then it has no mentions.
type choice struct {
	latest   int // index into recent of the last place they are mentioned, -1 for nobody
	subject  int // of the last one at which they are a sentence's subject, -1 where none
	ahead    int // the name that follows in the pronoun's own sentence, -1 where none
	mentions int // how many were looked at
	near     float64
	start    float64 // what speaks for them before anything learnt
	features []uint32
	odds     float64
}

// weigh finds those who may be meant by the pronoun at token i, the likeliest first. Nobody is among them.
func (r *resolver) weigh(i int, p pronoun, source bool) []choice {
	choices := r.choices(i, p, source)
	r.features(i, p, source, choices)
	if r.lesson != nil {
		return choices
	}
	total, most := 0.0, math.Inf(-1)
	for k := range choices {
		c := &choices[k]
		c.odds = c.start
		for _, f := range c.features {
			c.odds += float64(r.model.rank[f])
		}
		most = math.Max(most, c.odds)
	}
	for k := range choices {
		choices[k].odds = math.Exp(choices[k].odds - most)
		total += choices[k].odds
	}
	for k := range choices {
		choices[k].odds /= total
	}
	slices.SortStableFunc(choices, func(a, b choice) int { return cmp.Compare(b.odds, a.odds) })
	return choices
}

// choices are those who were mentioned not too far before token i and may be meant by a pronoun, the last mentioned first,
// and nobody.
func (r *resolver) choices(i int, p pronoun, source bool) []choice {
	var out []choice
	sentence := r.Text.Tokens[i].Sentence
	barred := r.barredAt(i)
	for k, looked := len(r.recent)-1, 0; k >= 0 && looked < farMentions; k, looked = k-1, looked+1 {
		m := &r.recent[k]
		if sentence-m.sentence > farSentences {
			break
		}
		if len(m.entities) == 0 || !r.agrees(m, p) || sharesAny(barred, m.entities) {
			continue
		}
		out = r.addChoice(out, k, r.nearness(m, i, p, source))
	}
	if e, at := r.ahead(i); e >= 0 && r.fitsSex(&r.entities[e], p) && !sharesAny(barred, []int{e}) {
		out = r.addAhead(out, e, at)
	}
	return append(out, choice{latest: -1, subject: -1, ahead: -1})
}

// addChoice notes one more mention of those it is of.
func (r *resolver) addChoice(out []choice, k int, near float64) []choice {
	m := &r.recent[k]
	at := -1
	for j := range out {
		if sameSet(r.recent[out[j].latest].entities, m.entities) {
			at = j
		}
	}
	if at < 0 {
		out = append(out, choice{latest: k, subject: -1, ahead: -1, near: near})
		at = len(out) - 1
	}
	c := &out[at]
	c.mentions++
	c.near = max(c.near, near)
	if m.subject && !m.possessive && c.subject < 0 {
		c.subject = k
	}
	return out
}

// barredAt are those whom the pronoun at token i cannot mean: who speaks the words in quotation marks among which it
// stands, and of whom the words speak that are its own: nobody speaks so of themselves.
func (r *resolver) barredAt(i int) []int {
	barred := r.speakersOfContent(i)
	for k, looked := len(r.recent)-1, 0; k >= 0 && looked < farMentions && len(r.atHead[i]) > 0; k, looked = k-1, looked+1 {
		m := &r.recent[k]
		own := m.marked || !isPronoun(r.Lower(m.from)) // “his party will win, he said” may be of himself
		if q := r.contentAt(m.from); own && q >= 0 && slices.Contains(r.atHead[i], q) {
			barred = addAll(barred, m.entities)
		}
	}
	return barred
}
