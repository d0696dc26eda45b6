package pages

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// prepare makes a tree in which the main text can be found: what a browser would draw is there, boxes do not run into
// each other, sentences that are links count as sentences. With clear, what is known to be no part of an article is
// taken out, with what is only told by its words.
func prepare(doc *html.Node, clear bool) {
	openShadows(doc)
	if clear {
		forgetNames(doc)
		clearNamed(doc)
		clearSections(doc)
	}
	unlinkSentences(doc)
	setApart(doc)
}

// openShadows puts the contents of declarative shadow roots where a browser draws them.
func openShadows(doc *html.Node) {
	for _, n := range elements(doc, "template") {
		if attr(n, "shadowrootmode") == "" && attr(n, "shadowroot") == "" || n.Parent == nil {
			continue
		}
		n.Data, n.DataAtom = "div", 0
		n.Attr = nil
	}
}

// forgetNames takes off the classes that say what an element has and not what it is: they mislead what finds the text.
func forgetNames(doc *html.Node) {
	for n := range doc.Descendants() {
		for i, a := range n.Attr {
			if a.Key == "class" {
				kept := slices.DeleteFunc(strings.Fields(a.Val), func(name string) bool { return isUnless(wordsOf(name)) })
				n.Attr[i].Val = strings.Join(kept, " ")
			}
		}
	}
}

// elements are those of these names, before any of them is changed.
func elements(doc *html.Node, names ...string) (all []*html.Node) {
	for n := range doc.Descendants() {
		if isElement(n, names...) {
			all = append(all, n)
		}
	}
	return all
}

// The share of the text in paragraphs that a box beside the article may hold, and one of comments, unless it is called
// the body of something as well.
const (
	mostBeside = 0.3
	mostAlien  = 0.95
)

// clearNamed takes out the elements whose names say that they are no part of the article.
func clearNamed(doc *html.Node) {
	sizes := map[*html.Node]size{}
	all := measure(doc, false, sizes).paragraphs
	var out []*html.Node
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || isElement(n, "html", "body", "main", "head", "h1") {
			continue
		}
		if dismissed(n, sizes[n], all) {
			out = append(out, n)
		}
	}
	for _, n := range out {
		remove(n)
	}
}

// size is what an element holds.
type size struct {
	text       int  // bytes
	paragraphs int  // bytes of the text that stands in paragraphs and lists
	long       int  // long paragraphs that are no links
	heading    bool // the heading of a page
}

// measure gives the size of an element, and of all within it: each is looked at once, however they stand in each other.
func measure(n *html.Node, inText bool, into map[*html.Node]size) (s size) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			s.text += len(strings.TrimSpace(c.Data))
		case c.Type != html.ElementNode || isElement(c, "script", "style", "noscript"):
		default:
			within := inText || isElement(c, "p", "li")
			x := measure(c, within, into)
			if within && !inText {
				x.paragraphs = x.text
			}
			if isElement(c, "p") && !inText && x.text >= longParagraph && !mostlyLinked(c) {
				x.long++
			}
			x.heading = x.heading || isElement(c, "h1")
			into[c] = x
			s.text, s.paragraphs, s.long = s.text+x.text, s.paragraphs+x.paragraphs, s.long+x.long
			s.heading = s.heading || x.heading
		}
	}
	return s
}

// dismissed reports whether an element is no part of the article by its names. The names that are the body's as well,
// such as "story has-comments", say nothing.
func dismissed(n *html.Node, holds size, all int) bool {
	var k kind
	role := attr(n, "role")
	for _, name := range labels(n) {
		if found := kindsOfName(name); found&(alien|beside) != 0 || found&body == 0 {
			k |= found
		} else if !isInline(n.Data) {
			k |= body
		}
	}
	most := 0.0
	switch {
	case k&alien != 0 && k&body == 0 || role == "dialog" || role == "alertdialog":
		most = mostAlien
	case k&alien != 0, k&beside != 0 && k&body == 0, isElement(n, "aside"):
		most = mostBeside
		if k&alien == 0 && holds.long >= fewestLongParas {
			return false
		}
	default:
		return false
	}
	return !holds.heading && (!isElement(n, "article") || k&alien != 0) && float64(holds.text) <= most*float64(all)
}

// A box beside an article holds fewer paragraphs of this length, in bytes: what holds more is not beside but around it.
const (
	longParagraph   = 100
	fewestLongParas = 4
)

// clearSections takes out sections that a heading tells to be no part of the article: related stories, the author,
// comments. Where the heading has no section of its own, what follows it goes as far as that is links; of comments,
// to the end.
func clearSections(doc *html.Node) {
	for _, h := range elements(doc, "h2", "h3", "h4", "h5", "h6", "p", "div") {
		if h.Parent == nil || !isLabel(h) {
			continue
		}
		words := textOf(h, 2*longestHeading)
		comments := says("comments", words, longestHeading)
		if !comments && !says("heading", words, longestHeading) {
			continue
		}
		if box := h.Parent; !isElement(box, "article", "main", "body", "html") && opens(box, h) && first(box, "h1") == nil {
			remove(box)
			continue
		}
		for next := nextElement(h); next != nil && (comments || mostlyLinked(next)); next = nextElement(h) {
			if first(next, "h1", "article", "main") != nil || isElement(next, "article", "main") {
				break
			}
			remove(next)
		}
		remove(h)
	}
}

