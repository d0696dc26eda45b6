package positions

import (
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// clause is a stretch of a quote's content within one sentence.
type clause struct {
	quote     int
	from, to  int // tokens
	statement text.Span
}

// contents finds the sides that are taken in what is said.
type contents struct{ *sides }

// read looks for each pattern at each finite verb of a stretch.
func (f contents) read(c clause) {
	f.calledNames(c)
	for i := c.from; i < c.to; i++ {
		if f.content[i] != int32(c.quote+1) || !f.Tag(i).Finite() || f.isRetold(i) {
			continue
		}
		if f.hypothetical(i, c.from) || f.othersView(c, i) {
			continue
		}
		switch w := f.Lower(i); {
		case w == "should" || w == "must" || w == "ought":
			f.deontic(c, i)
		case (w == "need" || w == "needs" || w == "has" || w == "have") && f.Lower(i+1) == "to":
			if f.Lower(i-1) == "we" || !f.firstPerson(c, i) {
				f.deontic(c, i)
			}
		case w == "is" || w == "'s" || w == "’s" || w == "are" || w == "'re" || w == "’re" || w == "was" || w == "were" || w == "am" || w == "'m" || w == "’m":
			switch v := f.mainVerb(i, c.to); {
			case f.firstPerson(c, i):
				f.feels(c, i)
			case v > i && f.Tag(v) == tags.VBG:
				f.attitude(c, i) // "the minister is lying"
			default:
				f.copula(c, i)
			}
		case (w == "would" || w == "will" || w == "has" || w == "have") && !f.firstPerson(c, i) && f.leadsToBe(i, c.to) > 0:
			f.copulaAt(c, i, f.leadsToBe(i, c.to))
		default:
			f.attitude(c, i)
		}
	}
}

// leadsToBe is the "be" or "been" that the auxiliary at i leads to, 0 where it leads elsewhere.
func (f reader) leadsToBe(i, end int) int {
	for k := i + 1; k < min(end, i+4); k++ {
		if w := f.Lower(k); w == "be" || w == "been" {
			return k
		}
		if !f.Tag(k).Adverb() {
			return 0
		}
	}
	return 0
}

// hypothetical reports whether the clause of the verb at i is under an "if" or a question word.
func (f reader) hypothetical(i, from int) bool {
	for k := i - 1; k >= from && k > i-12; k-- {
		switch f.Lower(k) {
		case "think", "believe":
			if f.negated(max(from, k-3), k) {
				return true
			}
		case "if", "whether", "unless", "suppose", "after", "before", "what", "why", "how", "when", "until", "whoever", "whatever":
			return true
		case ",", ";", "—", "--", ":":
			return false
		}
	}
	return false
}

// subject finds the noun phrase right before the verb at i.
func (f reader) subject(i, from int) (a, b int, ok bool) {
	b = i
	for b > from && (f.Tag(b-1).Adverb() || f.Tag(b-1) == tags.OpenQuote) {
		b-- // the marks may begin behind the subject: Bell “did the right thing”
	}
	a = b
	for a > from && b-a < 10 && (f.Tag(a-1).Noun() || f.Tag(a-1).Adjective() || f.Tag(a-1) == tags.POS || f.Tag(a-1) == tags.CD || f.Tag(a-1) == tags.VBN && f.Tag(a).Noun() || f.InName(a-1)) {
		a--
	}
	if a > from && (f.Tag(a-1) == tags.DT && f.Lower(a-1) != "that" || f.Tag(a-1) == tags.PRPS) {
		a--
	}
	if a == b && a > from && f.Tag(a-1) == tags.PRP {
		return a - 1, b, true
	}
	if a == b || !f.hasNoun(a, b) {
		return 0, 0, false
	}
	if a > from+1 && f.Tag(a-1) == tags.CC && (f.Tag(a-2).Noun() || f.Tag(a-2) == tags.VBG || f.Tag(a-2).Adjective()) {
		return 0, 0, false // half of a joint subject
	}
	if a > from+1 && f.Tag(a-1) == tags.PRP || a > from+1 && f.Lower(a-1) == "that" && f.Tag(a-2) == tags.VBG {
		return 0, 0, false // "denying us justice", "using that door"
	}
	if a > from && (f.Tag(a-1) == tags.IN || f.Tag(a-1) == tags.TO || f.Tag(a-1) == tags.RP || f.Tag(a-1) == tags.VBG || f.Tag(a-1) == tags.VB) && f.Lower(a-1) != "that" && f.Lower(a-1) != "because" {
		return 0, 0, false // the phrase hangs on another that is the subject
	}
	return a, b, f.inNumber(b-1, i) && f.isSubject(a, b)
}

// isSubject reports whether the tree of the sentence, too, has a phrase as a subject.
func (f reader) isSubject(a, b int) bool {
	return subjects[f.Trees.Relation[f.headOf(a, b)]]
}

// inNumber reports whether a noun and the verb at i agree in number, as a subject and its verb do.
func (f reader) inNumber(noun, i int) bool {
	many := f.Tag(noun) == tags.NNS || f.Tag(noun) == tags.NNPS
	switch f.Lower(i) {
	case "are", "were", "'re", "’re":
		return many || f.InName(noun)
	case "is", "was", "has", "'s", "’s":
		return !many || f.InName(noun)
	}
	return true
}

// negated reports whether a "not" stands between i and the verb at j, or within the two words before i.
func (f reader) negated(i, j int) bool {
	for k := i; k < j; k++ {
		switch f.Lower(k) {
		case "not", "n't", "n’t", "never", "no", "hardly":
			return true
		}
	}
	return false
}
