package reader

import (
	"fmt"
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

// whyRows explain the current quote: how it was found, the words it rests on, and the links from its source to its
// speakers. Rows that lead somewhere in the article have an index.
func (m *model) whyRows(o *opened) []row {
	if m.at.quote == none {
		return nil
	}
	w := whyWriter{o: o, w: m.layout.Inner(layout.Why).W}
	q := o.doc.Quotes[m.at.quote]
	w.heading(fmt.Sprintf("%s quote · %s", capital(q.Kind.String()), analysis.Sure(q.Confidence)))
	w.text(theme.Dim, kindMeans[q.Kind])
	w.heading("Why it is a quote")
	w.text(theme.Plain, q.Why.Found)
	w.place("cue", q.Cue)
	w.place("source", q.Source)
	w.heading("Who says it")
	w.chain(m.at.quote)
	if ps := o.positionsOf[m.at.quote]; len(ps) > 0 {
		w.heading("What it shows")
		for _, p := range ps {
			w.position(p)
		}
	}
	return w.rows
}

var kindMeans = [...]string{
	analysis.Direct:   "all of it stands in quotation marks",
	analysis.Mixed:    "part of it stands in quotation marks",
	analysis.Indirect: "none of it stands in quotation marks",
}

// capital writes a word with a capital letter.
func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// whyWriter collects the rows of the why panel, wrapped to its width.
type whyWriter struct {
	o    *opened
	w    int
	rows []row
	next int // the index of the next row that leads somewhere
}

func (w *whyWriter) heading(s string) {
	if len(w.rows) > 0 {
		w.rows = append(w.rows, row{index: none, segs: []seg{plain(" ")}})
	}
	w.rows = append(w.rows, row{index: none, segs: []seg{plain(" "), strong(s)}})
}

func (w *whyWriter) text(part theme.Part, s string) {
	if s == "" {
		return
	}
	indent := "  "
	for _, l := range cells.Wrap(s, w.w-6) {
		w.rows = append(w.rows, row{index: none, segs: []seg{plain(" "), plain(indent), {theme.Look{Part: part}, l}}})
		indent = "    " // what runs on stands deeper, so that the next row is seen to be another
	}
}

// jump is a row that leads to a place in the article.
func (w *whyWriter) jump(to analysis.Span, segs ...seg) {
	w.rows = append(w.rows, row{index: w.next, to: to, segs: append([]seg{plain(" "), plain("  ")}, segs...)})
	w.next++
}

func (w *whyWriter) place(name string, spans []analysis.Span) {
	label := dim(fmt.Sprintf("%-7s", name))
	if len(spans) == 0 {
		w.rows = append(w.rows, row{index: none, segs: []seg{plain(" "), plain("  "), label, dim("none")}})
		return
	}
	for _, sp := range spans {
		w.jump(sp, label, plain("“"+sp.Of(w.o.article.Text)+"”"), w.where(sp))
		label = dim(fmt.Sprintf("%-7s", ""))
	}
}

func (w *whyWriter) where(sp analysis.Span) seg {
	return dim(fmt.Sprintf(" ¶ %d", w.o.paragraphAt(sp.Start)+1))
}

// chain shows each link from the source to the speakers, or why there is no speaker and who it might be. Links that the
// speakers of a joint source share are told once.
func (w *whyWriter) chain(quote int) {
	q := w.o.doc.Quotes[quote]
	var last analysis.Span
	told := map[string]bool{}
	for _, l := range q.Why.Chain {
		if told[l.Reason] {
			continue
		}
		told[l.Reason] = true
		if l.From != last {
			w.words(l.From)
		}
		w.text(theme.Plain, "↓ "+l.Reason)
		if l.To != l.From && !l.To.Empty() {
			w.words(l.To)
		}
		last = l.To
	}
	for _, s := range q.Speakers {
		w.speaker(s)
	}
	if len(q.Speakers) == 0 {
		w.unknown(q.Why)
	}
	w.candidates(q.Why)
}

// words is a row that leads to words of the article.
func (w *whyWriter) words(sp analysis.Span) {
	w.jump(sp, plain("“"+sp.Of(w.o.article.Text)+"”"), w.where(sp))
}

func (w *whyWriter) unknown(why analysis.Why) {
	w.text(theme.Strong, "speaker unknown")
	w.text(theme.Plain, why.Unknown)
}

// candidates are those who were weighed and not chosen.
func (w *whyWriter) candidates(why analysis.Why) {
	if len(why.Candidates) == 0 {
		return
	}
	intro := "not chosen"
	if why.Unknown != "" {
		intro = "it may be"
	}
	w.text(theme.Dim, intro)
	for _, c := range why.Candidates {
		w.candidate(c)
	}
}

func (w *whyWriter) candidate(c analysis.Candidate) {
	name := seg{text: c.Mention.Of(w.o.article.Text)}
	if c.Speaker != analysis.None {
		name = of(c.Speaker, letter(c.Speaker)+" "+w.o.doc.Speakers[c.Speaker].Name)
	}
	sure := ""
	if c.Confidence > 0 {
		sure = " · " + analysis.Sure(c.Confidence)
	}
	w.jump(c.Mention, name, dim(sure))
	w.text(theme.Dim, c.Reason)
}

func (w *whyWriter) speaker(s int) {
	sp := w.o.doc.Speakers[s]
	to := analysis.Span{}
	if len(sp.Mentions) > 0 {
		to = sp.Mentions[0]
	}
	about := " · " + sp.Type.String()
	if d := w.o.description(s); d != "" {
		about = " · " + d
	}
	w.jump(to, seg{theme.Look{Speaker: s + 1, Part: theme.Strong}, letter(s) + " " + sp.Name}, dim(about))
}

func (w *whyWriter) position(p int) {
	pos := w.o.doc.Positions[p]
	w.jump(whole(pos.Statement), strong(signs[pos.Stance]+" "), plain(pos.Stance.String()+" "+w.o.target(p)))
	if pos.Reason != "" {
		w.text(theme.Dim, pos.Reason+" · "+analysis.Sure(pos.Confidence))
	}
}
