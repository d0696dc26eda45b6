package positions

import (
	"hearsay/analysis/lexicon"
	"hearsay/analysis/phrases"
	"hearsay/analysis/positions/valence"
	"hearsay/analysis/tags"
)

// copula reads "the deal is a disaster": the subject takes the side of what it is said to be.
func (f contents) copula(c clause, i int) { f.copulaAt(c, i, i) }

// copulaAt reads the same where the finite verb at i leads to the "be" at v: "the deal would be a disaster".
func (f contents) copulaAt(c clause, i, v int) {
	a, b, ok := phrases.Subject(f.Text, i, c.from)
	if !ok || !f.knownPronoun(a) || f.Lower(a) == "your" {
		return
	}
	turn := pro
	if f.negated(i, v) {
		turn = con
	}
	if f.equates(c, v, b, turn) {
		return
	}
	for k := v + 1; k < min(c.to, v+9); k++ {
		t := f.Tag(k)
		switch f.Lower(k) {
		case "not", "n't", "n’t", "never", "no", "hardly":
			turn = -turn
			continue
		case "too", "as", "like", "that", "if", "to":
			return
		}
		s := sideOf(f.Lower(k), goodWords, badWords)
		if s == noSide && f.odds.agrees(a, b, turn*f.judging(k)) {
			s = f.judging(k)
		}
		if s != noSide && (t.Adjective() || t.Noun() && !f.Tag(k+1).Noun()) {
			if f.turnedBehind(k, s) || (s == pro || v != i) && f.Lower(k+1) == "to" {
				return
			}
			f.add(finding{quote: c.quote, at: k, act: f.judgesOf(s*turn, a, b), side: s * turn, from: a, to: b,
				statement: c.statement, confidence: sureOfCopula,
				reason: f.quote(a, b) + " is said to be " + f.negation(turn) + f.quote(k, k+1)})
			return
		}
		if !t.Adverb() && t != tags.DT && !t.Adjective() && letters(f.Lower(k)) {
			return
		}
	}
}

// equates reads "the real scandal is the contract": what is said to be the scandal is what the side is taken on. The
// subject ends at token b.
func (f contents) equates(c clause, v, b int, turn side) bool {
	s := sideOf(f.Lemma(b-1), goodWords, badWords)
	if s == noSide || !f.Tag(b-1).Noun() {
		return false
	}
	if first := f.Tag(v + 1); first != tags.DT && first != tags.PRPS && !f.InName(v+1) {
		return false
	}
	from, to, _, ok := phrases.Read(f.Text, v+1, c.to)
	if ok {
		f.add(finding{quote: c.quote, at: b - 1, act: f.judgesOf(s*turn, from, to), side: s * turn, from: from, to: to,
			statement: c.statement, confidence: sureOfCopula,
			reason: f.quote(from, to) + " is said to be " + f.negation(turn) + f.quote(b-1, b)})
	}
	return ok
}

// turnedBehind reports whether what follows the word of a side at token k takes it back, or tells of something else: "a
// great failure", "good for", "sad that".
func (f reader) turnedBehind(k int, s side) bool {
	if f.Lower(k+1) == "for" || f.Lower(k+1) == "that" {
		return true
	}
	return f.Tag(k).Adjective() && f.Tag(k+1).Noun() && sideOf(f.Lower(k+1), goodWords, badWords) == -s
}

func (f reader) negation(turn side) string {
	if turn == con {
		return "not "
	}
	return ""
}

// feels reads "I am proud of", "we are against".
func (f contents) feels(c clause, i int) {
	turn := pro
	for k := i + 1; k < min(c.to, i+5); k++ {
		s, after := noSide, k+2
		switch w := f.Lower(k); {
		case w != "hardly" && nots[w]:
			turn = -turn
		case feelingsFor[w], contentWith[w] && f.Lower(k+1) == "with":
			s = pro
		case feelingsAgainst[w]:
			s = con
		case w == "against":
			s, after = con, k+1
		case w == "for" && f.Lower(k-1) == f.Lower(i):
			s, after = pro, k+1
		}
		if s == noSide {
			continue
		}
		if s == con && turn == con {
			return
		}
		if s == con && f.Lower(k+1) == "that" {
			f.disappointedBy(c, k)
			return
		}
		if after == k+2 && !aboutWords[f.Lower(k+1)] {
			return
		}
		if from, to, _, ok := phrases.Read(f.Text, after, c.to); ok {
			f.add(finding{quote: c.quote, at: k, side: s * turn, from: from, to: to, statement: c.statement,
				confidence: sureOfOwnVerb,
				reason:     "the speaker is " + f.negation(turn) + f.quote(k, k+1)})
		}
		return
	}
}

