// Package feeds reads the formats in which sites and agencies hand out articles.
package feeds

import (
	"strings"

	"hearsay/articles/source/format"
)

// Formats are the formats in which sites and agencies hand out articles.
func Formats() []format.Format {
	const (
		pages = "give the articles' own pages, saved from a browser"
		words = "save the article in it as plain text, Markdown or a web page"
	)
	return []format.Format{
		{Name: "an RSS feed", Endings: []string{".rss"}, Looks: isRSS, Hint: pages},
		{Name: "an Atom feed", Endings: []string{".atom"}, Looks: isAtom, Hint: pages},
		{Name: "a list of feeds (OPML)", Endings: []string{".opml"}, Looks: format.Root("opml"), Hint: pages},
		{Name: "a site's map", Looks: format.Root("urlset", "sitemapindex"), Hint: pages},
		{Name: "an article in NITF", Endings: []string{".nitf"}, Looks: format.Root("nitf"), Hint: words},
		{Name: "news in NewsML", Endings: []string{".newsml"},
			Looks: format.Root("newsml", "newsitem", "newsmessage", "packageitem", "newsenvelope"), Hint: words},
	}
}

func isRSS(s format.Sample) bool {
	return format.Root("rss")(s) || format.Root("rdf")(s) && strings.Contains(s.Text, "http://purl.org/rss/")
}

func isAtom(s format.Sample) bool {
	return format.Root("feed", "entry")(s) &&
		(strings.Contains(s.Text, "http://www.w3.org/2005/Atom") || strings.Contains(s.Text, "http://purl.org/atom/"))
}
