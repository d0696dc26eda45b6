package pages

import (
	"strings"

	"hearsay/articles/source/format"
)

// Formats are those of web pages.
func Formats() []format.Format {
	return []format.Format{
		{Name: "a web page", Endings: []string{".html", ".htm", ".xhtml", ".shtml"}, Looks: looks,
			Read: readFile, About: "the main text of the page, and what it tells of itself; a page that holds no more than " +
				"the beginning of its article is told"},
	}
}

// readFile reads a file that is a page.
func readFile(f *format.File, yield format.Yield) error {
	s, err := f.Text(true)
	if err != nil {
		return err
	}
	a, note, ok := Read(s)
	if !ok {
		return &format.Error{Name: f.Name, Err: format.ErrNoArticle,
			Hint: "save the whole page once it is shown, or copy its text"}
	}
	if note != "" {
		f.Tell(f.Name, note)
	}
	yield(format.Entry{Article: a, Position: f.Name})
	return nil
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
