package pages

import (
	"strings"

	"golang.org/x/net/html"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
	"hearsay/articles/source/details"
)

// What a standfirst is taken to be at least and at most, in bytes.
const (
	shortestStandfirst = 30
	longestStandfirst  = 700
)

// standfirsts are the sentences that stand between the heading of an article and its text: what is called so, or a
// second heading or paragraph right behind the first in its box. The body may have them already.
func standfirsts(heading *html.Node, main []blocks.Block) (all []blocks.Block) {
	if heading == nil {
		return nil
	}
	for _, n := range besideHeading(heading) {
		words := details.Flat(textOf(n, longestStandfirst+1))
		if isPicture(n) || len(words) < shortestStandfirst || len(words) > longestStandfirst {
			continue
		}
		if has(main, words) || has(all, words) {
			continue
		}
		if details.IsByline(words) || says("line", words, longestLine) || mostlyLinked(n) {
			continue
		}
		all = append(all, blocks.Block{Words: words, Role: articles.Standfirst})
	}
	return all
}

// isPicture reports whether an element belongs to a picture.
func isPicture(n *html.Node) bool {
	for p := n; p != nil && !isElement(p, "article", "main", "body"); p = p.Parent {
		if isElement(p, "figure", "figcaption") || kindsOf(p)&(picture|caption|credit) != 0 {
			return true
		}
	}
	return first(n, "img", "picture", "video", "figure") != nil
}

// mostStandfirsts is how many there are at most.
const mostStandfirsts = 2

// besideHeading are the elements near a heading that may be its standfirst.
func besideHeading(heading *html.Node) (all []*html.Node) {
	for box, up := heading, 0; box.Parent != nil && up < 4; box, up = box.Parent, up+1 {
		if isElement(box.Parent, "body", "html") {
			break
		}
		for n := nextElement(box); n != nil && len(all) < mostStandfirsts; n = nextElement(n) {
			switch k := kindsOf(n); {
			case k&(alien|beside|byline|stamp|caption|credit) != 0 && k&standfirst == 0:
			case k&standfirst != 0 && textLen(n, longestStandfirst+1) <= longestStandfirst:
				all = append(all, n)
			case up == 0 && box == heading && isElement(n, "h2", "p") && isHeader(heading.Parent):
				all = append(all, n)
			default:
				if found := namedStandfirst(n); found != nil {
					all = append(all, found)
				}
			}
		}
	}
	return all
}

// isHeader reports whether a box holds the heading and what belongs to it, and not the text.
func isHeader(box *html.Node) bool {
	if isElement(box, "header", "hgroup") {
		return true
	}
	return textLen(box, 2*longestStandfirst) < 2*longestStandfirst && len(elements(box, "p")) <= mostStandfirsts
}

// namedStandfirst is the element in a small box that is called a standfirst.
func namedStandfirst(box *html.Node) *html.Node {
	if textLen(box, 2*longestStandfirst) >= 2*longestStandfirst {
		return nil
	}
	for n := range box.Descendants() {
		if n.Type == html.ElementNode && kindsOf(n)&standfirst != 0 {
			return n
		}
	}
	return nil
}

// has reports whether words stand in one of the blocks.
func has(all []blocks.Block, words string) bool {
	for _, b := range all {
		if strings.Contains(letters(b.Words), letters(words)) {
			return true
		}
	}
	return false
}
