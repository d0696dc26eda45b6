package pages

import (
	"strings"

	"golang.org/x/net/html"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
	"hearsay/articles/source/details"
)

// looseBlocks reads a page as a run of tags, of which only those matter that end a block or hide what is in them.
func looseBlocks(a *articles.Article, s string) []blocks.Block {
	w := &blocks.Writer{}
	z := html.NewTokenizer(strings.NewReader(s))
	hidden, inTitle := "", false
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.End(articles.Body)
			return clean(w.Blocks, "", "")
		case html.TextToken:
			switch {
			case inTitle && a.Title == "":
				a.Title = details.Flat(strings.ToValidUTF8(string(z.Text()), "\uFFFD"))
			case hidden == "" && !inTitle:
				w.Text(html.UnescapeString(strings.ToValidUTF8(string(z.Raw()), "\uFFFD")), false)
			}
		case html.StartTagToken:
			tag, _ := z.TagName()
			name := string(tag)
			inTitle = name == "title"
			if hidden == "" && hides[name] {
				hidden = name
			}
			looseEdge(w, name)
		case html.EndTagToken:
			tag, _ := z.TagName()
			inTitle = false
			if hidden == string(tag) {
				hidden = ""
			}
			looseEdge(w, string(tag))
		case html.SelfClosingTagToken:
			tag, _ := z.TagName()
			looseEdge(w, string(tag))
		}
	}
}

// looseEdge ends a block where a tag does.
func looseEdge(w *blocks.Writer, tag string) {
	switch {
	case tag == "br":
		w.LineBreak(articles.Body)
	case !isInline(tag):
		w.End(articles.Body)
	}
}
