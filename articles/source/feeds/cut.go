package feeds

import (
	"regexp"
	"strings"
)

// begins is where an item begins, or what holds text that only looks like one.
var begins = regexp.MustCompile(`<!\[CDATA\[|<!--|<(\w+:)?(?:item|entry)(?:\s[^<>]*)?>`)

// cut parts a feed into what stands before its items and the items, each as it is written. The parts are cut by their
// tags alone, so that one which is broken breaks no other.
func cut(feed string) (head string, items []string) {
	for at := 0; ; {
		m := begins.FindStringSubmatchIndex(feed[at:])
		if m == nil {
			break
		}
		from, to := at+m[0], at+m[1]
		tag := feed[from:to]
		switch {
		case strings.HasPrefix(tag, "<!["):
			at = behind(feed, to, "]]>")
		case strings.HasPrefix(tag, "<!-"):
			at = behind(feed, to, "-->")
		case strings.HasSuffix(tag, "/>"):
			at = to
		default:
			name, _, _ := strings.Cut(strings.Trim(tag, "<>"), " ")
			if i := strings.IndexAny(name, "\t\r\n"); i >= 0 {
				name = name[:i]
			}
			if len(items) == 0 {
				head = feed[:from]
			}
			at = end(feed, to, "</"+name)
			items = append(items, feed[from:at])
		}
	}
	if len(items) == 0 {
		head = feed
	}
	return head, items
}

// behind is where the text goes on behind a mark, its end where the mark is missing.
func behind(s string, from int, mark string) int {
	if i := strings.Index(s[from:], mark); i >= 0 {
		return from + i + len(mark)
	}
	return len(s)
}

// end is where an item ends whose text begins at a place: behind its closing tag that stands in no CDATA section, or,
// where that is missing, before the next item begins.
func end(feed string, from int, closing string) int {
	for at := from; at < len(feed); {
		i := strings.IndexByte(feed[at:], '<')
		if i < 0 {
			break
		}
		switch at += i; {
		case strings.HasPrefix(feed[at:], "<![CDATA["):
			at = behind(feed, at, "]]>")
		case strings.HasPrefix(feed[at:], closing):
			return behind(feed, at, ">")
		case strings.HasPrefix(feed[at:], "<"+closing[2:]+">"):
			return at
		default:
			at++
		}
	}
	return len(feed)
}
