package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"hearsay/analysis"
	"hearsay/articles"
)

// TextBetween stands between two reports of Text.
const TextBetween = "\n\n"

// Text writes an article as a report to be read from top to bottom, on paper, in a pipe or aloud: the article with a
// number at every quote, then the quotes, the speakers and the positions. No line is wider than the width, counted in
// cells; 0 leaves every paragraph in one line.
func Text(w io.Writer, a articles.Article, d *analysis.Document, width int) error {
	b := bufio.NewWriter(w)
	r := report{Writer: b, article: a, doc: d, width: width, count: counts(a.Text, d)}
	m := marker{text: a.Text, todo: parts(d)}
	for _, p := range a.Paragraphs {
		r.paragraphs = append(r.paragraphs, m.paragraph(p.Span))
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
	count   tally
	// paragraphs are the article's, in one line each, with brackets around quotes.
	paragraphs []string
}

// tally counts quoted words.
type tally struct {
	words  int
	by     []int   // by speaker
	quotes [][]int // by speaker
}

func counts(text string, d *analysis.Document) tally {
	t := tally{by: make([]int, len(d.Speakers)), quotes: make([][]int, len(d.Speakers))}
	for i, q := range d.Quotes {
		n := analysis.Words(text, q.Content)
		t.words += n
		for _, s := range q.Speakers {
			t.by[s] += n
			t.quotes[s] = append(t.quotes[s], i)
		}
	}
	return t
}

// say writes a paragraph, cleaned and wrapped; a lead, such as a number, hangs before it.
func (r *report) say(lead, s string) {
	if s = clean(s); s != "" {
		r.WriteString(wrap(s, r.width, lead))
	}
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
	r.say("", origin(a))
	r.say("", a.Address)
	r.say("", fmt.Sprintf("%s, %s, %s", many(len(d.Quotes), "quote"), many(len(d.Speakers), "speaker"), many(len(d.Positions), "position")))
	if d.MarksOnly {
		in := d.InLanguage()
		r.say("", strings.ToUpper(in[:1])+in[1:]+": only words in quotation marks were looked for, and no speakers.")
	}
	if len(d.Quotes) > 0 {
		r.WriteByte('\n')
		r.say("", "Quotes stand in brackets, with their numbers: [1 as this would be quote 1].")
	}
}

// origin is who wrote the article, where, and when.
func origin(a articles.Article) string {
	var out []string
	if a.Byline != "" {
		out = append(out, "By "+a.Byline)
	}
	if a.Outlet != "" {
		out = append(out, a.Outlet)
	}
	if !a.Date.IsZero() {
		out = append(out, a.Date.Format("2 January 2006"))
	}
	return strings.Join(out, ", ")
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
		if p.Role == articles.Caption {
			r.paragraphs[i] = "Caption: " + r.paragraphs[i]
		}
		r.WriteString(between)
		r.say(lead, r.paragraphs[i])
		between = "\n"
	}
}

// leads stand before the first line of a paragraph.
var leads = [...]string{articles.Item: "- ", articles.Extract: "  ", articles.Caption: ""}

func many(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
