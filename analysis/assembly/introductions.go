package assembly

import (
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/parse"
	"hearsay/analysis/phrases"
	"hearsay/analysis/text"
)

// points are the nouns for what a list says item by item, besides those of speech: "made three points:".
var points = lexicon.Words("quotations", "points")

// introduction is who is told of before a colon as the one whose words come, and by which words.
type introduction struct {
	head        int
	cue, source text.Span
	// listed is true where the words hand over to a list or a quotation alone, not to any paragraph.
	listed bool
}

// introduces reads the introduction that a paragraph ends with: a verb that attributes what comes and who does it, or
// "according to" somebody; above a list also whose points are made, or whose speech it is.
func introduces(s *scene, p int) (in introduction, ok bool) {
	par := s.Paragraphs[p]
	if par.Aside || par.From == par.To {
		return in, false
	}
	last := s.Sentences[par.To-1]
	if s.Word(last.To-1) != ":" {
		return in, false
	}
	for i := last.To - 2; i >= last.From; i-- {
		if s.Quotations.At[i] >= 0 || !s.handsOver(i) {
			continue
		}
		if source, ok := s.agent(i); ok {
			return introduction{head: i, cue: s.cueBefore(i), source: source}, true
		}
	}
	for _, way := range []func(*scene, text.Sentence) (introduction, bool){accordingTo, makesPoints, headed} {
		if in, ok = way(s, last); ok {
			return in, true
		}
	}
	return in, false
}

// accordingTo reads "According to the governor:".
func accordingTo(s *scene, n text.Sentence) (in introduction, ok bool) {
	for i := n.From; i+2 < n.To; i++ {
		if s.Lower(i) != "according" || s.Lower(i+1) != "to" {
			continue
		}
		ph, ok := phrases.Starting(s.Text, i+2, n.To-1)
		if !ok || ph.From > i+3 {
			return in, false
		}
		return introduction{head: i, cue: s.Span(i, i+2), source: s.Span(ph.From, n.To-1)}, true
	}
	return in, false
}

// makesPoints reads "The coach made three points after the defeat:", a verb whose object is a noun for what is said.
func makesPoints(s *scene, n text.Sentence) (in introduction, ok bool) {
	for i := n.To - 2; i > n.From; i-- {
		verb := int(s.Trees.Head[i])
		if s.Trees.Relation[i] != parse.Object || verb < n.From || verb > i {
			continue
		}
		if !isPoint(s, i) || !s.Tags[verb].Finite() {
			continue
		}
		if source, ok := s.agent(verb); ok {
			return introduction{head: verb, cue: s.Span(verb, i+1), source: source, listed: true}, true
		}
	}
	return in, false
}

// isPoint reports whether a token is a noun for what somebody says.
func isPoint(s *scene, i int) bool {
	lemma := s.Lemma(i)
	return points[lemma] || s.Tags[i].Noun() && lexicon.Of(lemma, s.Tags[i]) == lexicon.Noun
}

// headed reads a heading without a verb: "Key points from the speech of Chancellor Krog:". Of several whom it names
// none is known to speak.
func headed(s *scene, n text.Sentence) (in introduction, ok bool) {
	in.head = -1
	var who []names.Name
	for i := n.From; i < n.To; i++ {
		switch x, _, named := s.Name(i); {
		case s.Tags[i].Finite() || s.Quotations.At[i] >= 0:
			return in, false
		case named && i == x.From && x.Type == names.Person:
			who = append(who, x)
		case in.head < 0 && !named && (isPoint(s, i) || nouns.IsDocument(s.Lemma(i))):
			in.head = i
		}
	}
	if in.head < 0 || len(who) != 1 {
		return in, false
	}
	in.cue, in.source, in.listed = s.Tokens[in.head].Span, who[0].Span, true
	return in, true
}
