// Package pages reads web pages: it finds the main text of a page and leaves out what stands around it.
package pages

import (
	"cmp"
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
	"hearsay/articles/source/details"
)

// What marks a block as no part of the article.
const (
	mostlyLinks  = 0.6 // of its bytes
	shortestTail = 60  // code points under which a last block must at least end a sentence
)

// mostTags is how many tags a page may have and still be made a tree of: each costs some hundred bytes there, and pages
// of outlets have a hundredth of it.
const mostTags = 1 << 19

// Read makes an article of the main text of a web page in UTF-8, and reports whether there is any.
func Read(s string) (a articles.Article, ok bool) {
	found := pageBlocks(&a, s)
	if len(found) == 0 {
		return a, false
	}
	blocks.Compose(&a, found)
	return a, true
}

// pageBlocks finds the main text of a page and what the page tells of it. A page that the parser refuses, as it does
// where hundreds of elements stand in each other, or one that is too big for it, is read without its structure.
func pageBlocks(a *articles.Article, s string) []blocks.Block {
	if strings.Count(s, "<") > mostTags {
		return looseBlocks(a, s)
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return looseBlocks(a, s)
	}
	m := readMeta(doc)
	a.Address = m.address
	found, err := mainBlocks(a, doc, m)
	if err != nil || len(found) == 0 {
		w := &blocks.Writer{}
		walk(w, doc, articles.Body, false)
		w.End(articles.Body)
		found = clean(w.Blocks)
	}
	a.Title = cmp.Or(a.Title, m.title)
	a.Outlet = cmp.Or(a.Outlet, m.outlet)
	if a.Date.IsZero() {
		a.Date = m.date
	}
	return found
}

// mainBlocks has the main text found by readability. It is other people's code that meets any page at all, so that a
// panic in it must not end the program.
func mainBlocks(a *articles.Article, doc *html.Node, m meta) (main []blocks.Block, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("finding the main text: %v", p)
		}
	}()
	address, err := url.Parse(m.address)
	if err != nil {
		address = &url.URL{}
	}
	parser := readability.NewParser()
	parser.KeepClasses = true // some of them tell captions
	found, err := parser.ParseDocument(doc, address)
	if err != nil || found.Node == nil {
		return nil, err
	}
	a.Title, a.Outlet = details.Flat(found.Title()), details.Flat(found.SiteName())
	a.Byline = details.Authors(found.Byline())
	if t, err := found.PublishedTime(); err == nil {
		a.Date = t
	}
	w := &blocks.Writer{}
	walk(w, found.Node, articles.Body, false)
	w.End(articles.Body)
	return clean(w.Blocks), nil
}

// clean takes out what stands around an article: blocks that are mostly links or hold no word, the word or two that
// label a picture, and short lines after the last sentence. Captions stay, as such.
func clean(all []blocks.Block) []blocks.Block {
	var kept []blocks.Block
	for i, b := range all {
		label := i+1 < len(all) && all[i+1].Role == articles.Caption && strings.Count(b.Words, " ") < 2 && unended(b)
		linked := float64(b.Linked) > mostlyLinks*float64(len(b.Words)) && b.Role != articles.Caption
		if !label && !linked && strings.ContainsFunc(b.Words, unicode.IsLetter) {
			kept = append(kept, b)
		}
	}
	for len(kept) > 1 && isTail(kept[len(kept)-1]) {
		kept = kept[:len(kept)-1]
	}
	return kept
}

// isTail reports whether a last block is no part of the article: "Read more", "Share this", a heading over nothing.
func isTail(b blocks.Block) bool {
	return b.Role == articles.Heading || b.Role != articles.Caption && unended(b)
}

// unended reports whether a block is short and ends no sentence.
func unended(b blocks.Block) bool {
	last, _ := utf8.DecodeLastRuneInString(b.Words)
	return utf8.RuneCountInString(b.Words) < shortestTail && !strings.ContainsRune(`.!?…"'”’»)。！？`, last)
}

// looseBlocks reads a page as a run of tags, of which only those matter that end a block or hide what is in them.
func looseBlocks(a *articles.Article, s string) []blocks.Block {
	w := &blocks.Writer{}
	z := html.NewTokenizer(strings.NewReader(s))
	hidden, inTitle := "", false
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.End(articles.Body)
			return clean(w.Blocks)
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
