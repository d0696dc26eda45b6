// Package pages reads web pages: it finds the main text of a page, its title, standfirst and authors, and leaves out
// what stands around them: the consent to cookies, comments, newsletters, what else there is to read, notes on the
// author.
//
// It promises that whatever a page is made of, reading ends, in time proportional to its length, and that every word of
// the article is one of the page.
package pages

import (
	"cmp"
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
	"hearsay/articles/source/details"
)

// mostTags is how many tags a page may have and still be made a tree of: each costs some hundred bytes there, and pages
// of outlets have a hundredth of it.
const mostTags = 1 << 19

// Read makes an article of the main text of a web page in UTF-8, and reports whether there is any. note tells what a
// reader should know of it: that it is no more than the beginning; empty for most.
func Read(s string) (a articles.Article, note string, ok bool) {
	p := page{}
	p.read(s)
	if len(p.main) == 0 {
		return articles.Article{}, "", false
	}
	blocks.Compose(&p.article, p.main)
	if p.stub {
		note = stubNote
	}
	return p.article, note, true
}

// stubNote is told of a page that holds no more than the beginning of its article.
const stubNote = "only the beginning is in the page, the rest is for subscribers; save the page once all of it is shown"

// page is what is found in a page.
type page struct {
	article articles.Article
	main    []blocks.Block
	stub    bool
	shown   string // who wrote the article, by what the page shows
}

// read finds the main text of a page and what the page tells of it. A page that the parser refuses, as it does where
// hundreds of elements stand in each other, or one that is too big for it, is read without its structure.
func (p *page) read(s string) {
	if strings.Count(s, "<") > mostTags {
		p.main = looseBlocks(&p.article, s)
		return
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		p.main = looseBlocks(&p.article, s)
		return
	}
	p.stub = saysStub(doc)
	m, l := readMeta(doc), readLinked(doc)
	p.article.Address = cmp.Or(m.address, l.address)
	setApart(doc)
	p.shown = shownAuthors(doc, headingOf(doc))
	prepare(doc, true)
	p.find(doc, m, l)
	if wordsIn(p.main) < fewestWordsOfPage {
		// What was taken out may have been the article after all.
		if whole, err := html.Parse(strings.NewReader(s)); err == nil {
			p.again(whole, m, l)
		}
	}
	p.fromBody(l)
	p.stub = p.isStub(l)
}

// fewestWordsOfPage is how many words of an article are few enough to look for more in what was thought to be none.
const fewestWordsOfPage = 25

// again reads a page with all that stands in it, and keeps what is found if it is more.
func (p *page) again(doc *html.Node, m meta, l linked) {
	second := page{article: articles.Article{Address: p.article.Address}, shown: p.shown}
	prepare(doc, false)
	second.find(doc, m, l)
	if wordsIn(second.main) > 2*wordsIn(p.main) {
		second.stub = p.stub
		*p = second
	}
}

// find finds the main text and what stands at its head.
func (p *page) find(doc *html.Node, m meta, l linked) {
	a := &p.article
	found, err := mainText(doc, a.Address)
	a.Outlet = cmp.Or(details.Flat(found.outlet), m.outlet, l.outlet)
	heading := headingOf(doc)
	words := ""
	if heading != nil {
		words = textOf(heading, 1<<10)
	}
	a.Title = chooseTitle(cmp.Or(found.title, l.title, m.title), words, a.Outlet, a.Address)
	a.Byline = authorsOf(p.shown, l, m, found.byline, a.Outlet)
	if a.Date = m.date; a.Date.IsZero() {
		a.Date = details.Date(l.date)
	}
	root := found.node
	if err != nil || root == nil {
		root = doc
	}
	w := &blocks.Writer{}
	Walk(w, root, articles.Body)
	w.End(articles.Body)
	p.main = clean(w.Blocks, a.Byline, a.Outlet)
	if len(p.main) > 1 && p.main[0].Role == articles.Heading && isBlank(a.Title, a.Outlet, a.Address) {
		a.Title, p.main = p.main[0].Words, p.main[1:]
	}
	if len(p.main) > 0 {
		p.main = append(standfirsts(heading, p.main), p.main...)
	}
}

// found is what readability finds.
type found struct {
	title, byline, outlet string
	node                  *html.Node
}

// mainText has the main text found by readability. It is other people's code that meets any page at all, so that a
// panic in it must not end the program.
func mainText(doc *html.Node, address string) (f found, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("finding the main text: %v", p)
		}
	}()
	base, err := url.Parse(address)
	if err != nil {
		base = &url.URL{}
	}
	parser := readability.NewParser()
	parser.KeepClasses = true // some of them tell captions
	article, err := parser.ParseDocument(doc, base)
	if err != nil {
		return f, err
	}
	return found{article.Title(), article.Byline(), article.SiteName(), article.Node}, nil
}

// wordsIn counts the words of blocks.
func wordsIn(all []blocks.Block) (n int) {
	for _, b := range all {
		n += strings.Count(b.Words, " ") + 1
	}
	return n
}

// fromBody takes the text that the page gives for machines where that is more than was found.
func (p *page) fromBody(l linked) {
	if l.body == "" || strings.Count(l.body, " ") < 2*wordsIn(p.main) {
		return
	}
	main := textBlocks(l.body)
	if wordsIn(main) < 2*wordsIn(p.main) {
		return
	}
	p.main = clean(main, p.article.Byline, p.article.Outlet)
}

// textBlocks are the blocks of a text that may have markup.
func textBlocks(s string) []blocks.Block {
	w := &blocks.Writer{}
	if strings.Contains(s, "</p>") || strings.Contains(s, "<br") {
		if doc, err := html.Parse(strings.NewReader(s)); err == nil {
			Walk(w, doc, articles.Body)
			w.End(articles.Body)
			return w.Blocks
		}
	}
	for line := range strings.Lines(html.UnescapeString(s)) {
		w.Text(line, false)
		w.End(articles.Body)
	}
	return w.Blocks
}
