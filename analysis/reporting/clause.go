package reporting

import (
	"hearsay/analysis/lexicon"
	"hearsay/analysis/parse"
	"hearsay/analysis/phrases"
	"hearsay/analysis/tags"
)

// construction is how a reporting verb stands to what is said.
type construction int

const (
	following   construction = iota // "she said that it was late"
	fronted                         // "It was late, she said."
	inverted                        // "It was late, said Ruth Haldane."
	interrupted                     // "The ferry, she said, was late", "The ferry, say dockers, was late"
	resumed                         // "It was late, she said, and the ferry was gone"
	extracted                       // "what she said was a plot", "the firm, which she says is lost"
	reduced                         // "…, saying that it was late"
	urging                          // "she urged them to wait"
	constructions
)

// stretch is a run of tokens, half open.
type stretch struct{ from, to int }

func (p stretch) empty() bool { return p.from >= p.to }

// clause is a reporting clause: who says what, by which verb.
type clause struct {
	verb    int
	how     construction
	cue     stretch
	source  stretch
	content []stretch
}

// reportVerbs are the verbs that are read, by how sure it is that a clause beside them is what is said.
var reportVerbs = lexicon.Words("cues/reporting", "report")

// bareVerbs are those of them behind which a clause needs no "that".
var bareVerbs = lexicon.Words("cues/reporting", "report without that")

// timeNouns are the nouns by which times are told.
var timeNouns = lexicon.Words("phrases", "times")

// besideVerbs are those of them that stand behind what is said or within it, and beforeVerbs those of them behind
// which the subject may stand then.
var (
	besideVerbs = lexicon.Words("cues/reporting", "report beside")
	beforeVerbs = lexicon.Words("cues/reporting", "report before the subject")
	// beforeSureVerbs are further ones, of which only a subject that can be no object is one.
	beforeSureVerbs = lexicon.Words("cues/reporting", "report before a sure subject")
)

// dayNames are the days of the week, which stand beside verbs as their time.
var dayNames = lexicon.Words("phrases", "days")

// reads reports whether a token is a reporting verb outside of quotation marks, in running text.
func (s scene) reads(i int) bool {
	lemma := s.verbLemma(i)
	cue := reportVerbs[lemma] || urgeVerbs[lemma] || beforeSureVerbs[lemma] || s.Lower(i) == "according"
	return cue && s.Quotations.At[i] < 0 && !s.Paragraphs[s.ParagraphOf(i)].Aside
}

// verbLemma is the base form of a token as a verb, whatever its tag: the tagger takes "says" and "warn" for nouns
// where their subject stands behind them.
func (s scene) verbLemma(i int) string {
	if s.Tags[i].Verb() {
		return s.Lemma(i)
	}
	if (s.Tags[i] == tags.NNS || s.Tags[i] == tags.NN) && s.Word(i) == s.Lower(i) {
		return tags.Lemma(s.Lower(i), tags.VBZ)
	}
	return ""
}

// readings are the constructions, in the order in which they are tried.
func (s scene) readings() []func(int) (clause, bool) {
	return []func(int) (clause, bool){s.parenthesis, s.inversion, s.according, s.extraction, s.following, s.urging}
}

// sentence are the tokens of the sentence of token i, without marks at its end.
func (s scene) sentence(i int) stretch {
	n := s.SentenceOf(i)
	p := stretch{n.From, n.To}
	for p.to > p.from && (s.Tags[p.to-1] == tags.Period || s.Mark(p.to-1)) && s.Quotations.At[p.to-1] < 0 {
		p.to--
	}
	return p
}

// isComma reports whether a token is a comma outside of quotation marks, or the mark that closes a quotation which
// ends with a comma.
func (s scene) isComma(i int) bool {
	if i < 0 || i >= len(s.Tokens) {
		return false
	}
	return s.Tags[i] == tags.Comma && s.Quotations.At[i] < 0
}

