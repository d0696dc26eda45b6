package reader

import (
	"fmt"
	"strings"

	"hearsay/articles"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/page"
	"hearsay/ui/reader/theme"
)

// column is where the article's text stands in its pane.
type column struct {
	x      int // cells left of the gutter
	gutter int // cells of the quotes' letters and edges
	w      int // cells of the text
	h      int // lines
}

func (m *model) column() column {
	in := m.layout.Inner(layout.Article)
	if in.Empty() { // another pane has the screen: lay out as if the article had it
		in = layout.Rect{W: m.w, H: m.layout.Info.Y - 1}
	}
	c := column{gutter: 4, h: max(in.H, 1)}
	if in.W < 60 {
		c.gutter = 3
	}
	c.w = max(min(m.width, in.W-c.gutter-1), 1)
	c.x = max((in.W-c.gutter-c.w)/2, 0)
	return c
}

// layOut wraps the article anew where its width or its document changed.
func (m *model) layOut(o *opened) {
	c := m.column()
	if o.err != nil || (o.page != nil && o.page.Width() == c.w && o.Narrowed == m.at.Only) {
		return
	}
	if o.page == nil || o.page.Width() != c.w {
		o.page = page.New(o.Article.Text, o.Article.Paragraphs, c.w)
		o.head = headOf(o.Article, c.w)
	}
	o.Narrowed = m.at.Only
	o.mark()
}

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
	if b := about(a, !inText[articles.Byline]); b != "" && !inText[articles.Title] {
		for _, l := range cells.Wrap(b, w) {
			out = append(out, draw.Dim(l))
		}
	}
	if len(out) > 0 {
		out = append(out, draw.Seg{})
	}
	return out
}

// about tells who wrote an article, where and when.
func about(a articles.Article, byline bool) string {
	var parts []string
	if byline && a.Byline != "" {
		parts = append(parts, a.Byline)
	}
	if a.Outlet != "" && (!byline || a.Outlet != a.Byline) {
		parts = append(parts, a.Outlet)
	}
	if !a.Date.IsZero() {
		parts = append(parts, a.Date.Format("2 January 2006"))
	}
	return strings.Join(parts, " · ")
}

// articleLines draws the article's part that is in sight.
func (m *model) articleLines(o *opened) []string {
	in, c := m.layout.Inner(layout.Article), m.column()
	if o.err != nil {
		return draw.Paragraph(m.theme, in, o.err.Error(), theme.Warn)
	}
	layers := m.layers(o)
	top := m.topLine()
	out := make([]string, 0, in.H)
	for i := top; i < top+in.H && i < o.lines(); i++ {
		out = append(out, m.articleLine(o, i, in.W, c, layers))
	}
	for len(out) < in.H {
		out = append(out, strings.Repeat(" ", in.W))
	}
	return out
}

func (m *model) articleLine(o *opened, i, w int, c column, layers []*page.Marks) string {
	if i < len(o.head) {
		return draw.Line(m.theme, w, draw.Plain(strings.Repeat(" ", c.x+c.gutter)), o.head[i])
	}
	i -= len(o.head)
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", c.x))
	b.WriteString(m.gutter(o, i, c.gutter))
	b.WriteString(strings.Repeat(" ", o.page.Indent(i)))
	used := c.x + c.gutter + o.page.Indent(i)
	part := partOf(o.role(i))
	for _, r := range o.page.Runs(i, layers...) {
		b.WriteString(m.theme.Paint(theme.Look{Speaker: r.Ink.Speaker, Flags: r.Ink.Flags, Part: part}, r.Draw))
		used += r.Width
	}
	b.WriteString(strings.Repeat(" ", max(w-used, 0)))
	return b.String()
}

func (o *opened) role(line int) articles.Role {
	if p := o.page.Line(line).Paragraph; p >= 0 {
		return o.Article.Paragraphs[p].Role
	}
	return articles.Body
}

func partOf(r articles.Role) theme.Part {
	switch r {
	case articles.Title, articles.Heading:
		return theme.Strong
	case articles.Byline, articles.Caption:
		return theme.Dim
	}
	return theme.Plain
}

// articleFoot tells how far a reader has come.
func (m *model) articleFoot(o *opened) string {
	if o.err != nil || o.page == nil || len(o.Article.Paragraphs) == 0 {
		return ""
	}
	far := "all in sight"
	if most := m.maxTop(o); most > 0 {
		far = fmt.Sprintf("%d %%", (100*m.topLine()+most/2)/most)
	}
	return fmt.Sprintf("¶ %d/%d · %s", o.ParagraphAt(m.topOffset(o))+1, len(o.Article.Paragraphs), far)
}
