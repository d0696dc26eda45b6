// Package w3c writes quotes as Web Annotations, after the Web Annotation Data Model (W3C Recommendation of 2017), in
// JSON-LD: a page of annotations for each article, whose bodies say who speaks.
//
// It promises that every selector finds just its words: the quoted words with as much of what stands around them as
// tells them from the same words elsewhere, and their offsets in Unicode code points; and that what stands around them
// is never cut within what a reader sees as one character. Only where a text repeats itself for hundreds of characters
// may the offsets alone tell. An article without quotes is an empty collection, since a page must not be empty.
package w3c

import (
	"io"
	"net/url"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export"
	"hearsay/articles/export/controls"
	"hearsay/articles/export/told"
)

// context is that of the Recommendation.
const context = "http://www.w3.org/ns/anno.jsonld"

type page struct {
	Context    string       `json:"@context"`
	ID         string       `json:"id"`
	Type       string       `json:"type"`
	PartOf     collection   `json:"partOf"`
	StartIndex int          `json:"startIndex"`
	Items      []annotation `json:"items"`
}

type collection struct {
	Context string `json:"@context,omitempty"`
	ID      string `json:"id"`
	Type    string `json:"type"`
	Label   string `json:"label"`
	Total   int    `json:"total"`
}

type annotation struct {
	ID         string     `json:"id"`
	Type       string     `json:"type"`
	Motivation string     `json:"motivation"`
	Creator    agent      `json:"creator"`
	Body       []body     `json:"body"`
	Target     []resource `json:"target"`
}

type agent struct {
	ID   string `json:"id"`
	Type string `json:"type"`
	Name string `json:"name"`
}

// body is a TextualBody with a value, or a SpecificResource: words of the article.
type body struct {
	ID       string     `json:"id,omitempty"`
	Type     string     `json:"type"`
	Purpose  string     `json:"purpose"`
	Value    string     `json:"value,omitempty"`
	Format   string     `json:"format,omitempty"`
	Source   string     `json:"source,omitempty"`
	Selector []selector `json:"selector,omitempty"`
}

// resource is where the words are.
type resource struct {
	Source   string     `json:"source"`
	Selector []selector `json:"selector"`
}

// Page writes the annotations of an article in one line.
func Page(w io.Writer, i export.Item) error {
	p := printer{item: i, base: "urn:hearsay:" + escaped(i.Article.ID)}
	if p.source = address(i.Article.Address); p.source == "" {
		p.source = p.base
	}
	all := collection{ID: p.base + ":quotes", Type: "AnnotationCollection",
		Label: "Quotes in: " + told.Clean(i.Article.Headline()), Total: len(i.Document.Quotes)}
	if all.Total == 0 {
		all.Context = context
		return export.Value(w, all)
	}
	p.finder = newFinder(i.Article.Text)
	out := page{Context: context, ID: p.base + ":page", Type: "AnnotationPage", PartOf: all}
	for n, q := range i.Document.Quotes {
		out.Items = append(out.Items, p.annotation(n, q))
	}
	return export.Value(w, out)
}

// printer makes the annotations of one article.
type printer struct {
	item   export.Item
	base   string // what all ids begin with
	source string // the IRI of the article
	finder *finder
}

func (p *printer) annotation(n int, q analysis.Quote) annotation {
	out := annotation{ID: p.base + ":" + p.item.ID('q', n), Type: "Annotation", Motivation: "identifying",
		Creator: agent{ID: "urn:hearsay", Type: "Software", Name: "Hearsay"}}
	target := q.Content
	if len(target) == 0 { // who would not speak has said no words
		target = q.Cue
	}
	for _, s := range target {
		out.Target = append(out.Target, resource{p.source, p.finder.selectors(s)})
	}
	tags := []string{"quote", q.Kind.String()}
	if q.Polarity != analysis.Said {
		tags = append(tags, q.Polarity.String())
	}
	for _, tag := range tags {
		out.Body = append(out.Body, body{Type: "TextualBody", Purpose: "tagging", Value: tag})
	}
	for _, s := range q.Speakers {
		out.Body = append(out.Body, body{ID: p.base + ":" + p.item.ID('s', s), Type: "TextualBody", Purpose: "identifying",
			Format: "text/plain",
			Value:  told.Clean(p.item.Document.Speakers[s].Name)})
	}
	out.Body = append(out.Body, body{Type: "TextualBody", Purpose: "describing", Format: "text/plain",
		Value: p.description(q)})
	for _, s := range q.Source {
		out.Body = append(out.Body, body{Type: "SpecificResource", Purpose: "linking", Source: p.source,
			Selector: p.finder.selectors(s)})
	}
	return out
}

// description says in words who speaks, how sure that is, and why.
func (p *printer) description(q analysis.Quote) string {
	out := told.Names(p.item.Document, q.Speakers) + ", " + told.How(q) + ", " + told.Sure(q) + "."
	if why := told.Reasons(q.Why); why != "" {
		out += " " + why
	}
	return told.Clean(out)
}

// escaped writes any text as a part of a URN.
func escaped(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

// address is a web address as an IRI must be, or nothing where it is none.
func address(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	if u.Host == "" || strings.ContainsAny(u.Host, " <>\"{}|\\^`") {
		return ""
	}
	u.User = nil
	u.RawQuery = strings.Map(inQuery, u.RawQuery)
	return u.String()
}

// inQuery drops what an IRI's query must not hold and net/url lets pass.
func inQuery(r rune) rune {
	if r <= ' ' || controls.Acts(r) || strings.ContainsRune("<>\"{}|\\^`", r) {
		return -1
	}
	return r
}
