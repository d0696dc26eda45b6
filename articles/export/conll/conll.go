// Package conll writes articles as columns of tokens for training: a token a line, an empty line after each sentence,
// and a column each for contents, cues and sources, in which B- begins a stretch, I- goes on with it and O is none.
//
// It promises that every line has the same columns and no white space within one, whatever stands in the article, and
// that the tokens and sentences are those that were analysed. A column holds no stretch within another: of contents
// within each other the outer one counts. Speakers, kinds and which content belongs to which source are not told.
package conll

import (
	"bufio"
	"io"
	"strings"
	"unicode"

	"hearsay/analysis"
	"hearsay/analysis/text"
	"hearsay/articles/export"
	"hearsay/articles/export/controls"
	"hearsay/articles/export/linked"
)

// begins is the line before each article, as in the files of CoNLL-2003.
const begins = "-DOCSTART-"

// Article writes the tokens of an article.
func Article(w io.Writer, i export.Item) error {
	b := bufio.NewWriter(w)
	t := text.Split(i.Article.Text, i.Article.Input().Aside)
	columns := layers(t, i.Document)
	b.WriteString(begins + strings.Repeat("\tO", len(columns)) + "\n\n")
	for _, s := range t.Sentences {
		for at := s.From; at < s.To; at++ {
			b.WriteString(word(t.Word(at)))
			for _, c := range columns {
				b.WriteByte('\t')
				b.WriteString(c.tags[at])
			}
			b.WriteByte('\n')
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

// word is a token that cannot be taken for anything else. What begins like the line before an article, which programs
// know by its first word, has a mark before it.
func word(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || controls.Acts(r) {
			return -1
		}
		return r
	}, s)
	if s == "" || strings.HasPrefix(s, begins) {
		return "_" + s
	}
	return s
}

// layer is a column.
type layer struct {
	label string
	tags  []string // by token
	until int      // the token after the last one that is in a stretch
}

// layers tags the tokens, in the order of linked.Labels.
func layers(t *text.Text, d *analysis.Document) []*layer {
	var out []*layer
	by := map[string]*layer{}
	for _, label := range linked.Labels() {
		l := &layer{label: strings.ToUpper(label), tags: make([]string, len(t.Tokens))}
		for i := range l.tags {
			l.tags[i] = "O"
		}
		by[label], out = l, append(out, l)
	}
	marks, _ := linked.Of(d, func(s analysis.Span) analysis.Span { return s })
	for _, m := range marks {
		by[m.Label].mark(t, m.Span)
	}
	return out
}

// mark tags the tokens of a span, unless it begins in one that is tagged. Spans must come in reading order.
func (l *layer) mark(t *text.Text, s analysis.Span) {
	from, to := t.At(s.Start), t.At(s.End)
	if to < len(t.Tokens) && t.Tokens[to].Start < s.End {
		to++
	}
	if from < l.until || from >= to {
		return
	}
	l.tags[from] = "B-" + l.label
	for i := from + 1; i < to; i++ {
		l.tags[i] = "I-" + l.label
	}
	l.until = to
}
