package phrases

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/tags"
)

// Longest is how many tokens of a phrase are read at most.
const Longest = 18

// slack is how many more a clause may have.
const slack = 4

// Read reads the noun phrase that starts at token i, behind marks and adverbs, with what hangs on it, up to token end.
// The head is a token as well. It reports whether there is one.
func Read(t *annotated.Text, i, end int) (from, to, head int, ok bool) {
	for i < end && (t.Tag(i) == tags.OpenQuote || t.Lower(i) == "“" || t.Tag(i).Adverb()) {
		i++
	}
	if i >= end {
		return 0, 0, 0, false
	}
	if t.Tag(i) == tags.PRP {
		return i, i + 1, i, true
	}
	from, to = i, further(t, i, CoreEnd(t, i, end), end)
	if head = coreHead(t, from, to); head < 0 {
		return 0, 0, 0, false
	}
	if n, _, ok := t.Name(to - 1); ok && n.Type == names.Person {
		return from, to, head, true // "agreed with Bell about the vote"
	}
	return from, tailEnd(t, head, to, end), head, true
}

// further is where a core ends that starts at token i and ends at token to as far as the tags tell: the tree may see
// further, to the "process" of "a more open process".
func further(t *annotated.Text, i, to, end int) int {
	p, ok := Starting(t, i, end)
	if !ok {
		return to
	}
	for to < min(p.CoreTo, end) && (to == i || !opensTime(t, to)) {
		to++
	}
	return to
}

// coreHead is the last noun of a core that owns nothing, or the adjective of "the poor"; -1 where there is none.
func coreHead(t *annotated.Text, from, to int) int {
	for k := to - 1; k >= from; k-- {
		if t.Tag(k).Noun() && t.Tag(k+1) != tags.POS {
			return k
		}
	}
	if to-from >= 2 && t.Lower(from) == "the" && t.Tag(to-1).Adjective() {
		return to - 1
	}
	return -1
}

// CoreEnd is where the core of the noun phrase that starts at token i ends: the words up to its head, and further heads
// that "and" joins, without what hangs on them behind. It is i where no phrase starts there.
func CoreEnd(t *annotated.Text, i, end int) int {
	k := i
	for k < min(end, i+Longest) && (k == i || !opensTime(t, k)) && continues(t, i, k, end) {
		k++
	}
	return k
}

// opensTime reports whether token k begins words for a time, which are of the verb: "last week", "Monday".
func opensTime(t *annotated.Text, k int) bool {
	switch t.Lower(k) {
	case "next", "last", "this":
		return timeWords[t.Lower(k+1)]
	}
	return days[t.Lower(k)]
}

// continues reports whether token k goes on with a core whose first token is first.
func continues(t *annotated.Text, first, k, end int) bool {
	switch tag := t.Tag(k); {
	case isInner(tag), k == first && determines(tag):
		return true
	case k > first && t.InName(k) && t.NameAt(k) == t.NameAt(k-1):
		return true
	case k > first && tag == tags.CC:
		return (t.Lower(k) == "and" || t.Lower(k) == "&") && joins(t, k)
	case k > first && (tag == tags.OpenQuote || tag == tags.CloseQuote):
		return !t.Tag(k-1).Noun() && k+1 < end && named(t.Tag(k+1))
	case determines(tag):
		return t.Tag(k-1) == tags.PDT || t.Tag(k-1) == tags.CC
	}
	return intensifies(t, first, k) || participates(t, k)
}

// isInner reports whether words of a tag stand within noun phrases wherever they stand.
func isInner(t tags.Tag) bool {
	return named(t) || t == tags.POS || t == tags.CD || t == tags.Dollar
}

// named reports whether a tag is that of a noun or of an adjective.
func named(t tags.Tag) bool { return t.Noun() || t.Adjective() }

// determines reports whether a tag is that of a determiner: "the", "his", "all".
func determines(t tags.Tag) bool { return t == tags.DT || t == tags.PRPS || t == tags.PDT }

// intensifies reports whether token k is an adverb before an adjective or a participle: "a very bold plan".
func intensifies(t *annotated.Text, first, k int) bool {
	if t.Tag(k) != tags.RB {
		return false
	}
	if next := t.Tag(k + 1); next != tags.RB && next != tags.VBN && !next.Adjective() {
		return false
	}
	switch t.Tag(k - 1) {
	case tags.DT, tags.RB, tags.IN:
		return true
	}
	return k == first
}

// participates reports whether token k is a participle or an adverb right before a noun or an adjective: "the failed
// plan".
func participates(t *annotated.Text, k int) bool {
	switch t.Tag(k) {
	case tags.VBN, tags.VBG, tags.RB, tags.RBS:
		return named(t.Tag(k+1)) && !t.Tag(k-1).Noun()
	}
	return false
}

// farClause is how many tokens behind an "and" the verb of a clause that it begins is looked for.
const farClause = 8

// joins reports whether the "and" at token k joins two nouns or two adjectives of one phrase.
func joins(t *annotated.Text, k int) bool {
	a, b := t.Tag(k-1), t.Tag(k+1)
	if a.Adjective() {
		return named(b)
	}
	if !a.Noun() || !named(b) && b != tags.DT && b != tags.PRPS {
		return false
	}
	for i := k + 1; i < k+farClause; i++ {
		switch tag := t.Tag(i); {
		case tag.Finite():
			return false // the second noun is the subject of what comes next
		case tag == tags.Comma, tag == tags.Period, tag == tags.IN, tag == tags.None:
			return true
		}
	}
	return true
}

