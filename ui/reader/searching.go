package reader

import (
	"fmt"
	"slices"

	"hearsay/analysis"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/page"
	"hearsay/ui/reader/view"
)

// hits are the places where a search found its words in an article.
type hits struct {
	of    *opened
	query string
	spans []analysis.Span
	marks *page.Marks
}

// findHits looks for the query in the article, unless it is known already where it stands.
func (m *model) findHits() {
	o := m.current()
	if m.hits.of == o && m.hits.query == m.at.Query {
		return
	}
	m.hits = hits{of: o, query: m.at.Query}
	if o != nil && m.at.Query != "" {
		m.hits.spans = find.All(o.Article.Text, m.at.Query)
		marks := make([]page.Mark, len(m.hits.spans))
		for i, sp := range m.hits.spans {
			marks[i] = page.Mark{Span: sp, Ink: page.Ink{Flags: page.Hit}}
		}
		m.hits.marks = page.NewMarks(marks)
	}
	within(&m.at.Hit, len(m.hits.spans))
}

func (m *model) currentHit() []page.Mark {
	if m.at.Hit == none {
		return nil
	}
	return []page.Mark{{Span: m.hits.spans[m.at.Hit], Ink: page.Ink{Flags: page.CurrentHit}}}
}

// searchFor follows what is being typed: to the first hit from where the search began.
func (m *model) searchFor(query string) {
	origin := m.prompt.origin
	m.at = origin
	m.at.Query = query
	m.findHits()
	if m.at.Focus != layout.Article {
		m.searchRows(1, true)
		return
	}
	if o := m.current(); o != nil && o.page != nil {
		m.showHit(find.Next(m.hits.spans, m.topOffset(o)))
	}
}

func (m *model) showHit(i int) {
	m.at.Hit = i
	if i != none {
		m.reveal(m.hits.spans[i])
	}
}

// stepHit goes to the next hit or the one before: in the article, or among the rows of a list.
func (m *model) stepHit(by int) {
	switch {
	case m.at.Query == "":
		m.tell("nothing to look for: " + m.say("search") + " searches")
	case m.at.Focus != layout.Article:
		m.searchRows(by, false)
		m.tellHits()
	case len(m.hits.spans) == 0:
		m.tellHits()
	default:
		m.remember()
		m.showHit(m.hitAfter(by))
		m.tellHits()
	}
}

// hitAfter is the hit to go to, round the end of the article if need be. A hit that has gone out of sight does not
// count: the search goes on from where the reader is.
func (m *model) hitAfter(by int) int {
	o, spans := m.current(), m.hits.spans
	switch {
	case m.at.Hit != none && spans[m.at.Hit].Overlaps(m.sight(o)):
		return (m.at.Hit + by + len(spans)) % len(spans)
	case by > 0:
		return find.Next(spans, m.topOffset(o))
	}
	return find.Prev(spans, m.topOffset(o))
}

// searchRows makes the next row that holds the query current, this one included if it may stay.
func (m *model) searchRows(by int, stay bool) {
	p := m.at.Focus
	rows, at := m.lists[p].rows, max(m.cursor(p), 0)
	i := at
	if !stay {
		i += by
	}
	for range rows {
		i = (i + len(rows)) % len(rows)
		if rows[i].index != none && m.rowHolds(p, rows[i].index) {
			m.chooseRow(p, rows[i].index)
			if p == layout.Positions && m.at.Position == none {
				m.enterCell(rows[i].index, none) // what was found stands in another column
			}
			return
		}
		i += by
	}
}

// rowHolds reports whether a row holds what is searched for.
func (m *model) rowHolds(p layout.Pane, index int) bool {
	o := m.current()
	switch p {
	case layout.Quotes:
		return o.QuoteHolds(index, m.at.Query)
	case layout.Speakers:
		return find.Matches(m.at.Query, o.SpeakerWords(index))
	case layout.Positions:
		if m.at.Grouping == view.AsTable {
			return find.Matches(m.at.Query, o.Topics[index].Name+" "+o.Shorts(o.Topics[index].On(analysis.Supports))+" "+o.Shorts(o.Topics[index].On(analysis.Opposes)))
		}
		return find.Matches(m.at.Query, o.PositionWords(index))
	}
	return slices.ContainsFunc(m.lists[p].rows, func(r row) bool {
		return r.index == index && find.Matches(m.at.Query, r.words(o.Article.Text))
	})
}

// hitCount says which of the hits is current: "4/14"; in a list it counts rows.
func (m *model) hitCount() string {
	at, n := m.at.Hit+1, len(m.hits.spans)
	if p := m.at.Focus; p != layout.Article {
		at, n = m.rowHits(p)
	}
	switch {
	case m.at.Query == "":
		return ""
	case n == 0:
		return "not found"
	case at == 0:
		return fmt.Sprintf("%d found", n)
	}
	return fmt.Sprintf("%d/%d", at, n)
}

// rowHits counts the rows that hold what is searched for, and tells which of them is current, from 1; 0 is none.
func (m *model) rowHits(p layout.Pane) (at, n int) {
	for _, r := range m.lists[p].rows {
		if r.index == none || !m.rowHolds(p, r.index) {
			continue
		}
		if n++; r.index == m.selected(p) {
			at = n
		}
	}
	return at, n
}

func (m *model) tellHits() {
	m.tell(fmt.Sprintf("“%s” %s", cells.Clean(m.at.Query), m.hitCount()))
}

// toggleOnly narrows everything down to the current speaker; once more, or esc, widens it again.
func (m *model) toggleOnly() {
	o := m.current()
	switch {
	case m.at.Only != none && (m.at.Only == m.at.Speaker || m.at.Speaker == none):
		m.remember()
		m.at.Only = none
	case o == nil || o.Doc == nil || m.at.Speaker == none:
		m.tell("the speaker is unknown: " + m.say("speakers") + " lists those to choose from")
	default:
		m.remember()
		m.at.Only = m.at.Speaker
		m.showQuoteOf(m.at.Only)
		m.tell("only " + o.Short(m.at.Only) + ": " + m.say("only") + " shows everybody again")
	}
}

// clear takes away all that hides or lights anything.
func (m *model) clear() {
	clean := m.at
	clean.Only, clean.Evidence, clean.Mentions, clean.Query, clean.Lit = none, none, false, "", analysis.Span{}
	clean.Filters = [layout.Panes]string{}
	if clean == m.at {
		m.tell("nothing hides or lights anything")
		return
	}
	m.remember()
	m.at = clean
}

// escape takes a reader out of the innermost thing they are in.
func (m *model) escape() {
	at := &m.at
	switch {
	case m.drag.active():
		m.drag = drag{}
	case at.Evidence != none || !at.Lit.Empty():
		at.Evidence, at.Lit = none, analysis.Span{}
	case at.Query != "":
		at.Query = ""
	case at.Filters[at.Focus] != "":
		at.Filters[at.Focus] = ""
	case at.Mentions:
		at.Mentions = false
	case at.Only != none:
		at.Only = none
	case at.Filters != [layout.Panes]string{}:
		at.Filters = [layout.Panes]string{}
	case at.Panel != view.NoPanel:
		m.closePanel()
	case at.Zoom:
		at.Zoom = false
	case at.Focus != layout.Article:
		m.jumpTo(layout.Article)
	default:
		m.tell("nothing to leave: " + m.say("quit") + " quits")
	}
}
