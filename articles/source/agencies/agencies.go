// Package agencies reads the formats in which news agencies hand out articles.
package agencies

import (
	"fmt"

	"hearsay/articles/source/elements"
	"hearsay/articles/source/format"
)

// Formats are those of news agencies.
func Formats() []format.Format {
	const about = "the text of each item, with its headline, byline, outlet and day"
	return []format.Format{
		{Name: "an article in NITF", Endings: []string{".nitf"}, Looks: format.Root("nitf"), Read: read, About: about},
		{Name: "news in NewsML", Endings: []string{".newsml"}, Read: read, Many: true, About: about,
			Looks: format.Root("newsml", "newsitem", "newsmessage", "packageitem", "newsenvelope")},
	}
}

// read reads the items of a file.
func read(f *format.File, yield format.Yield) error {
	text, err := f.Text(true)
	if err != nil {
		return err
	}
	tree, err := elements.Parse(text)
	fault := func(position string, err error) error {
		return &format.Error{Name: position, Err: fmt.Errorf("%w: %w", format.ErrRecord, err),
			Hint: "save its text as plain text, Markdown or a web page"}
	}
	items := itemsOf(tree)
	for i, item := range items {
		e := format.Entry{Position: f.Position(i + 1)}
		if len(items) == 1 {
			e.Position = f.Name
		}
		a, problem := item.article()
		if problem != nil && err != nil {
			continue // it is cut there, which is told below
		}
		if e.Article = a; problem != nil {
			e.Err = fault(e.Position, problem)
		}
		if len(items) > 1 {
			e.Article.ID = f.ID(i + 1)
		}
		if !yield(e) {
			return nil
		}
	}
	if err == nil && len(items) == 0 {
		err = errNoText
	}
	if err != nil {
		return fault(f.Name, err)
	}
	return nil
}

// item is an item of news: its text, and what stands around it.
type item struct {
	around *elements.Element // the news item
	text   *elements.Element // nitf, html, or what holds text
}

// itemsOf finds the items in a tree: those that NewsML parts, or the one of NITF.
func itemsOf(tree *elements.Element) (items []item) {
	for around := range tree.Within("newsitem", "packageitem") {
		if text := around.First("nitf", "html", "inlinedata", "datacontent", "body.content"); text != nil {
			items = append(items, item{around, text})
		}
	}
	if len(items) > 0 {
		return items
	}
	for text := range tree.Within("nitf") {
		items = append(items, item{text, text})
	}
	return items
}
