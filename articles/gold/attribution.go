package gold

import (
	"fmt"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/analysis/score"
	"hearsay/analysis/text"
)

// attribution is one as files hold it.
type attribution struct {
	line int // where brat has it; 0 elsewhere
	kind analysis.Kind
	told bool // the kind is told
	// content, cue and source count code points.
	content, cue, source []points
	speakers             []string
	confidence           *float64
}

// points is a half-open range of code points.
type points [2]int

// measured gives the attribution in bytes of the text that a ruler is made for.
func (a *attribution) measured(r *ruler) (out score.Attribution, err error) {
	out = score.Attribution{Kind: a.kind, Speakers: a.speakers}
	for _, part := range []struct {
		name string
		from []points
		to   *[]analysis.Span
	}{{"content", a.content, &out.Content}, {"cue", a.cue, &out.Cue}, {"source", a.source, &out.Source}} {
		if *part.to, err = r.spans(part.from); err != nil {
			return out, fmt.Errorf("the %s %w", part.name, err)
		}
	}
	if a.confidence != nil {
		out.Confidence, out.Rated = *a.confidence, true
	}
	return out, nil
}

// setKind takes the word for a kind; another word leaves the kind to be worked out.
func (a *attribution) setKind(word string) {
	for _, k := range []analysis.Kind{analysis.Indirect, analysis.Mixed, analysis.Direct} {
		if word == k.String() {
			a.kind, a.told = k, true
		}
	}
}

// ruler turns code points of a text into bytes.
type ruler struct {
	length int   // of the text in code points
	starts []int // where each code point begins, and where the text ends; nil where every one is a byte
}

func newRuler(text string) *ruler {
	r := &ruler{length: utf8.RuneCountInString(text)}
	if r.length == len(text) {
		return r
	}
	r.starts = make([]int, 0, r.length+1)
	for i := range text {
		r.starts = append(r.starts, i)
	}
	r.starts = append(r.starts, len(text))
	return r
}

func (r *ruler) at(point int) int {
	if r.starts == nil {
		return point
	}
	return r.starts[point]
}

// spans gives ranges of code points as spans in order. A range that holds nothing is left out, and those that overlap
// become one.
func (r *ruler) spans(all []points) ([]analysis.Span, error) {
	var out []analysis.Span
	for _, p := range all {
		if p[0] < 0 || p[1] < p[0] || p[1] > r.length {
			return nil, fmt.Errorf("[%d, %d] does not lie in the text, which has %d code points", p[0], p[1], r.length)
		}
		if p[0] < p[1] {
			out = append(out, analysis.Span{Start: r.at(p[0]), End: r.at(p[1])})
		}
	}
	return text.Joined(out), nil
}
