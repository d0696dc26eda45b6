// Package feeds reads the formats in which sites hand out what is new, an article an item. It promises that an item
// which is broken is told of and passed over.
package feeds

import (
	"fmt"
	"strings"

	"hearsay/articles/source/details"
	"hearsay/articles/source/elements"
	"hearsay/articles/source/format"
)

// Formats are those of feeds.
func Formats() []format.Format {
	const about = "its items, each with its text, title, authors, day and address; where it holds only their " +
		"beginnings, these"
	return []format.Format{
		{Name: "an RSS feed", Endings: []string{".rss"}, Looks: isRSS, Read: read, Many: true, About: about},
		{Name: "an Atom feed", Endings: []string{".atom"}, Looks: isAtom, Read: read, Many: true, About: about},
		{Name: "a list of feeds (OPML)", Endings: []string{".opml"}, Looks: format.Root("opml"), Read: readOPML,
			About: "no article stands in it: the addresses of its feeds are told"},
		{Name: "a site's map", Looks: format.Root("urlset", "sitemapindex"),
			Hint: "give the articles' own pages, saved from a browser"},
	}
}

func isRSS(s format.Sample) bool {
	return format.Root("rss")(s) || format.Root("rdf")(s) && strings.Contains(s.Text, "http://purl.org/rss/")
}

func isAtom(s format.Sample) bool {
	return format.Root("feed", "entry")(s) &&
		(strings.Contains(s.Text, "http://www.w3.org/2005/Atom") || strings.Contains(s.Text, "http://purl.org/atom/"))
}

// read reads a feed item by item.
func read(f *format.File, yield format.Yield) error {
	text, err := f.Text(true)
	if err != nil {
		return err
	}
	head, items := cut(text)
	channel, _ := elements.Parse(head) // which ends within it
	outlet := details.Flat(channel.First("title").Words())
	if len(items) == 0 {
		return &format.Error{Name: f.Name, Err: fmt.Errorf("%w: the feed has no items", format.ErrEmpty),
			Hint: "save it again when it has some"}
	}
	for i, raw := range items {
		e := format.Entry{Position: f.Position(i + 1)}
		tree, err := elements.Parse(raw)
		if err == nil {
			e.Article, err = item(tree, outlet)
		}
		if err != nil {
			e.Err = &format.Error{Name: e.Position, Err: fmt.Errorf("%w: %w", format.ErrRecord, err),
				Hint: "open its page, or leave it out"}
		}
		e.Article.ID = f.ID(i + 1)
		if !yield(e) {
			return nil
		}
	}
	return nil
}

// mostNamed is how many addresses are told of a list of feeds.
const mostNamed = 5

// readOPML tells which feeds a list names.
func readOPML(f *format.File, _ format.Yield) error {
	text, err := f.Text(true)
	if err != nil {
		return err
	}
	tree, _ := elements.Parse(text)
	var named []string
	n := 0
	for _, outline := range outlines(tree) {
		if a := details.WebAddress(outline.Value("xmlurl")); a != "" {
			if n++; n <= mostNamed {
				named = append(named, a)
			}
		}
	}
	hint := "give the articles' own pages, saved from a browser"
	if n > 0 {
		hint = "hearsay feeds import follows the feeds that it names: " + strings.Join(named, ", ")
	}
	if n > mostNamed {
		hint += fmt.Sprintf(" and %d more", n-mostNamed)
	}
	return &format.Error{Name: f.Name, Err: fmt.Errorf("%w but a list of feeds (OPML)", format.ErrFormat), Hint: hint}
}

// outlines are all entries of a list, those before which stand in them.
func outlines(e *elements.Element) (all []*elements.Element) {
	for _, c := range e.Children {
		if c.Name == "outline" {
			all = append(all, c)
		}
		all = append(all, outlines(c)...)
	}
	return all
}
