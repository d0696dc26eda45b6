package taking

import (
	"net/url"
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/cells"
)

// OnTheWeb reports whether an address is one that a browser opens.
func OnTheWeb(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || cells.Clean(address) != address {
		return false
	}
	return u.Scheme == "http" || u.Scheme == "https"
}

// linkTo leads to a quote on the page that the article was read from, else to the article; empty where it has no
// address.
func (f Of) linkTo(quote int) string {
	content := f.Doc.Quotes[quote].Content
	if !OnTheWeb(f.Article.Address) || len(content) == 0 {
		return f.Article.Address
	}
	return LinkTo(f.Article.Address, f.Article.Text, content[0])
}

// The most words of a stretch that a link names whole, and how many name the two ends of a longer one.
const wholeWords, endWords = 10, 5

// LinkTo leads to a stretch of the text of a page of the web by a text fragment (WICG, URL Fragment Text Directives):
// the browser scrolls to the words and lights them.
func LinkTo(address, text string, at analysis.Span) string {
	words := strings.Fields(strings.Trim(strings.TrimSpace(at.Of(text)), "“”\"„«»‘’ "))
	if len(words) == 0 {
		return address
	}
	fragment := encoded(words)
	if len(words) > wholeWords {
		fragment = encoded(words[:endWords]) + "," + encoded(words[len(words)-endWords:])
	}
	if !strings.Contains(address, "#") {
		address += "#"
	}
	return address + ":~:text=" + fragment
}

// fragments has what means something in a text fragment spelt out.
var fragments = strings.NewReplacer("-", "%2D", ",", "%2C", "&", "%26", "+", "%2B")

func encoded(words []string) string {
	return fragments.Replace(url.PathEscape(strings.Join(words, " ")))
}
