// Package markdown writes an article as a report in Markdown, for notes, wikis and whatever turns Markdown into
// something else: the article with a number at every quote, then the quotes, the speakers and the positions.
//
// It promises that nothing of an article becomes markup: no link, no emphasis, no HTML, no row or cell of a table. The
// tables are those of GitHub's Markdown, which most others know.
package markdown

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export"
	"hearsay/articles/export/marked"
	"hearsay/articles/export/told"
)

// Between stands between two reports.
const Between = "\n---\n\n"

// Report writes an article.
func Report(w io.Writer, i export.Item) error {
	r := report{Writer: bufio.NewWriter(w), article: i.Article, doc: i.Document,
		tally: told.NewTally(i.Article.Text, i.Document), item: i}
	title, body := r.paragraphs()
	if title == "" {
		title = escaped(i.Article.Headline())
	}
	fmt.Fprintf(r, "# %s\n\n", title)
	r.head()
	r.WriteString(body)
	r.quotes()
	r.speakers()
	r.positions()
	return r.Flush()
}

type report struct {
	*bufio.Writer
	article articles.Article
	doc     *analysis.Document
	tally   told.Tally
	item    export.Item
}

// say writes a paragraph, unless it is empty.
func (r *report) say(s string) {
	if s != "" {
		r.WriteString(s + "\n\n")
	}
}

// head says what the article is and what was found in it.
func (r *report) head() {
	r.say(escaped(told.Origin(r.article)))
	r.say(escaped(r.article.Address))
	d := r.doc
	r.say(strings.Join(told.Counts(d), ", ") + ".")
	r.say(escaped(r.item.Part))
	r.say(escaped(r.item.Reviewed))
	r.say(escaped(told.Missing(d)))
	if len(d.Quotes) > 0 {
		r.say(`Quotes stand in brackets, with their numbers: \[1 as this would be quote 1\].`)
	}
	r.say("## Article")
}

// paragraphs are the title and the article without what the head says.
func (r *report) paragraphs() (title, body string) {
	var b strings.Builder
	walk := marked.New(r.article.Text, r.doc)
	for _, p := range r.article.Paragraphs {
		var l brackets
		walk.Paragraph(p.Span, &l)
		words := begun(l.String())
		if words == "" || p.Role == articles.Byline {
			continue
		}
		if p.Role == articles.Title && title == "" {
			title = words
			continue
		}
		switch p.Role {
		case articles.Caption:
			words = "Caption: " + words
		case articles.Credit:
			words = "Picture: " + words
		case articles.Strong, articles.Standfirst:
			words = "**" + words + "**"
		}
		b.WriteString(leads[p.Role] + words + "\n\n")
	}
	return title, b.String()
}

// leads make a paragraph what its role is.
var leads = [...]string{articles.Title: "### ", articles.Heading: "### ", articles.Item: "- ", articles.Extract: "> ",
	articles.Credit: ""}

// brackets is a paragraph in one line: [7 so and so] is quote 7.
type brackets struct{ told.Line }

func (b *brackets) Begin(p marked.Part) {
	b.Flush()
	b.WriteString(`\[` + strconv.Itoa(p.Quote+1))
	b.Space()
}

func (b *brackets) End() { b.WriteString(`\]`) }

func (b *brackets) Words(s string) { b.Add(marks(s)) }

// quotes lists what was said: who, in which kind of words, and why it is taken so.
func (r *report) quotes() {
	r.say("## Quotes")
	if len(r.doc.Quotes) == 0 {
		r.say("No quotes were found.")
	}
	for i, q := range r.doc.Quotes {
		lead := strconv.Itoa(i+1) + ". "
		indent := strings.Repeat(" ", len(lead))
		r.say(lead + "**" + r.names(q.Speakers) + "**, " + told.How(q) + ": " + inner(told.Words(r.article.Text, q.Content)))
		r.say(indent + escaped(told.Attribution(r.article.Text, q)+" "+told.Reasons(q.Why)+" "+
			told.Weighed(r.article.Text, r.doc, q.Why)))
		if reviewed := r.item.On(i).String(); reviewed != "" {
			r.say(indent + escaped(reviewed))
		}
	}
}

// names are the speakers in bold type, each with its letter.
func (r *report) names(speakers []int) string {
	var out []string
	for _, s := range speakers {
		out = append(out, told.Letter(s)+" "+inner(r.doc.Speakers[s].Name))
	}
	if len(out) == 0 {
		return told.Nobody
	}
	return strings.Join(out, " and ")
}

// speakers is a table of who speaks, and how much of what is quoted is theirs.
func (r *report) speakers() {
	if len(r.doc.Speakers) == 0 {
		return
	}
	r.say("## Speakers")
	r.WriteString("| | speaker | who | quotes | share of quoted words |\n|---|---|---|---|---:|\n")
	for i, s := range r.doc.Speakers {
		name := inner(s.Name)
		if others := told.NewNames(s); others != "" {
			name += " (also " + inner(others) + ")"
		}
		fmt.Fprintf(r, "| %s | %s | %s | %s | %d %% |\n", told.Letter(i), name, inner(told.Who(r.article.Text, s)),
			r.quotesOf(i), r.tally.Share(i))
	}
	r.WriteByte('\n')
}

// quotesOf are the numbers of a speaker's quotes, those of what they did not say behind the others.
func (r *report) quotesOf(speaker int) string {
	out := told.Numbers(r.tally.Quotes(speaker))
	apart := r.tally.Apart(speaker)
	if out != "" && apart != "" {
		out += "; "
	}
	return out + apart
}

// positions lists what sides are taken on, and who is on which.
func (r *report) positions() {
	if len(r.doc.Positions) == 0 {
		return
	}
	r.say("## Positions")
	for _, t := range r.doc.Topics() {
		state := ""
		if t.Disputed() {
			state = " (disputed)"
		} else if t.Shared() {
			state = " (shared)"
		}
		r.say("### " + escaped(t.Name) + state)
		for _, v := range t.Views {
			for _, p := range v.Positions() {
				r.WriteString("- " + r.position(r.doc.Positions[p]) + "\n")
			}
		}
		r.WriteByte('\n')
	}
}

func (r *report) position(p analysis.Position) string {
	does := p.Stance.String()
	if p.Stance == analysis.Neutral {
		does = "says, without taking a side"
	}
	if m := p.Manner(); len(m) > 0 {
		does += " (" + strings.Join(m, ", ") + ")"
	}
	out := "**" + r.names([]int{p.Speaker}) + "** " + does + ". The article: " +
		inner(told.Words(r.article.Text, p.Statement))
	if len(p.Quotes) > 0 {
		out += " (quote " + told.Numbers(p.Quotes) + ")"
	}
	return out + ", " + analysis.Sure(p.Confidence) + "."
}
