package pages

import (
	"strings"

	"hearsay/articles"
	"hearsay/articles/source/format"
)

// Formats are those of web pages.
func Formats() []format.Format {
	return []format.Format{
		{Name: "a web page", Endings: []string{".html", ".htm", ".xhtml", ".shtml"}, Looks: looks,
			Read: format.Whole(true, whole), About: "the main text of the page, and what it tells of itself"},
	}
}

// whole reads a file that is a page.
func whole(name, s string) (articles.Article, error) {
	a, ok := Read(s)
	if !ok {
		return a, &format.Error{Name: name, Err: format.ErrNoArticle,
			Hint: "save the whole page once it is shown, or copy its text"}
	}
	return a, nil
}

// looks reports whether a text whose name tells nothing begins as a page does.
func looks(s format.Sample) bool {
	head := strings.ToLower(s.Text[:min(len(s.Text), 4<<10)])
	if s.Named {
		return false
	}
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body", "<?xml"} {
		if strings.HasPrefix(head, start) {
			return start != "<?xml" || strings.Contains(head, "<html")
		}
	}
	return strings.HasPrefix(head, "<") && (strings.Contains(head, "<html") || strings.Contains(head, "<body"))
}
