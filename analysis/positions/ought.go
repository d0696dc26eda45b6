package positions

import (
	"hearsay/analysis/lexicon"
	"hearsay/analysis/phrases"
	"hearsay/analysis/tags"
)

// deontic reads "should", "must", "has to": what ought to be done is stood for, what ought not is opposed.
func (f contents) deontic(c clause, i int) {
	v := f.nextVerb(i+1, c.to)
	if v < 0 {
		return
	}
	turn := pro
	if f.negated(i, v) {
		turn = con
	}
	x := finding{quote: c.quote, at: i, act: obliges(f.Lower(i)), side: turn, statement: c.statement,
		confidence: sureOfOught}
	x.reason = f.quote(i, i+1) + " says what ought to be"
	if turn == con {
		x.reason = f.quote(i, i+1) + " with “not” says what ought not to be"
	}
	if f.Lemma(v) == "be" {
		f.oughtToBe(c, x, i, v)
		return
	}
	a, b, ok := phrases.Subject(f.Text, i, c.from)
	someone := ok && (f.isNamed(a, b) || f.Tag(a).Pronoun())
	if !someone && f.Lower(i) == "should" && effects[f.Lemma(v)] {
		return // "the speech should boost the party" is what will be
	}
	if known := ok && (f.InName(b-1) || f.who[b-1] != 0); known && leaves[f.Lemma(v)] && !f.firstPerson(c, i) {
		x.from, x.to, x.side = a, b, -turn
		f.add(x)
		return
	}
	f.deedTo(x, v, c.to)
}

// effects are what things do, rather than what somebody ought to do.
var effects = lexicon.Words("stances/judgements", "effects")

// leaves are what those ought to do whom one wants gone.
var leaves = lexicon.Words("stances/sides", "leaves")

func (f reader) nextVerb(i, end int) int {
	for k := i; k < min(end, i+6); k++ {
		if f.Tag(k) == tags.VB {
			return k
		}
		if t := f.Tag(k); !t.Adverb() && t != tags.TO && t != tags.OpenQuote {
			return -1
		}
	}
	return -1
}

// oughtToBe reads "the aim should be a lasting peace", "he should be jailed", "should not be A but rather B".
func (f contents) oughtToBe(c clause, x finding, i, v int) {
	k := v + 1
	merely := false
	for k < c.to && f.Tag(k).Adverb() {
		merely = merely || among(f.Lower(k), "merely", "only", "just", "simply")
		k++
	}
	if f.Tag(k) == tags.VBN {
		f.oughtToBeDone(c, x, i, k)
		return
	}
	for n := i; n < v; n++ {
		merely = merely || among(f.Lower(n), "merely", "only", "just", "simply")
	}
	from, to, _, ok := phrases.Read(f.Text, k, c.to)
	if !ok || !f.aims(i, c.from) {
		return
	}
	if !merely || x.side == con {
		y := x
		y.from, y.to = from, to
		if merely {
			y.confidence *= sureOfMerely
		}
		f.add(y)
	}
	for n := to; n < min(c.to, to+4); n++ {
		if f.Lower(n) == "but" {
			for n++; f.Tag(n).Adverb(); n++ {
			}
			if a, b, _, ok := phrases.Read(f.Text, n, c.to); ok {
				x.at, x.modality, x.from, x.to, x.side = n, Obligation, a, b, -x.side
				x.reason = "“but” sets what ought to be against what ought not"
				f.add(x)
			}
			return
		}
	}
}

var (
	// aimWords are nouns of which what ought to be is what is wanted.
	aimWords = lexicon.Words("stances/sides", "aims")
	// doneFor and doneAgainst are what ought to be done to those one is for, and against, besides what helps and harms.
	doneFor     = lexicon.Words("stances/sides", "done for")
	doneAgainst = lexicon.Words("stances/sides", "done against")
)

// aims reports whether the subject of the verb at i is an aim, so that what it should be is what is wanted.
func (f reader) aims(i, from int) bool {
	for k := i - 1; k >= from && k > i-8; k-- {
		if aimWords[f.Lower(k)] {
			return true
		}
	}
	return false
}

// oughtToBeDone reads "the law should be repealed", "she should be elected".
func (f contents) oughtToBeDone(c clause, x finding, i, k int) {
	a, b, ok := phrases.Subject(f.Text, i, c.from)
	if !ok || f.Tag(a) == tags.PRP && f.who[a] == 0 {
		return
	}
	w := f.Lemma(k)
	s := sideOf(w, helps, harms)
	if s == noSide {
		s = sideOf(w, doneFor, doneAgainst)
	}
	if s == noSide {
		return
	}
	x.from, x.to, x.side = a, b, x.side*s
	x.reason = f.quote(i, i+1) + " be " + f.quote(k, k+1) + " says what ought to be done with it"
	f.add(x)
}
