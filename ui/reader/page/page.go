// Package page lays an article out in lines of a given width and paints them in runs of one ink. It promises that
// every word of every paragraph is shown once and in its place, that no line is wider than the page, and that every
// cell knows the bytes it shows: all offsets are bytes of the article's text. Nothing here knows a terminal or a
// colour.
package page

import (
	"iter"
	"math"
	"sort"

	"hearsay/analysis/text"
	"hearsay/articles"
	"hearsay/ui/reader/cells"
)

const (
	// inset is how far items and extracts are set in, in cells.
	inset = 2
	// roomy is the width from which there is room to set anything in.
	roomy = 12
)

// Line is one line of a page.
type Line struct {
	text.Span      // the bytes shown, without the white space around them; empty for a gap
	Paragraph int  // the index of the paragraph, -1 for the gap between two
	First     bool // whether the paragraph starts here
}

// Page is an article laid out in lines.
type Page struct {
	text       string
	paragraphs []articles.Paragraph
	width      int
	lines      []line
}

// line is a Line in the memory that a megabyte of article should take.
type line struct{ start, end, paragraph int32 }

// New lays the paragraphs of s out in lines of at most width cells, with a gap of one line between two. Lines are
// broken between words; a word longer than a line is cut. Items of lists and extracts are set in where there is room.
// What stands in no paragraph is not shown.
func New(s string, paragraphs []articles.Paragraph, width int) *Page {
	p := &Page{text: s, paragraphs: paragraphs, width: max(width, 1)}
	p.lines = make([]line, 0, len(s)/p.width+2*len(paragraphs))
	from := 0
	for i, par := range paragraphs {
		start, end := max(par.Start, from), min(par.End, len(s), math.MaxInt32)
		if start < end {
			p.lay(start, end, i)
			from = end
		}
	}
	return p
}

// lay adds the lines of one paragraph.
func (p *Page) lay(start, end, paragraph int) {
	first := true
	for from, to := range cells.Lines(p.text[start:end], p.width-p.insetOf(paragraph)) {
		if n := len(p.lines); first && n > 0 {
			p.lines = append(p.lines, line{p.lines[n-1].end, p.lines[n-1].end, -1})
		}
		first = false
		p.lines = append(p.lines, line{int32(start + from), int32(start + to), int32(paragraph)})
	}
}

func (p *Page) insetOf(paragraph int) int {
	if paragraph < 0 || p.width < roomy {
		return 0
	}
	if role := p.paragraphs[paragraph].Role; role == articles.Item || role == articles.Extract {
		return inset
	}
	return 0
}

// Len is the number of lines.
func (p *Page) Len() int { return len(p.lines) }

// Width is the width the page was laid out for, in cells.
func (p *Page) Width() int { return p.width }

// Line is the line with index i.
func (p *Page) Line(i int) Line {
	l := p.lines[i]
	return Line{
		Span:      text.Span{Start: int(l.start), End: int(l.end)},
		Paragraph: int(l.paragraph),
		First:     l.paragraph >= 0 && (i == 0 || p.lines[i-1].paragraph != l.paragraph),
	}
}

// Indent is the number of cells before the line's text.
func (p *Page) Indent(i int) int { return p.insetOf(int(p.lines[i].paragraph)) }

// LineAt is the line that shows the byte at offset, or the one nearest to it; never a gap. It is 0 on an empty page.
func (p *Page) LineAt(offset int) int {
	i := sort.Search(len(p.lines), func(i int) bool { return int(p.lines[i].start) > offset }) - 1
	if i < 0 {
		return 0
	}
	if p.lines[i].paragraph >= 0 {
		return i
	}
	if offset-int(p.lines[i].start) < int(p.lines[i+1].start)-offset {
		return i - 1
	}
	return i + 1
}

// clusters yields what is drawn of the line.
func (p *Page) clusters(i int) iter.Seq[cells.Cluster] {
	l := p.lines[i]
	return cells.Line(p.text, int(l.start), int(l.end), p.width-p.insetOf(int(l.paragraph)))
}

// SpanAt is the sign drawn at a cell of the line, or the one nearest to it. Cells are counted from the left edge of the
// page, so that the line's text starts at its indent. It is empty on a gap.
func (p *Page) SpanAt(line, col int) text.Span {
	at := text.Span{Start: int(p.lines[line].start), End: int(p.lines[line].start)}
	x := p.Indent(line)
	col = max(col, x)
	for c := range p.clusters(line) {
		if c.Width == 0 && !at.Empty() {
			continue
		}
		at = text.Span{Start: c.Start, End: c.End}
		if x += c.Width; col < x {
			break
		}
	}
	return at
}

// OffsetAt is the byte at which the sign starts that is drawn at a cell of the line, or the one nearest to it, with
// cells counted as in [Page.SpanAt].
func (p *Page) OffsetAt(line, col int) int { return p.SpanAt(line, col).Start }

// ColumnOf is the cell of the line at which the byte at offset is drawn, counted as in [Page.SpanAt]: the indent for
// what stands before the line, and the cell after its text for what stands behind it.
func (p *Page) ColumnOf(line, offset int) int {
	x := p.Indent(line)
	for c := range p.clusters(line) {
		if offset < c.End {
			break
		}
		x += c.Width
	}
	return x
}
