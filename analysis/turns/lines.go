package turns

import (
	"strings"
	"unicode/utf8"

	"hearsay/analysis/annotated"
	"hearsay/analysis/text"
)

// line is a line of the running text: its tokens, and the paragraph that it stands in. A hard-wrapped paragraph has
// several.
type line struct{ from, to, paragraph int }

// linesOf cuts a text into lines, without those that stand aside.
func linesOf(t *annotated.Text) (out []line) {
	for p, par := range t.Paragraphs {
		if par.Aside || par.From == par.To {
			continue
		}
		from, end := t.Sentences[par.From].From, t.Sentences[par.To-1].To
		for i := from + 1; i <= end; i++ {
			if i == end || strings.ContainsAny(t.String[t.Tokens[i-1].End:t.Tokens[i].Start], "\n\r\u2028") {
				out = append(out, line{from, i, p})
				from = i
			}
		}
	}
	return out
}

// span is where a line stands.
func (r *reader) span(l line) text.Span { return r.text.Span(l.from, l.to) }

// mostOfLine is how many bytes of a line are looked at for a label.
const mostOfLine = 240

// start is the beginning of a line.
func (r *reader) start(l line) string {
	p := r.span(l)
	return p.Of(r.text.String)[:min(p.Len(), mostOfLine)]
}

// endsSentence reports whether a line ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’)*_ ")
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".?!…-—–:", last)
}
