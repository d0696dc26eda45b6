package pages

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"

	"hearsay/articles/source/details"
)

// longestByline is how many bytes an element holds at most that names who wrote the article.
const longestByline = 300

// authorsOf is who wrote the article: by what the page says of it in JSON-LD, else by what stands near its heading,
// else by what the head of the page says; told is what was found otherwise.
func authorsOf(shown string, l linked, m meta, told, outlet string) string {
	best := ""
	for _, list := range [][]string{l.authors, {shown}, m.authors, {told}} {
		names := namesOf(list, outlet)
		if best == "" || strings.ToUpper(best) == best && strings.EqualFold(best, names) {
			best = cmp.Or(names, best) // what is shown in capitals may be told in common letters elsewhere
		}
	}
	if best != "" {
		return best
	}
	// Where nobody else is named, the site is a person's own.
	return details.Names(cmp.Or(strings.Join(l.authors, ", "), told), "")
}

// namesOf are the authors that some bylines name.
func namesOf(list []string, outlet string) string {
	var names []string
	for _, one := range list {
		if name := details.Names(one, outlet); name != "" {
			names = append(names, name)
		}
	}
	if len(names) == 1 {
		return names[0]
	}
	return details.Names(strings.Join(names, ", "), outlet)
}

// shownAuthors is what the element says that is the byline by its names: the first behind the heading of the article,
// or before it where there is none; those first that link to authors.
func shownAuthors(doc, heading *html.Node) string {
	var before, behind authors
	found := &before
	for n := range doc.Descendants() {
		switch {
		case n == heading:
			found = &behind
		case n.Type == html.ElementNode && !hides[n.Data] && !inside(n, "head", "aside", "nav", "footer"):
			found.take(n)
		}
		if behind.done() {
			break
		}
	}
	return cmp.Or(behind.best(), before.best())
}

// authors are what elements say of who wrote the article.
type authors struct{ linked, named, said string }

func (a *authors) done() bool { return a.linked != "" && a.named != "" }

// best prefers the element that is called the byline where it says more than the link in it.
func (a *authors) best() string {
	if a.linked != "" && !strings.Contains(a.named, a.linked) {
		return a.linked
	}
	return cmp.Or(a.named, a.said)
}

// saidAuthors is whom a line names that begins with “By”.
func saidAuthors(n *html.Node) string {
	line := textOf(n, longestByline)
	if len(line) < 4 || !isLabel(n) || !strings.EqualFold(line[:3], "by ") || !details.IsByline(line) {
		return ""
	}
	return details.Names(line, "")
}

// take takes what an element says, if it is the first of its kind.
func (a *authors) take(n *html.Node) {
	isLink := attr(n, "rel") == "author" || strings.HasPrefix(attr(n, "itemprop"), "author")
	k := kindsOf(n)
	isNamed := k&byline != 0 && k&(caption|credit|alien) == 0
	if textLen(n, longestByline) >= longestByline {
		return
	}
	if a.said == "" && !isLink && !isNamed {
		a.said = saidAuthors(n)
	}
	if isLink && a.linked == "" {
		a.linked = details.Names(textOf(n, longestByline), "")
	}
	if isNamed && a.named == "" {
		a.named = details.Names(textOf(n, longestByline), "")
	}
}
