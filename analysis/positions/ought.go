package positions

import "hearsay/analysis/tags"

// deontic reads "should", "must", "has to": what ought to be done is stood for, what ought not is opposed.
func (f *finder) deontic(c clause, i int) {
	v := f.nextVerb(i+1, c.to)
	if v < 0 {
		return
	}
	turn := pro
	if f.negated(i, v) {
		turn = con
	}
	x := finding{quote: c.quote, at: i, act: obliges(f.lower[i]), side: turn, statement: c.statement, confidence: 0.8}
	x.reason = f.quote(i, i+1) + " says what ought to be"
	if turn == con {
		x.reason = f.quote(i, i+1) + " with “not” says what ought not to be"
	}
	if f.lemma(v) == "be" {
		f.oughtToBe(c, x, i, v)
		return
	}
	a, b, ok := f.subject(i, c.from)
	if f.lower[i] == "should" && effects[f.lemma(v)] && (!ok || !f.isNamed(a, b) && !f.tag(a).Pronoun()) {
		return // "the speech should boost the party" is what will be
	}
	if ok && leaves[f.lemma(v)] && !f.firstPerson(c, i) && (f.named[b-1] != 0 || f.who[b-1] != 0) {
		x.from, x.to, x.side = a, b, -turn
		f.add(x)
		return
	}
	f.deedTo(x, v, c.to)
}

// effects are what things do, rather than what somebody ought to do.
var effects = wordSet(`boost help improve raise increase lift strengthen hurt harm weaken reduce benefit create ensure save`)

// leaves are what those ought to do whom one wants gone.
var leaves = wordSet(`resign quit withdraw apologize apologise`)

func (f *finder) nextVerb(i, end int) int {
	for k := i; k < min(end, i+6); k++ {
		if f.tag(k) == tags.VB {
			return k
		}
		if t := f.tag(k); !t.Adverb() && t != tags.TO && t != tags.OpenQuote {
			return -1
		}
	}
	return -1
}

// oughtToBe reads "the aim should be a lasting peace", "he should be jailed", "should not be A but rather B".
func (f *finder) oughtToBe(c clause, x finding, i, v int) {
	k := v + 1
	merely := false
	for k < c.to && f.tag(k).Adverb() {
		merely = merely || f.lower[k] == "merely" || f.lower[k] == "only" || f.lower[k] == "just" || f.lower[k] == "simply"
		k++
	}
	if f.tag(k) == tags.VBN {
		f.oughtToBeDone(c, x, i, k)
		return
	}
	for n := i; n < v; n++ {
		merely = merely || f.lower[n] == "merely" || f.lower[n] == "only" || f.lower[n] == "just" || f.lower[n] == "simply"
	}
	from, to, _, ok := f.object(k, c.to)
	if !ok || !f.aims(i, c.from) {
		return
	}
	if !merely || x.side == con {
		y := x
		y.from, y.to = from, to
		if merely {
			y.confidence *= 0.8
		}
		f.add(y)
	}
	for n := to; n < min(c.to, to+4); n++ {
		if f.lower[n] == "but" {
			for n++; f.tag(n).Adverb(); n++ {
			}
			if a, b, _, ok := f.object(n, c.to); ok {
				x.at, x.modality, x.from, x.to, x.side = n, Obligation, a, b, -x.side
				x.reason = "“but” sets what ought to be against what ought not"
				f.add(x)
			}
			return
		}
	}
}

// aims reports whether the subject of the verb at i is an aim, so that what it should be is what is wanted.
func (f *finder) aims(i, from int) bool {
	for k := i - 1; k >= from && k > i-8; k-- {
		switch f.lower[k] {
		case "aim", "goal", "objective", "priority", "focus", "purpose", "answer", "solution", "target", "priorities", "result", "outcome", "there":
			return true
		}
	}
	return false
}

// oughtToBeDone reads "the law should be repealed", "she should be elected".
func (f *finder) oughtToBeDone(c clause, x finding, i, k int) {
	a, b, ok := f.subject(i, c.from)
	if !ok || f.tag(a) == tags.PRP && f.who[a] == 0 {
		return
	}
	w := f.lemma(k)
	s := sideOf(w, helps, harms)
	if s == noSide {
		switch w {
		case "elect", "reelect", "hire", "allow", "permit", "commend", "free", "congratulate":
			s = pro
		case "fire", "arrest", "indict", "prosecute", "charge", "disqualify", "ashamed", "suspend", "investigate", "expel", "hang", "shut", "banned", "held", "impeach", "remove", "censure", "replace":
			s = con
		default:
			return
		}
	}
	x.from, x.to, x.side = a, b, x.side*s
	x.reason = f.quote(i, i+1) + " be " + f.quote(k, k+1) + " says what ought to be done with it"
	f.add(x)
}
