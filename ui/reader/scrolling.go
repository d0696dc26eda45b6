package reader

import (
	"hearsay/analysis"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// lines is the number of lines of the article with its head.
func (o *opened) lines() int {
	if o.page == nil {
		return 0
	}
	return len(o.head) + o.page.Len()
}

// topLine is the first line in sight. It follows from the byte that is kept, so that the same words stay in sight
// whatever the width.
func (m *model) topLine() int {
	o := m.current()
	if o == nil || o.page == nil {
		return 0
	}
	top := len(o.head) + m.at.Top
	if m.at.Top >= 0 {
		top = len(o.head) + o.page.LineAt(m.at.Top)
	}
	return min(max(top, 0), m.maxTop(o))
}

func (m *model) maxTop(o *opened) int { return max(o.lines()-m.column().h, 0) }

// scrollTo puts a line at the top.
func (m *model) scrollTo(l int) {
	o := m.current()
	if o == nil || o.page == nil {
		return
	}
	l = min(max(l, 0), m.maxTop(o))
	if l < len(o.head) || o.page.Len() == 0 {
		m.at.Top = l - len(o.head)
		return
	}
	m.at.Top = o.page.Line(l - len(o.head)).Start
}

// topOffset is the first byte in sight.
func (m *model) topOffset(o *opened) int {
	l := m.topLine() - len(o.head)
	if l < 0 || o.page.Len() == 0 {
		return 0
	}
	return o.page.Line(l).Start
}

// scroll moves the article by lines. The current quote is kept in sight: where it leaves, the next one takes over.
func (m *model) scroll(by int) {
	m.scrollTo(m.topLine() + by)
	if q := m.visibleQuote(by > 0); q != none && !m.inSight(m.at.Quote) {
		m.choose(q)
	}
}

// sight is the stretch of text that is on the screen.
func (m *model) sight(o *opened) analysis.Span {
	first := max(m.topLine()-len(o.head), 0)
	last := min(m.topLine()-len(o.head)+m.column().h, o.page.Len()) - 1
	if last < first {
		return analysis.Span{}
	}
	return analysis.Span{Start: o.page.Line(first).Start, End: o.page.Line(last).End}
}

func (m *model) inSight(quote int) bool {
	o := m.current()
	if quote == none || o == nil || o.Doc == nil || o.page == nil {
		return false
	}
	in := m.sight(o)
	for _, sp := range o.Doc.Quotes[quote].Content {
		if sp.Overlaps(in) {
			return true
		}
	}
	return false
}

// visibleQuote is the first, or the last, quote in sight, or none.
func (m *model) visibleQuote(first bool) int {
	o := m.current()
	if o == nil || o.Doc == nil || o.page == nil {
		return none
	}
	in, found := m.sight(o), none
	for i, q := range o.Doc.Quotes {
		if view.Start(q.Content) >= in.End {
			break
		}
		if o.Says(i, m.at.Only) && view.Whole(q.Content).Overlaps(in) {
			found = i
			if first {
				break
			}
		}
	}
	return found
}

// reveal scrolls no more than it must to show a stretch of the article, with a few lines around it.
func (m *model) reveal(sp analysis.Span) {
	m.settleLayout()
	o := m.current()
	if o == nil || o.page == nil || o.page.Len() == 0 {
		return
	}
	const around = 2
	h, top := m.column().h, m.topLine()
	first := len(o.head) + o.page.LineAt(sp.Start)
	last := len(o.head) + o.page.LineAt(max(sp.End-1, sp.Start))
	if first-around >= top && last+around < top+h {
		return
	}
	if last-first >= h {
		m.scrollTo(first - around)
		return
	}
	m.scrollTo(min(first-h/4, max(first-around, 0)))
	if last+around >= m.topLine()+h {
		m.scrollTo(last + around - h + 1)
	}
}

// pageStep is the number of lines a page turn moves: two stay in sight.
func (m *model) pageStep() int { return max(m.column().h-2, 1) }

// down moves a line on: the text in the article, the row in a list.
func (m *model) down(n int) {
	if m.at.Focus == layout.Article {
		m.scroll(n)
		return
	}
	m.moveRow(n)
}
