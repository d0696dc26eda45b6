// Package format says what a format of articles is: how a file of it is told from others, and what reads the articles
// in it, one or many. The packages beside it are the formats, each with a row or more for the table that package source
// makes of them all.
//
// It promises that a file is told by its first bytes without waiting for more, that no more of it is held at a time
// than its limit, and that every error is one line that says what to do.
package format

import (
	"fmt"
	"io"
	"slices"

	"hearsay/articles"
)

// Format is one of the ways articles are written down: a row of the table. A format that is only refused today is read
// once its row has a reader.
type Format struct {
	// Name is what one file of it is, with an article: "an RSS feed".
	Name string
	// Endings are those of its files' names, in lower case, with the dot.
	Endings []string
	// Looks reports whether a file is of the format by how it begins; nil where only the ending tells. It must be sure:
	// prose that is refused is worse than another format that is read as prose.
	Looks func(Sample) bool
	// Read reads the articles of a file; nil where the format is refused.
	Read Reader
	// Unpack is what comes out of a file that is one other file, packed; nil where it is none.
	Unpack func(io.Reader) (io.Reader, error)
	// Aside is true for files that stand beside articles and hold none, such as the pictures of a page: in a folder or an
	// archive they are passed over.
	Aside bool
	// Many is true where a file may hold several articles.
	Many bool
	// Hint is what to do with a file that is refused, a clause in lower case.
	Hint string
	// About says what is read of a file, for the list of formats; it may be empty.
	About string
	// Binary is true for what is no text in any encoding. Its ending says nothing of a file that is text.
	Binary bool
}

// Reader reads the articles of a file. It yields what is wrong with one article and goes on; what it returns ends the
// file. Where yield says false nobody reads on.
type Reader func(f *File, yield Yield) error

// Yield takes an article, or what is wrong with one, and says whether to go on.
type Yield func(Entry) bool

// Entry is an article of a file, or what is wrong with it.
type Entry struct {
	Article articles.Article
	// Position is where it stands: the file's name, and behind a # the number of the article in it, or the line in a
	// file of lines, from 1: "news.zip#march.jsonl#12". Empty stands for the file's name.
	Position string
	Err      error
}

// IsRead reports whether articles are read of files of the format.
func (f Format) IsRead() bool { return f.Read != nil || f.Unpack != nil }

// Has reports whether a name's ending is one of the format's.
func (f Format) Has(ending string) bool { return slices.Contains(f.Endings, ending) }

// Refuse tells that a file is of a format that cannot be read.
func (f Format) Refuse(name string) error {
	err := ErrFormat
	if f.Binary {
		err = ErrBinary
	}
	return &Error{Name: name, Err: fmt.Errorf("%w but %s", err, f.Name), Hint: f.Hint}
}

// HintSave is what to do with most documents.
const HintSave = "save it as plain text, Markdown or a web page"

// HintRows is what to do with articles that stand in rows or in objects of another shape.
const HintRows = `write each article as a line such as {"id": "a1", "text": "…"} into a file that ends in .jsonl`
