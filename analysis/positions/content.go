package positions

import (
	"hearsay/analysis/lexicon"
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
		case among(w, "should", "must", "ought"):
			f.deontic(c, i)
		case among(w, "need", "needs", "has", "have") && f.Lower(i+1) == "to":
			if f.Lower(i-1) == "we" || !f.firstPerson(c, i) {
				f.deontic(c, i)
			}
		case among(w, "is", "'s", "’s", "are", "'re", "’re", "was", "were", "am", "'m", "’m"):
			switch v := f.mainVerb(i, c.to); {
			case f.firstPerson(c, i):
				f.feels(c, i)
			case v > i && f.Tag(v) == tags.VBG:
				f.attitude(c, i) // "the minister is lying"
			default:
				f.copula(c, i)
			}
		case among(w, "would", "will", "has", "have") && !f.firstPerson(c, i) && f.leadsToBe(i, c.to) > 0:
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
		switch w := f.Lower(k); w {
		case "think", "believe":
			if f.negated(max(from, k-3), k) {
				return true
			}
		case ",", ";", "—", "--", ":":
			return false
		default:
			if hypotheses[w] {
				return true
			}
		}
	}
	return false
}

// hypotheses are words that make the clause behind them a hypothesis or a question.
var hypotheses = lexicon.Words("stances/modalities", "hypotheses")

// nots are words that turn a verb round.
var nots = lexicon.Words("stances/modalities", "nots")

// negated reports whether a "not" stands between i and the verb at j, or within the two words before i.
func (f reader) negated(i, j int) bool {
	for k := i; k < j; k++ {
		if w := f.Lower(k); nots[w] || w == "no" {
			return true
		}
	}
	return false
}
