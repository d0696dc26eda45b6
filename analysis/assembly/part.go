package assembly

import (
	"strings"

	"hearsay/analysis/attribution"
	"hearsay/analysis/quotations"
	"hearsay/analysis/text"
)

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
