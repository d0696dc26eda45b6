package pages

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
)

// hides are the elements whose text is not there for a reader.
var hides = map[string]bool{
	"head": true, "script": true, "style": true, "noscript": true, "template": true, "iframe": true, "object": true,
	"svg": true, "math": true, "canvas": true, "audio": true, "video": true, "button": true, "select": true,
	"textarea": true, "input": true, "dialog": true, "nav": true, "footer": true, "menu": true,
}

// isInline reports whether an element stands within a line. Elements nobody has heard of do, as browsers draw them.
func isInline(tag string) bool { return !blockTags[tag] }

// blockTags are the elements that begin a new block.
var blockTags = map[string]bool{
	"address": true, "article": true, "aside": true, "blockquote": true, "body": true, "caption": true, "center": true,
	"dd": true, "details": true, "dialog": true, "dir": true, "div": true, "dl": true, "dt": true, "fieldset": true,
	"figcaption": true, "figure": true, "footer": true, "form": true, "frameset": true, "h1": true, "h2": true, "h3": true,
	"h4": true, "h5": true, "h6": true, "header": true, "hgroup": true, "hr": true, "html": true, "legend": true,
	"li":   true,
	"main": true, "menu": true, "nav": true, "ol": true, "p": true, "pre": true, "section": true, "summary": true,
	"table": true, "tbody": true, "td": true, "tfoot": true, "th": true, "thead": true, "tr": true, "ul": true,
	"head": true, "title": true, "script": true, "style": true, "search": true, "optgroup": true, "option": true,
}

// roleOf is the role of what stands in an element, given the role of what stands around it.
func roleOf(tag string, around articles.Role) articles.Role {
	switch tag {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return articles.Heading
	case "li", "dd":
		return articles.Item
	case "dt":
		return articles.Strong
	case "blockquote":
		return articles.Extract
	case "figure", "figcaption", "caption":
		return articles.Caption
	}
	return around
}

// Walk writes the words under a node, block by block. The parser allows no more than some hundred elements in each
// other, so that the recursion is shallow.
func Walk(w *blocks.Writer, n *html.Node, role articles.Role) { walk(w, n, role, false) }

func walk(w *blocks.Writer, n *html.Node, role articles.Role, link bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			w.Text(c.Data, link)
		case c.Type != html.ElementNode || hides[c.Data]:
		case c.Data == "br":
			w.LineBreak(role)
		case isCredit(c, role):
			w.End(role)
			walk(w, c, articles.Credit, link)
			w.End(articles.Credit)
		case isInline(c.Data):
			walkInline(w, c, role, link)
		default:
			walkBlock(w, c, role, link)
		}
	}
}

// walkBlock writes an element that stands in lines of its own.
func walkBlock(w *blocks.Writer, n *html.Node, role articles.Role, link bool) {
	w.End(role)
	if isHeadMatter(n) {
		return
	}
	before := len(w.Blocks)
	inner := roleOf(n.Data, role)
	if isCaption(n) {
		inner = articles.Caption
	}
	walk(w, n, inner, link)
	w.End(inner)
	if inner == articles.Body && isSlanted(n) {
		for i := before; i < len(w.Blocks); i++ {
			w.Blocks[i].Slanted = true
		}
	}
}

// longestMatter is how many bytes an element has at most that tells no more than who wrote an article and when.
const longestMatter = 160

// isHeadMatter reports whether an element tells who wrote the article and when, by its name.
func isHeadMatter(n *html.Node) bool {
	k := kindsOf(n)
	if k&(byline|stamp) == 0 || k&(body|standfirst|caption) != 0 || isElement(n, "h1", "h2", "article", "main") {
		return false
	}
	return textLen(n, longestMatter) < longestMatter && !isSentence(textOf(n, longestMatter))
}

// The most bytes an element may hold that is a caption by its name alone, and one that is a credit: more is what it
// belongs to.
const (
	longestCaption = 1000
	longestCredit  = 200
)

// isCaption reports whether an element is a caption by its name, such as "photo-caption".
func isCaption(n *html.Node) bool {
	k := kindsOf(n)
	if k&caption == 0 && k&body == 0 && n.Parent != nil {
		// In a box of a picture, what is no picture is its caption.
		return kindsOf(n.Parent)&picture != 0 && holdsPicture(n.Parent) &&
			textLen(n, longestCaption/2) < longestCaption/2
	}
	return k&caption != 0 && textLen(n, longestCaption) < longestCaption
}

// mostInBox is how many children the box of a picture has at most.
const mostInBox = 8

// holdsPicture reports whether a box holds a picture and little else.
func holdsPicture(box *html.Node) bool {
	n, found := 0, false
	for c := box.FirstChild; c != nil && n <= mostInBox; c = c.NextSibling {
		if c.Type == html.ElementNode {
			n++
			found = found || isElement(c, "img", "picture", "video") || isElement(c.FirstChild, "img", "picture", "video")
		}
	}
	return found && n <= mostInBox
}

// isCredit reports whether an element names who made a picture: by its name, in a caption or alone.
func isCredit(n *html.Node, around articles.Role) bool {
	k := kindsOf(n)
	said := k&credit != 0 || around == articles.Caption &&
		(isElement(n, "cite", "small") || says("credit", textOf(n, longestCredit), longestCredit))
	if isElement(n, "figure", "figcaption", "a") || !said || k&caption != 0 {
		return false
	}
	size := textLen(n, longestCredit)
	return size > 0 && size < longestCredit && (around == articles.Caption || !isInline(n.Data))
}

// isSlanted reports whether all words of an element are in italics.
func isSlanted(n *html.Node) bool {
	all, slanted := textLen(n, 1<<12), 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if isElement(c, "em", "i") {
			slanted += textLen(c, 1<<12)
		}
	}
	return all > 0 && slanted == all
}

// walkInline writes the words of an element within a line, with the marks that a browser draws around <q>.
func walkInline(w *blocks.Writer, n *html.Node, role articles.Role, link bool) {
	switch n.Data {
	case "q":
	case "b", "strong":
		w.BeginStrong()
		walk(w, n, role, link)
		w.EndStrong()
		return
	default:
		walk(w, n, role, link || n.Data == "a")
		return
	}
	w.Text("“", link)
	w.Glue()
	walk(w, n, role, link)
	w.Glue()
	w.Text("”", link)
}

// hasWord reports whether there is a letter in a text.
func hasWord(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
