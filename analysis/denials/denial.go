package denials

import (
	"hearsay/analysis/attribution"
	"hearsay/analysis/parse"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// denial is how it is told of an utterance that it was not made.
type denial struct {
	// word is the token that names the utterance: "say" in "refused to say", "comment" in "had no comment".
	word     int
	polarity attribution.Polarity // what its denial is: Denied or Refused
	// from is the first token of what denies it, and top the highest verb, on which who denies it hangs.
	from, top int
	// count is how many words deny it: "never refused to say" has two.
	count int
	// willed is true where it is the speaker's own will: "declined", "would not"; can where it is ability: "could not";
	// would where the verb is one that with "have" behind it tells of what never was.
	willed, can, would bool
	// refused is true where the speaker is told to have held it back: "declined to", "would not", "said nothing".
	refused bool
	// open is true where it is not told as so: in a question, behind "if", beside "might".
	open bool
	// content is what the cue attributes, nil where that is not known.
	content []text.Span
}

// polarityOf tells whether what a cue attributes was said, denied to have been said, or refused. It reads the tree
// around the head of the cue: the word that names the utterance, and up from it what negates it or holds it back. No
// word of what is attributed, and none in quotation marks, turns a cue that stands outside: "No comment," he said.
func (v utterances) polarityOf(head int, content []text.Span) attribution.Polarity {
	if head < 0 || v.trees == nil {
		return attribution.Said
	}
	if d, ok := v.denialOf(head, content); ok && d.stands() {
		return d.polarity
	}
	return attribution.Said
}

// stands reports whether the utterance is denied: by one word, or by three.
func (d *denial) stands() bool { return d.count%2 == 1 && !d.open }

// deny counts a word that denies the utterance.
func (d *denial) deny(word int) {
	d.count++
	d.from = min(d.from, word)
}

// denialOf finds the utterance that a word names or leads to, and how it is denied. It is not ok where there is none
// that could be.
func (v utterances) denialOf(head int, content []text.Span) (d denial, ok bool) {
	word, p, ok := v.utterance(head)
	if !ok {
		return denial{}, false
	}
	d = denial{word: word, polarity: p, from: word, top: word, content: content}
	v.climb(&d)
	switch lemma := v.text.Lemma(word); {
	case d.refused:
		d.polarity = attribution.Refused // "declined to say" tells as little as "declined to comment"
	case !d.willed && utterVerbs[lemma] && willedVerbs[lemma]:
		d.polarity = attribution.Denied // "did not discuss", for want of "would not discuss"
	}
	return d, v.refusable(&d)
}

// reported reports whether a word belongs to what is attributed and not to the words that attribute it: it stands in
// quotation marks, or in the content, and the other word, of the cue, does not.
func (v utterances) reported(d *denial, k, of int) bool {
	if q := v.quotations.At[k]; q >= 0 && q != v.quotations.At[of] {
		return true
	}
	return v.within(d.content, k) && !v.within(d.content, of)
}

// within reports whether a token stands in one of the spans.
func (v utterances) within(spans []text.Span, i int) bool {
	return text.AnyCovers(spans, v.text.Tokens[i].Span)
}

// utterance finds the word that names the utterance of which a word is the cue: what it makes, holds back or leaves
// open, or else the word itself.
func (v utterances) utterance(head int) (word int, p attribution.Polarity, ok bool) {
	lemma := v.text.Lemma(head)
	if makeVerbs[lemma] || openWords[lemma] || holdsBack(lemma) || v.shortOf(head) {
		for i := head + 1; i < min(int(v.trees.To[head]), head+farUtterance); i++ {
			if h := int(v.trees.Head[i]); h != head && v.text.Lower(h) != "short" || !v.leads(head, i) {
				continue
			}
			if p, ok := v.utters(i); ok {
				return i, p, true
			}
			if v.shortOf(head) && v.participle(i) {
				return i, attribution.Denied, true // "stopped short of calling it a fraud"
			}
		}
	}
	if p, ok = v.utters(head); !ok && v.participle(head) && head >= 3 && v.shortOf(head-3) {
		return head, attribution.Denied, true
	}
	return head, p, ok
}

// holdsBack reports whether a word, in its base form, tells that somebody would not or could not do what is named
// behind it.
func holdsBack(lemma string) bool { return withholdWords[lemma] || cannotWords[lemma] }

// farUtterance is how many tokens behind a word that holds it back the word of an utterance is looked for.
const farUtterance = 12

// leads reports whether one word leads to another that hangs on it: a verb to its object, and to a verb in the
// infinitive or a participle.
func (v utterances) leads(head, i int) bool {
	if v.tags[i].Noun() {
		object := v.trees.Relation[i] == parse.Object || v.trees.Relation[i] == parse.IndirectObject
		return object && !openWords[v.text.Lemma(head)] || v.text.Lower(i-1) == "for"
	}
	return (v.participle(i) || v.infinitive(i)) && !v.commaIn(head, i)
}

// commaIn reports whether a comma stands between two tokens: "declined, saying" is no "declined to say".
func (v utterances) commaIn(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if v.comma(i) {
			return true
		}
	}
	return false
}

