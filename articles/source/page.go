package source

import (
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/itlightning/dateparse"
	"golang.org/x/net/html"

	"hearsay/articles"
)

// What marks a block as no part of the article.
const (
	mostlyLinks  = 0.6 // of its bytes
	shortestTail = 60  // code points under which a last block must at least end a sentence
)

// mostTags is how many tags a page may have and still be made a tree of: each costs some hundred bytes there, and pages
// of outlets have a hundredth of it.
const mostTags = 1 << 19

// readPage makes an article of the main text of a web page.
func readPage(name, s string) (articles.Article, error) {
	var a articles.Article
	blocks := pageBlocks(&a, s)
	if len(blocks) == 0 {
		return a, &Error{Name: name, Err: ErrNoArticle, Hint: "save the whole page once it is shown, or copy its text"}
	}
	compose(&a, blocks)
	return a, nil
}

// pageBlocks finds the main text of a page and what the page tells of it. A page that the parser refuses, as it does
// where hundreds of elements stand in each other, or one that is too big for it, is read without its structure.
func pageBlocks(a *articles.Article, s string) []block {
	if strings.Count(s, "<") > mostTags {
		return looseBlocks(a, s)
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return looseBlocks(a, s)
	}
	m := readMeta(doc)
	a.Address = m.address
	blocks, err := mainBlocks(a, doc, m)
	if err != nil || len(blocks) == 0 {
		w := &writer{}
		walk(w, doc, articles.Body, false)
		w.end(articles.Body)
		blocks = clean(w.blocks)
	}
	a.Title = either(a.Title, m.title)
	a.Outlet = either(a.Outlet, m.outlet)
	if a.Date.IsZero() {
		a.Date = m.date
	}
	return blocks
}

// mainBlocks has the main text found by readability. It is other people's code that meets any page at all, so that a
// panic in it must not end the program.
func mainBlocks(a *articles.Article, doc *html.Node, m meta) (blocks []block, err error) {
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
	a.Title, a.Byline, a.Outlet = flat(found.Title()), authors(found.Byline()), flat(found.SiteName())
	if t, err := found.PublishedTime(); err == nil {
		a.Date = t
	}
	w := &writer{}
	walk(w, found.Node, articles.Body, false)
	w.end(articles.Body)
	return clean(w.blocks), nil
}

// clean takes out what stands around an article: blocks that are mostly links or hold no word, the word or two that
// label a picture, and short lines after the last sentence. Captions stay, as such.
func clean(blocks []block) []block {
	var kept []block
	for i, b := range blocks {
		label := i+1 < len(blocks) && blocks[i+1].role == articles.Caption && strings.Count(b.words, " ") < 2 && unended(b)
		linked := float64(b.linked) > mostlyLinks*float64(len(b.words)) && b.role != articles.Caption
		if !label && !linked && strings.ContainsFunc(b.words, unicode.IsLetter) {
			kept = append(kept, b)
		}
	}
	for len(kept) > 1 && isTail(kept[len(kept)-1]) {
		kept = kept[:len(kept)-1]
	}
	return kept
}

// isTail reports whether a last block is no part of the article: "Read more", "Share this", a heading over nothing.
func isTail(b block) bool {
	return b.role == articles.Heading || b.role != articles.Caption && unended(b)
}

// unended reports whether a block is short and ends no sentence.
func unended(b block) bool {
	last, _ := utf8.DecodeLastRuneInString(b.words)
	return utf8.RuneCountInString(b.words) < shortestTail && !strings.ContainsRune(`.!?…"'”’»)。！？`, last)
}

// looseBlocks reads a page as a run of tags, of which only those matter that end a block or hide what is in them.
func looseBlocks(a *articles.Article, s string) []block {
	w := &writer{}
	z := html.NewTokenizer(strings.NewReader(s))
	hidden, inTitle := "", false
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.end(articles.Body)
			return clean(w.blocks)
		case html.TextToken:
			switch {
			case inTitle && a.Title == "":
				a.Title = flat(strings.ToValidUTF8(string(z.Text()), "\uFFFD"))
			case hidden == "" && !inTitle:
				w.text(html.UnescapeString(strings.ToValidUTF8(string(z.Raw()), "\uFFFD")), false)
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
func looseEdge(w *writer, tag string) {
	switch {
	case tag == "br":
		w.lineBreak(articles.Body)
	case !isInline(tag):
		w.end(articles.Body)
	}
}

// date reads a date as pages and front matters write it; the zero time where it is none.
func date(s string) (t time.Time) {
	if s = strings.TrimSpace(s); len(s) < 6 || len(s) > 64 {
		return t
	}
	defer func() {
		if recover() != nil {
			t = time.Time{}
		}
	}()
	parsed, err := dateparse.ParseAny(s)
	if err != nil || parsed.Year() < 1000 || parsed.Year() > 9999 {
		return t
	}
	return parsed
}
