package reader

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/articles/review"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// cardRows tell all that the article shows of the current speaker; each row leads to where it is shown.
func (m *model) cardRows(o *opened) []row {
	if m.at.Speaker == none {
		return nil
	}
	w := cardWriter{panelWriter{o: o, w: m.layout.Inner(layout.Card).W}, m.at.Speaker}
	w.names()
	w.voice()
	w.positions(m.at.States)
	w.about()
	w.quotes()
	return w.rows
}

// cardWriter collects the rows of a speaker's card.
type cardWriter struct {
	panelWriter
	who int
}

// names tell who the speaker is, by every name that the article uses.
func (w *cardWriter) names() {
	s := w.o.Doc.Speakers[w.who]
	w.rows = append(w.rows, row{index: none, segs: []draw.Seg{draw.Plain(" "), draw.Named(w.who, view.Letter(w.who)+" "+s.Name)}})
	what := s.Type.String()
	if g := [...]string{analysis.Female: "a woman", analysis.Male: "a man", analysis.GenderUnknown: ""}[s.Gender]; g != "" {
		what += ", " + g
	}
	w.say(label("is"), draw.Plain(what))
	if !s.Description.Empty() {
		w.place("as", []analysis.Span{s.Description})
	}
	title := "called"
	also := w.o.Joined(w.who)
	for _, n := range s.Names {
		if slices.ContainsFunc(also, func(who review.Who) bool { return who.Name == n }) {
			continue
		}
		if sp := w.o.MentionBy(w.who, n); n != s.Name && !sp.Empty() {
			w.jump(toWords(sp), label(title), draw.Plain("“"+n+"”"), w.where(sp))
			title = ""
		}
	}
	w.also(also)
	if n := len(s.Mentions); n > 0 {
		w.place("first", s.Mentions[:1])
		w.place("last", s.Mentions[n-1:])
		w.say(label(""), draw.Dim(told.Count(n, "mention")+" in all"))
	}
}

// also are the speakers whom the machine has and who are this one by the reviewer's word.
func (w *cardWriter) also(all []review.Who) {
	title := "also"
	for _, who := range all {
		said := []draw.Seg{label(title), draw.Plain("“" + who.Name + "”"), draw.Dim(", joined by you")}
		if len(who.Mentions) > 0 {
			at := who.Mentions[0].Span()
			w.jump(toWords(at), append(said, w.where(at))...)
		} else {
			w.say(said...)
		}
		title = ""
	}
}

// voice tells how much is theirs of all that is quoted, and in which kinds of words.
func (w *cardWriter) voice() {
	w.heading("Share of voice")
	w.say(draw.Plain(fmt.Sprintf("%d %%", w.o.Share(w.who))), draw.Dim(" of the quoted words "), draw.Of(w.who, strings.TrimSpace(bar(w.o.Words[w.who], w.o.AllWords, 20))))
	n := map[analysis.Kind]int{}
	for _, q := range w.o.QuotesOf[w.who] {
		n[w.o.Doc.Quotes[q].Kind]++
	}
	for _, k := range []analysis.Kind{analysis.Direct, analysis.Mixed, analysis.Indirect} {
		if n[k] > 0 {
			w.say(draw.Of(w.who, view.Bars[k]), draw.Plain(fmt.Sprintf(" %d %s", n[k], k)), draw.Dim(" · "+view.KindMeans[k]))
		}
	}
}

// positions are the sides they take; what they only state is shown where it is shown elsewhere.
func (w *cardWriter) positions(states bool) {
	heading := "Positions"
	for i, p := range w.o.Doc.Positions {
		if p.Speaker != w.who || p.Stance == analysis.Neutral && !states {
			continue
		}
		if heading != "" {
			w.heading(heading)
			heading = ""
		}
		w.position(i)
		if s := w.o.Dispute(i); s != "" {
			w.text(theme.Dim, s)
		}
	}
}

// about tells of whom they speak, most often first.
func (w *cardWriter) about() {
	named := w.o.SpokenOf(w.who)
	if len(named) == 0 {
		return
	}
	w.heading("Speaks about")
	for _, n := range named {
		w.jump(toWords(n.First), draw.Of(n.Speaker, view.Letter(n.Speaker)+" "+w.o.Doc.Speakers[n.Speaker].Name), draw.Dim(" · "+told.Count(n.Times, "time")), w.where(n.First))
	}
}

// quotes are all that they are quoted with.
func (w *cardWriter) quotes() {
	if own := w.o.QuotesOf[w.who]; len(own) > 0 {
		w.heading(told.Count(len(own), "quote"))
		for _, q := range own {
			w.jump(toQuote(q), draw.Of(w.who, view.Bars[w.o.Doc.Quotes[q].Kind]), draw.Plain(" "+w.o.FirstWords(q, w.w)))
		}
	}
}