// What a speaker feels, for what "with" leads to, and for or against what some preposition does.
var (
	contentWith     = lexicon.Words("stances/judgements", "content with")
	feelingsFor     = lexicon.Words("stances/judgements", "feelings for")
	feelingsAgainst = lexicon.Words("stances/judgements", "feelings against")
)

// aboutWords lead from a feeling to what it is about.
var aboutWords = lexicon.Words("stances/targets", "about")

// disappointedBy reads "I am appalled that the minister lied": it is against whoever did what follows.
func (f contents) disappointedBy(c clause, k int) {
	for v := k + 2; v < min(c.to, k+8); v++ {
		if !f.Tag(v).Finite() {
			continue
		}
		if a, b, ok := phrases.Subject(f.Text, v, k+2); ok && f.isNamed(a, b) {
			f.add(finding{quote: c.quote, at: v, act: Blames, side: con, from: a, to: b, statement: c.statement,
				confidence: sureOfAppalled,
				reason:     "the speaker is " + f.quote(k, k+1) + " at what " + f.quote(a, b) + " did"})
		}
		return
	}
}

// calledNames reads "this disgraceful war": a word that leaves no doubt, on something definite.
func (f contents) calledNames(c clause) {
	for i := c.from + 1; i < c.to; i++ {
		if !damning[f.Lower(i)] || f.content[i] != int32(c.quote+1) || f.hypothetical(i, c.from) {
			continue
		}
		if t := f.Tag(i - 1); !among(t, tags.DT, tags.PRPS, tags.POS) || among(f.Lower(i-1), "a", "an", "no") {
			continue
		}
		from, to, _, ok := phrases.Read(f.Text, i+1, c.to)
		if k := f.NameAt(max(0, i-2)); ok && f.Tag(i-1) == tags.POS && k >= 0 {
			from = f.Names[k].From // "Bell's cruel law" is Bell's
		}
		if ok && to-from > 0 && !f.negated(max(c.from, i-4), i) {
			f.add(finding{quote: c.quote, at: i, side: con, from: from, to: phrases.CoreEnd(f.Text, from, to),
				statement: c.statement, confidence: sureOfName,
				reason: f.quote(i, i+1) + " is said of it"})
		}
	}
}

// judging is the side of a word that speaks well or ill by itself.
func (f reader) judging(i int) side {
	if idleWords[f.Lower(i)] || f.InName(i) || f.Lower(i) == "right" && f.Tag(i).Noun() {
		return noSide
	}
	if s := sideOf(f.Lower(i), goodWords, badWords); s != noSide {
		return s
	}
	if f.Tag(i).Verb() && sideOf(f.Lemma(i), proVerbs, conVerbs) != noSide {
		return noSide // it speaks of its object, not of its subject
	}
	return side(valence.Of(f.Lower(i)))
}

// job reads "a great job", "the right thing" behind a "do".
func (f reader) job(i, end int) side {
	s := noSide
	for k := i; k < min(end, i+7); k++ {
		switch w := f.Lower(k); {
		case w == "nothing" && f.Lower(k+1) == "wrong":
			return pro
		case among(w, "job", "thing", "work"):
			return s
		case f.judging(k) != noSide:
			s = f.judging(k)
		case f.Tag(k) == tags.Comma || f.Tag(k).Finite():
			return noSide
		}
	}
	return noSide
}

// offices are such that "the" with one of them is enough to tell a reader who is meant.
var offices = lexicon.Words("stances/targets", "offices")

// blames makes a finding of someone named who is said to have done ill, or well.
func (f *sides) blames(c clause, i, v int, turn side) {
	s := sideOf(f.Lemma(v), goodDeeds, badDeeds)
	if f.Lemma(v) == "do" {
		s = f.job(v+1, c.to)
	}
	if s == noSide || turn == con {
		return
	}
	a, b, ok := phrases.Subject(f.Text, i, c.from)
	if !ok || !f.knownPronoun(b-1) || !f.isNamed(a, b) {
		return
	}
	if f.who[b-1] == 0 && f.InName(b-1) && f.Tag(b-1) == tags.POS {
		return
	}
	if f.Lemma(v) == "fail" && f.Lower(v+1) != "to" && f.Lower(v+1) != "the" {
		return
	}
	word := "ill"
	if s == pro {
		word = "well"
	}
	f.add(finding{quote: c.quote, at: v, act: judges(s), side: s, from: a, to: b, statement: c.statement,
		confidence: sureOfDeed,
		reason:     f.quote(v, v+1) + " speaks " + word + " of " + f.quote(a, b)})
}
