package speakers

import (
	"math"
	"strings"

	"hearsay/analysis/tags"
)

// person of the pronouns.
type pronoun struct {
	group      pronounGroup
	sex        sex
	possessive bool
}

type pronounGroup uint8

const (
	singular pronounGroup = iota // he, she
	thing                        // it
	many                         // they
	first                        // I, we
	relative                     // who, which
)

var pronouns = map[string]pronoun{
	"he": {singular, sexMale, false}, "him": {singular, sexMale, false}, "his": {singular, sexMale, true}, "himself": {singular, sexMale, false},
	"she": {singular, sexFemale, false}, "her": {singular, sexFemale, true}, "hers": {singular, sexFemale, false}, "herself": {singular, sexFemale, false},
	"it": {thing, 0, false}, "its": {thing, 0, true}, "itself": {thing, 0, false},
	"they": {many, 0, false}, "them": {many, 0, false}, "their": {many, 0, true}, "themselves": {many, 0, false},
	"i": {first, 0, false}, "me": {first, 0, false}, "my": {first, 0, true}, "myself": {first, 0, false},
	"we": {first, 0, false}, "us": {first, 0, false}, "our": {first, 0, true}, "ourselves": {first, 0, false},
	"who": {relative, 0, false}, "which": {relative, 0, false}, "that": {relative, 0, false}, "whom": {relative, 0, false}, "whose": {relative, 0, true},
}

func isPronoun(w string) bool { _, ok := pronouns[w]; return ok }

// The farthest that a pronoun looks back.
const (
	farMentions  = 60
	farSentences = 9
)

// fit is a candidate for what a pronoun or a description refers to.
type fit struct {
	mention int // index into recent
	score   float64
}

// lookBack finds the mentions that a pronoun at token i may refer to, the best for each set of entities, best first.
func (r *resolver) lookBack(i int, p pronoun, source bool) []fit {
	var fits []fit
	sentence := r.Text.Tokens[i].Sentence
	barred := r.speakersOfContent(i)
	for k, looked := len(r.recent)-1, 0; k >= 0 && looked < farMentions; k, looked = k-1, looked+1 {
		m := &r.recent[k]
		if sentence-m.sentence > farSentences {
			break
		}
		if len(m.entities) == 0 || !r.agrees(m, p) || sharesAny(barred, m.entities) {
			continue
		}
		fits = addFit(fits, r, fit{k, r.nearness(m, i, p, source)})
	}
	sortFits(fits)
	return fits
}

// addFit keeps the best fit for each set of entities.
func addFit(fits []fit, r *resolver, f fit) []fit {
	for j := range fits {
		if sameSet(r.recent[fits[j].mention].entities, r.recent[f.mention].entities) {
			fits[j].score = math.Max(fits[j].score, f.score)
			return fits
		}
	}
	return append(fits, f)
}

func sortFits(fits []fit) {
	for i := 1; i < len(fits); i++ {
		for j := i; j > 0 && fits[j].score > fits[j-1].score; j-- {
			fits[j], fits[j-1] = fits[j-1], fits[j]
		}
	}
}

// agrees reports whether a mention can be what a pronoun refers to, by number, sort and gender.
func (r *resolver) agrees(m *mention, p pronoun) bool {
	x := &r.entities[m.entities[0]]
	switch p.group {
	case singular:
		return len(m.entities) == 1 && x.kind == Person && !x.plural && !isPronoun(x.head) && (x.sex == sexUnknown || x.sex == p.sex)
	case thing:
		return len(m.entities) == 1 && !x.plural && (x.kind == Organization || x.kind == Unknown)
	case many:
		return len(m.entities) > 1 || x.plural || x.kind == Group || x.kind == Organization && !x.place
	}
	return false
}

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
		score -= 0.5
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
		if x.kind == Group && x.named {
			score -= 0.4
		}
		if x.kind == Organization && len(m.entities) == 1 && !x.plural {
			score -= 0.8
		}
	case thing:
		if x.place {
			score -= 0.5
		}
		if x.kind == Unknown && !x.paper {
			score -= 1
		}
	}
	return score - 0.004*math.Min(50, float64(i-m.to))
}

func sharesAny(a, b []int) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

