package feeds

import (
	"errors"
	"html"
	"regexp"
	"slices"
	"strings"

	"hearsay/articles"
	"hearsay/articles/source/details"
	"hearsay/articles/source/elements"
	"hearsay/articles/source/fields"
)

// item makes an article of an item of RSS or an entry of Atom.
func item(tree *elements.Element, outlet string) (articles.Article, error) {
	e := tree.First("item", "entry")
	text := content(e)
	if strings.TrimSpace(text) == "" {
		return articles.Article{}, errors.New("it holds no text")
	}
	if own := source(e); own != "" {
		outlet = own
	}
	v := fields.Values{fields.Text: text, fields.Title: title(e), fields.Byline: authors(e), fields.Outlet: outlet,
		fields.Address: address(e)}
	for _, name := range []string{"pubdate", "published", "issued", "date", "created", "updated", "modified"} {
		for _, d := range e.All(name) {
			if v[fields.Date] == "" {
				v[fields.Date] = strings.TrimSpace(d.Words())
			}
		}
	}
	return v.Article(true), nil
}

// title is the title of an item, as markup.
func title(e *elements.Element) string {
	for _, t := range e.All("title") {
		if s := strings.TrimSpace(t.Words()); s != "" && t.Value("type") == "text" {
			return html.EscapeString(s)
		} else if s != "" {
			return s
		}
	}
	return ""
}

// fuller is how many times as long what usually is the summary must be to be taken in place of the content.
const fuller = 2

// content is the text of an item as markup: the content, or the summary where there is nothing else or where it is far
// longer.
func content(e *elements.Element) (text string) {
	for _, name := range []string{"encoded", "content", "full-text", "fulltext", "body", "description", "summary", "div"} {
		for _, c := range e.All(name) {
			if s := markup(c); text == "" && strings.TrimSpace(s) != "" || len(s) > fuller*len(text) {
				text = s
			}
		}
	}
	return text
}

// markup is what stands in an element as markup of the web: that which stands there as elements, that which is written
// as text, and text of which no mark tells that it is markup, a paragraph a line.
func markup(e *elements.Element) string {
	if e.Value("type") == "xhtml" || slices.ContainsFunc(e.Children,
		func(c *elements.Element) bool { return c.Name != "" }) {
		return e.Markup(elements.Same)
	}
	s := e.Words()
	kind := e.Value("type")
	if kind == "text" || kind == "text/plain" {
		return paragraphs(html.EscapeString(s))
	}
	if fields.Markup(s) {
		return s
	}
	return paragraphs(s)
}

// paragraphs makes a paragraph of each line.
func paragraphs(s string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.ReplaceAll(s, "\r", "\n")) {
		if line = strings.TrimSpace(line); line != "" {
			b.WriteString("<p>" + line + "</p>\n")
		}
	}
	return b.String()
}

// named is an address of mail with a name behind it, as RSS has authors.
var named = regexp.MustCompile(`^\S+@\S+\s*\((.+)\)$`)

// authors are the names of an item's authors.
func authors(e *elements.Element) string {
	var names []string
	for _, a := range e.All("creator", "author", "byline") {
		name := details.Flat(a.Words())
		if inner := a.All("name"); len(inner) > 0 {
			name = details.Flat(inner[0].Words())
		}
		if m := named.FindStringSubmatch(name); m != nil {
			name = m[1]
		}
		if name != "" && !strings.Contains(name, "@") && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// source is the outlet that an item names as its own, where the feed gathers those of several.
func source(e *elements.Element) string {
	for _, s := range e.All("source", "publisher") {
		if inner := s.All("title"); len(inner) > 0 {
			return details.Flat(inner[0].Words())
		}
		if name := details.Flat(s.Words()); len(s.All("id", "link")) == 0 && details.WebAddress(name) == "" {
			return name
		}
	}
	return ""
}

// address is that of an item's page.
func address(e *elements.Element) string {
	for _, l := range e.All("origlink", "link", "guid", "id") {
		rel := l.Value("rel")
		if a := details.WebAddress(l.Value("href")); a != "" && (rel == "" || rel == "alternate") {
			return a
		}
		if a := details.WebAddress(l.Words()); a != "" && l.Value("ispermalink") != "false" {
			return a
		}
	}
	return ""
}
