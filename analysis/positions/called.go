package positions

import (
	"hearsay/analysis/lexicon"
	"hearsay/analysis/phrases"
	"hearsay/analysis/tags"
)

// calls reads "called the deal a disaster": the object takes the side of what it is called.
func (f cues) calls(q, i, end int, turn side) bool {
	from, to, _, ok := phrases.Read(f.Text, i+1, end)
	if !ok {
		return false
	}
	core := phrases.CoreEnd(f.Text, from, end)
	if f.Tag(core).Verb() && f.Tag(core+1) == tags.DT && core > from {
		core++ // "called climate change a hoax"
	}
	if f.Tag(from) == tags.PRP {
		core, to = from+1, from+1
	}
	if f.Tag(core-1).Adjective() && core-1 > from {
		core-- // "called the deal crazy"
		to = core
	}
	for k := max(core, to); k < min(end, to+9); k++ {
		s := sideOf(f.Lower(k), goodWords, badWords)
		if s == noSide && f.odds.agrees(from, core, f.judging(k)*turn) {
			s = f.judging(k)
		}
		if s == noSide {
			if f.endsCalling(k) {
				return false
			}
			continue
		}
		x := finding{quote: q, at: i, cue: true, act: judges(s * turn), side: s * turn, from: from, to: core,
			confidence: sureOfCalling, statement: f.quoteHull(q)}
		x.reason = f.quote(from, core) + " is called " + f.quote(k, k+1)
		n := len(f.out)
		f.add(x)
		return len(f.out) > n
	}
	return false
}

// endsCalling reports whether what somebody is called does not stand behind token k any more.
func (f reader) endsCalling(k int) bool {
	switch t := f.Tag(k); t {
	case tags.Comma:
		return f.Tag(k-1) != tags.POS && !f.Tag(k+1).Adjective()
	case tags.IN:
		return !among(f.Lower(k), "as", "of", "like")
	default:
		return t.Finite()
	}
}

// expresses reads "reaffirmed his readiness to", where what is felt stands in the object of the verb at i.
func (f cues) expresses(q, i, from, end int) bool {
	to := phrases.CoreEnd(f.Text, i+1, end)
	for k := i + 1; k < to; k++ {
		if f.Tag(k).Noun() && !f.Tag(k+1).Noun() && f.cueNoun(q, k, from, to) {
			return true
		}
	}
	return false
}

// cueNoun reads "expressed concern about", "his support for".
func (f cues) cueNoun(q, i, from, to int) bool {
	s := sideOf(f.Lower(i), proNouns, conNouns)
	if s == noSide {
		return false
	}
	turn, sure := pro, 1.0
	verb := -1
	for k := i - 1; k >= max(from-2, i-8) && k >= 0; k-- {
		if f.Tag(k).Verb() && expressVerbs[f.Lemma(k)] {
			verb = k
			turn, sure = f.turned(k, from)
			break
		}
		if among(f.Lower(k), "no", "little", "any") || f.Tag(k).Verb() && meetVerbs[f.Lemma(k)] {
			return false
		}
	}
	if verb < 0 && f.Tag(i-1) != tags.PRPS && f.Tag(i-1) != tags.POS && !f.Tag(i-1).Adjective() {
		return false
	}
	end := f.cueEnd(q, i)
	k := i + 1
	if f.Lower(i) == "concern" && f.Lower(k) == "for" {
		return false
	}
	x := finding{quote: q, at: i, cue: true, side: s * turn, confidence: sureOfCueNoun * sure,
		statement: f.quoteHull(q)}
	x.reason = f.quote(i, i+1) + " " + stands(s*turn) + " what it is about"
	if f.Lower(k) == "to" && f.Tag(k+1) == tags.VB {
		return f.deed(x, k+1, end)
	}
	if t := f.Tag(k); t != tags.IN && t != tags.TO {
		return false
	}
	return f.takesObject(q, x, k+1, end, "")
}

// meetVerbs make of "criticism" that of others.
var meetVerbs = lexicon.Words("stances/sides", "meets")

func stands(s side) string {
	if s == con {
		return "is against"
	}
	return "is for"
}
