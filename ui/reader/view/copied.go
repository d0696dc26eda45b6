package view

import (
	"strings"

	"hearsay/ui/reader/cells"
)

// Attribution tells who said a quote, and in which article.
func (f *Findings) Attribution(quote int) string {
	var names []string
	for _, s := range f.Doc.Quotes[quote].Speakers {
		names = append(names, f.Doc.Speakers[s].Name)
	}
	who := strings.Join(names, " and ")
	if who == "" {
		who = "speaker unknown"
	}
	parts := []string{who}
	if f.Article.Title != "" {
		parts = append(parts, "“"+f.Article.Title+"”")
	}
	if a := About(f.Article, true); a != "" {
		parts = append(parts, a)
	}
	if f.Article.Address != "" {
		parts = append(parts, f.Article.Address)
	}
	return cells.Clean(strings.Join(parts, ", "))
}
