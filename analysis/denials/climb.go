package denials

import (
	"hearsay/analysis/parse"
	"hearsay/analysis/tags"
)

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
		case v.negation(k) && v.beside(k, x), w == "no" && v.tags[x].Noun():
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

// negation reports whether a word negates: "not", but neither that of "not only" nor "neither" as a subject.
func (v utterances) negation(k int) bool {
	w := v.text.Lower(k)
	subject := w == "neither" && v.trees.Relation[k] == parse.Subject && !v.neither(k)
	return negations[w] && !subject && !onlyWords[v.text.Lower(k+1)]
}

// neither reports whether a word is the "neither" of "would neither confirm nor deny that", for which the parser has it
// for a subject.
func (v utterances) neither(k int) bool {
	return k > 0 && v.text.Lower(k) == "neither" && v.tags[k-1] == tags.MD
}

// measured reports whether it is only denied how much was said: "did not say enough", "does not tell voters much".
func (v utterances) measured(x int) bool {
	for i := x + 1; i <= x+farMeasure; i++ {
		last := len(v.text.Tokens) - 1
		if at := min(i, last); v.comma(at) || v.tags[at] == tags.IN && v.text.Lower(at) == "that" && !v.text.Mark(at) {
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
		if t := v.tags[i]; !t.Adverb() && !t.Verb() && !v.comma(i) && !besideNegation[t] {
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
	if v.neither(subject) {
		return false
	}
	if before := from - 1; before >= 0 && v.trees.Head[before] == v.trees.Head[subject] &&
		nobodyWords[v.text.Lower(before)] {
		return true
	}
	next := v.text.Tag(from + 1)
	if v.hardly(subject) {
		return true
	}
	return nobodyWords[v.text.Lower(from)] && !v.text.InName(from) && next != tags.CD && next != tags.Period
}

// hardly reports whether a subject, or one before it of the same verb, is hardly anyone: of "hardly anyone in the
// office said" the parser has two, and it may have "hardly" hang on the verb.
func (v utterances) hardly(subject int) bool {
	verb := v.trees.Head[subject]
	for k := subject; k >= 0 && subject-k < farSubject; k-- {
		pair := v.text.Lower(k-1) + " " + v.text.Lower(k)
		if v.trees.Head[k] == verb && v.trees.Relation[k] == parse.Subject && nobodyWords[pair] {
			return true
		}
	}
	return false
}

// farSubject is how many tokens before the subject of a verb another one of it is looked for.
const farSubject = 10

// question reports whether a word stands in a question, in the same quotation as its mark or as much outside of one.
func (v utterances) question(x int) bool {
	last := v.text.SentenceOf(x).To - 1
	for last > x && v.text.Mark(last) {
		last--
	}
	return v.text.Word(last) == "?" && v.quotations.At[last] == v.quotations.At[x]
}

// command reports whether a verb is a command: "Do not say so."
func (v utterances) command(x int) bool {
	return v.tags[x] == tags.VB && v.trees.Head[x] < 0 && v.subjectOf(x) < 0
}
