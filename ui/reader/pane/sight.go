package pane

import (
	"hearsay/analysis"
	"hearsay/ui/reader/view"
)

// Lines is the number of lines of the article with its head.
func (t *Text) Lines() int {
	if t.page == nil {
		return 0
	}
	return len(t.head) + t.page.Len()
}

// Top is the first line in sight. It follows from the byte that is kept, so that the same words stay in sight whatever
// the width.
func (t *Text) Top(at *view.Place) int {
	if t.page == nil {
		return 0
	}
	top := len(t.head) + at.Top
	if at.Top >= 0 {
		top = len(t.head) + t.page.LineAt(at.Top)
	}
	return min(max(top, 0), t.maxTop())
}

func (t *Text) maxTop() int { return max(t.Lines()-t.column.H, 0) }

// PageStep is the number of lines a page turn moves: two stay in sight.
func (t *Text) PageStep() int { return max(t.column.H-2, 1) }

// ScrollTo puts a line at the top.
func (t *Text) ScrollTo(at *view.Place, l int) {
	if t.page == nil {
		return
	}
	l = min(max(l, 0), t.maxTop())
	if l < len(t.head) || t.page.Len() == 0 {
		at.Top = l - len(t.head)
		return
	}
	at.Top = t.page.Line(l - len(t.head)).Start
}

// TopOffset is the first byte in sight.
func (t *Text) TopOffset(at *view.Place) int {
	l := t.Top(at) - len(t.head)
	if l < 0 || t.page == nil || t.page.Len() == 0 {
		return 0
	}
	return t.page.Line(l).Start
}

// Sight is the stretch of text that is on the screen.
func (t *Text) Sight(at *view.Place) analysis.Span {
	first := max(t.Top(at)-len(t.head), 0)
	last := min(t.Top(at)-len(t.head)+t.column.H, t.page.Len()) - 1
	if last < first {
		return analysis.Span{}
	}
	return analysis.Span{Start: t.page.Line(first).Start, End: t.page.Line(last).End}
}

// InSight reports whether a part of a quote is on the screen.
func (t *Text) InSight(v view.View, quote int) bool {
	if quote == none || v.Doc == nil || t.page == nil {
		return false
	}
	in := t.Sight(v.At)
	for _, sp := range v.Doc.Quotes[quote].Content {
		if sp.Overlaps(in) {
			return true
		}
	}
	return false
}

// VisibleQuote is the first, or the last, quote in sight, or None.
func (t *Text) VisibleQuote(v view.View, first bool) int {
	if v.Doc == nil || t.page == nil {
		return none
	}
	in, found := t.Sight(v.At), none
	for i, q := range v.Doc.Quotes {
		if view.Start(q.Content) >= in.End {
			break
		}
		if v.Marked(i, v.At.Only) && view.Whole(q.Content).Overlaps(in) {
			found = i
			if first {
				break
			}
		}
	}
	return found
}

// NearQuote is the first quote in sight, else the first there is to be seen at all; None where there is none.
func (t *Text) NearQuote(v view.View) int {
	if q := t.VisibleQuote(v, true); q != none {
		return q
	}
	for i := range v.Doc.Quotes {
		if v.Marked(i, v.At.Only) {
			return i
		}
	}
	return none
}

// Reveal scrolls no more than it must to show a stretch of the article, with a few lines around it.
func (t *Text) Reveal(at *view.Place, sp analysis.Span) {
	if t.page == nil || t.page.Len() == 0 {
		return
	}
	const around = 2
	h, top := t.column.H, t.Top(at)
	first := len(t.head) + t.page.LineAt(sp.Start)
	last := len(t.head) + t.page.LineAt(max(sp.End-1, sp.Start))
	if first-around >= top && last+around < top+h {
		return
	}
	if last-first >= h {
		t.ScrollTo(at, first-around)
		return
	}
	t.ScrollTo(at, min(first-h/4, max(first-around, 0)))
	if last+around >= t.Top(at)+h {
		t.ScrollTo(at, last+around-h+1)
	}
}

// Ahead reports whether a quote comes after the current one; where that is out of sight of somebody who reads, whether
// it begins on the screen or after it. Behind reports whether it comes before.
func (t *Text) Ahead(v view.View, quote int, reads bool) bool {
	if reads && !t.InSight(v, v.At.Quote) {
		return view.Start(v.Doc.Quotes[quote].Content) >= t.TopOffset(v.At)
	}
	return quote > v.At.Quote
}

// Behind is the other side of [Text.Ahead].
func (t *Text) Behind(v view.View, quote int, reads bool) bool {
	if reads && !t.InSight(v, v.At.Quote) {
		return !t.Ahead(v, quote, reads)
	}
	return quote < v.At.Quote
}

// SignAt is the sign of the article drawn at a cell of its pane, or the nearest on the line; ok is false where there
// is no line.
func (t *Text) SignAt(at *view.Place, x, y int) (sign analysis.Span, ok bool) {
	if t.page == nil || t.page.Len() == 0 {
		return sign, false
	}
	line := t.Top(at) + y - len(t.head)
	if line < 0 || line >= t.page.Len() {
		return sign, false
	}
	return t.page.SpanAt(line, max(x-t.column.X-t.column.Gutter, 0)), true
}

// CellOf is the cell of the pane at which an offset is drawn, which is the end of words or their start; ok is false
// where it is out of sight.
func (t *Text) CellOf(at *view.Place, offset int, end bool) (x, y int, ok bool) {
	if t.page == nil || t.page.Len() == 0 {
		return 0, 0, false
	}
	line := t.page.LineAt(offset)
	if end && offset > 0 { // words that end with a line end there
		line = t.page.LineAt(offset - 1)
	}
	y = line + len(t.head) - t.Top(at)
	return t.column.X + t.column.Gutter + t.page.ColumnOf(line, offset), y, y >= 0 && y < t.column.H
}

// LineOf is the line at which a paragraph begins, counted from 0; the first begins with the head.
func (t *Text) LineOf(v view.View, paragraph int) int {
	n := min(max(paragraph, 0), len(v.Article.Paragraphs)-1)
	if n == 0 {
		return 0
	}
	return len(t.head) + t.page.LineAt(v.Article.Paragraphs[n].Start)
}

// LineAt is the line at a share of the way from the first to the last top line, in percent.
func (t *Text) LineAt(percent int) int { return (t.maxTop()*min(max(percent, 0), 100) + 50) / 100 }

// NextParagraph is the paragraph that many further from the one at the top; going back, the beginning of that comes
// first.
func (t *Text) NextParagraph(v view.View, by int) int {
	top := t.TopOffset(v.At)
	at := v.ParagraphAt(top)
	if by < 0 && v.Article.Paragraphs[at].Start < top {
		by++
	}
	return at + by
}
