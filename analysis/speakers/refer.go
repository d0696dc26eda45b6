package speakers

import (
	"strings"

	"hearsay/analysis/tags"
)

// resolvePronoun makes the mention of a pronoun. Where two fit equally well it has no entities but candidates.
func (r *resolver) resolvePronoun(i int, source bool) mention {
	p := r.pronounAt(i)
	m := r.newMention(i, i+1)
	m.possessive = p.possessive
	m.way = wayOf[p.group]
	switch p.group {
	case first:
		m.inside = r.contentAt(i)
		if m.inside < 0 && source {
			m.way = wayAuthor
			r.resolveAuthor(&m, i)
		}
		return m
	case relative:
		r.resolveRelative(&m, i)
		return m
	}
	if r.Lower(i) == "it" && !source && !r.Tag(i+1).Finite() {
		return m
	}
	m.source = source
	if r.lesson != nil {
		r.learnFrom(&m, r.weigh(i, p, source))
		return m
	}
	r.decide(&m, r.weigh(i, p, source), p)
	return m
}

// resolveAuthor joins an "I" that stands in no quote's content: in quotation marks to whoever spoke right before, else to
// the article's author, whom the text does not name.
func (r *resolver) resolveAuthor(m *mention, i int) {
	if r.inMarks[i] && len(r.lastSaid) > 0 {
		if b := &r.recent[r.lastSource]; m.sentence-b.sentence <= 3 {
			m.entities, m.antecedent, m.confidence = b.entities, r.lastSource, 0.5
			m.relation = "stands in quotation marks right behind the words of"
			return
		}
	}
	m.entities = []int{r.unnamedEntity(i, i+1, i)}
	m.confidence = 0.6
}

// resolveRelative joins "who" to what stands right before it.
func (r *resolver) resolveRelative(m *mention, i int) {
	k := i - 1
	for k > 0 && k > i-3 && (!isWord(r.Lower(k)) || r.Tag(k) == tags.IN) {
		k--
	}
	whose := strings.HasPrefix(r.Lower(i), "who")
	for j := len(r.recent) - 1; j >= 0 && j >= len(r.recent)-6; j-- {
		b := &r.recent[j]
		if whose && len(b.entities) == 1 && r.entities[b.entities[0]].kind == Organization && !r.entities[b.entities[0]].plural {
			continue
		}
		if b.to-1 == k || b.to > i-8 && b.to <= i && r.SentenceOf(i).From <= b.from && !r.verbBetween(b.to, i) {
			m.entities, m.antecedent, m.confidence, m.step = b.entities, j, b.confidence*0.95, 0.95
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
		if r.Tag(i).Finite() {
			return true
		}
	}
	return false
}

// nounBefore finds the noun phrase that ends before i.
func (r *resolver) nounBefore(i int) (from, head int, ok bool) {
	head = i - 1
	for head > 0 && head > i-4 && !r.Tag(head).Noun() && r.Tag(head) != tags.DT {
		head--
	}
	if head < 0 || !r.Tag(head).Noun() && r.Tag(head) != tags.DT {
		return 0, 0, false
	}
	from = head
	for from > r.SentenceOf(head).From && head-from < 6 && r.inTitle(from-1) {
		from--
	}
	return from, head, true
}
