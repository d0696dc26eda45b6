package positions

import (
	"hearsay/analysis/lexicon"
	"hearsay/analysis/phrases"
	"hearsay/analysis/tags"
)

// attitude reads what the speaker says to feel or do, "we will never accept this deal", and what others are blamed or
// praised for, "the minister lied".
func (f contents) attitude(c clause, i int) {
	v := f.mainVerb(i, c.to)
	if v < 0 {
		return
	}
	turn := pro
	if f.negated(i, v) || f.negated(max(c.from, i-1), i) {
		turn = con
	}
	m := f.Lower(i)
	if among(m, "would", "'d", "’d") && stated[f.Lemma(v)] && f.firstPerson(c, i) {
		f.ownAttitude(c, i, v, turn)
		return
	}
	if among(m, "would", "could", "might", "may") || m == "can" && turn == pro {
		return
	}
	if f.firstPerson(c, i) {
		f.ownAttitude(c, i, v, turn)
		return
	}
	f.blames(c, i, v, turn)
}

// mainVerb is the verb that the finite verb at i, an auxiliary or not, leads to.
func (f reader) mainVerb(i, end int) int {
	v := i
	for k := i + 1; k < min(end, i+6); k++ {
		switch t := f.Tag(k); {
		case t.Verb() && auxiliary[f.Lower(v)]:
			v = k
		case t.Adverb() || f.Lower(k) == "n't" || f.Lower(k) == "n’t":
		default:
			if auxiliary[f.Lower(v)] && !(f.Lemma(v) == "do" && (t.Noun() || t == tags.DT)) {
				return -1
			}
			return v
		}
	}
	if auxiliary[f.Lower(v)] {
		return -1
	}
	return v
}

var auxiliary = lexicon.Words("pronouns", "auxiliary")

func (f contents) ownAttitude(c clause, i, v int, turn side) {
	lemma := f.Lemma(v)
	s, after, name := f.verbSide(v, lemma)
	if s == noSide && turn == con && among(lemma, "accept", "tolerate", "allow", "recognize", "recognise") {
		s, after, name = pro, v+1, lemma
	}
	if s == noSide && lemma == "believe" && f.Lower(v+1) == "in" {
		s, after, name = pro, v+2, "believe in"
	}
	if s == con && turn == con && name != "rule out" {
		return // who does not criticize is not for it
	}
	x := finding{quote: c.quote, at: v, statement: c.statement, confidence: sureOfOwnVerb, side: s * turn}
	if s == noSide {
		if willVerbs[lemma] && f.Lower(v+1) == "to" && f.Tag(v+2) == tags.VB {
			x.side, x.confidence = turn, sureOfIntent
			x.reason = "the speaker says " + f.negation(turn) + "to " + f.quote(v, v+1) + " it"
			f.deedTo(x, v+2, c.to)
		} else if among(f.Lower(i), "will", "'ll", "’ll") {
			x.side, x.confidence, x.act = turn, sureOfIntent, Promises
			x.reason = "the speaker says what will " + f.negation(turn) + "be done"
			f.deedTo(x, v, c.to)
		}
		return
	}
	x.reason = "the speaker says " + f.negation(turn) + "to “" + name + "” it"
	if f.asksSomeone(lemma, after, c.to) {
		return
	}
	if from, to, head, ok := phrases.Read(f.Text, after, c.to); ok && (!denials[lemma] || f.isThought(head)) {
		x.from, x.to = from, f.tight(lemma, from, to, c.to)
		f.add(x)
	}
}
