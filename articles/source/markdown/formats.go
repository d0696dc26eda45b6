package markdown

import (
	"strings"

	"hearsay/articles/source/format"
)

// Formats are those of Markdown.
func Formats() []format.Format {
	return []format.Format{
		{Name: "a Markdown text", Endings: []string{".md", ".markdown", ".mdown", ".mkd"}, Looks: looksLikeFront,
			Read: format.Whole(false, read), About: "the words without the markup, and what the front matter tells"},
	}
}

// looksLikeFront reports whether a text whose name tells nothing begins with front matter.
func looksLikeFront(s format.Sample) bool {
	if s.Named || strings.TrimRight(s.Lines[0], " \t") != "---" {
		return false
	}
	_, _, ok := cutFront(s.Text)
	return ok
}
