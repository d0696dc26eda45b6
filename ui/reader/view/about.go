package view

import (
	"net/url"
	"strings"

	"hearsay/articles"
	"hearsay/ui/reader/cells"
)

// About tells who wrote an article, where and when; the byline is left out where the text holds it.
func About(a articles.Article, byline bool) string {
	var parts []string
	if byline && a.Byline != "" {
		parts = append(parts, a.Byline)
	}
	if a.Outlet != "" && (!byline || a.Outlet != a.Byline) {
		parts = append(parts, a.Outlet)
	}
	if !a.Date.IsZero() {
		parts = append(parts, a.Date.Format("2 January 2006"))
	}
	return strings.Join(parts, " · ")
}

// Host is the machine that an address leads to, else the address.
func Host(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return u.Host
	}
	return address
}

// The most of a title that is shown where it stands in a line: cells, and bytes that are looked at for them.
const titleCells, titleBytes = 160, 4096

// titleOf is an article's title, or the name of its file, on one line without control codes, cut where it is no title
// any more.
func titleOf(a articles.Article, file string) string {
	s := a.Title
	if s == "" {
		s = file
	}
	s = strings.Join(strings.Fields(cells.Clean(strings.Join(strings.Fields(s[:runeEdge(s, min(len(s), titleBytes))]),
		" "))), " ")
	if cells.Width(s) > titleCells {
		s = cells.Truncate(s, titleCells)
	}
	return s
}
