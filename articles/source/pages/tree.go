package pages

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// isElement reports whether a node is an element of one of these names.
func isElement(n *html.Node, names ...string) bool {
	return n != nil && n.Type == html.ElementNode && slices.Contains(names, n.Data)
}

// textOf is the text under a node in one line, as far as a reader sees it, up to about a limit in bytes.
func textOf(n *html.Node, limit int) string {
	var b strings.Builder
	addText(&b, n, limit)
	return strings.Join(strings.Fields(b.String()), " ")
}

func addText(b *strings.Builder, n *html.Node, limit int) {
	for c := n.FirstChild; c != nil && b.Len() < limit; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type != html.ElementNode || hides[c.Data]:
		case c.Data == "br" || !isInline(c.Data):
			b.WriteByte(' ')
			addText(b, c, limit)
			b.WriteByte(' ')
		default:
			addText(b, c, limit)
		}
	}
}

// textLen counts the bytes of text under a node, to a limit.
func textLen(n *html.Node, limit int) int {
	sum := 0
	for c := range n.Descendants() {
		if c.Type == html.TextNode && !isElement(c.Parent, "script", "style", "noscript") {
			sum += len(strings.TrimSpace(c.Data))
		}
		if sum >= limit {
			break
		}
	}
	return sum
}

// first is the first element of one of these names under a node; nil where there is none.
func first(n *html.Node, names ...string) *html.Node {
	for c := range n.Descendants() {
		if isElement(c, names...) {
			return c
		}
	}
	return nil
}

// remove takes a node out of its tree.
func remove(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// nextElement is the next element beside a node, if nothing but white space stands between.
func nextElement(n *html.Node) *html.Node {
	for c := n.NextSibling; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			return c
		}
	}
	return nil
}

// previousElement is the element before a node among those beside it.
func previousElement(n *html.Node) *html.Node {
	for c := n.PrevSibling; c != nil; c = c.PrevSibling {
		if c.Type == html.ElementNode {
			return c
		}
	}
	return nil
}

// labels are the names that the makers of a page gave to an element, each as its words in lower case: the class
// "StoryBody--wide" is story, body, wide.
func labels(n *html.Node) (all [][]string) {
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "data-testid", "data-component", "data-component-name", "data-block", "data-type", "itemprop":
			for _, name := range strings.Fields(a.Val) {
				all = append(all, wordsOf(name))
			}
		}
	}
	return all
}

// wordsOf parts a name at hyphens, underscores and capitals.
func wordsOf(name string) (words []string) {
	start := -1
	var last rune
	for i, r := range name {
		letter := unicode.IsLetter(r)
		if start >= 0 && (!letter || unicode.IsUpper(r) && unicode.IsLower(last)) {
			words = append(words, strings.ToLower(name[start:i]))
			start = -1
		}
		if letter && start < 0 {
			start = i
		}
		last = r
	}
	if start >= 0 {
		words = append(words, strings.ToLower(name[start:]))
	}
	return words
}
