package review

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/analysis/text"
)

// Words are words of an article and where they stand: [Start, End) in bytes of its text. Both together tell whether a
// decision still fits the text.
type Words struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Span is where the words stand.
func (w Words) Span() analysis.Span { return analysis.Span{Start: w.Start, End: w.End} }

// In reports whether the words stand there in a text, as whole code points.
func (w Words) In(text string) bool {
	if w.Start < 0 || w.Start >= w.End || w.End > len(text) {
		return false
	}
	return text[w.Start:w.End] == w.Text && utf8.ValidString(w.Text)
}

// WordsAt are the words of a text at spans, in reading order. Spans that hold nothing are left out, and those that
// overlap become one; what lies outside the text is cut off, and what cuts through a code point is widened.
func WordsAt(article string, spans []analysis.Span) []Words {
	whole := make([]analysis.Span, 0, len(spans))
	for _, p := range spans {
		p.Start, p.End = min(len(article), max(0, p.Start)), max(0, min(len(article), p.End))
		if p.Empty() {
			continue
		}
		for p.Start > 0 && !utf8.RuneStart(article[p.Start]) {
			p.Start--
		}
		for p.End < len(article) && !utf8.RuneStart(article[p.End]) {
			p.End++
		}
		whole = append(whole, p)
	}
	var out []Words
	for _, p := range text.Joined(whole) {
		out = append(out, Words{p.Start, p.End, p.Of(article)})
	}
	return out
}

// SpansOf are where words stand, in reading order.
func SpansOf(words []Words) []analysis.Span {
	out := make([]analysis.Span, len(words))
	for i, w := range words {
		out[i] = w.Span()
	}
	return text.Joined(out)
}

// AllIn reports whether all words of all lists stand in a text.
func AllIn(text string, lists ...[]Words) bool {
	for _, list := range lists {
		for _, w := range list {
			if !w.In(text) {
				return false
			}
		}
	}
	return true
}

// KeyOf names things by where their parts stand.
func KeyOf(parts ...[]analysis.Span) string {
	b := make([]byte, 0, 64)
	for _, spans := range parts {
		for _, p := range spans {
			b = strconv.AppendInt(b, int64(p.Start), 10)
			b = strconv.AppendInt(append(b, '-'), int64(p.End), 10)
			b = append(b, ' ')
		}
		b = append(b, '|')
	}
	return string(b)
}

// Overlap is the part of the union of two lists of spans that they have in common, by bytes.
func Overlap(a, b []analysis.Span) float64 {
	a, b = text.Joined(a), text.Joined(b)
	common, all := 0, 0
	for _, p := range a {
		all += p.Len()
	}
	for _, q := range b {
		all += q.Len()
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		common += max(0, min(a[i].End, b[j].End)-max(a[i].Start, b[j].Start))
		if a[i].End < b[j].End {
			i++
		} else {
			j++
		}
	}
	if all == common {
		return 0
	}
	return float64(common) / float64(all-common)
}

// Hull is the stretch from the first to the last of some spans.
func Hull(spans []analysis.Span) analysis.Span {
	if len(spans) == 0 {
		return analysis.Span{}
	}
	out := spans[0]
	for _, p := range spans {
		out.Start, out.End = min(out.Start, p.Start), max(out.End, p.End)
	}
	return out
}

// SameLetters reports whether two lists hold the same letters and digits of an article: a comma or a quotation mark
// more or less makes no other quote.
func SameLetters(a, b []Words) bool {
	return slices.Equal(a, b) || slices.Equal(Letters(a), Letters(b))
}

// Letters are where the letters and digits of words stand.
func Letters(words []Words) []int {
	var out []int
	for _, w := range words {
		for i := 0; i < len(w.Text); {
			r, n := utf8.DecodeRuneInString(w.Text[i:])
			if unicode.IsLetter(r) || unicode.IsNumber(r) {
				out = append(out, w.Start+i)
			}
			i += n
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// SameWords reports whether two lists hold the very same words at the same places.
func SameWords(a, b []Words) bool { return KeyOf(SpansOf(a)) == KeyOf(SpansOf(b)) }
