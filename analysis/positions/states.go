package positions

import (
	"hearsay/analysis/phrases"
	"hearsay/analysis/tags"
)

// statements finds neutral positions: what is stated about something.
type statements struct{ *sides }

// read finds what a quote states something about, where it takes no side: the subject of what is said, if the article
// names it or keeps coming back to it.
func (f statements) read(q int) {
	for c := range f.said(q) {
		if c.to-c.from >= leastStated && f.statesIn(c) {
			return // one thing is enough for a quote
		}
	}
}

// leastStated is how many tokens a statement has at least.
const leastStated = 4

// statesIn makes a finding of the subject of a clause's main verb.
func (f statements) statesIn(c clause) bool {
	v := f.mainOf(c)
	if f.sided[key{c.quote, f.Text.Tokens[c.from].Sentence, ""}] {
		return true // the quote takes a side here
	}
	if v < 0 || f.content[v] != int32(c.quote+1) {
		return false
	}
	for i := c.from; i < v; i++ {
		if int(f.Trees.Head[i]) != v || !phrases.SubjectRelation(f.Trees.Relation[i]) {
			continue
		}
		from, to := int(f.Trees.From[i]), int(f.Trees.To[i])
		if from < c.from || to > v {
			return false
		}
		from, to = f.trim(f.topics.aboutWhat(from, to, i))
		if f.Tag(to) == tags.Colon {
			return false // the place at the head of an article
		}
		if from >= to || f.hypothetical(v, c.from) || f.odds.leans(from, to) {
			return false
		}
		sure := sureOfOtherSubject
		if f.who[i] != 0 || f.InName(i) {
			sure = sureOfNamedSubject
		}
		n := len(f.out)
		f.add(finding{quote: c.quote, at: v, neutral: true, from: from, to: to, statement: c.statement,
			confidence: sure,
			reason:     f.quote(from, to) + " is what the statement is about"})
		return len(f.out) > n
	}
	return false
}

// mainOf is the head of a clause: the token that hangs on none within it, if it is a verb or what a "be" joins to its
// subject.
func (f reader) mainOf(c clause) int {
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
