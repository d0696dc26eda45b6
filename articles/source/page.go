package source

import (
	"hearsay/articles"
	"hearsay/articles/source/pages"
)

// readPage makes an article of the main text of a web page.
func readPage(name, s string) (articles.Article, error) {
	a, ok := pages.Read(s)
	if !ok {
		return a, &Error{Name: name, Err: ErrNoArticle, Hint: "save the whole page once it is shown, or copy its text"}
	}
	return a, nil
}
