package pages

import (
	"cmp"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"hearsay/articles/source/details"
)

// separator parts the title of an article from the name of its site.
var separator = regexp.MustCompile(`\s+[|\-–—»«·•:/\\›‹]+\s+|\s*\|\s*|:\s+|_`)

// unread is how many messages a site says are not read, before the title of a page that was saved in a browser.
var unread = regexp.MustCompile(`^\s*[(\[]\d{1,3}\+?[)\]]\s+`)

// The most words that the name of a site has behind a title whose name is not known, and the fewest of the title.
const (
	mostSiteWords    = 5
	fewestTitleWords = 4
)

// chooseTitle is the article's title: what the page says it is, without the name of the site, or its heading where that
// says the front part of it or the page says nothing of its article.
func chooseTitle(told, heading, outlet, address string) string {
	told, heading = details.Flat(unread.ReplaceAllString(told, "")), details.Flat(heading)
	if len(told) > mostTitle {
		return cmp.Or(heading, strings.ToValidUTF8(told[:mostTitle], ""))
	}
	switch {
	case told == "" || heading == "":
	case sameWords(told, heading):
		return heading
	case isSite(heading, outlet, address) || utf8.RuneCountInString(heading) > longestTitle:
	case frontOf(told, heading), isBlank(told, outlet, address) && !shareWords(told, heading):
		return heading
	}
	return cmp.Or(withoutSite(told, outlet, address), heading)
}

// mostTitle is how many bytes a title has at most; what is longer is none.
const mostTitle = 1000

// longestTitle is how many code points a heading has at most that is the article's.
const longestTitle = 250

// isBlank reports whether a title tells of the site and not of the article.
func isBlank(told, outlet, address string) bool {
	if says("blank", told, longestTitle) {
		return true
	}
	for _, at := range separator.FindAllStringIndex(told, -1) {
		front, rest := told[:at[0]], told[at[1]:]
		blank := says("blank", front, longestTitle) || says("blank", rest, longestTitle)
		site := isSite(front, outlet, address) || isSite(rest, outlet, address)
		if blank && (site || len(strings.Fields(told)) <= mostSiteWords) {
			return true
		}
	}
	return isSite(told, outlet, address)
}

// frontOf reports whether a heading is a title's front part, or the rest behind the name of the site, with one of the
// separators between.
func frontOf(told, heading string) bool {
	for _, at := range separator.FindAllStringIndex(told, -1) {
		if sameWords(told[:at[0]], heading) || sameWords(told[at[1]:], heading) {
			return true
		}
	}
	return false
}

// withoutSite takes the name of the site off a title: one that is known, by name or by the address, before or behind;
// else a short one behind an upright stroke.
func withoutSite(told, outlet, address string) string {
	all := separator.FindAllStringIndex(told, -1)
	for i := len(all) - 1; i >= 0; i-- {
		front, mark, rest := told[:all[i][0]], told[all[i][0]:all[i][1]], told[all[i][1]:]
		short := strings.Contains(mark, "|") && len(strings.Fields(rest)) <= mostSiteWords &&
			len(strings.Fields(front)) >= fewestTitleWords
		if isSite(rest, outlet, address) || short || says("blank", rest, longestTitle) {
			return withoutSite(front, outlet, address)
		}
		if i == 0 && isSite(front, outlet, address) {
			return rest
		}
	}
	return told
}

// isSite reports whether words are the name of the site: the outlet's, or one that its address is made of.
func isSite(words, outlet, address string) bool {
	name := letters(words)
	if name == "" {
		return false
	}
	o := letters(outlet)
	if o != "" && strings.HasPrefix(name, o) || len(name) >= fewestLetters && strings.HasPrefix(o, name) {
		return true
	}
	u, err := url.Parse(address)
	if err != nil || len(name) < 3 {
		return false
	}
	host := letters(strings.TrimPrefix(u.Hostname(), "www."))
	return strings.HasPrefix(host, name) || strings.HasPrefix(host, strings.TrimPrefix(name, "the"))
}

// letters are the letters and digits of a text in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// sameWords reports whether two titles are the same but for signs and capitals.
func sameWords(a, b string) bool {
	l := letters(a)
	return l != "" && l == letters(b)
}

// fewestLetters is how many letters a word has that tells whether two titles are about the same.
const fewestLetters = 4

// shareWords reports whether two titles have a word in common.
func shareWords(a, b string) bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(a) {
		words[letters(w)] = true
	}
	for _, w := range strings.Fields(b) {
		if l := letters(w); len(l) >= fewestLetters && words[l] {
			return true
		}
	}
	return false
}

// headingOf is the heading of the article: the only h1 of the page, or the first that stands in an article or in its
// main part.
func headingOf(doc *html.Node) (n *html.Node) {
	all := elements(doc, "h1")
	var kept []*html.Node
	for _, h := range all {
		if words := textOf(h, 1<<10); hasWord(words) {
			kept = append(kept, h)
			if n == nil && inside(h, "article", "main") {
				n = h
			}
		}
	}
	if n == nil && len(kept) == 1 {
		return kept[0]
	}
	return n
}

// inside reports whether a node stands in an element of these names.
func inside(n *html.Node, names ...string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if isElement(p, names...) {
			return true
		}
	}
	return false
}
