package reader

import (
	"fmt"

	"hearsay/analysis"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

// whyRows explain the current quote: how it was found, the words it rests on, and the links from its source to its
// speakers. Rows that lead somewhere in the article have an index.
func (m *model) whyRows(o *opened) []row {
	if m.at.quote == none {
		return nil
	}
	w := panelWriter{o: o, w: m.layout.Inner(layout.Why).W}
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
			w.text(theme.Dim, o.grounds(p))
		}
	}
	return w.rows
}

var kindMeans = [...]string{
	analysis.Direct:   "all of it stands in quotation marks",
	analysis.Mixed:    "part of it stands in quotation marks",
	analysis.Indirect: "none of it stands in quotation marks",
}

// chain shows each link from the source to the speakers, or why there is no speaker and who it might be. Links that the
// speakers of a joint source share are told once.
func (w *panelWriter) chain(quote int) {
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
		w.text(theme.Plain, "↓ "+l.Reason+sureness(l.Confidence))
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
func (w *panelWriter) words(sp analysis.Span) {
	w.jump(toWords(sp), plain("“"+w.o.oneLine([]analysis.Span{sp})+"”"), w.where(sp))
}

// sureness is how sure a step is, behind what it is; empty where that is not known.
func sureness(confidence float64) string {
	if confidence <= 0 {
		return ""
	}
	return " · " + analysis.Sure(confidence)
}

func (w *panelWriter) unknown(why analysis.Why) {
	w.text(theme.Strong, "speaker unknown")
	w.text(theme.Plain, why.Unknown)
}

// candidates are those who were weighed and not chosen.
func (w *panelWriter) candidates(why analysis.Why) {
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

func (w *panelWriter) candidate(c analysis.Candidate) {
	name := plain(w.o.oneLine([]analysis.Span{c.Mention}))
	if c.Speaker != analysis.None {
		name = of(c.Speaker, letter(c.Speaker)+" "+w.o.doc.Speakers[c.Speaker].Name)
	}
	w.jump(toWords(c.Mention), name, dim(sureness(c.Confidence)), w.where(c.Mention))
	w.text(theme.Dim, c.Reason)
}

func (w *panelWriter) speaker(s int) {
	sp := w.o.doc.Speakers[s]
	to := analysis.Span{}
	if len(sp.Mentions) > 0 {
		to = sp.Mentions[0]
	}
	about := " · " + sp.Type.String()
	if d := w.o.description(s); d != "" {
		about = " · " + d
	}
	w.jump(toWords(to), seg{theme.Look{Speaker: s + 1, Part: theme.Strong}, letter(s) + " " + sp.Name}, dim(about))
}
