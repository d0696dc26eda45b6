package agencies

import (
	"cmp"
	"errors"
	"html"
	"strings"

	"hearsay/articles"
	"hearsay/articles/source/details"
	"hearsay/articles/source/elements"
	"hearsay/articles/source/fields"
)

// errNoText is what an item lacks that is of pictures, or only names others.
var errNoText = errors.New("it holds no text of an article")

// article makes an article of an item.
func (i item) article() (articles.Article, error) {
	text := i.markup()
	if strings.TrimSpace(text) == "" {
		return articles.Article{}, errNoText
	}
	v := fields.Values{fields.Text: text,
		fields.Title:   html.EscapeString(words(i.text.First("hl1"), i.around.First("headline", "hl1", "slugline", "title"))),
		fields.Byline:  i.byline(),
		fields.Outlet:  i.outlet(),
		fields.Date:    i.date(),
		fields.Address: i.text.First("pubdata").Value("ex-ref"),
	}
	a := v.Article(true)
	if len(a.Paragraphs) == 0 {
		return a, errNoText
	}
	return a, nil
}

// words are the first words that one of the elements holds, in a line.
func words(of ...*elements.Element) string {
	for _, e := range of {
		if s := details.Flat(e.Words()); s != "" {
			return s
		}
	}
	return ""
}

// tags are the names that elements of NITF have on the web, and those that hold nothing of the text.
var tags = map[string]string{
	"block": "div", "bq": "blockquote", "hl2": "h2", "media": "figure", "media-caption": "figcaption", "fn": "div",
	"media-producer": "-", "media-metadata": "-", "media-reference": "-", "media-object": "-", "body.end": "-",
	"tagline": "-", "byline": "-", "dateline": "-", "credit": "-", "hl1": "-", "abstract": "-", "note": "-", "head": "-",
	"distributor": "-", "rights": "-", "copyrite": "-", "series": "-",
}

// tag is the name of an element on the web.
func tag(name string) string {
	if t, ok := tags[name]; ok {
		return t
	}
	return name
}

// markup is the text of an item as markup of the web.
func (i item) markup() string {
	switch i.text.Name {
	case "html":
		return i.text.Markup(elements.Same)
	case "nitf", "body.content":
		return second(i.text) + cmp.Or(i.text.First("body.content", "body"), i.text).Markup(tag)
	}
	if len(i.text.Children) == 1 && i.text.Children[0].Name == "" {
		s := i.text.Words()
		if fields.Markup(s) {
			return s
		}
		return "<p>" + strings.Join(strings.FieldsFunc(html.EscapeString(s), func(r rune) bool { return r == '\n' }),
			"</p><p>")
	}
	return i.text.Markup(tag)
}

// second are the headlines below the first, where they stand apart from the text.
func second(e *elements.Element) string {
	var b strings.Builder
	for h := range e.First("hedline").Within("hl2") {
		b.WriteString("<h2>" + html.EscapeString(details.Flat(h.Words())) + "</h2>")
	}
	return b.String()
}

// byline are the names of who wrote an item, without what they are.
func (i item) byline() string {
	var names []string
	for _, of := range []*elements.Element{i.text.First("body.head"), i.around} {
		for b := range of.Within("byline", "by") {
			var persons []string
			for p := range b.Within("person") {
				persons = append(persons, details.Flat(p.Words()))
			}
			if len(persons) == 0 {
				persons = []string{details.Flat(b.Markup(func(name string) string {
					if name == "byttl" || name == "virtloc" || name == "location" {
						return "-"
					}
					return ""
				}))}
			}
			names = append(names, html.UnescapeString(details.Authors(strings.Join(persons, ", "))))
		}
		if len(names) > 0 {
			break
		}
	}
	return strings.Join(names, ", ")
}

// outlet is who published an item.
func (i item) outlet() string {
	for _, e := range []*elements.Element{i.text.First("pubdata"), i.around.First("pubdata")} {
		if name := e.Value("name"); name != "" {
			return name
		}
	}
	provider := i.around.First("provider")
	if name := words(provider.First("name"), i.around.First("creditline", "copyrightholder")); name != "" {
		return name
	}
	return cmp.Or(provider.Value("literal"), i.text.First("doc.copyright").Value("holder"))
}

// date is when an item was published, as it stands there.
func (i item) date() string {
	for _, of := range []struct{ name, value string }{{"pubdata", "date.publication"}, {"date.issue", "norm"},
		{"date.release", "norm"}, {"story.date", "norm"}} {
		if s := cmp.Or(i.text.First(of.name).Value(of.value), i.around.First(of.name).Value(of.value)); s != "" {
			return s
		}
	}
	return words(i.around.First("contentcreated", "firstcreated", "versioncreated", "thisrevisioncreated",
		"datetime", "dateid"))
}
