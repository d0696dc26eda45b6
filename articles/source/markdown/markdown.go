// Package markdown reads Markdown: the words without the markup, and what the front matter tells.
package markdown

import (
	"html"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
	"hearsay/articles/source/details"
	"hearsay/articles/source/format"
	"hearsay/articles/source/plain"
)

// read makes an article of a Markdown text: its words without the markup, and what its front matter tells. Code
// and raw HTML are left out. A text that no one could have written is taken as it is, markup and all.
func read(name, s string) (articles.Article, error) {
	f, body, ok := cutFront(s)
	if !ok {
		body = s
	}
	a := articles.Article{
		Title: f.first("title", "headline"), Byline: details.Authors(f.first("byline", "author", "authors")),
		Outlet: f.first("outlet", "site", "publication", "source"), Address: f.first("address", "url", "canonical"),
		Date: details.Date(f.first("date", "published")),
	}
	if tangled(body) {
		return plain.Read(s), nil
	}
	source := []byte(body)
	m := &markdownWalker{source: source}
	m.blockChildren(goldmark.DefaultParser().Parse(text.NewReader(source)), articles.Body)
	found := m.w.Blocks
	if a.Title == "" && len(found) > 0 && m.top == found[0].Words {
		a.Title, found = found[0].Words, found[1:]
	}
	if len(found) == 0 {
		return a, &format.Error{Name: name, Err: format.ErrEmpty, Hint: "give a file with an article in it"}
	}
	blocks.Compose(&a, found)
	plain.FindByline(&a)
	return a, nil
}

// markdownWalker writes the words of a Markdown text, block by block.
type markdownWalker struct {
	source []byte
	w      blocks.Writer
	top    string // the first heading of the first level
}

func (m *markdownWalker) blockChildren(n ast.Node, role articles.Role) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.block(c, role)
	}
}

// block writes a block and those in it.
func (m *markdownWalker) block(n ast.Node, role articles.Role) {
	switch n := n.(type) {
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock, *ast.ThematicBreak, *ast.LinkReferenceDefinition:
		return
	case *ast.Heading:
		before := len(m.w.Blocks)
		m.inlines(n, articles.Heading)
		if n.Level == 1 && m.top == "" && len(m.w.Blocks) > before {
			m.top = m.w.Blocks[before].Words
		}
	case *ast.Blockquote:
		m.blockChildren(n, articles.Extract)
	case *ast.ListItem:
		m.blockChildren(n, articles.Item)
	case *ast.Paragraph, *ast.TextBlock:
		m.inlines(n, role)
	default:
		m.blockChildren(n, role)
	}
}

// inlines writes the words of a paragraph.
func (m *markdownWalker) inlines(n ast.Node, role articles.Role) {
	m.inline(n, false)
	m.w.End(role)
}

func (m *markdownWalker) inline(n ast.Node, code bool) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			m.w.Text(m.plain(c.Segment.Value(m.source), code || c.IsRaw()), false)
			if c.SoftLineBreak() || c.HardLineBreak() {
				m.w.Space()
			}
		case *ast.String:
			m.w.Text(m.plain(c.Value, code || c.IsRaw()), false)
		case *ast.AutoLink:
			m.w.Text(string(c.Label(m.source)), true)
		case *ast.RawHTML:
		case *ast.Image:
			// What an image shows is told to those who cannot see it; it is not the article's text.
		case *ast.Emphasis:
			if c.Level > 1 {
				m.w.BeginStrong()
			}
			m.inline(c, code)
			if c.Level > 1 {
				m.w.EndStrong()
			}
		case *ast.CodeSpan:
			m.inline(c, true)
		default:
			m.inline(c, code)
		}
	}
}

// plain undoes the escapes and entities of Markdown.
func (m *markdownWalker) plain(raw []byte, literal bool) string {
	if literal {
		return string(raw)
	}
	return unescape(string(raw))
}

// unescape undoes backslashes before punctuation, and entities but for those behind a backslash.
func unescape(s string) string {
	out := make([]byte, 0, len(s))
	from := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '\\' || !util.IsPunct(s[i+1]) {
			continue
		}
		out = append(out, html.UnescapeString(s[from:i])...)
		out = append(out, s[i+1])
		i++
		from = i + 1
	}
	return string(append(out, html.UnescapeString(s[from:])...))
}
