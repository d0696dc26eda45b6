package html

import (
	"strings"
	"unicode"

	"hearsay/articles"
	"hearsay/articles/export/controls"
	"hearsay/articles/export/marked"
	"hearsay/articles/export/told"
)

// block is a paragraph, by its role, or a list of them.
type block struct {
	Heading, Extract, Caption, Strong bool
	Pieces                            []piece
	Items                             [][]piece // of a list
}

// piece is a stretch of words, or the beginning or the end of a quote.
type piece struct {
	Words string
	Begin *begin
	End   bool
}

// begin is where a quote begins, or is taken up again.
type begin struct {
	*quote
	First bool
}

// article gives the title and the paragraphs with their quotes. What the head of the page tells is left out.
func (m *maker) article(a articles.Article) (title []piece, blocks []block) {
	walk := marked.New(a.Text, m.doc)
	for _, par := range a.Paragraphs {
		role := par.Role
		if told.Clean(par.Of(a.Text)) == "" {
			role = articles.Byline // there is nothing to show
		}
		p := pen{quotes: m.quotes, hidden: role == articles.Byline}
		walk.Paragraph(par.Span, &p)
		switch role {
		case articles.Title:
			if title == nil {
				title = p.pieces
				continue
			}
			blocks = append(blocks, block{Heading: true, Pieces: p.pieces})
		case articles.Byline:
		case articles.Item:
			if n := len(blocks); n == 0 || blocks[n-1].Items == nil {
				blocks = append(blocks, block{})
			}
			last := &blocks[len(blocks)-1]
			last.Items = append(last.Items, p.pieces)
		default:
			blocks = append(blocks, block{Heading: role == articles.Heading, Extract: role == articles.Extract,
				Caption: role == articles.Caption || role == articles.Credit,
				Strong:  role == articles.Strong || role == articles.Standfirst, Pieces: p.pieces})
		}
	}
	return title, blocks
}

// pen gathers the pieces of a paragraph.
type pen struct {
	quotes []quote
	hidden bool // the paragraph is not shown
	pieces []piece
}

func (p *pen) Begin(o marked.Part) {
	q := &p.quotes[o.Quote]
	p.pieces = append(p.pieces, piece{Begin: &begin{q, !q.Shown}})
	q.Shown = q.Shown || !p.hidden
}

func (p *pen) End() { p.pieces = append(p.pieces, piece{End: true}) }

// Words drops what acts; white space is the browser's to fold.
func (p *pen) Words(s string) {
	p.pieces = append(p.pieces, piece{Words: strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\u202f':
			return r
		case unicode.IsSpace(r):
			return ' '
		case controls.Acts(r):
			return -1
		}
		return r
	}, s)})
}
