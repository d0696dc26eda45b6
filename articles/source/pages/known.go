package pages

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/net/html"
)

//go:embed labels.txt
var labelsFile string

//go:embed phrases.txt
var phrasesFile string

// kind is what an element is by its name, or a block by its words: a kind of labels.txt or phrases.txt.
type kind int

const (
	alien kind = 1 << iota
	beside
	body
	standfirst
	byline
	stamp
	caption
	credit
	picture
	unless
)

var kinds = map[string]kind{"alien": alien, "beside": beside, "body": body, "standfirst": standfirst, "byline": byline,
	"stamp": stamp, "caption": caption, "credit": credit,
	"picture": picture, "unless": unless}

// lines are those of a list that say something, as kind and value.
func lines(list string, each func(kind, value string)) {
	for line := range strings.Lines(list) {
		line = strings.TrimRight(line, "\r\n")
		if kind, value, ok := strings.Cut(line, " "); ok && !strings.HasPrefix(line, "#") {
			each(kind, value)
		}
	}
}

// named are the entries of labels.txt by their first words.
var named = sync.OnceValue(func() map[string][]label {
	all := map[string][]label{}
	lines(labelsFile, func(k, value string) {
		words := strings.Fields(value)
		all[words[0]] = append(all[words[0]], label{words, kinds[k]})
	})
	return all
})

type label struct {
	words []string
	kind  kind
}

// kindsOf is what an element is by all of its names.
func kindsOf(n *html.Node) (k kind) {
	for _, name := range labels(n) {
		k |= kindsOfName(name)
	}
	return k
}

// isUnless reports whether a name says what belongs to an element and not what it is: "has-comments".
func isUnless(name []string) bool {
	return len(name) > 1 && slices.ContainsFunc(named()[name[0]], func(l label) bool { return l.kind == unless })
}

func kindsOfName(name []string) (k kind) {
	if isUnless(name) {
		return 0
	}
	for i, w := range name {
		for _, l := range named()[w] {
			if len(name)-i >= len(l.words) && slices.Equal(name[i:i+len(l.words)], l.words) {
				k |= l.kind
			}
		}
	}
	return k
}

// phrases are the expressions of phrases.txt by their kinds.
var phrases = sync.OnceValue(func() map[string][]*regexp.Regexp {
	all := map[string][]*regexp.Regexp{}
	lines(phrasesFile, func(k, value string) {
		all[k] = append(all[k], regexp.MustCompile("(?i)"+value))
	})
	return all
})

// The longest lines of these kinds, in code points: more are an article's own sentences.
const (
	longestLine    = 240
	longestHeading = 80
	longestNote    = 600
)

// says reports whether a text is of a kind of phrases.txt.
func says(kind, text string, longest int) bool {
	return utf8.RuneCountInString(text) <= longest &&
		slices.ContainsFunc(phrases()[kind], func(re *regexp.Regexp) bool { return re.MatchString(text) })
}
