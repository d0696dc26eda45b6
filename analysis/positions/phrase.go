package positions

import (
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/tags"
)

// longest is how many tokens of a target are read at most.
const longest = 18

// object reads the noun phrase that starts at i, with what hangs on it; head is its head noun.
func (f reader) object(i, end int) (from, to, head int, ok bool) {
	for i < end && (f.Tag(i) == tags.OpenQuote || f.Lower(i) == "“" || f.Tag(i).Adverb()) {
		i++
	}
	if i >= end {
		return 0, 0, 0, false
	}
	if f.Tag(i) == tags.PRP {
		return i, i + 1, i, true
	}
	from, to, head = i, f.core(i, end), -1
	for k := from; k < to; k++ {
		if f.Tag(k).Noun() && f.Tag(k+1) != tags.POS {
			head = k
		}
	}
	if head < 0 && to-from >= 2 && f.Lower(from) == "the" && f.Tag(to-1).Adjective() {
		head = to - 1 // "the military", "the poor"
	}
	if head < 0 {
		return 0, 0, 0, false
	}
	if k := f.NameAt(to - 1); k >= 0 && f.Names[k].Type == names.Person {
		return from, to, head, true // "agreed with Bell about the vote"
	}
	return from, f.tail(head, to, end), head, true
}

// core is where a noun phrase, without what follows its head, ends.
func (f reader) core(i, end int) int {
	k := i
	for k < end && k < i+longest {
		t := f.Tag(k)
		switch {
		case k > i && (f.Lower(k) == "next" || f.Lower(k) == "last" || f.Lower(k) == "this") && timeWords[f.Lower(k+1)] || k > i && weekdays[f.Lower(k)]:
			return k
		case t.Noun() || t.Adjective() || t == tags.POS || t == tags.CD || t == tags.Dollar:
		case (t == tags.DT || t == tags.PRPS || t == tags.PDT) && (k == i || f.Tag(k-1) == tags.PDT || f.Tag(k-1) == tags.CC):
		case t == tags.RB && (f.Tag(k+1) == tags.RB || f.Tag(k+1).Adjective() || f.Tag(k+1) == tags.VBN) && (k == i || f.Tag(k-1) == tags.DT || f.Tag(k-1) == tags.RB || f.Tag(k-1) == tags.IN):
		case (t == tags.VBN || t == tags.VBG || t == tags.RB || t == tags.RBS) && (f.Tag(k+1).Noun() || f.Tag(k+1).Adjective()) && !f.Tag(k-1).Noun():
		case t == tags.CC && (f.Lower(k) == "and" || f.Lower(k) == "&") && k > i && f.joins(k):
		case f.InName(k) && k > i && f.NameAt(k) == f.NameAt(k-1):
		case (t == tags.OpenQuote || t == tags.CloseQuote) && k > i && !f.Tag(k-1).Noun() && k+1 < end && (f.Tag(k+1).Noun() || f.Tag(k+1).Adjective()):
		default:
			return k
		}
		k++
	}
	return k
}

// joins reports whether an "and" joins two nouns or two adjectives of one phrase.
func (f reader) joins(k int) bool {
	a, b := f.Tag(k-1), f.Tag(k+1)
	if a.Adjective() {
		return b.Adjective() || b.Noun()
	}
	if !a.Noun() || !b.Noun() && !b.Adjective() && b != tags.DT && b != tags.PRPS {
		return false
	}
	for i := k + 1; i < k+8; i++ {
		t := f.Tag(i)
		if t.Finite() {
			return false // the second noun is the subject of what comes next
		}
		if t == tags.Comma || t == tags.Period || t == tags.IN || t == tags.None {
			break
		}
	}
	return true
}

// hanging are the prepositions by which phrases hang on a noun rather than on the verb.
var hanging = lexicon.Words("stances/targets", "hanging")

// wanting are nouns that take "to" and a verb.
var wanting = lexicon.Words("stances/targets", "wanting")

// tail attaches prepositional phrases and infinitives to a noun phrase that ends at to.
func (f reader) tail(head, to, end int) int {
	start := to
	takes := func() bool { return wanting[f.Lower(head)] || wanting[f.Lemma(head)] }
	for n := 0; n < 2 && to < end && to-start < longest; n++ {
		if f.Lower(to) == "to" && f.Tag(to+1) == tags.VB && takes() {
			return f.verbPhraseEnd(to+1, end)
		}
		if f.Lower(to) == "that" && thoughts[f.Lower(head)] {
			return f.clauseEnd(to+1, end)
		}
		if t := f.Tag(to); (t == tags.VBG || t == tags.VBN && takes()) && f.Tag(to-1).Noun() {
			return f.verbPhraseEnd(to, end) // "the bill repealing the tax", "the bill passed to repeal the tax"
		}
		if t := f.Tag(to); (t == tags.WDT || t == tags.WP || f.Lower(to) == "that") && takes() && f.Tag(to+1).Finite() {
			return f.verbPhraseEnd(to+2, end) // "a bill that would repeal the tax"
		}
		if t := f.Tag(to); t != tags.IN && t != tags.TO || !hanging[f.Lower(to)] || f.isTime(to+1) {
			return to
		}
		next := f.core(to+1, end)
		if next == to+1 || !f.hasNoun(to+1, next) {
			return to
		}
		for k := to + 1; k < next; k++ {
			if f.Tag(k).Noun() {
				head = k
			}
		}
		to = next
	}
	return to
}

// thoughts are nouns that take a clause with "that".
var thoughts = lexicon.Words("stances/targets", "thoughts")

// clauseEnd is where a clause that starts at i ends: at the next mark, and not far off.
func (f reader) clauseEnd(i, end int) int {
	k := i
	for k < end && k < i+longest+4 && f.Tag(k) < tags.Period && f.Lower(k) != "because" && f.Lower(k) != "and" {
		k++
	}
	return k
}

func (f reader) hasNoun(from, to int) bool {
	for k := from; k < to; k++ {
		if f.Tag(k).Noun() {
			return true
		}
	}
	return false
}

var timeWords = lexicon.Words("stances/targets", "times")

var weekdays = lexicon.Words("stances/targets", "days")

// isTime reports whether the phrase at i says when or where something was said rather than what it is about.
func (f reader) isTime(i int) bool {
	for k := i; k < i+4 && k < len(f.Tokens); k++ {
		if timeWords[f.Lower(k)] || f.Tag(k) == tags.CD {
			return true
		}
		if t := f.Tag(k); t != tags.DT && !t.Adjective() && t != tags.PRPS {
			return false
		}
	}
	return false
}

// verbPhraseEnd is where a verb phrase that starts at i ends.
func (f reader) verbPhraseEnd(i, end int) int {
	k := i
	for k < end && k < i+longest {
		t := f.Tag(k)
		if k > i && (t.Finite() || t == tags.Comma || t == tags.Period || t == tags.Colon || t == tags.WDT || t == tags.WP || t == tags.WRB || t == tags.CloseQuote || t == tags.OpenQuote ||
			t == tags.CC && !f.joins(k) || breaks[f.Lower(k)] || t == tags.PRP && f.Tag(k+1).Finite()) {
			break
		}
		k++
	}
	return k
}

// breaks are words with which something new begins.
var breaks = lexicon.Words("pronouns", "clauses")
