package pages

import (
	"strings"

	"golang.org/x/net/html"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
)

// Fragment is the text of markup that is an article and nothing else, as feeds and agencies hand it out: all of it but
// what is hidden, mostly links, or hangs over at the end.
func Fragment(s string) []blocks.Block {
	var a articles.Article
	if strings.Count(s, "<") > mostTags {
		return looseBlocks(&a, s)
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return looseBlocks(&a, s)
	}
	w := &blocks.Writer{}
	walk(w, doc, articles.Body, false)
	w.End(articles.Body)
	return clean(w.Blocks, "", "")
}
