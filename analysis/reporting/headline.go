package reporting

import (
	"hearsay/analysis/attribution"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// The bounds of a headline: how many paragraphs from the first may be one, and how many tokens it has at most.
const (
	headlines       = 2
	longestHeadline = 30
)

// headlineConfidence is how sure it is that a headline's words in quotation marks are whose act follows the dash.
const headlineConfidence = 0.6

// headline adds the words in quotation marks before a dash or a colon in a headline, which are whose act is told
// behind: "“Not one barge” – Bell pledges to close canal".
func (s scene) headline(list []attribution.Attribution) []attribution.Attribution {
	held := s.held(list)
	for _, q := range s.Quotations.Quotations {
		if q.Parent >= 0 || !q.Closed || held[q.From+1] || !s.headed(q.From, q.To) {
			continue
		}
		from, to := q.To+1, s.act(q.To+1)
		if to <= from || held[q.To] {
			continue
		}
		list = append(list, attribution.Attribution{Content: []text.Span{q.Span}, Source: []text.Span{s.Span(from, to)},
			Cue: []text.Span{s.Tokens[q.To].Span}, Head: q.To, Kind: attribution.Direct, Continues: -1,
			Confidence: headlineConfidence, Found: "a headline tells behind the words in quotation marks who acts"})
	}
	return list
}

// act is the verb of a headline whose subject begins at token i: "nurses' union attacks offer", which the tagger may
// have for a noun. It is i where there is none.
func (s scene) act(i int) int {
	end := s.SentenceOf(i).To
	for k := i + 1; k < min(end, i+longestActor); k++ {
		switch {
		case (s.Tags[k].Finite() || s.acting(k)) && !s.InName(k):
			return k
		case s.isComma(k), s.breaks(k), s.Mark(k) && s.Quotations.At[k] >= 0:
			return i
		}
	}
	return i
}

// acting reports whether a word that is tagged as a noun is a verb of speech or thought: it agrees with the noun
// before.
func (s scene) acting(k int) bool {
	switch s.Tags[k-1] {
	case tags.NNS, tags.NNPS, tags.VBZ: // "nurses attack", of which the tagger may have the first for the verb
	default:
		if s.Tags[k] == tags.NN {
			return false
		}
	}
	return s.Word(k) == s.Lower(k) && lexicon.Of(s.verbLemma(k), tags.VBZ) != lexicon.None
}

// longestActor is how many tokens name in a headline who acts, at most.
const longestActor = 8

// headed reports whether a quotation opens a headline that goes on behind a dash or a colon: a paragraph near the
// first, of one sentence without a full stop.
func (s scene) headed(from, to int) bool {
	p := s.ParagraphOf(from)
	par := s.Paragraphs[p]
	if p >= headlines || par.To-par.From != 1 || to+2 >= len(s.Tokens) {
		return false
	}
	only := s.Sentences[par.From]
	if only.From != from || only.To-only.From > longestHeadline || only.To <= to+2 {
		return false
	}
	return s.Tags[only.To-1] != tags.Period && s.breaks(to)
}

// breaks reports whether a token is a dash or a colon.
func (s scene) breaks(i int) bool {
	switch s.Word(i) {
	case "–", "—", "-", "--", ":":
		return true
	}
	return false
}
