package pages

import (
	"golang.org/x/net/html"
)

// mostStubWords is how many words there are at most of an article of which the page holds no more than the beginning.
const mostStubWords = 350

// saysStub reports whether a page asks its reader to subscribe to go on.
func saysStub(doc *html.Node) bool {
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || hides[n.Data] || isElement(n, "html", "body") {
			continue
		}
		if holdsText(n) && mayAsk(n) && says("stub", textOf(n, longestLine+1), longestLine) {
			return true
		}
	}
	return false
}

// mayAsk reports whether an element is as short as what asks a reader to subscribe.
func mayAsk(n *html.Node) bool { return textLen(n, longestLine+1) <= longestLine }

// holdsText reports whether words stand in an element itself and not only in those in it.
func holdsText(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && hasWord(c.Data) {
			return true
		}
	}
	return false
}

// isStub reports whether what was found is no more than the beginning: the page says that not everybody may read it,
// or asks to subscribe, and there is little of it.
func (p *page) isStub(l linked) bool {
	closed := l.free != nil && !*l.free
	return (closed || p.stub) && wordsIn(p.main) <= mostStubWords
}
