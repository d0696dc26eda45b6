package mail

import (
	"cmp"
	"strings"

	"hearsay/articles"
	"hearsay/articles/source/details"
	"hearsay/articles/source/format"
	"hearsay/articles/source/pages"
)

// readSaved reads a page that a browser saved in the form of a message: the page, and none of what belongs to it.
func readSaved(f *format.File, yield format.Yield) error {
	data, err := f.Bytes()
	if err != nil {
		return err
	}
	p := partOf(data)
	location := details.WebAddress(p.header["snapshot-content-location"])
	page, ok := p.page(location)
	a := articles.Article{}
	if ok {
		var s string
		if s, ok = page.text(); ok {
			var note string
			if a, note, ok = pages.Read(s); note != "" {
				f.Tell(f.Name, note)
			}
		}
	}
	if !ok {
		return &format.Error{Name: f.Name, Err: format.ErrNoArticle,
			Hint: "save the whole page once it is shown, or copy its text"}
	}
	a.Address = cmp.Or(a.Address, location, details.WebAddress(page.header["content-location"]))
	if a.Title == "" {
		a.Title = details.Flat(words(p.header["subject"]))
	}
	yield(format.Entry{Article: a, Position: f.Name})
	return nil
}

// page is the part that is the page: the one that the message begins with by its word, the one of its address, or the
// first that is a page.
func (p part) page(location string) (found part, ok bool) {
	start := strings.Trim(p.params["start"], "<>")
	best := 0
	for _, l := range p.leaves() {
		rank := 1
		switch {
		case l.kind != "text/html" && l.kind != "application/xhtml+xml":
			continue
		case start != "" && strings.Trim(l.header["content-id"], "<> ") == start:
			rank = 3
		case location != "" && details.WebAddress(l.header["content-location"]) == location:
			rank = 2
		}
		if rank > best {
			found, ok, best = l, true, rank
		}
	}
	return found, ok
}