func sameSet(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		if !sharesAny([]int{x}, b) {
			return false
		}
	}
	return true
}

// resolvePronoun makes the mention of a pronoun. Where two fit equally well it has no entities but candidates.
func (r *resolver) resolvePronoun(i int, source bool) mention {
	p := pronouns[r.lower[i]]
	m := r.newMention(i, i+1)
	m.possessive = p.possessive
	switch p.group {
	case first:
		m.inside = r.contentAt(i)
		if m.inside < 0 && source {
			m.entities = []int{r.unnamedEntity(i, i+1, i)}
			m.confidence = 0.6
		}
		return m
	case relative:
		r.resolveRelative(&m, i)
		return m
	}
	if r.lower[i] == "it" && !source && !r.tag(i+1).Finite() {
		return m
	}
	fits := r.lookBack(i, p, source)
	if len(fits) == 0 {
		m.unknown = "nobody named before fits " + r.quote(r.Text.Tokens[i].Span)
		return m
	}
	if len(fits) > 1 && fits[0].score-fits[1].score < 0.08 {
		m.unknown = r.quote(r.Text.Tokens[i].Span) + " fits two equally well"
		m.candidates = append(append(m.candidates, r.recent[fits[0].mention].entities...), r.recent[fits[1].mention].entities...)
		return m
	}
	r.refer(&m, fits, p)
	return m
}

// refer lets a mention refer to what the best fit refers to.
func (r *resolver) refer(m *mention, fits []fit, p pronoun) {
	best := &r.recent[fits[0].mention]
	m.entities, m.antecedent = best.entities, fits[0].mention
	margin := 3.0
	if len(fits) > 1 {
		margin = fits[0].score - fits[1].score
	}
	m.confidence = best.confidence * (0.55 + 0.42*(1-math.Exp(-margin)))
	m.relation = "is " + r.whom(best, p) + ","
	if x := &r.entities[m.entities[0]]; p.group == singular && x.sex == sexUnknown && (len(fits) == 1 || margin > 0.5) {
		x.sex = p.sex
	}
}

func (r *resolver) whom(m *mention, p pronoun) string {
	what := "the one"
	switch {
	case p.group == singular && p.sex == sexMale:
		what = "the man"
	case p.group == singular:
		what = "the woman"
	case p.group == many:
		what = "those"
	}
	if m.source {
		return what + " who spoke last"
	}
	if m.subject {
		return what + " the sentences are about"
	}
	return what + " named last"
}

// resolveRelative joins "who" to what stands right before it.
func (r *resolver) resolveRelative(m *mention, i int) {
	k := i - 1
	for k > 0 && k > i-3 && (!isWord(r.lower[k]) || r.tag(k) == tags.IN) {
		k--
	}
	whose := strings.HasPrefix(r.lower[i], "who")
	for j := len(r.recent) - 1; j >= 0 && j >= len(r.recent)-6; j-- {
		b := &r.recent[j]
		if whose && len(b.entities) == 1 && r.entities[b.entities[0]].kind == Organization && !r.entities[b.entities[0]].plural {
			continue
		}
		if b.to-1 == k || b.to > i-8 && b.to <= i && r.sentence(i).From <= b.from && !r.verbBetween(b.to, i) {
			m.entities, m.antecedent, m.confidence = b.entities, j, b.confidence*0.95
			m.inside = b.inside
			m.relation = "stands right behind"
			return
		}
	}
	if from, head, ok := r.nounBefore(i); ok {
		m.entities = []int{r.unnamedEntity(from, head+1, head)}
		m.confidence = 0.8
	}
}

func (r *resolver) verbBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if r.tag(i).Finite() {
			return true
		}
	}
	return false
}

// nounBefore finds the noun phrase that ends before i.
func (r *resolver) nounBefore(i int) (from, head int, ok bool) {
	head = i - 1
	for head > 0 && head > i-4 && !r.tag(head).Noun() && r.tag(head) != tags.DT {
		head--
	}
	if head < 0 || !r.tag(head).Noun() && r.tag(head) != tags.DT {
		return 0, 0, false
	}
	from = head
	for from > r.sentence(head).From && head-from < 6 && r.inTitle(from-1) {
		from--
	}
	return from, head, true
}
