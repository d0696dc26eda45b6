package main

import (
	"bufio"
	"os"
	"slices"
	"strings"

	"hearsay/analysis/names"
	"hearsay/analysis/text"
)

var newswireTypes = map[string]names.Type{"Person": names.Person, "Organization": names.Organization,
	"Location": names.Place,
	"Facility": names.Place, "NORP": names.People, "Misc": names.Other, "Product": names.Other}

// readNewswire reads a file of tokens and tags, putting the spaces back where a newspaper would have them.
func readNewswire(path string) ([]namedArticle, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []namedArticle
	var b *newswireBuilder
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := lines.Text()
		word, rest, tagged := strings.Cut(line, "\t")
		switch {
		case !tagged && strings.HasPrefix(line, "# "):
			out = b.finish(out)
			b = &newswireBuilder{}
		case b == nil:
		case !tagged || word == "":
			b.newline()
		default:
			tag, _, _ := strings.Cut(rest, "\t")
			b.add(word, tag)
		}
	}
	return b.finish(out), lines.Err()
}

// newswireBuilder joins the words of an article.
type newswireBuilder struct {
	text   strings.Builder
	names  []nameSpan
	glue   bool // no space before the next word
	quoted bool // a straight quotation mark is open
}

func (b *newswireBuilder) newline() {
	b.text.WriteByte('\n')
	b.glue, b.quoted = true, false
}

// Before closingMarks stands no space, and behind openingMarks.
const closingMarks = ",.;:!?)]%-’'”"

var openingMarks = []string{"(", "[", "$", "-", "“", "‘", "/"}

func (b *newswireBuilder) add(word, tag string) {
	before := b.glue || word == "n't" || word == "n’t" || strings.IndexAny(word, closingMarks) == 0
	b.glue = slices.Contains(openingMarks, word)
	if word == `"` {
		before, b.glue = b.quoted || before, !b.quoted
		b.quoted = !b.quoted
	}
	if !before {
		b.text.WriteByte(' ')
	}
	start := b.text.Len()
	b.text.WriteString(word)
	if len(tag) < 3 {
		return
	}
	kind, known := newswireTypes[tag[2:]]
	if !known {
		return
	}
	if last := len(b.names) - 1; tag[0] == 'I' && last >= 0 && b.names[last].kind == kind && start-b.names[last].End <= 1 {
		b.names[last].End = b.text.Len()
		return
	}
	b.names = append(b.names, nameSpan{text.Span{Start: start, End: b.text.Len()}, kind})
}

func (b *newswireBuilder) finish(out []namedArticle) []namedArticle {
	if b == nil {
		return out
	}
	return append(out, namedArticle{b.text.String(), b.names})
}
