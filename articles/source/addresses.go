package source

import (
	"errors"
	"fmt"
	"iter"
	"strings"

	"hearsay/articles"
	"hearsay/articles/source/fetch"
	"hearsay/articles/source/format"
)

// IsAddress reports whether a name is an address on the web.
func IsAddress(name string) bool { return fetch.IsAddress(name) }

// fetched reads the articles of a page of the web as Read does those of a file. An article that does not tell its
// address has that of its page.
func (r *Reader) fetched(address string) iter.Seq2[articles.Article, error] {
	return func(yield func(articles.Article, error) bool) {
		r.position = address
		page, err := r.Fetch(address)
		if err != nil {
			yield(articles.Article{}, &Error{Name: address, Err: fmt.Errorf("cannot be fetched: %w", err),
				Hint: hintOf(err)})
			return
		}
		row := &format.Room{}
		f, of, err := r.recognise(address, page.Name, page.Reader(), row)
		r.articles(address, f, of, err, func(e format.Entry) bool {
			if r.position = e.Position; e.Article.Address == "" {
				e.Article.Address = page.Address
			}
			return yield(e.Article, withoutScripts(e.Err))
		})
	}
}

// withoutScripts says of a page without text why that may be so.
func withoutScripts(err error) error {
	var e *Error
	if errors.As(err, &e) && errors.Is(err, ErrNoArticle) {
		return &Error{Name: e.Name, Err: e.Err, Hint: "a page that scripts fill has no text without them: open it in a " +
			"browser, save it there, and give the file"}
	}
	return err
}

// hintOf says what to do where a page could not be fetched.
func hintOf(err error) string {
	switch text := err.Error(); {
	case errors.Is(err, fetch.ErrPrivate):
		return "--allow-private lets Hearsay ask it"
	case errors.Is(err, fetch.ErrRefused) && strings.Contains(text, " 4") && !strings.Contains(text, "404"):
		return "open it in a browser, save it there, and give the file"
	case errors.Is(err, fetch.ErrRefused) && strings.Contains(text, "404"):
		return "check the address"
	}
	return "check the address and the network, or save the page in a browser and give the file"
}
