// Package assembly holds what was found to the layout of quotations in news: which quotation goes on from which, where
// two that stand side by side are two speakers' turns, whose words a block, a list or a quotation is that stands behind
// a colon or before a dash, and who speaks where a sentence only tells what somebody does.
//
// It takes the quotes of an annotated text and gives them back set right. It promises that what it gives is made of
// ranges of the text, on the edges of tokens, that a quotation that was in a quote is still in one, that quotes which
// run on from each other go on to do so, and that time grows in proportion to the text.
package assembly

import (
	"slices"

	"hearsay/analysis/annotated"
	"hearsay/analysis/attribution"
	"hearsay/analysis/quotations"
	"hearsay/analysis/text"
)

// Assemble sets right the quotes of a text. Apart are stretches that the text's format sets apart: block quotations,
// and items of lists.
func Assemble(t *annotated.Text, list []attribution.Attribution, apart []text.Span) []attribution.Attribution {
	s := &scene{Text: t, list: list, apart: apart}
	s.index()
	s.part()
	s.signatures()
	s.headline()
	s.bridge()
	s.blocks()
	s.beats()
	s.follow()
	return attribution.Ordered(s.left())
}

// scene is a text with its quotes, as the rules of assembly read and change them.
type scene struct {
	*annotated.Text
	list  []attribution.Attribution
	apart []text.Span
	// gone are the quotes that are no more, by what they became part of: another quote, or -1 for nothing.
	gone map[int]int
	// near are the quotes that have words or their cue in a paragraph; one may be there twice.
	near map[int][]int
	// owner is the quote that holds each quotation, -1 for none.
	owner []int
}

// index notes which quote holds which quotation. Of two it is the one whose cue stands outside of it.
func (s *scene) index() {
	s.gone, s.near = map[int]int{}, map[int][]int{}
	s.owner = slices.Repeat([]int{-1}, len(s.Quotations.Quotations))
	for i := range s.list {
		s.note(i)
	}
}

// note notes where quote i stands and what it holds.
func (s *scene) note(i int) {
	a := &s.list[i]
	for _, p := range a.Content {
		here := s.ParagraphOf(s.At(p.Start))
		s.near[here] = append(s.near[here], i)
		s.claim(i, p)
	}
	if a.Head >= 0 {
		here := s.ParagraphOf(a.Head)
		s.near[here] = append(s.near[here], i)
	}
}

// claim notes the quotations that a part of quote i holds.
func (s *scene) claim(i int, p text.Span) {
	from, to := s.Range(p)
	for at := from; at < to; {
		k := s.Quotations.At[at]
		if k < 0 {
			at++
			continue
		}
		q := s.quotation(int(k))
		if p.Covers(q.Inner) && !s.inside(i, int(k)) {
			s.owner[k] = i
		}
		at = max(at+1, q.To)
	}
}

// holder is the quote that holds quotation k now, -1 for none.
func (s *scene) holder(k int) int { return s.stands(s.owner[k]) }

// inside reports whether the cue of quote i stands in quotation k.
func (s *scene) inside(i, k int) bool {
	h := s.list[i].Head
	return h >= 0 && int(s.Quotations.At[h]) == k
}

func (s *scene) quotation(k int) *quotations.Quotation { return &s.Quotations.Quotations[k] }

// left are the quotes that are still there, each with what it runs on from.
func (s *scene) left() []attribution.Attribution {
	place := make([]int, len(s.list))
	var out []attribution.Attribution
	for i, a := range s.list {
		if _, gone := s.gone[i]; !gone {
			place[i] = len(out)
			out = append(out, a)
		}
	}
	for i := range out {
		if k := s.stands(out[i].Continues); k >= 0 {
			out[i].Continues = place[k]
		} else {
			out[i].Continues = -1
		}
	}
	return out
}

// stands is the quote that quote i is part of now, -1 for none.
func (s *scene) stands(i int) int {
	for i >= 0 {
		into, gone := s.gone[i]
		if !gone {
			return i
		}
		i = into
	}
	return -1
}

// uncued reports whether quote i has neither cue nor source.
func (s *scene) uncued(i int) bool {
	a := &s.list[i]
	return a.Head < 0 && len(a.Cue) == 0 && len(a.Source) == 0
}
