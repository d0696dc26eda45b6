package documents

import (
	"encoding/xml"
	"net/url"
	"path"
	"strings"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
	"hearsay/articles/source/details"
	"hearsay/articles/source/format"
	"hearsay/articles/source/pages"
)

// book is what the package document of an EPUB book tells.
type book struct {
	title, author, outlet, date string
	parts                       map[string]string // paths of its pages, by their ids
	nav                         map[string]bool   // those that are lists of contents
	spine                       []string          // ids, in reading order
}

// readBook reads an EPUB book: each of its chapters is an article. One that cannot be read is told, and the next one
// follows.
func readBook(f *format.File, yield format.Yield) error {
	archive, err := openArchive(f)
	if err != nil {
		return err
	}
	root := ""
	if data, err := archive.part("META-INF/container.xml"); err == nil {
		tokens(data, func(t xml.Token) {
			if e, ok := t.(xml.StartElement); ok && e.Name.Local == "rootfile" && root == "" {
				root = value(e, "full-path")
			}
		})
	}
	data, err := archive.part(root)
	if err != nil {
		return err
	}
	b := readPackage(data, path.Dir(root))
	chapters := 0
	for n, id := range b.spine {
		if b.nav[id] {
			continue
		}
		found, err := archive.chapter(b.parts[id])
		if err == nil && len(found) == 0 {
			continue // a cover, or a page of pictures
		}
		chapters++
		entry := format.Entry{Position: f.Position(n + 1), Err: err}
		if err == nil {
			entry.Article = b.article(found)
			entry.Article.ID = f.ID(n + 1)
		}
		if !yield(entry) {
			return nil
		}
	}
	if chapters == 0 {
		return &format.Error{Name: f.Name, Err: format.ErrEmpty, Hint: hintWords}
	}
	return nil
}

// chapter are the blocks of a page of a book.
func (a archive) chapter(name string) ([]blocks.Block, error) {
	data, err := a.part(name)
	if err != nil {
		return nil, err
	}
	text, ok := format.Decode(data, true)
	if !ok {
		return nil, a.file.Undecodable()
	}
	return pages.Fragment(text), nil
}

// article makes an article of a chapter. A book of one chapter has the chapter's title, or its own.
func (b book) article(found []blocks.Block) articles.Article {
	a := articles.Article{Byline: details.Names(b.author, ""), Outlet: b.outlet, Date: details.Date(b.date)}
	if found[0].Role == articles.Heading && len(found) > 1 {
		a.Title, found = found[0].Words, found[1:]
	} else {
		a.Title = b.title
	}
	if a.Outlet == "" && a.Title != b.title {
		a.Outlet = b.title
	}
	blocks.Compose(&a, found)
	return a
}

// mostChapters is how many parts a book may have.
const mostChapters = 1 << 16

// readPackage reads the package document, which stands in a folder of the archive.
func readPackage(data []byte, folder string) book {
	b := book{parts: map[string]string{}, nav: map[string]bool{}}
	var into *string
	tokens(data, func(t xml.Token) {
		switch t := t.(type) {
		case xml.StartElement:
			into = b.field(t)
			b.take(t, folder)
		case xml.EndElement:
			into = nil
		case xml.CharData:
			if into != nil {
				*into = details.Flat(string(t))
			}
		}
	})
	return b
}

// field is where the text of an element goes; nil where nowhere. Only the first of each counts.
func (b *book) field(t xml.StartElement) *string {
	fields := map[string]*string{"title": &b.title, "creator": &b.author, "publisher": &b.outlet, "date": &b.date}
	if into := fields[t.Name.Local]; into != nil && *into == "" {
		return into
	}
	return nil
}

func (b *book) take(t xml.StartElement, folder string) {
	switch t.Name.Local {
	case "item":
		name, err := url.PathUnescape(value(t, "href"))
		if err != nil {
			name = value(t, "href")
		}
		id := value(t, "id")
		b.parts[id] = strings.TrimPrefix(path.Join(folder, name), "./")
		b.nav[id] = strings.Contains(" "+value(t, "properties")+" ", " nav ")
	case "itemref":
		if value(t, "linear") != "no" && len(b.spine) < mostChapters {
			b.spine = append(b.spine, value(t, "idref"))
		}
	}
}
