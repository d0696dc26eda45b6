// Package brat writes articles as brat's standoff files, in the shape of PolNeAR: the text, and beside it an event for
// each quote, whose arguments are its content, cue and source.
//
// It promises that the text is the article's, code point for code point; that offsets count them; and that a line of
// annotation holds no control code, no line break and nothing that turns the direction of writing, whatever stands in
// the article: words are parted there, as brat parts them, and white space around them is left out.
package brat

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/articles/export"
	"hearsay/articles/export/controls"
	"hearsay/articles/export/linked"
	"hearsay/articles/export/offsets"
	"hearsay/articles/export/told"
)

// Configuration is the file annotation.conf, which tells brat what a folder's annotations are made of.
const Configuration = `[entities]
Content
Cue
Source

[relations]

[events]
Attribution	Content:Content, Cue?:Cue, Source?:Source

[attributes]
Kind	Arg:Attribution, Value:direct|mixed|indirect
`

// attribution is the type of the events, and of the words that each is anchored to.
const attribution = "Attribution"

// Text writes an article's text. A line's end of two characters, which brat would read as one and so count otherwise,
// is written as a space and a line's end.
func Text(w io.Writer, i export.Item) error {
	_, err := io.WriteString(w, strings.ReplaceAll(i.Article.Text, "\r\n", " \n"))
	return err
}

// Annotations writes the quotes of an article.
func Annotations(w io.Writer, i export.Item) error {
	b := bufio.NewWriter(w)
	p := pen{Writer: b, text: i.Article.Text, ruler: offsets.New(i.Article.Text, offsets.Points), doc: i.Document}
	for n := range i.Document.Quotes {
		p.quote(&i.Document.Quotes[n])
	}
	return b.Flush()
}

// pen writes lines and gives them their ids.
type pen struct {
	*bufio.Writer
	text  string
	ruler *offsets.Ruler
	doc   *analysis.Document

	marks, events, kinds, names, notes int
}

// quote writes an event and all that it is made of. One whose content holds no words is left out: brat could not show
// it.
func (p *pen) quote(q *analysis.Quote) {
	content := p.mark(linked.Content, q.Content)
	if content == "" {
		return
	}
	args, anchor := " Content:"+content, q.Content
	if cue := p.mark(linked.Cue, q.Cue); cue != "" {
		args, anchor = args+" Cue:"+cue, q.Cue
	}
	source := p.mark(linked.Source, q.Source)
	if source != "" {
		args += " Source:" + source
	}
	trigger := p.mark(attribution, anchor)
	p.events++
	event := fmt.Sprintf("E%d", p.events)
	fmt.Fprintf(p, "%s\t%s:%s%s\n", event, attribution, trigger, args)
	p.kinds++
	fmt.Fprintf(p, "A%d\tKind %s %s\n", p.kinds, event, q.Kind)
	if source == "" {
		source = event
	}
	for _, s := range q.Speakers {
		p.name(source, s)
	}
	p.notes++
	fmt.Fprintf(p, "#%d\tAnnotatorNotes %s\t%s\n", p.notes, event, told.Clean(p.note(q)))
}

// mark writes words with a type, and returns their id; it is empty where there are none.
func (p *pen) mark(kind string, spans []analysis.Span) string {
	var at, words []string
	for _, s := range spans {
		for _, f := range fragments(p.text, s) {
			n := p.ruler.Span(f)
			at, words = append(at, fmt.Sprintf("%d %d", n[0], n[1])), append(words, f.Of(p.text))
		}
	}
	if len(at) == 0 {
		return ""
	}
	p.marks++
	fmt.Fprintf(p, "T%d\t%s %s\t%s\n", p.marks, kind, strings.Join(at, ";"), strings.Join(words, " "))
	return fmt.Sprintf("T%d", p.marks)
}

// fragments parts a span at control codes and line breaks, at any of which brat's reader ends a line, and at what turns
// the direction of writing, which would go on behind the words for whoever looks at the file. It leaves out
// the white space around its parts, which brat takes for the end of one.
func fragments(text string, s analysis.Span) (out []analysis.Span) {
	from := s.Start
	add := func(to int) {
		words := strings.TrimSpace(text[from:to])
		if words != "" {
			start := from + strings.Index(text[from:to], words)
			out = append(out, analysis.Span{Start: start, End: start + len(words)})
		}
	}
	for i, r := range s.Of(text) {
		if unicode.Is(unicode.Cc, r) || controls.Breaks(r) || controls.Turns(r) {
			add(s.Start + i)
			from = s.Start + i + utf8.RuneLen(r)
		}
	}
	add(s.End)
	return out
}

// name writes which speaker words refer to, as brat ties words to what it calls a reference.
func (p *pen) name(id string, speaker int) {
	name := strings.Join(strings.Fields(told.Clean(p.doc.Speakers[speaker].Name)), " ")
	if name == "" {
		return
	}
	p.names++
	fmt.Fprintf(p, "N%d\tReference %s Hearsay:s%d\t%s\n", p.names, id, speaker+1, name)
}

// note says who speaks, how sure that is, and why.
func (p *pen) note(q *analysis.Quote) string {
	out := told.Names(p.doc, q.Speakers) + ", " + told.How(*q) + ", " + told.Sure(*q) + "."
	if why := told.Reasons(q.Why); why != "" {
		out += " " + why
	}
	return out
}
