package pages

import (
	"cmp"
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"

	"hearsay/articles/source/details"
)

// meta is what a page says of itself outside its text.
type meta struct {
	title, outlet, address string
	authors                []string
	date                   time.Time
}

// dateNames are the names under which pages give the day they were published, where they do not use the common one.
var dateNames = map[string]bool{
	"article:published_time": true, "article.published": true, "datepublished": true, "pubdate": true, "publishdate": true,
	"publish-date": true, "publication_date": true, "date": true, "dc.date": true, "dc.date.issued": true,
	"dcterms.created": true, "dcterms.issued": true, "parsely-pub-date": true, "sailthru.date": true, "ptime": true,
	"pdate":       true,
	"displaydate": true, "cxenseparse:recs:publishtime": true, "og:published_time": true, "bt:pubdate": true,
}

// savedFrom are the comments in which browsers, and SingleFile, keep the address of a page they save.
var savedFrom = regexp.MustCompile(`saved from url=\(\d+\)(\S+)|SingleFile\s+url:\s*(\S+)`)

// authorNames are the names under which pages give their authors.
var authorNames = map[string]bool{
	"author": true, "article:author": true, "dc.creator": true, "dcterms.creator": true, "parsely-author": true,
	"sailthru.author": true, "byl": true, "article:author_name": true, "twitter:creator:name": true, "og:author": true,
}

// readMeta collects what the head of a page, and its first time element, say.
func readMeta(doc *html.Node) meta {
	var m meta
	var loose time.Time
	for n := range doc.Descendants() {
		switch {
		case n.Type == html.CommentNode:
			if found := savedFrom.FindStringSubmatch(n.Data); found != nil && m.address == "" {
				m.address = details.WebAddress(cmp.Or(found[1], found[2]))
			}
		case n.Type != html.ElementNode:
		case n.Data == "title" && m.title == "" && n.FirstChild != nil:
			m.title = details.Flat(n.FirstChild.Data)
		case n.Data == "link" && attr(n, "rel") == "canonical":
			m.address = cmp.Or(details.WebAddress(attr(n, "href")), m.address)
		case n.Data == "meta":
			m.add(n)
		case n.Data == "time" && loose.IsZero():
			loose = details.Date(attr(n, "datetime"))
		}
	}
	if m.date.IsZero() {
		m.date = loose
	}
	return m
}

// add takes in a meta element.
func (m *meta) add(n *html.Node) {
	value := attr(n, "content")
	for _, key := range []string{"property", "name", "itemprop"} {
		switch name := strings.ToLower(attr(n, key)); {
		case name == "og:url" && m.address == "":
			m.address = details.WebAddress(value)
		case name == "og:site_name" && m.outlet == "":
			m.outlet = details.Flat(value)
		case authorNames[name] && value != "":
			m.authors = append(m.authors, value)
		case dateNames[name] && m.date.IsZero():
			m.date = details.Date(value)
		}
	}
}
