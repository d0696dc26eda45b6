package attribution

import (
	"slices"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/parse"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// The words by which it is told that something was not said, or that somebody would say nothing: what each list is of
// stands there.
var (
	utterVerbs      = lexicon.Words("cues/polarity", "utter")
	answerVerbs     = lexicon.Words("cues/polarity", "answer")
	askedVerbs      = lexicon.Words("cues/polarity", "answer a request")
	willedVerbs     = lexicon.Words("cues/polarity", "answer by will")
	beAskedVerbs    = lexicon.Words("cues/polarity", "be asked")
	reachVerbs      = lexicon.Words("cues/polarity", "reach")
	requestNouns    = lexicon.Words("cues/polarity", "requests")
	speechNouns     = lexicon.Table("cues/polarity", "speech", map[string]Polarity{"denied": Denied, "refused": Refused})
	makeVerbs       = lexicon.Words("cues/polarity", "make")
	withholdWords   = lexicon.Words("cues/polarity", "withhold")
	refuseWords     = lexicon.Words("cues/polarity", "refuse")
	withholdPhrases = lexicon.Words("cues/polarity", "withhold before")
	cannotWords     = lexicon.Words("cues/polarity", "cannot")
	openWords       = lexicon.Words("cues/polarity", "leave open")
	chooseVerbs     = lexicon.Words("cues/polarity", "choose")
	negations       = lexicon.Words("cues/polarity", "negate")
	onlyWords       = lexicon.Words("cues/polarity", "only")
	measureWords    = lexicon.Words("cues/polarity", "measure")
	idioms          = lexicon.Words("cues/polarity", "idioms")
	nobodyWords     = lexicon.Words("cues/polarity", "nobody")
	refuseModals    = lexicon.Words("cues/polarity", "refuse by will")
	uncertainModals = lexicon.Words("cues/polarity", "uncertain")
	conditionWords  = lexicon.Words("cues/polarity", "condition")
	exceptWords     = lexicon.Words("cues/polarity", "except")

	aboutPrepositions = lexicon.Words("cues/polarity", "about")
)

// denial is how it is told of an utterance that it was not made.
type denial struct {
	word     int      // the token that names the utterance: "say" in "refused to say", "comment" in "had no comment"
	polarity Polarity // what its denial is: Denied or Refused
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
func (v utterances) polarityOf(head int, content []text.Span) Polarity {
	if head < 0 || v.trees == nil {
		return Said
	}
	if d, ok := v.denialOf(head, content); ok && d.stands() {
		return d.polarity
	}
	return Said
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
		d.polarity = Refused // "declined to say" tells as little as "declined to comment"
	case !d.willed && utterVerbs[lemma] && willedVerbs[lemma]:
		d.polarity = Denied // "did not discuss", for want of "would not discuss"
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
	return slices.ContainsFunc(spans, func(p text.Span) bool {
		return p.Start <= v.text.Tokens[i].Start && v.text.Tokens[i].End <= p.End
	})
}

// utterance finds the word that names the utterance of which a word is the cue: what it makes, holds back or leaves
// open, or else the word itself.
func (v utterances) utterance(head int) (word int, p Polarity, ok bool) {
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
				return i, Denied, true // "stopped short of calling it a fraud"
			}
		}
	}
	if p, ok = v.utters(head); !ok && v.participle(head) && head >= 3 && v.shortOf(head-3) {
		return head, Denied, true
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
		if v.tokens[i].group == comma {
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
func (v utterances) utters(i int) (Polarity, bool) {
	lemma := v.text.Lemma(i)
	switch t := v.tags[i]; {
	case t.Noun():
		p, ok := speechNouns[lemma]
		return p, ok
	case v.passive(i):
		return Refused, reachVerbs[lemma] || beAskedVerbs[lemma]
	case !t.Verb():
		return Said, false
	case answerVerbs[lemma], askedVerbs[lemma] && v.asking(i), willedVerbs[lemma]:
		return Refused, true
	case makeVerbs[lemma]:
		return v.made(i)
	}
	return Denied, utterVerbs[lemma]
}

// made reports whether a verb makes speech of a noun: "give an interview".
func (v utterances) made(i int) (p Polarity, ok bool) {
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
	case d.polarity != Refused, v.tags[d.word].Noun(), answerVerbs[lemma], makeVerbs[lemma]:
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
func (v utterances) unasked(a *Attribution) bool {
	if a.Kind != Indirect || a.Head < 0 || v.trees == nil {
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

// highest is how many words above an utterance are asked whether they deny it.
const highest = 5

// climb goes up the tree from an utterance, word by word, and counts what denies it.
func (v utterances) climb(d *denial) {
	for range highest {
		v.negate(d, d.top)
		if !v.ascend(d) {
			break
		}
	}
	if k := v.subjectOf(d.top); k >= 0 && v.nobody(k) && !v.reported(d, int(v.trees.From[k]), d.top) {
		d.deny(int(v.trees.From[k]))
	}
	if v.nothing(d.word) {
		d.deny(d.word)
		d.willed, d.refused = true, true
	}
	d.open = d.open || v.question(d.top) || v.command(d.top)
}

// nothing reports whether nothing is what a verb utters: "said nothing", but not "said nothing but good of her".
func (v utterances) nothing(x int) bool {
	return v.tags[x].Verb() && v.has(x, func(k int) bool {
		if k < x || v.text.Lower(k) != "nothing" || v.quotations.At[k] != v.quotations.At[x] {
			return false
		}
		next := v.text.Tag(k + 1)
		clause := next == tags.MD || next.Finite() // "said nothing would change"
		return v.trees.Relation[k] == parse.Object && !clause && !exceptWords[v.text.Lower(k+1)]
	})
}

// negate counts the negations that hang on a word, and notes what makes it uncertain whether it is negated.
func (v utterances) negate(d *denial, x int) {
	negated, wills := false, false
	for k := int(v.trees.From[x]); k < x; k++ {
		if h := int(v.trees.Head[k]); h != x && !v.auxiliary(h, x) || v.reported(d, k, x) {
			continue
		}
		w := v.text.Lower(k)
		switch r := v.trees.Relation[k]; {
		case negations[w] && !onlyWords[v.text.Lower(k+1)] && v.beside(k, x), w == "no" && v.tags[x].Noun():
			d.deny(k)
			negated = true
			wills = wills && w != "never" // "would never say so"
			d.can = d.can || w == "cannot"
		case v.tags[k] == tags.MD:
			v.modal(d, k)
			wills = refuseModals[v.text.Lemma(k)]
		case r == parse.Auxiliary, r == parse.PassiveAuxiliary, r == parse.Copula:
			d.from = min(d.from, k)
			d.open = d.open || w == "have" && d.would // "would not have said so"
		case r == parse.Marker && conditionWords[w]:
			d.open = true
		}
	}
	d.refused = d.refused || negated && wills
	if negated && (v.measured(x) || v.infinitive(x) && !v.chosen(x)) {
		d.open = true
	}
}

// measured reports whether it is only denied how much was said: "did not say enough", "does not tell voters much".
func (v utterances) measured(x int) bool {
	for i := x + 1; i <= x+farMeasure; i++ {
		if v.tokens[min(i, len(v.tokens)-1)].group == comma || v.tokens[min(i, len(v.tokens)-1)].group == that {
			return false
		}
		if measureWords[v.text.Lower(i)] && v.text.Lower(i-1) != "how" {
			return true
		}
	}
	return false
}

// farMeasure is how many tokens behind a verb it is told how much it says.
const farMeasure = 3

// beside reports whether nothing but adverbs and auxiliaries stand between a negation and the word that it hangs on;
// the subject may stand between "nor" and it.
func (v utterances) beside(k, x int) bool {
	if v.text.Lower(k) == "nor" {
		return true
	}
	for i := k + 1; i < x; i++ {
		t := &v.tokens[i]
		if !t.tag.Adverb() && !t.tag.Verb() && t.group != comma && !besideNegation[t.tag] {
			return false
		}
	}
	return true
}

// besideNegation are the tags, beside those of adverbs and verbs, of what may stand between a negation and its verb:
// "not once be able to say".
var besideNegation = map[tags.Tag]bool{tags.MD: true, tags.TO: true, tags.JJ: true, tags.DT: true}

// farAuxiliary is how many tokens before its verb an auxiliary stands that the parser takes for a verb.
const farAuxiliary = 6

// auxiliary reports whether a word is the auxiliary of a verb, as which the parser does not always see it: "did not,
// however, say".
func (v utterances) auxiliary(i, of int) bool {
	if i >= of || of-i >= farAuxiliary || int(v.trees.Head[i]) != of || v.quotations.At[i] != v.quotations.At[of] {
		return false
	}
	return v.tags[i] == tags.MD || v.tags[i].Finite() && v.text.Lemma(i) == "do"
}

// modal notes what a modal verb tells of a denial: will, ability, or neither.
func (v utterances) modal(d *denial, k int) {
	w := v.text.Lemma(k)
	d.from = min(d.from, k)
	switch {
	case uncertainModals[w]:
		d.open = true
	case w == "can" || w == "could":
		d.can, d.would = true, w == "could"
	default:
		d.willed, d.would = true, true
	}
}

// chosen reports whether it is the speaker's choice not to do what an infinitive names: "chose not to comment".
func (v utterances) chosen(x int) bool {
	h := int(v.trees.Head[x])
	return h >= 0 && chooseVerbs[v.text.Lemma(h)]
}

// ascend goes on from the highest word to the one that it hangs on, where that holds it back or leaves it open
// whether it is said, or shares its subject.
func (v utterances) ascend(d *denial) bool {
	x := d.top
	g := int(v.trees.Head[x])
	if g < 0 || v.withheld(d) {
		return false
	}
	lemma := v.text.Lemma(g)
	hangs := g < x && v.leads(g, x)
	joined := v.trees.Relation[x] == parse.Conjunct && v.tags[x] == v.tags[g] &&
		(v.tags[x] == tags.VB || v.tags[x] == tags.VBG)
	switch {
	case hangs && withholdWords[lemma]:
		d.deny(g)
		d.willed, d.refused = true, d.refused || refuseWords[lemma]
	case hangs && cannotWords[lemma]:
		d.deny(g)
	case hangs && (openWords[lemma] || v.tags[x].Noun() && makeVerbs[lemma]):
		d.willed = d.willed || chooseVerbs[lemma]
		d.refused = d.refused || chooseVerbs[lemma] && d.count > 0
	case lemma == "do" && v.trees.Relation[x] == parse.Complement: // "nor did she say"
	case lemma == "deny" && v.trees.Relation[x] == parse.Complement: // "denied that he had said so"
		d.deny(g)
	case joined && !v.commaIn(g, x): // "to confirm or comment"
	default:
		return false
	}
	d.from, d.top = min(d.from, g), g
	return true
}

// withheld reports whether words before the highest verb tell that it was not done, "without saying", and goes on to
// the verb that tells what was done instead, which nothing denies.
func (v utterances) withheld(d *denial) bool {
	k, ok := v.withheldBy(d.top)
	if !ok {
		return false
	}
	d.deny(k)
	g := int(v.trees.Head[d.top])
	if v.text.Lower(g) == "short" && v.trees.Head[g] >= 0 {
		g = int(v.trees.Head[g])
	}
	d.top = g
	return true
}

// withheldBy returns where the words before a participle begin that tell that it was not done: "without saying".
func (v utterances) withheldBy(x int) (from int, ok bool) {
	k := x - 1
	for k > 0 && v.tags[k].Adverb() {
		k--
	}
	switch {
	case idioms[v.text.Lemma(k-1)+" "+v.text.Lower(k)]:
	case withholdPhrases[v.text.Lower(k)]:
		return k, true
	case withholdPhrases[v.text.Lower(k-1)+" "+v.text.Lower(k)]:
		return k - 1, true
	}
	return 0, false
}

// subjectOf returns the subject of a verb, the nearest before it, or of the one that it is joined to; -1 for none.
func (v utterances) subjectOf(x int) int {
	for range highest {
		subject := -1
		for k := int(v.trees.From[x]); k < int(v.trees.To[x]) && (k < x || subject < 0); k++ {
			if r := v.trees.Relation[k]; int(v.trees.Head[k]) != x || r != parse.Subject && r != parse.PassiveSubject {
				continue
			}
			if q := v.quotations.At[k]; q < 0 || q == v.quotations.At[x] {
				subject = k
			}
		}
		if subject >= 0 {
			return subject
		}
		if v.trees.Relation[x] != parse.Conjunct {
			break
		}
		x = int(v.trees.Head[x])
	}
	return -1
}

// nobody reports whether a subject is nobody: "no one", "neither side", but not "No 10". The parser may take
// "neither" before it for a subject of its own.
func (v utterances) nobody(subject int) bool {
	from := int(v.trees.From[subject])
	if before := from - 1; before >= 0 && v.trees.Head[before] == v.trees.Head[subject] &&
		nobodyWords[v.text.Lower(before)] {
		return true
	}
	next := v.text.Tag(from + 1)
	return nobodyWords[v.text.Lower(from)] && !v.text.InName(from) && next != tags.CD && next != tags.Period
}

// question reports whether a word stands in a question, in the same quotation as its mark or as much outside of one.
func (v utterances) question(x int) bool {
	last := v.text.SentenceOf(x).To - 1
	for last > x && v.tokens[last].group == mark {
		last--
	}
	return v.text.Word(last) == "?" && v.quotations.At[last] == v.quotations.At[x]
}

// command reports whether a verb is a command: "Do not say so."
func (v utterances) command(x int) bool {
	return v.tags[x] == tags.VB && v.trees.Head[x] < 0 && v.subjectOf(x) < 0
}
