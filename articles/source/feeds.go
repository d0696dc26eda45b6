package source

import (
	"regexp"
	"strings"
	"sync"
)

// feeds are the formats in which sites and agencies hand out articles.
func feeds() []format {
	const (
		pages = "give the articles' own pages, saved from a browser"
		words = "save the article in it as plain text, Markdown or a web page"
	)
	return []format{
		{name: "an RSS feed", endings: []string{".rss"}, looks: isRSS, hint: pages},
		{name: "an Atom feed", endings: []string{".atom"}, looks: isAtom, hint: pages},
		{name: "a JSON feed", looks: isJSONFeed(), hint: pages},
		{name: "a list of feeds (OPML)", endings: []string{".opml"}, looks: root("opml"), hint: pages},
		{name: "a site's map", looks: root("urlset", "sitemapindex"), hint: pages},
		{name: "an article in NITF", endings: []string{".nitf"}, looks: root("nitf"), hint: words},
		{name: "news in NewsML", endings: []string{".newsml"},
			looks: root("newsml", "newsitem", "newsmessage", "packageitem", "newsenvelope"), hint: words},
		{name: "news in ninjs", looks: isNinjs(), hint: hintRows},
	}
}

// hintRows is what to do with articles that stand in rows or in objects of another shape.
const hintRows = `write each article as a line such as {"id": "a1", "text": "…"} into a file that ends in .jsonl`

func isRSS(s sample) bool {
	return root("rss")(s) || root("rdf")(s) && strings.Contains(s.text, "http://purl.org/rss/")
}

func isAtom(s sample) bool {
	return root("feed", "entry")(s) &&
		(strings.Contains(s.text, "http://www.w3.org/2005/Atom") || strings.Contains(s.text, "http://purl.org/atom/"))
}

// isJSONFeed makes a check for the version that such a feed begins with. Inside a text in JSON its quotation marks
// would be escaped.
func isJSONFeed() func(sample) bool {
	version := regexp.MustCompile(`"version"\s*:\s*"https?:\\?/\\?/(www\.)?jsonfeed\.org`)
	return func(s sample) bool { return looksLikeJSON([]byte(s.text)) && version.MatchString(s.text) }
}

// isNinjs makes a check for the objects of the IPTC, by a field that nobody else has. A line with a text of its own can
// be read.
func isNinjs() func(sample) bool {
	text := regexp.MustCompile(`"text"\s*:`)
	date := regexp.MustCompile(`"(version|first)[cC]reated"\s*:`)
	words := regexp.MustCompile(`"(body_html|body_xhtml|body_text|bodies|headline|headlines)"\s*:`)
	return func(s sample) bool {
		return looksLikeJSON([]byte(s.text)) && date.MatchString(s.text) && words.MatchString(s.text) &&
			!text.MatchString(s.text)
	}
}

// root makes a check of the outermost element, by names in lower case. Where the text does not begin as XML does, the
// element must have an attribute, or begin with another element: a sentence can begin with a name in pointed brackets.
func root(names ...string) func(sample) bool {
	return func(s sample) bool {
		name, attributes, declared := outermost(s.text)
		if !declared && !strings.Contains(attributes, "=") && !nesting().MatchString(s.text) {
			return false
		}
		for _, n := range names {
			if n == name {
				return true
			}
		}
		return false
	}
}

// nesting is a tag, and another one with nothing but white space and comments before each.
var nesting = sync.OnceValue(func() *regexp.Regexp {
	const tag = `(?s:\s*<!--.*?-->)*\s*<[[:alpha:]][^<>]*>`
	return regexp.MustCompile("^" + tag + tag)
})

// isXML reports whether text begins as XML does, and is not of an ending that says what it is otherwise.
func isXML(s sample) bool {
	name, _, declared := outermost(s.text)
	return declared && name != "" && name != "html" && !webPage().has(s.ending)
}

// outermost is the name of the first element of a text that begins with markup, in lower case and without its
// namespace, and what else stands in its tag; declared tells whether an XML declaration or a document type stands
// before it.
func outermost(s string) (name, attributes string, declared bool) {
	for {
		s = strings.TrimLeft(s, " \t\r\n\ufeff")
		var end string
		switch {
		case strings.HasPrefix(s, "<?"):
			declared, end = declared || strings.HasPrefix(s, "<?xml"), "?>"
		case strings.HasPrefix(s, "<!--"):
			end = "-->"
		case strings.HasPrefix(s, "<!"):
			declared, end = true, endOfType(s)
		case strings.HasPrefix(s, ">") && declared: // after the declarations of a document type
			end = ">"
		case strings.HasPrefix(s, "<"):
			tag, _, _ := strings.Cut(s[1:], ">")
			name, attributes = cutName(tag)
			return name, attributes, declared
		default:
			return "", "", false
		}
		var ok bool
		if _, s, ok = strings.Cut(s, end); !ok {
			return "", "", false
		}
	}
}

// endOfType is what ends a document type: it may hold declarations in square brackets.
func endOfType(s string) string {
	if i := strings.IndexAny(s, "[>"); i >= 0 && s[i] == '[' {
		return "]"
	}
	return ">"
}

// cutName takes the name off the inside of a tag.
func cutName(tag string) (name, rest string) {
	i := strings.IndexAny(tag, " \t\r\n/")
	if i < 0 {
		i = len(tag)
	}
	name, rest = strings.ToLower(tag[:i]), tag[i:]
	if _, local, ok := strings.Cut(name, ":"); ok {
		name = local
	}
	return name, rest
}
