package speakers

import (
	"sort"

	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/speakers/entities"
)

// attributeByTurn gives speech that has neither source nor cue to the one person whom the sentence before it is
// about, as in: "Bell was tired. “It was a long day.”" It does so only where that sentence names nobody else as its
// subject.
func (a *attributor) attributeByTurn(q int) bool {
	sentence := a.standsAlone(q)
	if sentence <= 0 {
		return false
	}
	k := a.onlyPersonOf(sentence - 1)
	if k < 0 {
		return false
	}
	a.attributeTo(q, k, "the words stand alone, right after a sentence about ")
	return true
}

// attributeTo gives a quote without a source to whom mention k means, for a reason that the words of the mention end.
func (a *attributor) attributeTo(q, k int, reason string) {
	m, out := a.talk.At(k), &a.out[q]
	s := step{wayTurn, sureTurn}
	out.Speakers = m.Entities
	out.steps = append(a.stepsOf(nil, k), s)
	out.Confidence = a.certainty.of(out)
	at := a.Text.Span(m.From, m.To)
	first := Link{Speaker: m.Entities[0], From: a.quotes[q].Content[0], To: at, Confidence: a.certainty.sure(s),
		Reason: reason + cite(a.Text, at)}
	out.Chain = append([]Link{first}, a.chain(phrase{from: m.From, to: m.To}, k, m.Entities[0])...)
}

// attributeBySentence gives words in quotation marks within a sentence of the reporter's, which have neither source nor
// cue, to the one who speaks in that sentence before them, else to the one person whom it is about: "Bell said that
// cuts were needed, but that “there are smarter ways”".
func (a *attributor) attributeBySentence(q int) bool {
	quote := a.quotes[q]
	if len(quote.Source) > 0 || len(quote.Cue) > 0 || len(quote.Content) == 0 {
		return false
	}
	i := a.Text.At(quote.Content[0].Start)
	if i >= len(a.Tokens) || !a.talk.Quoted(i) {
		return false
	}
	sentence := a.Tokens[i].Sentence
	start := a.Sentences[sentence].From
	first := sort.Search(a.talk.Len(), func(k int) bool { return a.talk.At(k).To > start })
	source, subject := -1, nobodyYet()
	for k := first; k < min(a.talk.Len(), first+mostOfSentence) && a.talk.At(k).To <= i; k++ {
		m := a.talk.At(k)
		if m.Quoted || m.Possessive || len(m.Entities) == 0 || a.sources.Around(m.From) >= 0 {
			continue
		}
		if m.Source {
			source = k
		} else if m.Subject && a.isReportersPerson(m) && a.All[m.Entities[0]].Named {
			subject.add(m.Entities[0], k)
		}
	}
	if source < 0 {
		source = subject.mention
	}
	if source < 0 {
		return false
	}
	a.attributeTo(q, source, "the words stand in a sentence about ")
	return true
}

// standsAlone returns the sentence that a quote begins which has neither source nor cue and stands in quotation
// marks, no more than a paragraph behind the sentence before; -1 where it is none of that.
func (a *attributor) standsAlone(q int) int {
	quote := a.quotes[q]
	if len(quote.Source) > 0 || len(quote.Cue) > 0 || len(quote.Content) == 0 {
		return -1
	}
	i := a.Text.At(quote.Content[0].Start)
	if i >= len(a.Tokens) || !a.talk.Quoted(i) {
		return -1
	}
	s := a.Tokens[i].Sentence
	if s == 0 || a.Sentences[s].From != i || a.ParagraphOf(i)-a.Sentences[s-1].Paragraph > 1 {
		return -1
	}
	return s
}

// mostOfSentence is how many mentions of a sentence are looked at.
const mostOfSentence = 40

// onlyPersonOf is the mention of the one person that a sentence of the reporter's is about: its only subject with a
// name, else the only one with a name, else the same of those without; -1 where there is none, or several.
func (a *attributor) onlyPersonOf(sentence int) int {
	start := a.Sentences[sentence].From
	first := sort.Search(a.talk.Len(), func(k int) bool { return a.talk.At(k).To > start })
	var about [4]only // subjects with a name, all with a name, subjects, all
	for r := range about {
		about[r] = nobodyYet()
	}
	for k := first; k < min(a.talk.Len(), first+mostOfSentence) && a.talk.At(k).Sentence <= sentence; k++ {
		m := a.talk.At(k)
		if m.Sentence != sentence || !a.isReportersPerson(m) {
			continue
		}
		e := m.Entities[0]
		named, subject := a.All[e].Named, m.Subject && !m.Possessive && a.sources.Around(m.From) < 0
		for r, in := range [...]bool{named && subject, named, subject, true} {
			if in {
				about[r].add(e, k)
			}
		}
	}
	for _, o := range about {
		if o.mention >= 0 || o.several {
			return o.mention
		}
	}
	return -1
}

// isReportersPerson reports whether a mention is of one person, and in the reporter's words.
func (a *attributor) isReportersPerson(m *discourse.Mention) bool {
	return !m.Quoted && len(m.Entities) == 1 && a.All[m.Entities[0]].Type == entities.Person
}

// only keeps the mention of the one entity that was added, as long as it is one.
type only struct {
	entity, mention int
	several         bool
}

func nobodyYet() only { return only{-1, -1, false} }

func (o *only) add(entity, mention int) {
	switch {
	case o.several || o.entity == entity:
	case o.entity < 0:
		o.entity, o.mention = entity, mention
	default:
		o.mention, o.several = -1, true
	}
}
