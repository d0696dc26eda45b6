package reader

import (
	"strconv"
	"strings"

	"hearsay/ui/reader/layout"
)

// edge goes to the top or the bottom of the pane in focus.
func (m *model) edge(top bool) {
	if m.at.Focus != layout.Article {
		n := len(m.lists[m.at.Focus].rows)
		if top {
			n = -n
		}
		m.moveRow(n)
		return
	}
	m.remember()
	o := m.current()
	if o == nil {
		return
	}
	n := o.lines()
	if top {
		n = -n
	}
	m.scroll(n)
}

func (m *model) stepParagraph(by int) {
	o := m.current()
	if o == nil || o.page == nil || len(o.Article.Paragraphs) == 0 {
		return
	}
	at := o.ParagraphAt(m.topOffset(o))
	if by < 0 && o.Article.Paragraphs[at].Start < m.topOffset(o) {
		by++ // the beginning of this one comes first
	}
	m.showParagraph(at + by)
}

// showParagraph puts a paragraph, counted from 0, at the top.
func (m *model) showParagraph(n int) {
	o := m.current()
	n = min(max(n, 0), len(o.Article.Paragraphs)-1)
	line := len(o.head) + o.page.LineAt(o.Article.Paragraphs[n].Start)
	if n == 0 {
		line = 0
	}
	m.scroll(line - m.topLine())
}

// goToPlace goes where a reader's words point: "12" is a paragraph, "50%" a place.
func (m *model) goToPlace(s string) {
	o := m.current()
	if o == nil || o.page == nil || len(o.Article.Paragraphs) == 0 {
		return
	}
	if strings.TrimSpace(s) == "" {
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
		m.scroll((m.maxTop(o)*min(max(n, 0), 100)+50)/100 - m.topLine())
		return
	}
	m.showParagraph(n - 1)
}
