package html_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hearsay/articles/export"
	page "hearsay/articles/export/html"
)

func written(t *testing.T, i export.Item) string {
	t.Helper()
	var b bytes.Buffer
	if err := page.Page(&b, i); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func parsed(t *testing.T, i export.Item) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(written(t, i)))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func elements(n *html.Node) (out []*html.Node) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode {
			out = append(out, d)
		}
	}
	return out
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attr(n, "class")), class)
}

// words are what a part of the page says, without the letters of speakers and what is for those alone who listen.
func words(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if has(n, "letter") || has(n, "unseen") {
		return ""
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(words(c))
	}
	return b.String()
}

func find(n *html.Node, is func(*html.Node) bool) *html.Node {
	for _, e := range elements(n) {
		if is(e) {
			return e
		}
	}
	return nil
}

func tag(name string) func(*html.Node) bool { return func(n *html.Node) bool { return n.Data == name } }
