// Package stride tells where an edge of a selection goes when it is moved by a sign, a word or a sentence. An edge at
// a start stops where words start, one at an end where they end, so that what is selected is always whole words unless
// it is moved by signs.
//
// It promises that an edge stays within the text and on the boundary of a sign, that it moves in the direction asked
// for or not at all, and that a step looks no further than a few thousand bytes.
package stride

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/clipperhouse/uax29/v2/words"

	"hearsay/analysis"
)

// Unit is what an edge is moved by.
type Unit int

// The units: a sign is a grapheme cluster, and words are those of Unicode's annex 29, of which a mark is one too.
const (
	Sign Unit = iota
	Word
	Sentence
)

// Edge is an end of a selection: an offset in bytes.
type Edge struct {
	At int
	// End is set for the end of a selection, which stops where words end.
	End bool
}

// Move moves an edge one unit forward, or back. It returns the edge as it was where there is no further stop.
func Move(text string, sentences []analysis.Span, e Edge, unit Unit, forward bool) Edge {
	e.At = min(max(e.At, 0), len(text))
	if unit == Sentence {
		e.At = bySentence(text, sentences, e, forward)
		return e
	}
	from, to := window(text, e.At)
	stops := stopsIn(text[from:to], from, unit, e.End)
	i := sort.SearchInts(stops, e.At)
	switch {
	case forward && i < len(stops) && stops[i] == e.At:
		i++
	case !forward:
		i--
	}
	if i >= 0 && i < len(stops) {
		e.At = stops[i]
	}
	return e
}

// bySentence is the next start or end of a sentence, or the one before. An end has two stops, before the mark that
// ends the sentence and behind it: indirect speech ends before it.
func bySentence(text string, sentences []analysis.Span, e Edge, forward bool) int {
	at := func(i int) int {
		switch s := sentences[i/2]; {
		case !e.End:
			return s.Start
		case i%2 == 0:
			return s.Start + len(strings.TrimRight(s.Of(text), ".!?…"))
		default:
			return s.End
		}
	}
	n := 2 * len(sentences)
	i := sort.Search(n, func(i int) bool { return at(i) >= e.At })
	switch {
	case !forward:
		i--
	default:
		for i < n && at(i) == e.At {
			i++
		}
	}
	if i < 0 || i >= n {
		return e.At
	}
	return at(i)
}

// reach is how far a step looks.
const reach = 2048

// window is what a step looks at: the text around an offset, cut at blanks where there are any.
func window(text string, at int) (from, to int) {
	from, to = max(at-reach, 0), min(at+reach, len(text))
	if i := strings.IndexAny(text[from:at], " \n\t"); from > 0 && i >= 0 {
		from += i + 1
	}
	if i := strings.LastIndexAny(text[at:to], " \n\t"); to < len(text) && i >= 0 {
		to = at + i
	}
	for from > 0 && from < at && !utf8.RuneStart(text[from]) {
		from++
	}
	for to < len(text) && to > at && !utf8.RuneStart(text[to]) {
		to--
	}
	return from, to
}

// stopsIn are the offsets at which an edge may stop, in order.
func stopsIn(s string, from int, unit Unit, end bool) (stops []int) {
	if unit == Sign {
		for g := graphemes.FromString(s); g.Next(); {
			stops = append(stops, from+g.Start())
		}
		return append(stops, from+len(s))
	}
	for w := words.FromString(s); w.Next(); {
		switch {
		case strings.TrimSpace(w.Value()) == "":
		case end:
			stops = append(stops, from+w.End())
		default:
			stops = append(stops, from+w.Start())
		}
	}
	return stops
}
