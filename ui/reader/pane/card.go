package pane

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/articles/review"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// Card tells all that the article shows of the current speaker; each row leads to where it is shown.
type Card struct{ Panel }

// About is the current speaker.
func (Card) About(v View) int { return v.At.Speaker }

// Info tells of the current speaker.
func (Card) Info(v View) []draw.Seg { return speakerInfo(v) }

// Empty says that there is nobody to tell of.
func (Card) Empty(v View) string {
	return "the speaker is unknown: " + v.Say("speakers") + " lists those to choose from"
}

// Rows are the speaker's names, share of voice, positions, whom they speak about, and quotes.
func (Card) Rows(v View, w int) []Row {
	if v.At.Speaker == none {
		return nil
	}
	p := cardWriter{Writer{F: v.Findings, W: w}, v.At.Speaker}
	p.names()
	p.voice()
	p.positions(v.At.States)
	p.about()
	p.quotes()
	return p.Rows
}

// cardWriter collects the rows of a speaker's card.
type cardWriter struct {
	Writer
	who int
}

// names tell who the speaker is, by every name that the article uses.
func (w *cardWriter) names() {
	s := w.F.Doc.Speakers[w.who]
	w.add(Row{Index: none, Line: []draw.Seg{draw.Plain(" "), draw.Named(w.who, view.Letter(w.who)+" "+s.Name)}})
	what := s.Type.String()
	if g := [...]string{analysis.Female: "a woman", analysis.Male: "a man",
		analysis.GenderUnknown: ""}[s.Gender]; g != "" {
		what += ", " + g
	}
	w.Say(label("is"), draw.Plain(what))
	if !s.Description.Empty() {
		w.Place("as", []analysis.Span{s.Description})
	}
	title := "called"
	also := w.F.Joined(w.who)
	for _, n := range s.Names {
		if slices.ContainsFunc(also, func(who review.Who) bool { return who.Name == n }) {
			continue
		}
		if sp := w.F.MentionBy(w.who, n); n != s.Name && !sp.Empty() {
			w.Jump(Words(sp), label(title), draw.Plain("“"+n+"”"), w.where(sp))
			title = ""
		}
	}
	w.also(also)
	if n := len(s.Mentions); n > 0 {
		w.Place("first", s.Mentions[:1])
		w.Place("last", s.Mentions[n-1:])
		w.Say(label(""), draw.Dim(told.Count(n, "mention")+" in all"))
	}
}

// also are the speakers whom the machine has and who are this one by the reviewer's word.
func (w *cardWriter) also(all []review.Who) {
	title := "also"
	for _, who := range all {
		said := []draw.Seg{label(title), draw.Plain("“" + who.Name + "”"), draw.Dim(", joined by you")}
		if len(who.Mentions) > 0 {
			at := who.Mentions[0].Span()
			w.Jump(Words(at), append(said, w.where(at))...)
		} else {
			w.Say(said...)
		}
		title = ""
	}
}

// voice tells how much is theirs of all that is quoted, and in which kinds of words.
func (w *cardWriter) voice() {
	w.Heading("Share of voice")
	w.Say(draw.Plain(fmt.Sprintf("%d %%", w.F.Share(w.who))), draw.Dim(" of the quoted words "+counted(w.F)),
		draw.Of(w.who, strings.TrimSpace(bar(w.F.Voices.By[w.who].Words, w.F.Voices.Words, 20))))
	own := w.F.Voices.By[w.who]
	n := map[analysis.Kind]int{}
	for _, q := range own.Said {
		n[w.F.Doc.Quotes[q].Kind]++
	}
	for _, k := range []analysis.Kind{analysis.Direct, analysis.Mixed, analysis.Indirect} {
		if n[k] > 0 {
			w.Say(draw.Of(w.who, view.Bar(k, analysis.Certain)), draw.Plain(fmt.Sprintf(" %d %s", n[k], k)),
				draw.Dim(" · "+view.KindMeans[k]))
		}
	}
	if n := len(own.Refused); n > 0 {
		w.Say(draw.Strong(view.PolaritySigns[analysis.Refused]), draw.Plain(fmt.Sprintf(" declined to comment %d", n)))
	}
	if n := len(own.Denied); n > 0 {
		w.Say(draw.Strong(view.PolaritySigns[analysis.Denied]), draw.Plain(fmt.Sprintf(" denied %d", n)),
			draw.Dim(" · the article says that it was not said"))
	}
}

// positions are the sides they take; what they only state is shown where it is shown elsewhere.
func (w *cardWriter) positions(states bool) {
	heading := "Positions"
	for i, p := range w.F.Doc.Positions {
		if p.Speaker != w.who || !w.F.PositionSureEnough(i) || p.Stance == analysis.Neutral && !states {
			continue
		}
		if heading != "" {
			w.Heading(heading)
			heading = ""
		}
		w.Position(i)
		if s := w.F.Dispute(i); s != "" {
			w.Text(theme.Dim, s)
		}
	}
}

// about tells of whom they speak, most often first.
func (w *cardWriter) about() {
	named := w.F.SpokenOf(w.who)
	if len(named) == 0 {
		return
	}
	w.Heading("Speaks about")
	for _, n := range named {
		w.Jump(Words(n.First), draw.Of(n.Speaker, view.Letter(n.Speaker)+" "+w.F.Doc.Speakers[n.Speaker].Name),
			draw.Dim(" · "+told.Count(n.Times, "time")), w.where(n.First))
	}
}

// quotes are all that they are quoted with.
func (w *cardWriter) quotes() {
	if own := w.F.QuotesOf[w.who]; len(own) > 0 {
		w.Heading(told.Count(len(own), "quote"))
		for _, q := range own {
			w.Jump(Quote(q), content(w.F, w.who, q, w.W)...)
		}
	}
}
