package attribution

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/annotated"
	"hearsay/analysis/quotations"
	"hearsay/analysis/text"
)

// align makes the spans of a candidate agree with the quotation marks, and leaves one cue and one source.
func (v assembly) align(c *candidate) {
	c.cue = nearest(c.cue, v.text.Tokens[c.token].Span)
	c.source = nearest(c.source, v.text.Tokens[c.token].Span)
	c.content = v.toQuotations(c)
	c.content = Trimmed(v.text, c.content)
}

// nearest keeps the span that holds another one or else stands next to it.
func nearest(spans []text.Span, to text.Span) []text.Span {
	if len(spans) < 2 {
		return spans
	}
	away := func(p text.Span) int { return max(0, p.Start-to.End, to.Start-p.End) }
	return []text.Span{slices.MinFunc(spans, func(a, b text.Span) int { return cmp.Compare(away(a), away(b)) })}
}

// toQuotations widens the parts of a content to the whole of each quotation of which they hold the most, and to the
// rest of a speech that goes on in the paragraphs behind.
func (v assembly) toQuotations(c *candidate) []text.Span {
	parts := slices.Clone(c.content)
	own := v.quotations.At[c.token]
	seen := int32(-1)
	for _, p := range c.content {
		from, to := v.text.Range(p)
		for i := from; i < to; {
			k := v.quotations.At[i]
			if k < 0 || k == own {
				i++
				continue
			}
			q := &v.quotations.Quotations[k]
			if k != seen && v.fills(c.content, q) && !touches(c.source, q.Span) && !touches(c.cue, q.Span) {
				parts = append(parts, q.Span)
				parts = v.goesOn(parts, int(k))
			}
			seen = k
			i = q.To
		}
	}
	return joined(v.text.Text, parts)
}

// fills reports whether the parts hold at least half of a quotation.
func (v assembly) fills(parts []text.Span, q *quotations.Quotation) bool {
	held := 0
	for _, p := range parts {
		held += max(0, min(p.End, q.End)-max(p.Start, q.Start))
	}
	return 2*held >= q.Len()
}

func touches(spans []text.Span, p text.Span) bool {
	return slices.ContainsFunc(spans, func(s text.Span) bool { return s.Overlaps(p) })
}

// goesOn appends the quotations that go on with quotation k in the paragraphs behind it.
func (v assembly) goesOn(parts []text.Span, k int) []text.Span {
	for next := v.nextOf(k); next >= 0; next = v.nextOf(next) {
		parts = append(parts, v.quotations.Quotations[next].Span)
	}
	return parts
}

// nextOf returns the quotation that goes on with quotation k, -1 for none.
func (v assembly) nextOf(k int) int {
	for next := k + 1; next < len(v.quotations.Quotations) && !v.quotations.Quotations[k].Closed; next++ {
		if q := &v.quotations.Quotations[next]; q.After == k {
			return next
		} else if q.From >= v.quotations.Quotations[k].To && q.After < 0 {
			return -1
		}
	}
	return -1
}

// joined sorts parts and joins those that overlap or have nothing but white space between them.
func joined(t *text.Text, parts []text.Span) []text.Span {
	slices.SortFunc(parts, func(a, b text.Span) int { return a.Start - b.Start })
	out := parts[:0]
	for _, p := range parts {
		if n := len(out); n > 0 && (p.Start <= out[n-1].End || t.At(p.Start) == t.At(out[n-1].End-1)+1 &&
			!paragraphsApart(t, out[n-1], p)) {
			out[n-1].End = max(out[n-1].End, p.End)
			continue
		}
		out = append(out, p)
	}
	return out
}

func paragraphsApart(t *text.Text, a, b text.Span) bool {
	return t.ParagraphOf(t.At(a.End-1)) != t.ParagraphOf(t.At(b.Start))
}

// Trimmed takes commas and the like off both ends of each part, where no quotation holds them, and drops parts without
// a word.
func Trimmed(t *annotated.Text, parts []text.Span) []text.Span {
	var out []text.Span
	for _, p := range parts {
		from, to := t.Range(p)
		for from < to && Loose(t, from) {
			from++
		}
		for to > from && Loose(t, to-1) {
			to--
		}
		worded := false
		for i := from; i < to && !worded; i++ {
			worded = lettered(t.Word(i))
		}
		if worded {
			out = append(out, t.Span(from, to))
		}
	}
	return out
}

// Loose reports whether a token is a mark that belongs to no content's edge.
func Loose(t *annotated.Text, i int) bool {
	if t.Quotations.At[i] >= 0 {
		return false
	}
	switch t.Word(i) {
	case ",", ";", ":", ".", "—", "–", "--", "-":
		return true
	}
	return false
}

// lettered reports whether a token holds a letter or digit at its start, as words do.
func lettered(w string) bool {
	for len(w) > 0 {
		r, n := utf8.DecodeRuneInString(w)
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return true
		}
		w = w[n:]
	}
	return false
}
