package positions

import (
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/parse"
	"hearsay/analysis/tags"
)

// What is told of a neutral position is that a speaker states something about something: its confidence is that of the
// quote, and of its subject being what it is about.
const (
	surelyAbout = 0.9
	maybeAbout  = 0.8
)

// states finds what a quote states something about, where it takes no side: the subject of what is said, if the article
// names it or keeps coming back to it.
func (f *finder) states(q int) {
	for c := range f.said(q) {
		if c.to-c.from >= leastStated && f.statesIn(c) {
			return // one thing is enough for a quote
		}
	}
}

// leastStated is how many tokens a statement has at least.
const leastStated = 4

// statesIn makes a finding of the subject of a clause's main verb.
func (f *finder) statesIn(c clause) bool {
	v := f.mainOf(c)
	if f.sided[key{c.quote, f.Text.Tokens[c.from].Sentence, ""}] {
		return true // the quote takes a side here
	}
	if v < 0 || f.content[v] != int32(c.quote+1) {
		return false
	}
	for i := c.from; i < v; i++ {
		if int(f.Trees.Head[i]) != v || !subjects[f.Trees.Relation[i]] {
			continue
		}
		from, to := int(f.Trees.From[i]), int(f.Trees.To[i])
		if from < c.from || to > v {
			return false
		}
		from, to = f.trim(f.aboutWhat(from, to, i))
		if f.Tag(to) == tags.Colon {
			return false // the place at the head of an article
		}
		if from >= to || f.hypothetical(v, c.from) || f.leans(from, to) {
			return false
		}
		sure := maybeAbout
		if f.who[i] != 0 || f.InName(i) {
			sure = surelyAbout
		}
		n := len(f.out)
		f.add(finding{quote: c.quote, at: v, neutral: true, from: from, to: to, statement: c.statement, confidence: sure,
			reason: f.quote(from, to) + " is what the statement is about"})
		return len(f.out) > n
	}
	return false
}

var subjects = map[parse.Relation]bool{parse.Subject: true, parse.PassiveSubject: true}

// leans reports whether a sentence rather speaks ill or well of what it is about, so that to call it neutral would be wrong.
func (f *finder) leans(from, to int) bool {
	ill, well := f.oddsOf(from, to)
	return max(ill, well) > mostLeaning
}

const mostLeaning = 0.7

// mainOf is the head of a clause: the token that hangs on none within it, if it is a verb or what a "be" joins to its
// subject.
func (f *finder) mainOf(c clause) int {
	main := -1
	for i := c.from; i < c.to; i++ {
		h := int(f.Trees.Head[i])
		if h >= c.from && h < c.to || f.Tag(i) >= tags.Period {
			continue
		}
		if main >= 0 {
			return main
		}
		main = i
	}
	return main
}

// aboutWhat is the phrase of a subject with its head at i, if a reader can tell what is meant: a name, a speaker, or what
// the article keeps coming back to.
func (f *finder) aboutWhat(from, to, i int) (int, int) {
	core := min(to, i+1)
	for k := from; k < core; k++ {
		if k < i && f.Tag(k) == tags.PRP || f.Lower(k) == "that" {
			return 0, 0 // "that she and her friends"
		}
	}
	switch k := f.NameAt(i); {
	case f.Tag(i).Pronoun():
		if f.who[i] == 0 || !singular[f.Lower(i)] || !f.isCalled[f.who[i]-1] {
			return 0, 0
		}
		return i, i + 1
	case k >= 0:
		if n := f.Names[k]; n.Type == names.Person {
			return n.From, n.To
		}
		return from, core
	case f.who[i] != 0:
		return from, core
	case !f.Tag(i).Noun() || !f.narrowed(from, i):
		return 0, 0
	}
	return from, core
}

// vague are words before a noun that leave open which one is meant.
var vague = lexicon.Words("pronouns", "vague")

// narrowed reports whether a noun is told apart by what stands before it, or is one that the article keeps coming back to.
func (f *finder) narrowed(from, i int) bool {
	if f.count(f.Lower(i)) < recurring-1 {
		return false
	}
	return !vague[f.Lower(from)] && f.Tag(from) != tags.CD && !weakTargets[f.Lower(i)]
}
