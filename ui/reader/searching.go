package reader

import (
	"fmt"
	"slices"

	"hearsay/analysis"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/page"
)

// findHits looks for the query in the article, and marks what it finds.
func (m *model) findHits() {
	m.hits, m.hitMarks, m.hit = nil, nil, none
	o := m.current()
	if o == nil || m.at.query == "" {
		return
	}
	m.hits = find.All(o.article.Text, m.at.query)
	marks := make([]page.Mark, len(m.hits))
	for i, sp := range m.hits {
		marks[i] = page.Mark{Span: sp, Ink: page.Ink{Flags: page.Hit}}
	}
	m.hitMarks = page.NewMarks(marks)
}

func (m *model) currentHit() []page.Mark {
	if m.hit == none || m.hit >= len(m.hits) {
		return nil
	}
	return []page.Mark{{Span: m.hits[m.hit], Ink: page.Ink{Flags: page.CurrentHit}}}
}

// searchFor follows what is being typed: to the first hit from where the search began.
func (m *model) searchFor(query string) {
	origin := m.prompt.origin
	m.at = origin
	m.at.query = query
	m.findHits()
	if m.at.focus != layout.Article {
		m.searchRows(1, true)
		return
	}
	if o := m.current(); o != nil && o.page != nil {
		m.showHit(find.Next(m.hits, m.topOffset(o)))
	}
}

func (m *model) showHit(i int) {
	m.hit = i
	if i != none && i < len(m.hits) {
		m.reveal(m.hits[i])
	}
}

// stepHit goes to the next hit or the one before: in the article, or among the rows of a list.
func (m *model) stepHit(by int) {
	if m.at.query == "" {
		m.tell("nothing to look for: " + m.say("search") + " searches")
		return
	}
	if m.at.focus != layout.Article {
		m.searchRows(by, false)
		return
	}
	if len(m.hits) == 0 {
		m.noteHits()
		return
	}
	m.leave()
	m.showHit(m.hitAfter(by))
	m.noteHits()
}

// hitAfter is the hit to go to, round the end of the article if need be.
func (m *model) hitAfter(by int) int {
	o, n := m.current(), len(m.hits)
	switch {
	case m.hit != none:
		return (m.hit + by + n) % n
	case by > 0:
		return find.Next(m.hits, m.topOffset(o))
	}
	return find.Prev(m.hits, m.topOffset(o))
}

// searchRows makes the next row that holds the query current, this one included if it may stay.
func (m *model) searchRows(by int, stay bool) {
	p := m.at.focus
	rows, at := m.lists[p].rows, max(m.cursor(p), 0)
	i := at
	if !stay {
		i += by
	}
	for range rows {
		i = (i + len(rows)) % len(rows)
		if rows[i].index != none && m.rowHolds(p, rows[i].index) {
			m.chooseRow(p, rows[i].index)
			return
		}
		i += by
	}
	m.tell("no row holds “" + m.at.query + "”")
}

// rowHolds reports whether a row holds what is searched for.
func (m *model) rowHolds(p layout.Pane, index int) bool {
	o := m.current()
	switch p {
	case layout.Quotes:
		return o.quoteHolds(index, m.at.query)
	case layout.Speakers:
		return find.Matches(m.at.query, o.speakerWords(index))
	case layout.Positions:
		return find.Matches(m.at.query, o.positionWords(index))
	}
	return slices.ContainsFunc(m.lists[p].rows, func(r row) bool {
		return r.index == index && find.Matches(m.at.query, r.to.Of(o.article.Text))
	})
}

// hitCount says which of the hits is current: "4/14".
func (m *model) hitCount() string {
	switch {
	case m.at.query == "":
		return ""
	case m.at.focus != layout.Article:
		return "rows"
	case len(m.hits) == 0:
		return "not found"
	case m.hit == none:
		return fmt.Sprintf("%d found", len(m.hits))
	}
	return fmt.Sprintf("%d/%d", m.hit+1, len(m.hits))
}

func (m *model) noteHits() {
	if m.at.focus == layout.Article {
		m.tell(fmt.Sprintf("“%s” %s", cells.Clean(m.at.query), m.hitCount()))
	}
}

func (m *model) toggleOnly() {
	o := m.current()
	switch {
	case m.at.only != none:
		m.at.only = none
	case o == nil || o.doc == nil || m.at.speaker == none:
		m.tell("choose a speaker first: " + m.say("speakers") + " lists them")
		return
	default:
		m.leave()
		m.at.only = m.at.speaker
		m.showQuoteOf(m.at.only)
		m.tell("only " + o.short(m.at.only) + ": " + m.say("only") + " shows everybody again")
	}
}

// clear takes away all that hides or lights anything.
func (m *model) clear() {
	m.leave()
	m.at.only, m.at.evidence, m.at.mentions, m.at.query = none, none, false, ""
	m.at.filters = [layout.Panes]string{}
	m.findHits()
}

// escape takes a reader out of the innermost thing they are in.
func (m *model) escape() {
	at := &m.at
	switch {
	case m.drag.active():
		m.drag = drag{}
	case at.evidence != none:
		at.evidence = none
	case at.query != "":
		at.query = ""
		m.findHits()
	case at.filters[at.focus] != "":
		at.filters[at.focus] = ""
	case at.mentions:
		at.mentions = false
	case at.only != none:
		at.only = none
	case at.why:
		m.closeWhy()
	case at.zoom:
		at.zoom = false
	case at.focus != layout.Article:
		m.jumpTo(layout.Article)
	default:
		m.tell("nothing to leave: " + m.say("quit") + " quits")
	}
}

// span is where a stretch of cells of the article begins and ends.
func spanBetween(a, b int) analysis.Span {
	if b < a {
		a, b = b, a
	}
	return analysis.Span{Start: a, End: b}
}
