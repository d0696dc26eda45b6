package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"hearsay/analysis/names"
	"hearsay/analysis/text"
)

var newswireTypes = map[string]names.Type{"Person": names.Person, "Organization": names.Organization, "Location": names.Place,
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

func (b *newswireBuilder) add(word, tag string) {
	before := b.glue || strings.Contains(",.;:!?)]%-’'”", word[:1]) || strings.HasPrefix(word, "’") || strings.HasPrefix(word, "”") || word == "n't" || word == "n’t"
	b.glue = word == "(" || word == "[" || word == "$" || word == "-" || word == "“" || word == "‘" || word == "/"
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

// peoplesOf collects the words that name peoples and parties, which the parsed corpus does not tell from other names.
func peoplesOf(articles []namedArticle) map[string]bool {
	found := map[string]bool{"Republican": true, "Republicans": true, "Democrat": true, "Democrats": true, "Democratic": true}
	for _, a := range articles {
		for _, n := range a.names {
			if n.kind == names.People {
				found[n.Of(a.text)] = true
			}
		}
	}
	return found
}

var parsedTypes = map[string]names.Type{"PERSON": names.Person, "ORGANIZATION": names.Organization, "LOCATION": names.Place, "MISC": names.Other}

// readParsed reads the articles of texts with the names that another program found in them.
func readParsed(texts, parsed string, peoples map[string]bool) ([]namedArticle, error) {
	bodies := map[string]string{}
	err := eachLine(texts, func(line []byte) error {
		var d struct{ ID, Text string }
		err := json.Unmarshal(line, &d)
		bodies[d.ID] = d.Text
		return err
	})
	if err != nil {
		return nil, err
	}
	var out []namedArticle
	err = eachLine(parsed, func(line []byte) error {
		var d struct {
			ID        string
			Sentences [][][]any
		}
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		out = append(out, silverArticle(bodies[d.ID], d.Sentences, peoples))
		return nil
	})
	return out, err
}

func silverArticle(body string, sentences [][][]any, peoples map[string]bool) namedArticle {
	at := make([]int, 0, len(body)+1) // code point to byte
	for i := range body {
		at = append(at, i)
	}
	at = append(at, len(body))
	a := namedArticle{text: body}
	for _, tokens := range sentences {
		before := ""
		for _, tok := range tokens {
			start, end, tag := int(tok[0].(float64)), int(tok[1].(float64)), tok[5].(string)
			kind, known := parsedTypes[tag]
			if known && end < len(at) {
				a.mark(text.Span{Start: at[start], End: at[end]}, kind, tag == before)
			}
			before = tag
		}
	}
	for i, n := range a.names {
		if n.kind == names.Other && peoples[n.Of(body)] {
			a.names[i].kind = names.People
		}
	}
	return a
}

func (a *namedArticle) mark(p text.Span, kind names.Type, goesOn bool) {
	if goesOn && len(a.names) > 0 {
		a.names[len(a.names)-1].End = p.End
		return
	}
	a.names = append(a.names, nameSpan{p, kind})
}

// eachLine hands over the lines of a file, unpacked where its name ends in .gz.
func eachLine(path string, do func([]byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return err
		}
	}
	lines := bufio.NewReaderSize(r, 1<<20)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 1 {
			if err := do(line); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
