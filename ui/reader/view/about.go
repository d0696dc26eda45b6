package view

import (
	"strings"

	"hearsay/articles"
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
