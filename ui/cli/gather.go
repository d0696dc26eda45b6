package cli

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"hearsay/articles"
	"hearsay/articles/samples"
	"hearsay/articles/source"
	"hearsay/ui/cli/oneline"
	"hearsay/ui/reader"
	"hearsay/ui/reader/opening"
)

const (
	// glance is how long the reader waits for its first article before it takes the screen without it. Nearly every
	// file is there by then, so that one that cannot be read is told of on the plain terminal.
	glance = 50 * time.Millisecond
	// mostOffered is the most articles that one file adds to the list to choose from.
	mostOffered = 1000
)

// gathered are the articles that the reader can be opened with, what is wrong with the others, and what else there is
// to say about them.
type gathered struct {
	items         []reader.Item
	faults, notes []string
}

// gather makes items of the inputs. The first of them, files that hold several articles and what is no file at all are
// read now; the others when the reader comes to them.
func (p *program) gather(inputs []input) gathered {
	var g gathered
	for i, in := range inputs {
		switch {
		case in.sample:
			g.items = append(g.items, sampleItem(in.name))
		case in.err != nil:
			g.faults = append(g.faults, in.err.Error())
		case in.key != "":
			g.items = append(g.items, p.storedItem(in))
		case isAddress(in.name):
			g.fetched(p, in)
		case i > 0 && in.name != standardInput && isFile(in.name) && !source.Many(in.name):
			g.later(in.name, p.reading)
		default:
			g.now(p, in)
		}
	}
	return g
}

// later makes an item of a file that the reader reads when it comes there. One that is of a format which cannot be read
// is told of now, on the plain terminal; one whose name says that it can be is not looked at, since there may be
// thousands.
func (g *gathered) later(path string, o source.Options) {
	if !source.Readable(path) {
		if err := source.Refused(path); err != nil {
			g.faults = append(g.faults, err.Error())
			return
		}
	}
	g.items = append(g.items, fileItem(path, o))
}

// sampleItems are all built-in articles.
func sampleItems() []reader.Item {
	var items []reader.Item
	for _, name := range sampleNames() {
		items = append(items, sampleItem(name))
	}
	return items
}

func sampleItem(name string) reader.Item {
	item := reader.Item{Name: name, Section: "Built in", Ref: sampleRef + name,
		Open: func(context.Context) (articles.Article, error) { return samples.Open(name) }}
	for _, s := range samples.All() {
		if s.Name == name {
			item.Name, item.About = s.Title, s.About
			if a, err := samples.Open(name); err == nil {
				item.Outlet, item.Date = a.Outlet, a.Date
			}
		}
	}
	return item
}

// addressItem is a page of the web, which is fetched when the reader comes to it.
func addressItem(address string, o source.Options) reader.Item {
	return reader.Item{Name: oneline.Clean(address), Ref: addressRef + address, Far: true,
		Open: func(context.Context) (articles.Article, error) {
			r := source.Reader{Options: o}
			return source.First(r.Open(address))
		}}
}

func fileItem(path string, o source.Options) reader.Item {
	if isAddress(path) {
		return addressItem(path, o)
	}
	whole, err := filepath.Abs(path)
	if err != nil {
		whole = path
	}
	return reader.Item{Name: oneline.Clean(filepath.Base(path)), Facts: opening.Facts{About: folderOf(path)},
		Ref: fileRef + whole, Open: func(context.Context) (articles.Article, error) {
			r := source.Reader{Options: o}
			return source.First(r.Open(path))
		}}
}

// folderOf is the folder a file's name names, if it does.
func folderOf(path string) string {
	if folder := filepath.Dir(path); folder != "." {
		return oneline.Clean(folder)
	}
	return ""
}

// isFile reports whether there is something to read under a name, now that it can be told on the plain terminal.
func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

// now reads an input beside the caller. What is not there at a glance becomes an item that waits for it, unless
// it has begun to give one article after the other: then all of them are waited for.
func (g *gathered) now(p *program, in input) {
	found := make(chan reading)
	go func() {
		defer close(found)
		var notes []string
		r := source.Reader{Options: p.reading}
		n := 0
		r.Note = func(position, note string) { notes = append(notes, placeOf(position)+": "+note) }
		for a, err := range p.readInput(&r, in) {
			if n++; n > mostOffered {
				err = errors.New(nameOf(in) + ": it holds more articles than the reader offers; only the first 1,000 are listed")
			}
			found <- reading{article: a, err: err, told: notes}
			notes = nil
			if n > mostOffered {
				return
			}
		}
	}()
	select {
	case first, ok := <-found:
		for ; ok; first, ok = <-found {
			g.take(in, first)
		}
	case <-time.After(glance):
		g.items = append(g.items, awaitedItem(in, found))
	}
}

// fetched makes items of the articles of an address, which are waited for: what keeps them from being read is told on
// the plain terminal.
func (g *gathered) fetched(p *program, in input) {
	var told []string
	r := source.Reader{Options: p.reading}
	r.Note = func(position, note string) { told = append(told, placeOf(position)+": "+note) }
	for a, err := range p.readInput(&r, in) {
		if len(g.items) == mostOffered {
			break
		}
		g.take(in, reading{article: a, err: err, told: told})
		told = nil
	}
}

func (g *gathered) take(in input, r reading) {
	g.notes = append(g.notes, r.told...)
	if r.err != nil {
		g.faults = append(g.faults, r.err.Error())
		return
	}
	item := fileItem(nameOf(in), source.Options{})
	switch many := in.name != standardInput && source.Many(in.name); {
	case isAddress(in.name):
		item.Name, item.Ref = oneline.Clean(r.article.Headline()), addressRef+cmp.Or(r.article.Address, in.name)
		item.Far = false // it is here
	case many:
		item.Ref = withinRef + strings.TrimPrefix(item.Ref, fileRef) + "\n" + r.article.ID
		fallthrough
	case in.name == standardInput:
		item.Name, item.About = oneline.Clean(cmp.Or(r.article.Title, r.article.ID)), item.Name
	}
	item.Outlet, item.Date = oneline.Clean(r.article.Outlet), r.article.Date
	item.Open = func(context.Context) (articles.Article, error) { return r.article, nil }
	g.items = append(g.items, item)
}

// awaitedItem is an article that is still to come. Where several come after all, the first is shown: the list of
// articles is closed once the reader has begun.
func awaitedItem(in input, found <-chan reading) reader.Item {
	item := fileItem(nameOf(in), source.Options{})
	item.Open = func(ctx context.Context) (articles.Article, error) {
		select {
		case r, ok := <-found:
			if !ok {
				return articles.Article{}, errors.New(nameOf(in) + ": empty; give a file with an article in it")
			}
			go drain(found)
			return r.article, r.err
		case <-ctx.Done():
			return articles.Article{}, ctx.Err()
		}
	}
	return item
}

// drain lets whoever sends come to an end.
func drain(found <-chan reading) {
	for range found {
	}
}

func nameOf(in input) string {
	if in.name == standardInput {
		return "standard input"
	}
	return in.name
}
