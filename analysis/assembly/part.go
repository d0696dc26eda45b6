package assembly

import (
	"strings"

	"hearsay/analysis/attribution"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/phrases"
	"hearsay/analysis/quotations"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// answers are the nouns for words that answer others: “…,” came the pilot's reply.
var answers = lexicon.Words("quotations", "answers")

// part makes two quotes of two quotations that stand side by side: “Is there a train?” “Not for you,” the clerk said.
// Whoever the cue names says what stands next to it.
func (s *scene) part() {
	for k := 1; k < len(s.Quotations.Quotations); k++ {
		if i := s.holder(k); i >= 0 && s.sideBySide(k-1, k) && s.holder(k-1) == i {
			other := k - 1
			if s.list[i].Head < s.quotation(k-1).From && s.list[i].Head >= 0 {
				other = k
			}
			s.takeOut(i, other)
		}
	}
	for k := range s.Quotations.Quotations {
		s.ownCue(k)
	}
}

// ownCue gives a quotation that a verb of speech and its subject follow to that subject, where the cue of the quote
// that holds it stands before: “I did,” said Aldo. “You did not,” answered his brother.
func (s *scene) ownCue(k int) {
	q, i := s.quotation(k), s.holder(k)
	if i < 0 || s.list[i].Head < 0 || s.list[i].Head >= q.From {
		return
	}
	if !q.Closed || q.Parent >= 0 || q.To >= len(s.Tokens) {
		return
	}
	if !strings.Contains(",?!", s.Word(q.To-2)) || s.ParagraphOf(q.To) != s.ParagraphOf(q.From) {
		return
	}
	source, ok := s.inverted(q.To)
	if !ok {
		return
	}
	if s.takeOut(i, k); s.holder(k) == i {
		return
	}
	a := &s.list[s.holder(k)]
	a.Head, a.Cue, a.Source = q.To, []text.Span{s.Tokens[q.To].Span}, []text.Span{source}
	a.Confidence, a.Found = ownCueConfidence, "the reporting verb “"+s.Word(q.To)+"” follows the content"
}

// ownCueConfidence is how sure it is that a quotation belongs to the verb of speech right behind it: set by hand.
const ownCueConfidence = 0.9

// inverted is the subject that stands behind a verb of speech, or whose answer "came".
func (s *scene) inverted(verb int) (p text.Span, ok bool) {
	speaks := lexicon.Of(s.Lemma(verb), s.Tags[verb]).Speaks()
	if !s.Tags[verb].Finite() && s.Tags[verb] != tags.VBN || !speaks && s.Lemma(verb) != "come" {
		return p, false
	}
	ph, ok := phrases.Starting(s.Text, verb+1, s.SentenceOf(verb).To)
	if !ok {
		return p, false
	}
	if answers[s.Lower(ph.Head)] {
		if ph, ok = ph.Possessor(); !ok {
			return p, false
		}
		return s.Span(ph.From, ph.CoreTo), true
	}
	n, _, named := s.Name(ph.CoreTo - 1)
	if !speaks || !named && !s.isPerson(ph.Head) || n.Type == names.Place {
		return p, false
	}
	return s.Span(ph.From, apposed(s, ph)), true
}

// apposed is the end of a noun phrase with the name that stands behind it between commas: “his brother, Ivo Crane,”.
func apposed(s *scene, ph phrases.Phrase) int {
	if to := ph.CoreTo; s.Word(to) == "," {
		if n, _, ok := s.Name(to + 1); ok && n.From == to+1 && n.Type == names.Person {
			return n.To
		}
	}
	return ph.CoreTo
}

// sideBySide reports whether nothing stands between two quotations of a paragraph, each of which is whole sentences.
func (s *scene) sideBySide(j, k int) bool {
	a, b := s.quotation(j), s.quotation(k)
	if a.To != b.From || a.To-a.From < 3 || !a.Closed || !b.Closed {
		return false
	}
	if s.ParagraphOf(a.From) != s.ParagraphOf(b.From) || a.Single != b.Single || max(a.Parent, b.Parent) >= 0 {
		return false
	}
	return strings.Contains(".!?", s.Word(a.To-2)) && a.Kind == quotations.Speech && b.Kind != quotations.Title
}

// takeOut makes quotation k a quote of its own, which nothing attributes, where quote i has words besides.
func (s *scene) takeOut(i, k int) {
	q := s.quotation(k)
	var rest []text.Span
	for _, p := range s.list[i].Content {
		if p.Start < q.Start {
			rest = append(rest, text.Span{Start: p.Start, End: min(p.End, q.Start)})
		}
		if p.End > q.End {
			rest = append(rest, text.Span{Start: max(p.Start, q.End), End: p.End})
		}
	}
	if rest = attribution.Trimmed(s.Text, rest); len(rest) == 0 {
		return
	}
	s.list[i].Content = rest
	s.owner[k] = len(s.list)
	s.list = append(s.list, attribution.Attribution{Content: []text.Span{q.Span}, Kind: attribution.Direct, Head: -1,
		Continues: -1, Confidence: attribution.AloneConfidence,
		Found: "the words stand in quotation marks beside another's, and no cue is near"})
}
