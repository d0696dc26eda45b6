package pages

import (
	"strings"

	"golang.org/x/net/html"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
)

// Lines are the words of a page, each block in a line of its own between empty ones, for those who look for other
// things in it than its main text.
func Lines(s string) string {
	w := &blocks.Writer{}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		var a articles.Article
		w.Blocks = looseBlocks(&a, s)
	} else {
		Walk(w, doc, articles.Body)
		w.End(articles.Body)
	}
	var b strings.Builder
	for _, x := range w.Blocks {
		b.WriteString(x.Words)
		b.WriteString("\n\n")
	}
	return b.String()
}
