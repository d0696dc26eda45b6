package format

import (
	"regexp"
	"strings"
	"sync"
)

// Root makes a check of the outermost element, by names in lower case. Where the text does not begin as XML does, the
// element must have an attribute, or begin with another element: a sentence can begin with a name in pointed brackets.
func Root(names ...string) func(Sample) bool {
	return func(s Sample) bool {
		name, attributes, declared := Outermost(s.Text)
		if !declared && !strings.Contains(attributes, "=") && !nesting().MatchString(s.Text) {
			return false
		}
		for _, n := range names {
			if n == name {
				return true
			}
		}
		return false
	}
}

// nesting is a tag, and another one with nothing but white space and comments before each.
var nesting = sync.OnceValue(func() *regexp.Regexp {
	const tag = `(?s:\s*<!--.*?-->)*\s*<[[:alpha:]][^<>]*>`
	return regexp.MustCompile("^" + tag + tag)
})

// Outermost is the name of the first element of a text that begins with markup, in lower case and without its
// namespace, and what else stands in its tag; declared tells whether an XML declaration or a document type stands
// before it.
func Outermost(s string) (name, attributes string, declared bool) {
	for {
		s = strings.TrimLeft(s, " \t\r\n\ufeff")
		var end string
		switch {
		case strings.HasPrefix(s, "<?"):
			declared, end = declared || strings.HasPrefix(s, "<?xml"), "?>"
		case strings.HasPrefix(s, "<!--"):
			end = "-->"
		case strings.HasPrefix(s, "<!"):
			declared, end = true, endOfType(s)
		case strings.HasPrefix(s, ">") && declared: // after the declarations of a document type
			end = ">"
		case strings.HasPrefix(s, "<"):
			tag, _, _ := strings.Cut(s[1:], ">")
			name, attributes = cutName(tag)
			return name, attributes, declared
		default:
			return "", "", false
		}
		var ok bool
		if _, s, ok = strings.Cut(s, end); !ok {
			return "", "", false
		}
	}
}

// endOfType is what ends a document type: it may hold declarations in square brackets.
func endOfType(s string) string {
	if i := strings.IndexAny(s, "[>"); i >= 0 && s[i] == '[' {
		return "]"
	}
	return ">"
}

// cutName takes the name off the inside of a tag.
func cutName(tag string) (name, rest string) {
	i := strings.IndexAny(tag, " \t\r\n/")
	if i < 0 {
		i = len(tag)
	}
	name, rest = strings.ToLower(tag[:i]), tag[i:]
	if _, local, ok := strings.Cut(name, ":"); ok {
		name = local
	}
	return name, rest
}
