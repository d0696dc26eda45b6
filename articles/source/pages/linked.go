package pages

import (
	"cmp"
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"hearsay/articles/source/details"
)

// linked is what a page says of its article in JSON-LD, in the words of schema.org.
type linked struct {
	title, outlet, date, address string
	authors                      []string
	body                         string
	free                         *bool // whether it is said to be open to everybody, where that is said
}

// articleType matches the types of schema.org that are articles.
var articleType = regexp.MustCompile(`(?i)(Article|Posting|Report|Review|CreativeWork)$`)

// deepestLinked is how deep objects are looked for in each other.
const deepestLinked = 8

// readLinked reads the blocks of JSON-LD of a page and takes the first article that they hold. What cannot be read is
// passed over.
func readLinked(doc *html.Node) (l linked) {
	for n := range doc.Descendants() {
		if !isElement(n, "script") || !strings.HasPrefix(strings.ToLower(attr(n, "type")), "application/ld+json") {
			continue
		}
		if n.FirstChild == nil {
			continue
		}
		var v any
		data := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(n.FirstChild.Data), "<![CDATA["), "]]>")
		if json.Unmarshal([]byte(data), &v) == nil && l.find(v, deepestLinked) {
			return l
		}
	}
	return l
}

// find looks for an article and takes it in.
func (l *linked) find(v any, depth int) bool {
	if depth == 0 {
		return false
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if l.find(e, depth-1) {
				return true
			}
		}
	case map[string]any:
		if articleType.MatchString(text(v["@type"])) && (v["headline"] != nil || v["articleBody"] != nil) {
			l.take(v)
			return true
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"} {
			if l.find(v[key], depth-1) {
				return true
			}
		}
	}
	return false
}

func (l *linked) take(v map[string]any) {
	l.title = details.Flat(html.UnescapeString(cmp.Or(text(v["headline"]), text(v["name"]))))
	l.outlet = details.Flat(html.UnescapeString(name(v["publisher"])))
	l.date = text(v["datePublished"])
	l.address = details.WebAddress(cmp.Or(text(v["url"]), name(v["mainEntityOfPage"])))
	l.authors = names(cmp.Or(v["author"], v["creator"]))
	l.body = strings.TrimSpace(text(v["articleBody"]))
	switch free := v["isAccessibleForFree"].(type) {
	case bool:
		l.free = &free
	case string:
		open := strings.EqualFold(free, "true")
		l.free = &open
	}
}

// text is a string, or the first of a list of strings.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			s, _ := v[0].(string)
			return s
		}
	}
	return ""
}

// name is what an object is called, or the string that stands for it.
func name(v any) string {
	switch v := v.(type) {
	case map[string]any:
		return cmp.Or(text(v["name"]), text(v["@id"]))
	case []any:
		if len(v) > 0 {
			return name(v[0])
		}
	}
	return text(v)
}

// names are what the objects of a list are called.
func names(v any) (all []string) {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	for _, e := range list {
		if s := details.Flat(html.UnescapeString(name(e))); s != "" {
			all = append(all, s)
		}
	}
	return all
}
