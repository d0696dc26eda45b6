// Package feeds reads the formats in which sites and agencies hand out articles.
package feeds

import (
	"regexp"
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
		{Name: "a JSON feed", Looks: isJSONFeed(), Hint: pages},
		{Name: "a list of feeds (OPML)", Endings: []string{".opml"}, Looks: format.Root("opml"), Hint: pages},
		{Name: "a site's map", Looks: format.Root("urlset", "sitemapindex"), Hint: pages},
		{Name: "an article in NITF", Endings: []string{".nitf"}, Looks: format.Root("nitf"), Hint: words},
		{Name: "news in NewsML", Endings: []string{".newsml"},
			Looks: format.Root("newsml", "newsitem", "newsmessage", "packageitem", "newsenvelope"), Hint: words},
		{Name: "news in ninjs", Looks: isNinjs(), Hint: format.HintRows},
	}
}

func isRSS(s format.Sample) bool {
	return format.Root("rss")(s) || format.Root("rdf")(s) && strings.Contains(s.Text, "http://purl.org/rss/")
}

func isAtom(s format.Sample) bool {
	return format.Root("feed", "entry")(s) &&
		(strings.Contains(s.Text, "http://www.w3.org/2005/Atom") || strings.Contains(s.Text, "http://purl.org/atom/"))
}

// isJSONFeed makes a check for the version that such a feed begins with. Inside a text in JSON its quotation marks
// would be escaped.
func isJSONFeed() func(format.Sample) bool {
	version := regexp.MustCompile(`"version"\s*:\s*"https?:\\?/\\?/(www\.)?jsonfeed\.org`)
	return func(s format.Sample) bool { return format.LooksLikeJSON([]byte(s.Text)) && version.MatchString(s.Text) }
}

// isNinjs makes a check for the objects of the IPTC, by a field that nobody else has. A line with a text of its own can
// be read.
func isNinjs() func(format.Sample) bool {
	text := regexp.MustCompile(`"text"\s*:`)
	date := regexp.MustCompile(`"(version|first)[cC]reated"\s*:`)
	words := regexp.MustCompile(`"(body_html|body_xhtml|body_text|bodies|headline|headlines)"\s*:`)
	return func(s format.Sample) bool {
		return format.LooksLikeJSON([]byte(s.Text)) && date.MatchString(s.Text) && words.MatchString(s.Text) &&
			!text.MatchString(s.Text)
	}
}
