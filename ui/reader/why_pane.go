package reader

import (
	"fmt"

	"hearsay/analysis"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// whyRows explain the current quote: how it was found, the words it rests on, and the links from its source to its
// speakers. Rows that lead somewhere in the article have an index.
func (m *model) whyRows(o *opened) []row {
	if m.at.Quote == none {
		return nil
	}
	w := panelWriter{o: o, w: m.layout.Inner(layout.Why).W}
	q := o.Doc.Quotes[m.at.Quote]
	w.heading(fmt.Sprintf("%s quote · %s", capital(q.Kind.String()), analysis.Sure(q.Confidence)))
	w.text(theme.Dim, view.KindMeans[q.Kind])
	w.heading("Why it is a quote")
	w.text(theme.Plain, q.Why.Found)
	w.place("cue", q.Cue)
	w.place("source", q.Source)
	w.heading("Who says it")
	w.chain(m.at.Quote)
	if ps := o.PositionsOf[m.at.Quote]; len(ps) > 0 {
		w.heading("What it shows")
		for _, p := range ps {
			w.position(p)
			w.text(theme.Dim, o.Grounds(p))
		}
	}
	return w.rows
}

// chain shows each link from the source to the speakers, or why there is no speaker and who it might be. Links that the
// speakers of a joint source share are told once.
func (w *panelWriter) chain(quote int) {
	q := w.o.Doc.Quotes[quote]
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
	w.jump(toWords(sp), draw.Plain("“"+w.o.OneLine([]analysis.Span{sp})+"”"), w.where(sp))
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
	name := draw.Plain(w.o.OneLine([]analysis.Span{c.Mention}))
	if c.Speaker != analysis.None {
		name = draw.Of(c.Speaker, view.Letter(c.Speaker)+" "+w.o.Doc.Speakers[c.Speaker].Name)
	}
	w.jump(toWords(c.Mention), name, draw.Dim(sureness(c.Confidence)), w.where(c.Mention))
	w.text(theme.Dim, c.Reason)
}

func (w *panelWriter) speaker(s int) {
	sp := w.o.Doc.Speakers[s]
	to := analysis.Span{}
	if len(sp.Mentions) > 0 {
		to = sp.Mentions[0]
	}
	about := " · " + sp.Type.String()
	if d := w.o.Description(s); d != "" {
		about = " · " + d
	}
	w.jump(toWords(to), draw.Named(s, view.Letter(s)+" "+sp.Name), draw.Dim(about))
}
