package reader

import (
	"strconv"
	"strings"

	"hearsay/articles/export/told"
	"hearsay/ui/reader/layout"
)

// scroll moves the article by lines. The current quote is kept in sight: where it leaves, the next one takes over,
// unless it is in question.
func (m *model) scroll(by int) {
	o := m.current()
	if o == nil {
		return
	}
	o.text.ScrollTo(&m.at, o.text.Top(&m.at)+by)
	if m.reviewing.On() {
		return
	}
	if q := o.text.VisibleQuote(m.view().View, by > 0); q != none && !m.inSight(m.at.Quote) {
		m.choose(q)
	}
}

// down moves a line on: the text in the article, the row in a list.
func (m *model) down(n int) {
	if m.at.Focus == layout.Article {
		m.scroll(n)
		return
	}
	m.chooseRow(m.at.Focus, m.panes.Step(m.view(), m.at.Focus, n))
}

// page moves by parts of a page.
func (m *model) page(pages float64) {
	if o := m.current(); o != nil {
		m.down(int(pages * float64(o.text.PageStep())))
	}
}

// edge goes to the top or the bottom of the pane in focus.
func (m *model) edge(top bool) {
	n := len(m.panes.Rows(m.at.Focus))
	if m.at.Focus == layout.Article {
		m.remember()
		if o := m.current(); o != nil {
			n = o.text.Lines()
		}
	}
	if top {
		n = -n
	}
	m.down(n)
}

// paragraphs reports whether there are any to go to.
func (m *model) paragraphs() bool {
	o := m.current()
	return o != nil && o.text.Page() != nil && len(o.Article.Paragraphs) > 0
}

func (m *model) stepParagraph(by int) {
	if m.paragraphs() {
		m.showParagraph(m.current().text.NextParagraph(m.view().View, by))
	}
}

// showParagraph puts a paragraph, counted from 0, at the top.
func (m *model) showParagraph(n int) {
	t := &m.current().text
	m.scroll(t.LineOf(m.view().View, n) - t.Top(&m.at))
}

// goToPlace goes where a reader's words point: "12" is a paragraph, "50%" a place.
func (m *model) goToPlace(s string) {
	if !m.paragraphs() || strings.TrimSpace(s) == "" {
		return
	}
	words, share := strings.CutSuffix(strings.TrimSpace(s), "%")
	n, err := strconv.Atoi(strings.TrimSpace(words))
	if err != nil {
		m.tell("type a paragraph's number, or a place such as 50%")
		return
	}
	m.remember()
	m.focusOn(layout.Article)
	m.settleLayout()
	if share {
		t := &m.current().text
		m.scroll(t.LineAt(n) - t.Top(&m.at))
		return
	}
	if last := len(m.current().Article.Paragraphs); n > last {
		m.tell("there are " + told.Count(last, "paragraph"))
	}
	m.showParagraph(n - 1)
}
