package assembly

import (
	"hearsay/analysis/attribution"
	"hearsay/analysis/phrases"
	"hearsay/analysis/text"
)

// headlineConfidence is how sure it is that a headline's words are said by whom its other half names. It was set by
// hand, below that of a name which signs a quotation.
const headlineConfidence = 0.6

// longestNaming is how many tokens a headline has for who speaks.
const longestNaming = 6

// headline reads who speaks in the headline forms that have no verb of speech: “Pier is lost” — engineer; Pier will be
// lost by May – Bell; ‘A bitter day’: Bell on the closing of the mine.
func (s *scene) headline() {
	if len(s.Paragraphs) < 2 || s.Paragraphs[0].From == s.Paragraphs[0].To {
		return
	}
	from, to := s.Range(s.Paragraphs[0].Span)
	parts := to - 1
	for parts > from && !isDash(s.Word(parts)) && s.Word(parts) != ":" {
		parts--
	}
	if parts <= from || parts+1 >= to || s.endsSentence(0) || s.Quotations.At[parts] >= 0 {
		return
	}
	content, kind, ok := s.headlineWords(from, parts)
	if !ok || s.claimed(content) {
		return
	}
	source, ok := s.headlineNames(parts, to)
	if !ok {
		return
	}
	s.replace(attribution.Attribution{Content: []text.Span{content}, Cue: []text.Span{s.Tokens[parts].Span}, Head: parts,
		Source: []text.Span{source}, Kind: kind, Continues: -1,
		Confidence: headlineConfidence, Found: "the headline sets them off from who says them"})
}

// headlineWords are what is said in the first half of a headline: a quotation that fills it, or before a dash a clause.
func (s *scene) headlineWords(from, parts int) (p text.Span, kind attribution.Kind, ok bool) {
	p = s.Span(from, parts)
	for k := range s.Quotations.Quotations {
		q := s.quotation(k)
		if q.From > from {
			break
		}
		if q.Span == p && q.Closed {
			return p, attribution.Direct, true
		}
	}
	for i := from; i < parts && isDash(s.Word(parts)); i++ {
		if s.Tags[i].Finite() {
			return p, attribution.KindOf(s.Text, []text.Span{p}), true
		}
	}
	return p, kind, false
}

// headlineNames are who speaks in the second half of a headline: a person alone, or behind a colon the first words.
func (s *scene) headlineNames(parts, to int) (p text.Span, ok bool) {
	ph, ok := phrases.Starting(s.Text, parts+1, to)
	if !ok || !s.isPerson(ph.Head) || ph.CoreTo-ph.From > longestNaming {
		return p, false
	}
	if isDash(s.Word(parts)) && ph.CoreTo < to {
		return p, false
	}
	return s.Span(ph.From, ph.CoreTo), true
}

// claimed reports whether a quote that has a source holds most of a stretch, or the stretch has a quote's cue.
func (s *scene) claimed(p text.Span) bool {
	for _, i := range s.near[0] {
		a := &s.list[i]
		if a.Head >= 0 && p.Covers(s.Tokens[a.Head].Span) {
			return true
		}
		for _, c := range a.Content {
			if len(a.Source) > 0 && c.Overlaps(p) {
				return true
			}
		}
	}
	return false
}
