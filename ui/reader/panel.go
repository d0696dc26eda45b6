package reader

import (
	"fmt"
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// goal is where a row of a panel leads: to a quote, to the evidence of a position, to what a reviewer may decide on, or to
// words of the article.
type goal struct {
	quote, position, item int
	words                 analysis.Span
}

func toQuote(quote int) goal       { return goal{quote: quote, position: none, item: none} }
func toPosition(position int) goal { return goal{quote: none, position: position, item: none} }
func toItem(item int) goal         { return goal{quote: none, position: none, item: item} }
func toWords(words analysis.Span) goal {
	return goal{quote: none, position: none, item: none, words: words}
}

// followLine goes where the current row of a panel leads.
func (m *model) followLine() {
	at := m.cursor(m.at.Panel)
	if at < 0 {
		return
	}
	to := m.lists[m.at.Panel].rows[at].to
	m.remember()
	speaker := m.at.Speaker
	m.focusOn(layout.Article)
	switch {
	case to.item != none:
		m.askAbout(to.item)
	case to.position != none:
		m.showPosition(to.position)
		m.lightEvidence()
	case to.quote != none:
		m.choose(to.quote)
		m.at.Speaker = speaker // of several speakers the one whose card it is stays current
	default:
		m.at.Lit = to.words
		m.reveal(to.words)
	}
}

// panelWriter collects the rows of a panel, wrapped to its width.
type panelWriter struct {
	o    *opened
	w    int
	rows []row
	next int // the index of the next row that leads somewhere
}

func (w *panelWriter) heading(s string) {
	if len(w.rows) > 0 {
		w.rows = append(w.rows, row{index: none, segs: []draw.Seg{draw.Plain(" ")}})
	}
	w.rows = append(w.rows, row{index: none, segs: []draw.Seg{draw.Plain(" "), draw.Strong(s)}})
}

func (w *panelWriter) text(part theme.Part, s string) {
	if s == "" {
		return
	}
	indent := "  "
	for _, l := range cells.Wrap(s, w.w-6) {
		w.rows = append(w.rows, row{index: none, segs: []draw.Seg{draw.Plain(" "), draw.Plain(indent), draw.As(part, l)}})
		indent = "    " // what runs on stands deeper, so that the next row is seen to be another
	}
}

// say is a row that leads nowhere.
func (w *panelWriter) say(segs ...draw.Seg) {
	w.rows = append(w.rows, row{index: none, segs: append([]draw.Seg{draw.Plain(" "), draw.Plain("  ")}, segs...)})
}

// jump is a row that leads somewhere.
func (w *panelWriter) jump(to goal, segs ...draw.Seg) {
	w.rows = append(w.rows, row{index: w.next, to: to, segs: append([]draw.Seg{draw.Plain(" "), draw.Plain("  ")}, segs...)})
	w.next++
}

// label is a word in a column of its own before what it names.
func label(s string) draw.Seg { return draw.Dim(fmt.Sprintf("%-8s", s)) }

func (w *panelWriter) place(name string, spans []analysis.Span) {
	if len(spans) == 0 {
		w.say(label(name), draw.Dim("none"))
		return
	}
	for _, sp := range spans {
		w.jump(toWords(sp), label(name), draw.Plain("“"+w.o.OneLine([]analysis.Span{sp})+"”"), w.where(sp))
		name = ""
	}
}

func (w *panelWriter) where(sp analysis.Span) draw.Seg {
	return draw.Dim(fmt.Sprintf(" ¶ %d", w.o.ParagraphAt(sp.Start)+1))
}

// position is a row that leads to a position's evidence, and what is to be known of it.
func (w *panelWriter) position(p int) {
	pos := w.o.Doc.Positions[p]
	w.jump(toPosition(p), draw.Strong(view.Signs[pos.Stance]+" "+view.SideWords[pos.Stance]+" "), draw.Plain(w.o.Target(p)), draw.Dim(w.o.Manner(p)), w.where(view.Whole(pos.Statement)))
}

// words are those by which a row of a panel is found.
func (r row) words(text string) string {
	var b strings.Builder
	for _, s := range r.segs {
		b.WriteString(s.Text)
	}
	return b.String() + " " + r.to.words.Of(text)
}

// capital writes a word with a capital letter.
func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