// participle reports whether a verb is a participle: "saying", "having said".
func (v utterances) participle(i int) bool {
	return v.tags[i] == tags.VBG ||
		v.has(i, func(k int) bool { return v.tags[k] == tags.VBG && v.trees.Relation[k] == parse.Auxiliary })
}

// utters reports whether a word names an utterance, and what its denial is.
func (v utterances) utters(i int) (attribution.Polarity, bool) {
	lemma := v.text.Lemma(i)
	switch t := v.tags[i]; {
	case t.Noun():
		p, ok := speechNouns[lemma]
		return p, ok
	case v.passive(i):
		return attribution.Refused, reachVerbs[lemma] || beAskedVerbs[lemma]
	case !t.Verb():
		return attribution.Said, false
	case answerVerbs[lemma], askedVerbs[lemma] && v.asking(i), willedVerbs[lemma]:
		return attribution.Refused, true
	case makeVerbs[lemma]:
		return v.made(i)
	}
	return attribution.Denied, utterVerbs[lemma]
}

// made reports whether a verb makes speech of a noun: "give an interview".
func (v utterances) made(i int) (p attribution.Polarity, ok bool) {
	v.has(i, func(k int) bool {
		if k > i && v.tags[k].Noun() && v.leads(i, k) {
			p, ok = speechNouns[v.text.Lemma(k)]
		}
		return ok
	})
	return p, ok
}

// refusable reports whether what is denied is a refusal, where it is said to be one: who could not be reached is one
// who would say nothing, a verb such as "speak" only tells so where it is the speaker's will.
func (v utterances) refusable(d *denial) bool {
	lemma := v.text.Lemma(d.word)
	switch {
	case d.polarity != attribution.Refused, v.tags[d.word].Noun(), answerVerbs[lemma], makeVerbs[lemma]:
		return true
	case askedVerbs[lemma] && v.asking(d.word):
		return true
	case reachVerbs[lemma]:
		return d.can
	}
	return d.willed
}

// asking reports whether a verb has words for an asking behind it: "did not return calls", "did not respond to an
// email".
func (v utterances) asking(i int) bool {
	return v.has(i, func(k int) bool { return k > i && requestNouns[v.text.Lemma(k)] && v.tags[k].Noun() })
}

// has reports whether a dependent of a word is such.
func (v utterances) has(i int, is func(dependent int) bool) bool {
	for k := int(v.trees.From[i]); k < int(v.trees.To[i]); k++ {
		if int(v.trees.Head[k]) == i && is(k) {
			return true
		}
	}
	return false
}

// unasked reports whether a quote only tells that its source was not asked: "was not asked whether". Nothing was said
// then, nor held back.
func (v utterances) unasked(a *attribution.Attribution) bool {
	if a.Kind != attribution.Indirect || a.Head < 0 || v.trees == nil {
		return false
	}
	if v.text.Lemma(a.Head) != "ask" || !v.passive(a.Head) {
		return false
	}
	d := denial{word: a.Head, from: a.Head, top: a.Head, content: a.Content}
	v.climb(&d)
	return d.stands()
}

func (v utterances) passive(i int) bool {
	return v.tags[i] == tags.VBN && v.has(i, func(k int) bool { return v.trees.Relation[k] == parse.PassiveAuxiliary })
}

func (v utterances) infinitive(i int) bool {
	return v.has(i, func(k int) bool { return k < i && v.tags[k] == tags.TO })
}

// shortOf reports whether a word is the verb of "stopped short of".
func (v utterances) shortOf(i int) bool {
	return v.tags[i].Verb() && v.text.Lower(i+1) == "short" && v.text.Lower(i+2) == "of"
}
