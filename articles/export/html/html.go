// Package html writes an article as a page of its own: the text with every quote in its speaker's colour, and beside it
// the speakers, how much of what is quoted is theirs, the positions they take, and why each quote is taken to be
// theirs.
//
// It promises a page that is whole in one file, without script and without anything from elsewhere, and that says so to
// the browser; that nothing of an article becomes markup; that whatever colour tells is told by letters, lines and
// words too; and that it can be read on light and dark screens, on narrow ones, on paper, and aloud.
package html

import (
	"bufio"
	_ "embed"
	"fmt"
	"html/template"
	"io"

	"hearsay/articles/export"
)

//go:embed page.html
var pageSource string

//go:embed page.css
var style string

var page = template.Must(template.New("page").Parse(pageSource))

// Page writes the page of an article.
func Page(w io.Writer, i export.Item) error {
	b := bufio.NewWriter(w)
	if err := page.Execute(b, viewOf(i)); err != nil {
		return fmt.Errorf("writing the page: %w", err)
	}
	return b.Flush()
}
