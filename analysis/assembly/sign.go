package assembly

import (
	"hearsay/analysis/attribution"
	"hearsay/analysis/names"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// signConfidence is how sure it is that a name behind a dash is that of who said what stands before it. It was set by
// hand: annotated news has hardly any.
const signConfidence = 0.8

// longestSignature is how many tokens a name behind a dash has at most, with what tells who it is.
const longestSignature = 16

// signatures gives a quotation to the name that signs it: behind a dash, in its paragraph or the one below, or as the
// last words within its marks: “It rattles.” — Mina Oduya, driver.
func (s *scene) signatures() {
	for p := range s.Paragraphs {
		if par := s.Paragraphs[p]; par.From < par.To {
			from, to := s.Sentences[par.From].From, s.Sentences[par.To-1].To
			if !s.signedBehind(p, from, to) {
				s.signedWithin(from, to)
			}
		}
	}
}

// signedBehind gives what stands before the last dash of a paragraph to the name behind it, and reports whether there
// is one.
func (s *scene) signedBehind(p, from, to int) bool {
	dash := to - 1
	for dash >= max(from, to-longestSignature) && !isDash(s.Word(dash)) {
		dash--
	}
	if dash < max(from, to-longestSignature) || dash == 0 || !s.names(dash+1, to) {
		return false
	}
	k := int(s.Quotations.At[dash-1])
	if dash == from {
		if p == 0 || s.ParagraphOf(dash-1) != p-1 && !isSignable(s, p-1) {
			return false
		}
		if k < 0 {
			return s.signedParagraph(p-1, dash, to)
		}
	}
	if k < 0 && s.isApart(p) && s.Tags[dash-1] == tags.Period {
		signWords(s, s.Span(from, dash), dash, to)
		return true
	}
	if k < 0 || s.quotation(k).To != dash || dash == from && s.Paragraphs[p-1].Start != s.quotation(k).Start {
		return false
	}
	s.sign(k, s.Tokens[dash].Span, s.signature(dash+1, to))
	return true
}

// signedParagraph gives a paragraph without marks to the name behind the dash below it, where the text sets it apart or
// it says "I" or "we": else the name may be that of who wrote the article.
func (s *scene) signedParagraph(p, dash, to int) bool {
	if !isSignable(s, p) || s.Paragraphs[p].Aside || !s.endsSentence(p) {
		return false
	}
	signWords(s, s.body(p), dash, to)
	return true
}

// signWords gives words without marks to the name behind a dash.
func signWords(s *scene, content text.Span, dash, to int) {
	s.replace(attribution.Attribution{Content: []text.Span{content}, Cue: []text.Span{s.Tokens[dash].Span}, Head: dash,
		Source: []text.Span{s.signature(dash+1, to)}, Kind: attribution.Direct, Continues: -1, Confidence: signConfidence,
		Found: "the paragraph is signed by a name behind a dash"})
}

// isSignable reports whether a paragraph without marks may be somebody's words: it is set apart, or says "I".
func isSignable(s *scene, p int) bool { return s.isApart(p) || s.isFirstPerson(p) }

// isFirstPerson reports whether somebody says "I" or "we" in a paragraph, outside of quotation marks.
func (s *scene) isFirstPerson(p int) bool {
	from, to := s.Range(s.Paragraphs[p].Span)
	for i := from; i < to; i++ {
		switch s.Lower(i) {
		case "i", "we", "my", "our", "us", "me":
			if s.Quotations.At[i] < 0 {
				return true
			}
		}
	}
	return false
}

// signedWithin gives a quotation that fills a paragraph to the name that its last words are, behind a sentence:
// “…and the engine failed. Gareth Uldale, retired engineer”.
func (s *scene) signedWithin(from, to int) {
	k := int(s.Quotations.At[from])
	if k < 0 {
		return
	}
	q := s.quotation(k)
	if q.From != from || q.To != to || !q.Closed {
		return
	}
	at := to - 2
	for at > max(from+2, to-longestSignature) && s.Tags[at-1] != tags.Period && !isDash(s.Word(at-1)) {
		at--
	}
	n, _, ok := s.Name(at)
	if !ok || n.From != at || n.To < to-1 && s.Word(n.To) != "," {
		return
	}
	if s.Tags[to-2] == tags.Period || !s.names(at, to-1) {
		return
	}
	cut, cue := at, text.Span{}
	if isDash(s.Word(at - 1)) {
		cut, cue = at-1, s.Tokens[at-1].Span
	}
	s.sign(k, cue, s.signature(at, to-1))
	a := &s.list[s.holder(k)]
	a.Content = []text.Span{s.Span(from, cut)}
}

// names reports whether tokens are a person's or a body's name and what tells who that is: no finite verb is among
// them, and no quotation mark.
func (s *scene) names(from, to int) bool {
	first := -1
	for i := from; i < to; i++ {
		participle := s.Tags[i] == tags.VBD && s.Tag(i+1).Noun() // "retired engineer"
		if s.Tags[i].Finite() && !participle || isDash(s.Word(i)) || s.Mark(i) {
			return false
		}
		if n, _, ok := s.Name(i); ok && first < 0 && (n.Type == names.Person || n.Type == names.Organization) {
			first = n.From
		}
	}
	if first < 0 {
		return false
	}
	for i := from; i < first; i++ {
		if !s.Tags[i].Noun() && !s.Tags[i].Adjective() && s.Tags[i] != tags.DT {
			return false
		}
	}
	return true
}

// signature are the words of a name that signs, without a mark behind it.
func (s *scene) signature(from, to int) text.Span {
	for to > from+1 && (s.Tags[to-1] == tags.Period || attribution.Loose(s.Text, to-1)) {
		to--
	}
	return s.Span(from, to)
}

// sign gives quotation k to a source. A quote that holds other words, too, is left those.
func (s *scene) sign(k int, cue, source text.Span) {
	if i := s.holder(k); i >= 0 {
		s.takeOut(i, k)
	}
	i := s.holder(k)
	if i < 0 {
		i = len(s.list)
		s.list = append(s.list, attribution.Attribution{Content: []text.Span{s.quotation(k).Span}, Continues: -1})
		s.owner[k] = i
	}
	a := &s.list[i]
	if len(a.Cue) > 0 && cue == a.Cue[0] && len(a.Source) > 0 && source.Covers(a.Source[0]) {
		a.Source = []text.Span{source}
		return
	}
	a.Source, a.Cue, a.Head, a.Kind = []text.Span{source}, nil, -1, attribution.Direct
	if !cue.Empty() {
		a.Cue, a.Head = []text.Span{cue}, s.At(cue.Start)
	}
	a.Confidence, a.Found, a.Continues = signConfidence, "the quotation is signed by a name", -1
}

func isDash(w string) bool {
	switch w {
	case "—", "–", "-", "--", "―":
		return true
	}
	return false
}
