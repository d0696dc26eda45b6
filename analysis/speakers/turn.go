package speakers

import "sort"

// settleByTurn gives speech that has neither source nor cue to the one person whom the sentence before it is about, as
// in: "Bell was tired. “It was a long day.”" It does so only where that sentence names nobody else as its subject.
func (r *resolver) settleByTurn(q int) bool {
	quote := r.Quotes[q]
	if len(quote.Source) > 0 || len(quote.Cue) > 0 || len(quote.Content) == 0 {
		return false
	}
	i := r.Text.At(quote.Content[0].Start)
	if i >= len(r.Tokens) || !r.inMarks[i] {
		return false
	}
	sentence := r.Text.Tokens[i].Sentence
	if sentence == 0 || r.Text.Sentences[sentence].From != i || r.Text.ParagraphOf(i)-r.Text.Sentences[sentence-1].Paragraph > 1 {
		return false
	}
	k := r.onlyPersonOf(sentence - 1)
	if k < 0 {
		return false
	}
	m := &r.recent[k]
	a := &r.out[q]
	a.Speakers = m.entities
	a.steps = append(r.stepsOf(nil, k), step{wayTurn, turnOdds})
	a.Confidence = r.model.certainty(a)
	at := r.Text.Span(m.from, m.to)
	a.Chain = append([]Link{{Speaker: m.entities[0], From: quote.Content[0], To: at, Reason: "the words stand alone, right after a sentence about " + r.quote(at), Confidence: r.model.sure(wayTurn, turnOdds)}},
		r.chain(phrase{from: m.from, to: m.to}, k, m.entities[0])...)
	return true
}

// onlyPersonOf is the mention of the one person that a sentence of the reporter's is about: its only subject, else the
// only one it mentions; -1 where there is none, or several.
func (r *resolver) onlyPersonOf(sentence int) int {
	s := r.Text.Sentences[sentence]
	first := sort.Search(len(r.recent), func(k int) bool { return r.recent[k].to > s.From })
	subject, anyone := newOnly(), newOnly()
	for k := first; k < len(r.recent) && k < first+40 && r.recent[k].sentence <= sentence; k++ {
		m := &r.recent[k]
		if m.marked || m.sentence != sentence || len(m.entities) != 1 || r.entities[m.entities[0]].kind != Person {
			continue
		}
		anyone.add(m.entities[0], k)
		if m.subject && !m.possessive && r.contentAt(m.from) < 0 {
			subject.add(m.entities[0], k)
		}
	}
	if subject.mention >= 0 || subject.several {
		return subject.mention
	}
	return anyone.mention
}

// only keeps the mention of the one entity that was added, as long as it is one.
type only struct {
	entity, mention int
	several         bool
}

func newOnly() only { return only{-1, -1, false} }

func (o *only) add(entity, mention int) {
	switch {
	case o.several || o.entity == entity:
	case o.entity < 0:
		o.entity, o.mention = entity, mention
	default:
		o.mention, o.several = -1, true
	}
}
