package cli

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"hearsay/articles"
	"hearsay/articles/export/told"
	"hearsay/articles/library"
	"hearsay/ui/cli/oneline"
	"hearsay/ui/reader"
)

// offer is what there is to read where nobody named anything: the articles of the library, those that were added last
// first, and the built-in ones.
func (p *program) offer() gathered {
	var g gathered
	lib, err := p.openLibrary(context.Background(), false)
	var all []library.Summary
	if err == nil {
		all, err = lib.List(context.Background(), mostOffered+1)
	}
	if err != nil && !errors.Is(err, library.ErrMissing) {
		g.faults = append(g.faults, err.Error())
	}
	if len(all) > mostOffered {
		all = all[:mostOffered]
		g.notes = append(g.notes, "only the 1,000 articles that were added last are listed: hearsay list shows all, "+
			"hearsay KEY opens any")
	}
	for _, s := range all {
		g.items = append(g.items, reader.Item{Name: oneline.Clean(s.Headline), About: oneline.Clean(aboutStored(s)),
			Open: p.openStored(s.Key)})
	}
	g.items = append(g.items, sampleItems()...)
	return g
}

// aboutStored says where an article comes from and what is in it.
func aboutStored(s library.Summary) string {
	var parts []string
	for _, part := range []string{s.Outlet, dayOf(s.Date)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if s.Engine != "" {
		parts = append(parts, told.Count(s.Quotes, "quote"))
	}
	return strings.Join(parts, " · ")
}

// storedItem is an article of the library that was named on the command line.
func (p *program) storedItem(in input) reader.Item {
	a, err := p.stored(in)
	if err != nil {
		return reader.Item{Name: in.key, Open: p.openStored(in.key)} // the reader tells of it when it comes there
	}
	return reader.Item{Name: oneline.Clean(a.Headline()), About: oneline.Clean(cmp.Or(a.Outlet, a.Byline)),
		Open: p.openStored(in.key)}
}

func (p *program) openStored(key string) func(context.Context) (articles.Article, error) {
	return func(context.Context) (articles.Article, error) { return p.stored(input{key: key}) }
}
