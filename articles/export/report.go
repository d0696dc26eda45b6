package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export/marked"
	"hearsay/articles/export/told"
)

// TextBetween stands between two reports of Text.
const TextBetween = "\n\n"

// Text writes an article as a report to be read from top to bottom, on paper, in a pipe or aloud: the article with a
// number at every quote, then the quotes, the speakers and the positions. No line is wider than the width, counted in
// cells; 0 leaves every paragraph in one line.
func Text(w io.Writer, i Item, width int) error {
	b := bufio.NewWriter(w)
	a, d := i.Article, i.Document
	r := report{Writer: b, article: a, doc: d, width: width, count: told.NewTally(a.Text, d), item: i}
	walk := marked.New(a.Text, d)
	for _, p := range a.Paragraphs {
		var l brackets
		walk.Paragraph(p.Span, &l)
		r.paragraphs = append(r.paragraphs, l.String())
	}
	r.head()
	r.body()
	r.quotes()
	r.speakers()
	r.positions()
	return b.Flush()
}

type report struct {
	*bufio.Writer
	article articles.Article
	doc     *analysis.Document
	width   int
	count   told.Tally
	item    Item
	// paragraphs are the article's, in one line each, with brackets around quotes.
	paragraphs []string
}

// brackets is a paragraph in one line: [7 so and so] is quote 7.
type brackets struct{ told.Line }

func (b *brackets) Begin(p marked.Part) {
	b.Flush()
	fmt.Fprintf(b, "[%d", p.Quote+1)
	b.Space()
}

func (b *brackets) End() { b.WriteByte(']') }

func (b *brackets) Words(s string) { b.Add(s) }

// say writes a paragraph, cleaned and wrapped; a lead, such as a number, hangs before it.
func (r *report) say(lead, s string) {
	if s = told.Clean(s); s != "" {
		r.WriteString(wrap(s, r.width, lead))
	}
}

// wrap breaks a line at its spaces so that none is wider than the width, and indents all of them but for what lead says
// the first begins with. A width of 0 or less breaks nothing.
func wrap(s string, width int, lead string) string {
	indent := strings.Repeat(" ", ansi.StringWidth(lead))
	if width > 0 {
		s = ansi.Wrap(s, max(width-len(indent), 1), "")
	}
	return lead + strings.ReplaceAll(s, "\n", "\n"+indent) + "\n"
}

func (r *report) section(title string) { fmt.Fprintf(r, "\n%s\n\n", strings.ToUpper(title)) }

// head says what the article is and what was found in it.
func (r *report) head() {
	a, d := r.article, r.doc
	title := a.Headline()
	for i, p := range a.Paragraphs {
		if p.Role == articles.Title {
			title = r.paragraphs[i]
			break
		}
	}
	r.say("", title)
	r.say("", told.Origin(a))
	r.say("", a.Address)
	r.say("", strings.Join(told.Counts(d), ", "))
	r.say("", r.item.Part)
	r.say("", r.item.Reviewed)
	r.say("", told.Missing(d))
	if len(d.Quotes) > 0 {
		r.WriteByte('\n')
		r.say("", "Quotes stand in brackets, with their numbers: [1 as this would be quote 1].")
	}
}

// body is the article without what the head has said.
func (r *report) body() {
	r.section("Article")
	between := ""
	for i, p := range r.article.Paragraphs {
		lead := leads[p.Role]
		if p.Role == articles.Title || p.Role == articles.Byline {
			continue
		}
		switch p.Role {
		case articles.Caption:
			r.paragraphs[i] = "Caption: " + r.paragraphs[i]
		case articles.Credit:
			r.paragraphs[i] = "Picture: " + r.paragraphs[i]
		}
		r.WriteString(between)
		r.say(lead, r.paragraphs[i])
		between = "\n"
	}
}

// leads stand before the first line of a paragraph.
var leads = [...]string{articles.Item: "- ", articles.Extract: "  ", articles.Credit: ""}
