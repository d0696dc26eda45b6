package reader

import (
	"fmt"

	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// searchFor follows what is being typed: to the first hit from where the search began.
func (m *model) searchFor(origin view.Place, query string) {
	m.at = origin
	m.at.Query = query
	m.hits.Find(m.view().View)
	if m.at.Focus != layout.Article {
		m.searchRows(1, true)
		return
	}
	if o := m.current(); o != nil && o.text.Page() != nil {
		m.showHit(m.hits.From(o.text.TopOffset(&m.at)))
	}
}

func (m *model) showHit(i int) {
	m.at.Hit = i
	if i != none {
		m.reveal(m.hits.Span(i))
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
	case m.hits.Len() == 0:
		m.tellHits()
	default:
		m.remember()
		m.showHit(m.hits.After(&m.at, &m.current().text, by))
		m.tellHits()
	}
}

// searchRows makes the next row that holds the query current, this one included if it may stay.
func (m *model) searchRows(by int, stay bool) {
	p := m.at.Focus
	i := m.panes.Search(m.view(), p, m.at.Query, by, stay)
	m.chooseRow(p, i)
	if i != none && p == layout.Positions && m.at.Position == none {
		m.view().EnterCell(i, none) // what was found stands in another column
	}
}

// hitCount says which of the hits is current: "4/14"; in a list it counts rows.
func (m *model) hitCount() string {
	at, n := m.at.Hit+1, m.hits.Len()
	if p := m.at.Focus; p != layout.Article {
		at, n = m.panes.Hits(m.view(), p, m.at.Query)
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

func (m *model) tellHits() {
	m.tell(fmt.Sprintf("“%s” %s", cells.Clean(m.at.Query), m.hitCount()))
}
