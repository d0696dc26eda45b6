package pane

import (
	"fmt"
	"strings"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/page"
	"hearsay/ui/reader/taking"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// Article is the pane of the article. It has no rows: its lines are drawn by a [Text].
type Article struct{ Panel }

// Rows are none.
func (Article) Rows(View, int) []Row { return nil }

// Empty is never asked.
func (Article) Empty(View) string { return "" }

// Leads to the speaker of the current quote.
func (Article) Leads(v View, _ Row) (Goal, string) {
	if v.At.Quote == none {
		return Goal{}, "choose a quote first: " + v.Say("next-quote") + " goes to the next"
	}
	if v.First(v.At.Quote) == none {
		return Goal{}, v.Unknown(v.At.Quote)
	}
	return Goal{To: ToSpeaker}, ""
}

// Text is the text of one article in its pane: its lines, with the quotes marked on them, and which of them are in
// sight. Its zero value is a text that was not laid out yet.
type Text struct {
	head   []draw.Seg // the lines above the text
	page   *page.Page
	marks  *page.Marks
	gutter []edge // one a line of the page
	column Column
}

// Column is where the article's text stands in its pane.
type Column struct {
	X      int // cells left of the gutter
	Gutter int // cells of the quotes' letters and edges
	W      int // cells of the text
	H      int // lines
}

// ColumnIn is the column in a layout of a screen of w cells, no wider than most cells. Where another pane has the
// screen, the text is laid out as if the article had it.
func ColumnIn(l layout.Layout, w, most int) Column {
	in := l.Inner(layout.Article)
	if in.Empty() {
		in = layout.Rect{W: w, H: l.Info.Y - 1}
	}
	c := Column{Gutter: 4, H: max(in.H, 1)}
	if in.W < 60 {
		c.Gutter = 3
	}
	c.W = max(min(most, in.W-c.Gutter-1), 1)
	c.X = max((in.W-c.Gutter-c.W)/2, 0)
	return c
}

// LayOut wraps the article anew where its width has changed, and marks it anew where whose quotes are marked has.
func (t *Text) LayOut(v view.View, c Column) {
	t.column = c
	if t.page != nil && t.page.Width() == c.W && v.Narrowed == v.At.Only {
		return
	}
	if t.page == nil || t.page.Width() != c.W {
		t.page = page.New(v.Article.Text, v.Article.Paragraphs, c.W)
		t.head = headOf(v.Article, c.W)
	}
	v.Narrowed = v.At.Only
	t.Mark(v.Findings)
}

// Forget has the article wrapped and marked anew.
func (t *Text) Forget() { t.page = nil }

// Page is the article in lines; nil until it was laid out.
func (t *Text) Page() *page.Page { return t.page }

// headOf is what stands above the text: title, byline, outlet and date, where the text does not hold them itself.
func headOf(a articles.Article, w int) (out []draw.Seg) {
	inText := map[articles.Role]bool{}
	for _, p := range a.Paragraphs {
		inText[p.Role] = true
	}
	if a.Title != "" && !inText[articles.Title] {
		for _, l := range cells.Wrap(a.Title, w) {
			out = append(out, draw.Strong(l))
		}
	}
	if b := view.About(a, !inText[articles.Byline]); b != "" && !inText[articles.Title] {
		for _, l := range cells.Wrap(b, w) {
			out = append(out, draw.Dim(l))
		}
	}
	if len(out) > 0 {
		out = append(out, draw.Seg{})
	}
	return out
}

// Draw draws the lines in sight, with what is current or lit, what is in question, and further marks over them.
func (t *Text) Draw(v View, asked []analysis.Span, over ...*page.Marks) []string {
	in := v.Layout.Inner(layout.Article)
	layers := append([]*page.Marks{t.marks, page.NewMarks(lit(v, asked))}, over...)
	top := t.Top(v.At)
	out := make([]string, 0, in.H)
	for i := top; i < top+in.H && i < t.Lines(); i++ {
		out = append(out, t.line(v, i, in.W, layers))
	}
	for len(out) < in.H {
		out = append(out, strings.Repeat(" ", in.W))
	}
	return out
}

func (t *Text) line(v View, i, w int, layers []*page.Marks) string {
	c := t.column
	if i < len(t.head) {
		head := t.head[i]
		if head.Look.Part == theme.Strong {
			head.Link = pageOf(v)
		}
		return draw.Line(v.Theme, w, draw.Plain(strings.Repeat(" ", c.X+c.Gutter)), head)
	}
	i -= len(t.head)
	var b strings.Builder
	spare := min(c.X, 1) // for a verdict beside the letters of two
	b.WriteString(strings.Repeat(" ", c.X-spare))
	b.WriteString(t.edgeOf(v, i, c.Gutter, spare))
	b.WriteString(strings.Repeat(" ", t.page.Indent(i)))
	used := c.X + c.Gutter + t.page.Indent(i)
	paragraph, link := t.page.Line(i).Paragraph, ""
	if paragraph >= 0 && v.Article.Paragraphs[paragraph].Role == articles.Title {
		link = pageOf(v)
	}
	part := partOf(v.Findings, paragraph)
	for _, r := range t.page.Runs(i, layers...) {
		look := theme.Look{Speaker: r.Ink.Speaker, Flags: r.Ink.Flags, Part: part}
		b.WriteString(draw.Linked(link, v.Theme.Paint(look, r.Draw)))
		used += r.Width
	}
	b.WriteString(strings.Repeat(" ", max(w-used, 0)))
	return b.String()
}

// pageOf is the page on the web that the title leads to; empty where there is none, or the terminal knows no links.
func pageOf(v View) string {
	if v.Dumb || !taking.OnTheWeb(v.Article.Address) {
		return ""
	}
	return v.Article.Address
}

// partOf is how the text of a paragraph is drawn.
func partOf(f *view.Findings, paragraph int) theme.Part {
	if paragraph < 0 {
		return theme.Plain
	}
	switch f.Article.Paragraphs[paragraph].Role {
	case articles.Title, articles.Heading, articles.Strong:
		return theme.Strong
	case articles.Byline, articles.Caption, articles.Credit:
		return theme.Dim
	}
	return theme.Plain
}

// lit are the marks of what is current or lit, from the ground up.
func lit(v View, asked []analysis.Span) (marks []page.Mark) {
	add := func(spans []analysis.Span, ink page.Ink) {
		for _, sp := range spans {
			marks = append(marks, page.Mark{Span: sp, Ink: ink})
		}
	}
	at := v.At
	if !at.Lit.Empty() {
		add([]analysis.Span{at.Lit}, page.Ink{Flags: page.Evidence | page.Mention})
	}
	if v.Doc == nil {
		return marks
	}
	if at.Evidence != none {
		p := v.Doc.Positions[at.Evidence]
		add(p.Statement, page.Ink{Flags: page.Evidence})
		add(p.Target, page.Ink{Flags: page.Mention})
		for _, q := range p.Qualifiers {
			add([]analysis.Span{q.Span}, page.Ink{Flags: page.Cue})
		}
	}
	if at.Mentions && at.Speaker != none {
		add(v.Doc.Speakers[at.Speaker].Mentions, page.Ink{Speaker: at.Speaker + 1, Flags: page.Mention})
	}
	add(asked, page.Ink{Flags: page.Current})
	if at.Quote != none {
		q, who := v.Doc.Quotes[at.Quote], v.First(at.Quote)+1
		add(q.Content, page.Ink{Speaker: who, Flags: page.Current})
		add(q.Cue, page.Ink{Speaker: who, Flags: page.Cue})
		add(q.Source, page.Ink{Speaker: who, Flags: page.Source})
	}
	return marks
}

// Far tells how far a reader has come.
func (t *Text) Far(v View) string {
	if t.page == nil || len(v.Article.Paragraphs) == 0 {
		return ""
	}
	far := "all in sight"
	if most := t.maxTop(); most > 0 {
		far = fmt.Sprintf("%d %%", (100*t.Top(v.At)+most/2)/most)
	}
	return fmt.Sprintf("¶ %d/%d · %s", v.ParagraphAt(t.TopOffset(v.At))+1, len(v.Article.Paragraphs), far)
}

// ShowsTitle reports whether the article's title stands among the lines in sight.
func (t *Text) ShowsTitle(v View) bool {
	if t.page == nil || v.Article.Title == "" {
		return false
	}
	top := t.Top(v.At)
	for i, p := range v.Article.Paragraphs {
		if p.Role == articles.Title {
			line := t.LineOf(v.View, i)
			return top <= line && line < top+v.Layout.Inner(layout.Article).H
		}
	}
	return top == 0 && len(t.head) > 0
}
