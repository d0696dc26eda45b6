package pane

import (
	"fmt"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// Why explains the current quote: how it was found, the words it rests on, and the links from its source to its
// speakers.
type Why struct{ Panel }

// About is the current quote.
func (Why) About(v View) int { return v.At.Quote }

// Empty says how to come by a quote.
func (Why) Empty(v View) string {
	return "choose a quote: " + v.Say("next-quote") + " goes to the next"
}

// Rows that lead somewhere in the article have an index.
func (Why) Rows(v View, w int) []Row {
	if v.At.Quote == none {
		return nil
	}
	p := whyWriter{Writer{F: v.Findings, W: w}}
	q := v.Doc.Quotes[v.At.Quote]
	p.certainty(v.At.Quote)
	p.Text(theme.Dim, view.KindMeans[q.Kind])
	p.Text(theme.Strong, unsaid[q.Polarity])
	p.Heading("Why it is a quote")
	p.Text(theme.Plain, q.Why.Found)
	p.Place("cue", q.Cue)
	p.Place("source", q.Source)
	p.Heading("Who says it")
	p.chain(v.At.Quote)
	if ps := v.PositionsOf[v.At.Quote]; len(ps) > 0 {
		p.Heading("What it shows")
		for _, i := range ps {
			p.Position(i)
			p.Text(theme.Dim, v.Grounds(i))
		}
	}
	return p.Rows
}

// whyWriter collects the rows of the panel.
type whyWriter struct{ Writer }

// unsaid tells what it means that something was not said.
var unsaid = [...]string{
	analysis.Said: "",
	analysis.Denied: view.PolaritySigns[analysis.Denied] +
		" denied: the article says that it was not said; it is no part of the speaker's share of voice",
	analysis.Refused: view.PolaritySigns[analysis.Refused] +
		" refused: nothing was said; it is no part of the speaker's share of voice",
}

// certainty tells what the quote is and how sure that is, with the parts of which the figure is made.
func (w *whyWriter) certainty(quote int) {
	q := &w.F.Doc.Quotes[quote]
	w.Heading(fmt.Sprintf("%s quote · %s", told.Capital(q.Kind.String()), analysis.Sure(q.Certainty())))
	if len(q.Speakers) > 0 {
		w.Text(theme.Dim, fmt.Sprintf("words %.2f · speaker %.2f", q.Confidence, q.Why.SpeakerConfidence))
	}
}

// chain shows each link from the source to the speakers, or why there is no speaker and who it might be. Links that the
// speakers of a joint source share are told once.
func (w *whyWriter) chain(quote int) {
	q := w.F.Doc.Quotes[quote]
	var last analysis.Span
	seen := map[string]bool{}
	for _, l := range q.Why.Chain {
		if seen[l.Reason] {
			continue
		}
		seen[l.Reason] = true
		if l.From != last {
			w.words(l.From)
		}
		w.Text(theme.Plain, "↓ "+l.Reason+sureness(l.Confidence))
		if l.To != l.From && !l.To.Empty() {
			w.words(l.To)
		}
		last = l.To
	}
	for _, s := range q.Speakers {
		w.speaker(s)
	}
	if len(q.Speakers) == 0 {
		w.unknown(quote)
	}
	w.candidates(q.Why)
}

// words is a row that leads to words of the article.
func (w *whyWriter) words(sp analysis.Span) {
	w.Jump(Words(sp), draw.Plain("“"+w.F.OneLine([]analysis.Span{sp})+"”"), w.where(sp))
}

// sureness is how sure a step is, behind what it is; empty where that is not known.
func sureness(confidence float64) string {
	if confidence <= 0 {
		return ""
	}
	return " · " + analysis.Sure(confidence)
}

func (w *whyWriter) unknown(quote int) {
	if _, name := w.F.Perhaps(quote); name != "" {
		w.Text(theme.Strong, "speaker unknown, perhaps "+name)
	} else {
		w.Text(theme.Strong, "speaker unknown")
	}
	w.Text(theme.Plain, w.F.WhyUnknown(quote))
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
	w.Text(theme.Dim, intro)
	for _, c := range why.Candidates {
		w.candidate(c)
	}
}

func (w *whyWriter) candidate(c analysis.Candidate) {
	name := draw.Plain(w.F.OneLine([]analysis.Span{c.Mention}))
	if c.Speaker != analysis.None {
		name = draw.Of(c.Speaker, view.Letter(c.Speaker)+" "+w.F.Doc.Speakers[c.Speaker].Name)
	}
	w.Jump(Words(c.Mention), name, draw.Dim(sureness(c.Confidence)), w.where(c.Mention))
	w.Text(theme.Dim, c.Reason)
}

func (w *whyWriter) speaker(s int) {
	sp := w.F.Doc.Speakers[s]
	to := analysis.Span{}
	if len(sp.Mentions) > 0 {
		to = sp.Mentions[0]
	}
	about := " · " + sp.Type.String()
	if d := w.F.Description(s); d != "" {
		about = " · " + d
	}
	w.Jump(Words(to), draw.Named(s, view.Letter(s)+" "+sp.Name), draw.Dim(about))
}