// mostTails is how many phrases or clauses one behind the other are taken for part of a noun phrase.
const mostTails = 2

// tailEnd attaches prepositional phrases, infinitives and clauses to a core with a head that ends at token to.
func tailEnd(t *annotated.Text, head, to, end int) int {
	start := to
	for n := 0; n < mostTails && to < end && to-start < Longest; n++ {
		if clause, ok := attachedClause(t, head, to, end); ok {
			return clause
		}
		next := attachedPhrase(t, to, end)
		if next == to {
			return to
		}
		for k := to + 1; k < next; k++ {
			if t.Tag(k).Noun() {
				head = k
			}
		}
		to = next
	}
	return to
}

// attachedClause is where the clause that starts at token i ends, if it is one that hangs on a noun.
func attachedClause(t *annotated.Text, head, i, end int) (to int, ok bool) {
	takes := takesInfinitive[t.Lower(head)] || takesInfinitive[t.Lemma(head)]
	switch tag, w := t.Tag(i), t.Lower(i); {
	case w == "to" && t.Tag(i+1) == tags.VB && takes:
		return VerbPhraseEnd(t, i+1, end), true
	case w == "that" && takesThat[t.Lower(head)]:
		return clauseEnd(t, i+1, end), true
	case tag == tags.VBG && t.Tag(i-1).Noun(): // "the bill repealing the tax"
		return VerbPhraseEnd(t, i, end), true
	case tag == tags.VBN && takes && t.Tag(i-1).Noun(): // "the bill passed to repeal the tax"
		return VerbPhraseEnd(t, i, end), true
	case takes && opensRelative(t, i) && t.Tag(i+1).Finite():
		return VerbPhraseEnd(t, i+2, end), true // "a bill that would repeal the tax"
	}
	return i, false
}

// opensRelative reports whether token i can begin a relative clause.
func opensRelative(t *annotated.Text, i int) bool {
	return t.Tag(i) == tags.WDT || t.Tag(i) == tags.WP || t.Lower(i) == "that"
}

// attachedPhrase is where the prepositional phrase that starts at token i ends, if it hangs on the noun before it; i
// where it does not.
func attachedPhrase(t *annotated.Text, i, end int) int {
	if tag := t.Tag(i); tag != tags.IN && tag != tags.TO || !hanging[t.Lower(i)] || isTime(t, i+1) {
		return i
	}
	if to := CoreEnd(t, i+1, end); to > i+1 && HasNoun(t, i+1, to) {
		return to
	}
	return i
}

// isTime reports whether the phrase at token i says when something was said rather than what it is about.
func isTime(t *annotated.Text, i int) bool {
	for k := i; k < min(i+4, len(t.Tokens)); k++ {
		tag := t.Tag(k)
		if timeWords[t.Lower(k)] || tag == tags.CD {
			return true
		}
		if tag != tags.DT && tag != tags.PRPS && !tag.Adjective() {
			return false
		}
	}
	return false
}

// clauseEnd is where a clause that starts at token i ends: at the next mark, and not far off.
func clauseEnd(t *annotated.Text, i, end int) int {
	k := i
	for k < min(end, i+Longest+slack) && t.Tag(k) < tags.Period && t.Lower(k) != "because" && t.Lower(k) != "and" {
		k++
	}
	return k
}

// VerbPhraseEnd is where a verb phrase that starts at token i ends: before the next clause.
func VerbPhraseEnd(t *annotated.Text, i, end int) int {
	k := i
	for k < min(end, i+Longest) && (k == i || !opensClause(t, k)) {
		k++
	}
	return k
}

// opensClause reports whether something new begins at token k.
func opensClause(t *annotated.Text, k int) bool {
	switch tag := t.Tag(k); tag {
	case tags.Comma, tags.Period, tags.Colon, tags.OpenQuote, tags.CloseQuote, tags.WDT, tags.WP, tags.WRB:
		return true
	case tags.CC:
		return !joins(t, k) || clauseWords[t.Lower(k)]
	case tags.PRP:
		return t.Tag(k+1).Finite() || clauseWords[t.Lower(k)]
	default:
		return tag.Finite() || clauseWords[t.Lower(k)]
	}
}

// HasNoun reports whether a noun stands among some tokens.
func HasNoun(t *annotated.Text, from, to int) bool {
	for k := from; k < to; k++ {
		if t.Tag(k).Noun() {
			return true
		}
	}
	return false
}

// What is known of words in and behind noun phrases.
var (
	timeWords       = lexicon.Words("phrases", "times")
	days            = lexicon.Words("phrases", "days")
	hanging         = lexicon.Words("phrases", "hanging")
	takesInfinitive = lexicon.Words("phrases", "take infinitives")
	takesThat       = lexicon.Words("phrases", "take that")
	clauseWords     = lexicon.Words("phrases", "clauses")
)

// TakesInfinitive reports whether a noun takes "to" and a verb: "the decision to leave".
func TakesInfinitive(noun string) bool { return takesInfinitive[noun] }

// TakesThat reports whether a noun takes a clause with "that": "the claim that he left".
func TakesThat(noun string) bool { return takesThat[noun] }
