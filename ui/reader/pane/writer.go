package pane

import (
	"fmt"
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// Writer collects the rows of a panel, wrapped to its width.
type Writer struct {
	F    *view.Findings
	W    int // cells
	Rows []Row
	next int // the index of the next row that leads somewhere
}

func (w *Writer) add(r Row) { w.Rows = append(w.Rows, r) }

// Heading is a heading, with a blank line before it unless it is the first.
func (w *Writer) Heading(s string) {
	if len(w.Rows) > 0 {
		w.add(Row{Index: none, Line: []draw.Seg{draw.Plain(" ")}})
	}
	w.add(Row{Index: none, Line: []draw.Seg{draw.Plain(" "), draw.Strong(s)}})
}

// Text is a text wrapped to the width; nothing where it is empty.
func (w *Writer) Text(part theme.Part, s string) {
	if s == "" {
		return
	}
	indent := "  "
	for _, l := range cells.Wrap(s, w.W-6) {
		w.add(Row{Index: none, Line: []draw.Seg{draw.Plain(" "), draw.Plain(indent), draw.As(part, l)}})
		indent = "    " // what runs on stands deeper, so that the next row is seen to be another
	}
}

// Plain are rows as lines of text.
func Plain(rows []Row) (lines []string) {
	for _, r := range rows {
		var b strings.Builder
		for _, s := range r.Line {
			b.WriteString(s.Text)
		}
		lines = append(lines, b.String())
	}
	return lines
}

// Say is a row that leads nowhere.
func (w *Writer) Say(segs ...draw.Seg) {
	w.add(Row{Index: none, Line: append([]draw.Seg{draw.Plain(" "), draw.Plain("  ")}, segs...)})
}

// Jump is a row that leads somewhere.
func (w *Writer) Jump(to Goal, segs ...draw.Seg) {
	w.add(Row{Index: w.next, To: to, Line: append([]draw.Seg{draw.Plain(" "), draw.Plain("  ")}, segs...)})
	w.next++
}

// label is a word in a column of its own before what it names.
func label(s string) draw.Seg { return draw.Dim(fmt.Sprintf("%-8s", s)) }

// Place names words of the article, a row for each of their parts.
func (w *Writer) Place(name string, spans []analysis.Span) {
	if len(spans) == 0 {
		w.Say(label(name), draw.Dim("none"))
		return
	}
	for _, sp := range spans {
		w.Jump(Words(sp), label(name), draw.Plain("“"+w.F.OneLine([]analysis.Span{sp})+"”"), w.where(sp))
		name = ""
	}
}

func (w *Writer) where(sp analysis.Span) draw.Seg {
	return draw.Dim(fmt.Sprintf(" ¶ %d", w.F.ParagraphAt(sp.Start)+1))
}

// Position is a row that leads to a position's evidence, and what is to be known of it.
func (w *Writer) Position(p int) {
	pos := w.F.Doc.Positions[p]
	w.Jump(Position(p), draw.Strong(view.Signs[pos.Stance]+" "+view.SideWords[pos.Stance]+" "), draw.Plain(w.F.Target(p)),
		draw.Dim(w.F.Manner(p)), w.where(view.Whole(pos.Statement)))
}
