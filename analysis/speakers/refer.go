package speakers

import (
	"math"
	"strings"

	"hearsay/analysis/names"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// resolvePronoun makes the mention of a pronoun. Where two fit equally well it has no entities but candidates.
func (r *resolver) resolvePronoun(i int, source bool) mention {
	p := pronouns[r.lower[i]]
	m := r.newMention(i, i+1)
	m.possessive = p.possessive
	switch p.group {
	case first:
		m.inside = r.contentAt(i)
		if m.inside < 0 && source {
			r.resolveAuthor(&m, i)
		}
		return m
	case relative:
		r.resolveRelative(&m, i)
		return m
	}
	if r.lower[i] == "it" && !source && !r.tag(i+1).Finite() {
		return m
	}
	if e, to := r.lookAhead(i, p); e >= 0 {
		m.entities, m.confidence = []int{e}, 0.8
		m.relation = "stands before its name, " + r.quote(to) + ", and fits"
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

// lookAhead finds the subject that a possessive at the head of a sentence stands before: "In her speech Bell said".
func (r *resolver) lookAhead(i int, p pronoun) (entity int, name text.Span) {
	s := r.sentence(i)
	if !p.possessive || p.group != singular || i-s.From > 2 || r.tag(i-1) != tags.IN {
		return -1, name
	}
	for k := i + 1; k < min(s.To, i+12) && !r.tag(k).Finite(); k++ {
		n, x, ok := r.name(k)
		if !ok || n.Type != names.Person || r.ofName[x] < 0 || r.tag(n.To) == tags.POS {
			continue
		}
		if e := &r.entities[r.ofName[x]]; e.sex != sexUnknown && e.sex != p.sex || r.tag(k-1) == tags.IN || r.tag(k-1) == tags.CC {
			continue
		}
		if t := r.tag(n.To); t.Finite() || t.Adverb() && r.tag(n.To+1).Finite() {
			return r.ofName[x], n.Span
		}
	}
	return -1, name
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
