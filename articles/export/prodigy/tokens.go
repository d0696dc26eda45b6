package prodigy

import (
	"slices"
	"strings"
	"unicode"

	"hearsay/analysis"
	"hearsay/analysis/text"
	"hearsay/articles"
	"hearsay/articles/export/linked"
	"hearsay/articles/export/offsets"
)

// tokens cuts a text into tokens that hold all of it, and cuts those in two in which a mark begins or ends. As in spaCy
// a space that follows a token belongs to it, and what more white space there is makes a token of its own.
func tokens(a articles.Article, marks []linked.Mark, ruler *offsets.Ruler) []token {
	t := cutter{text: a.Text, ruler: ruler, out: []token{}}
	for _, m := range marks {
		t.cuts = append(t.cuts, m.Start, m.End)
	}
	slices.Sort(t.cuts)
	for _, w := range text.Split(a.Text, a.Input().Aside).Tokens {
		t.space(w.Start)
		t.to(w.End)
	}
	t.space(len(a.Text))
	return t.out
}

// cutter adds tokens, each from where the last one ended.
type cutter struct {
	text  string
	ruler *offsets.Ruler
	cuts  []int // still to come, in order
	at    int
	out   []token
}

// to makes tokens of what stands before a place.
func (c *cutter) to(end int) {
	for len(c.cuts) > 0 && c.cuts[0] < end {
		c.add(c.cuts[0])
		c.cuts = c.cuts[1:]
	}
	c.add(end)
}

// add makes a token of what stands before a place, if anything does.
func (c *cutter) add(end int) {
	if end <= c.at {
		return
	}
	at := c.ruler.Span(analysis.Span{Start: c.at, End: end})
	c.out = append(c.out, token{Text: c.text[c.at:end], Start: at[0], End: at[1], ID: len(c.out)})
	c.at = end
}

// space takes the white space before a place.
func (c *cutter) space(end int) {
	if len(c.out) > 0 && strings.HasPrefix(c.text[c.at:end], " ") {
		c.out[len(c.out)-1].Space = true
		c.at++
	}
	c.to(end)
}

// trimmed is a span without the white space at its ends.
func trimmed(text string, s analysis.Span) analysis.Span {
	words := s.Of(text)
	s.Start += len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(words))
	return s
}