// finite reports whether a finite verb stands in a stretch.
func (s scene) finite(p stretch) bool {
	for i := p.from; i < p.to; i++ {
		if s.Tags[i].Finite() {
			return true
		}
	}
	return false
}

// cueOf is a verb with the auxiliaries and adverbs right before it.
func (s scene) cueOf(verb int, least int) stretch {
	from := verb
	for from > least {
		k := from - 1
		r := s.Trees.Relation[k]
		auxiliary := r == parse.Auxiliary || r == parse.PassiveAuxiliary || s.Tags[k] == tags.MD
		if !auxiliary && !s.Tags[k].Adverb() {
			break
		}
		from = k
	}
	return stretch{from, verb + 1}
}

// before is the noun phrase right before a cue, between the comma or the beginning at least and the cue: "she", "the
// ministry's spokesman in Oslo". It is not ok where a finite verb stands between, or where what stands there is none.
func (s scene) before(least, to int) (p stretch, ok bool) {
	p = stretch{least, to}
	for p.from < p.to && (s.Tags[p.from] == tags.CC || s.Mark(p.from)) {
		p.from++
	}
	for p.to > p.from && s.isComma(p.to-1) {
		p.to--
	}
	if p.empty() || s.finite(p) || s.relative(p) {
		return p, false
	}
	switch t := s.Tags[p.from]; {
	case t == tags.IN, t == tags.TO, t == tags.VBG, t == tags.WRB, t == tags.VBN, t == tags.VB:
		return p, false
	}
	last := p.to - 1
	if !phrases.Nominal(s.Text, last) && s.Word(last) != ")" {
		return p, false
	}
	return p, s.nominal(p)
}

// relative reports whether a stretch has a relative pronoun.
func (s scene) relative(p stretch) bool {
	for i := p.from; i < p.to; i++ {
		if s.Tags[i] == tags.WP || s.Tags[i] == tags.WDT {
			return true
		}
	}
	return false
}

// told reports whether a verb is told as so and in the active: "says", "has said", "saying", and neither "would say"
// nor "to say" nor "is said".
func (s scene) told(i int) bool {
	before := i - 1
	for s.Tag(before).Adverb() {
		before--
	}
	if s.Lemma(before) == "be" && s.Tags[i] != tags.VBG {
		return false
	}
	for k := range s.children(i) {
		switch {
		case k > i, k < s.cueOf(i, 0).from:
		case s.Tags[k] == tags.MD, s.Tags[k] == tags.TO, s.Tags[i] != tags.VBG && s.Lemma(k) == "be":
			return false
		}
	}
	switch s.Tags[i] {
	case tags.VBD, tags.VBP, tags.VBZ, tags.VBG:
		return true
	}
	return s.child(i, parse.Auxiliary) >= 0
}

// nominal reports whether a stretch has a noun or a pronoun.
func (s scene) nominal(p stretch) bool {
	for i := p.from; i < p.to; i++ {
		switch t := s.Tags[i]; {
		case t.Noun(), t == tags.PRP, t == tags.WP, t == tags.CD:
			return true
		case t == tags.DT && p.to-p.from == 1:
			return true
		}
	}
	return false
}

// scenes are the words that begin what tells when or why it is said.
var scenes = lexicon.Words("cues/reporting", "before a scene")

// tail is where what belongs to a reporting verb ends, behind token i: "on Monday", "reporters in Oslo". It ends at a
// comma, or with the sentence, and is not ok where it holds a clause, which would be what is said.
func (s scene) tail(i int, end int) (to int, ok bool) {
	for to = i; to < end && !s.isComma(to); to++ {
		if scenes[s.Lower(to)] && (s.Tags[to] == tags.IN || s.Tags[to] == tags.WRB) {
			return s.SentenceOf(i).To, true // "he said when he was asked"
		}
		if that := s.Lower(to) == "that" && s.Tags[to] == tags.IN; that || s.Tags[to].Finite() {
			return to, false
		}
		if s.Quotations.At[to] >= 0 || s.Word(to) == ":" {
			return to, false
		}
	}
	return to, true
}
