package source

import (
	"net/url"
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// meta is what a page says of itself outside its text.
type meta struct {
	title, outlet, address string
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

// savedFrom is the comment in which browsers keep the address of a page they save.
var savedFrom = regexp.MustCompile(`saved from url=\(\d+\)(\S+)`)

// readMeta collects what the head of a page, and its first time element, say.
func readMeta(doc *html.Node) meta {
	var m meta
	var loose time.Time
	for n := range doc.Descendants() {
		switch {
		case n.Type == html.CommentNode:
			if found := savedFrom.FindStringSubmatch(n.Data); found != nil && m.address == "" {
				m.address = webAddress(found[1])
			}
		case n.Type != html.ElementNode:
		case n.Data == "title" && m.title == "" && n.FirstChild != nil:
			m.title = flat(n.FirstChild.Data)
		case n.Data == "link" && attr(n, "rel") == "canonical":
			m.address = either(webAddress(attr(n, "href")), m.address)
		case n.Data == "meta":
			m.add(n)
		case n.Data == "time" && loose.IsZero():
			loose = date(attr(n, "datetime"))
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
			m.address = webAddress(value)
		case name == "og:site_name" && m.outlet == "":
			m.outlet = flat(value)
		case dateNames[name] && m.date.IsZero():
			m.date = date(value)
		}
	}
}

// webAddress is an address if it is a whole one of the web, else nothing.
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