// isLabel reports whether an element is a heading, or nothing but a short line.
func isLabel(n *html.Node) bool {
	if strings.HasPrefix(n.Data, "h") {
		return true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && !isInline(c.Data) {
			return false
		}
	}
	return textLen(n, 2*longestHeading) <= longestHeading
}

// opens reports whether nothing that a reader sees stands before an element in its box.
func opens(box, n *html.Node) bool {
	for c := box.FirstChild; c != nil && c != n; c = c.NextSibling {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" || c.Type == html.ElementNode && textLen(c, 1) > 0 {
			return false
		}
	}
	return true
}

// mostlyLinked reports whether the text of an element is mostly that of links.
func mostlyLinked(n *html.Node) bool {
	all, linked := textLen(n, 1<<16), 0
	for _, a := range elements(n, "a") {
		linked += textLen(a, 1<<16)
	}
	if isElement(n, "a") {
		linked = all
	}
	return all > 0 && float64(linked) > mostlyLinks*float64(all)
}

// fewestWords is how many words a link has at least that is a sentence.
const fewestWords = 4

// unlinkSentences makes links that are sentences, or the whole of a heading between two paragraphs, mere text: they are
// the article's own, and what finds the main text passes over links.
func unlinkSentences(doc *html.Node) {
	for _, a := range elements(doc, "a") {
		inPage := strings.HasPrefix(attr(a, "href"), "#") && within(a, "h2", "h3", "h4")
		if inPage || isSaid(a) || isHeading(a) {
			a.Data, a.DataAtom = "span", 0
		}
	}
}

// isSentence reports whether words are a sentence, or the end of one.
func isSentence(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’»)`))
	ended := strings.ContainsRune(".!…", last)
	quoted := strings.ContainsAny(s, "“”\"") && strings.ContainsRune("?,", last)
	return (ended || quoted) && strings.Count(s, " ") >= fewestWords
}

// isSaid reports whether a link is a sentence, or a part of a paragraph that is one.
func isSaid(a *html.Node) bool {
	if !within(a, "p", "li", "blockquote") {
		return false
	}
	if isSentence(textOf(a, 1<<12)) {
		return true
	}
	box := a.Parent
	for isInline(box.Data) {
		box = box.Parent
	}
	return textLen(box, 1<<12) < 1<<12 && isSentence(textOf(box, 1<<12))
}

// within reports whether a node stands in an element of these names, with nothing but inline elements between.
func within(n *html.Node, names ...string) bool {
	for p := n.Parent; p != nil && p.Type == html.ElementNode; p = p.Parent {
		if isElement(p, names...) {
			return true
		}
		if !isInline(p.Data) {
			return false
		}
	}
	return false
}

// isHeading reports whether a link is all of a heading that stands between two paragraphs.
func isHeading(a *html.Node) bool {
	h := a.Parent
	return isElement(h, "h2", "h3") && textLen(h, 1<<12) == textLen(a, 1<<12) &&
		isElement(previousElement(h), "p") && isElement(nextElement(h), "p")
}

// setApart puts a space between elements in a line that a page sets apart by its style alone, as the caption and the
// photographer: where one ends as words do and the next begins a name, a sentence or a number.
func setApart(doc *html.Node) {
	for _, n := range elements(doc, inlines...) {
		before := n.PrevSibling
		if before == nil || n.Parent == nil || isElement(n.Parent, "pre") {
			continue
		}
		end, start := edgeText(before, true), edgeText(n, false)
		if end == "" || start == "" {
			continue
		}
		if isSeam(end, start, before.Type == html.ElementNode || isElement(n.Parent, "figcaption")) {
			n.Parent.InsertBefore(&html.Node{Type: html.TextNode, Data: " "}, n)
		}
	}
	for _, n := range elements(doc, "span", "time", "cite", "small", "label") {
		behind := n.NextSibling
		if behind != nil && behind.Type == html.TextNode && isSeam(edgeText(n, true), edgeText(behind, false), true) {
			n.Parent.InsertBefore(&html.Node{Type: html.TextNode, Data: " "}, behind)
		}
	}
}

// inlines are the elements that a page sets apart by its style.
var inlines = []string{"span", "a", "em", "i", "b", "strong", "time", "cite", "small", "label", "abbr", "font"}

// edgeText is the last or the first run of text that a node holds.
func edgeText(n *html.Node, last bool) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if n.Type != html.ElementNode || hides[n.Data] || !isInline(n.Data) || n.Data == "br" {
		return ""
	}
	c := n.FirstChild
	if last {
		c = n.LastChild
	}
	for c != nil {
		if s := edgeText(c, last); s != "" || c.Type == html.ElementNode {
			return s
		}
		if c = c.NextSibling; last {
			return ""
		}
	}
	return ""
}

// isSeam reports whether two runs of text are two boxes: a sentence and what begins anew; or, where both are elements,
// words and a capital or a number. A single letter is a drop cap.
func isSeam(end, start string, elements bool) bool {
	left, n := utf8.DecodeLastRuneInString(end)
	right, _ := utf8.DecodeRuneInString(start)
	switch {
	case end == "" || start == "":
		return false
	case unicode.IsSpace(left) || unicode.IsSpace(right):
		return false
	case strings.ContainsRune(".!?…”’\"):;", left) && unicode.IsUpper(right):
		return utf8.RuneCountInString(strings.TrimSpace(end)) > 2
	case !elements || len(end) == n:
		return false
	case unicode.IsUpper(left) && unicode.IsDigit(right):
		return true
	case unicode.IsLower(left) || unicode.IsDigit(left):
		return unicode.IsUpper(right) || unicode.IsDigit(right)
	}
	return false
}
