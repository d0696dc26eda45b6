package reader

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

// cardRows tell all that the article shows of the current speaker; each row leads to where it is shown.
func (m *model) cardRows(o *opened) []row {
	if m.at.speaker == none {
		return nil
	}
	w := cardWriter{panelWriter{o: o, w: m.layout.Inner(layout.Card).W}, m.at.speaker}
	w.names()
	w.voice()
	w.positions(m.at.states)
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
	s := w.o.doc.Speakers[w.who]
	w.rows = append(w.rows, row{index: none, segs: []seg{plain(" "), {theme.Look{Speaker: w.who + 1, Part: theme.Strong}, letter(w.who) + " " + s.Name}}})
	what := s.Type.String()
	if g := [...]string{analysis.Female: "a woman", analysis.Male: "a man", analysis.GenderUnknown: ""}[s.Gender]; g != "" {
		what += ", " + g
	}
	w.say(label("is"), plain(what))
	if !s.Description.Empty() {
		w.place("as", []analysis.Span{s.Description})
	}
	title := "called"
	also := w.o.joined(w.who)
	for _, n := range s.Names {
		if slices.ContainsFunc(also, func(who review.Who) bool { return who.Name == n }) {
			continue
		}
		if sp := w.o.mentionBy(w.who, n); n != s.Name && !sp.Empty() {
			w.jump(toWords(sp), label(title), plain("“"+n+"”"), w.where(sp))
			title = ""
		}
	}
	w.also(also)
	if n := len(s.Mentions); n > 0 {
		w.place("first", s.Mentions[:1])
		w.place("last", s.Mentions[n-1:])
		w.say(label(""), dim(many(n, "mention")+" in all"))
	}
}

// also are the speakers whom the machine has and who are this one by the reviewer's word.
func (w *cardWriter) also(all []review.Who) {
	title := "also"
	for _, who := range all {
		said := []seg{label(title), plain("“" + who.Name + "”"), dim(", joined by you")}
		if len(who.Mentions) > 0 {
			at := who.Mentions[0].Span()
			w.jump(toWords(at), append(said, w.where(at))...)
		} else {
			w.say(said...)
		}
		title = ""
	}
}

// joined are the names of those who are a speaker by the reviewer's word.
func (o *opened) joined(speaker int) (all []review.Who) {
	for _, a := range o.aliases {
		if name := o.doc.Speakers[speaker].Name; a.Is == name && a.Who.Name != name {
			all = append(all, a.Who)
		}
	}
	return all
}

// mentionBy is the first mention of a speaker by just a name, else the first that holds it; empty where there is none.
func (o *opened) mentionBy(speaker int, name string) (holds analysis.Span) {
	for _, sp := range o.doc.Speakers[speaker].Mentions {
		words := sp.Of(o.article.Text)
		if words == name {
			return sp
		}
		if holds.Empty() && strings.Contains(words, name) {
			holds = sp
		}
	}
	return holds
}

// voice tells how much is theirs of all that is quoted, and in which kinds of words.
func (w *cardWriter) voice() {
	w.heading("Share of voice")
	w.say(plain(fmt.Sprintf("%d %%", w.o.share(w.who))), dim(" of the quoted words "), of(w.who, strings.TrimSpace(bar(w.o.words[w.who], w.o.allWords, 20))))
	n := make([]int, len(kindNames))
	for _, q := range w.o.quotesOf[w.who] {
		n[w.o.doc.Quotes[q].Kind]++
	}
	for _, k := range []analysis.Kind{analysis.Direct, analysis.Mixed, analysis.Indirect} {
		if n[k] > 0 {
			w.say(of(w.who, bars[k]), plain(fmt.Sprintf(" %d %s", n[k], k)), dim(" · "+kindMeans[k]))
		}
	}
}

// positions are the sides they take; what they only state is shown where it is shown elsewhere.
func (w *cardWriter) positions(states bool) {
	heading := "Positions"
	for i, p := range w.o.doc.Positions {
		if p.Speaker != w.who || p.Stance == analysis.Neutral && !states {
			continue
		}
		if heading != "" {
			w.heading(heading)
			heading = ""
		}
		w.position(i)
		if s := w.o.dispute(i); s != "" {
			w.text(theme.Dim, s)
		}
	}
}

// about tells of whom they speak, most often first.
func (w *cardWriter) about() {
	named := w.o.spokenOf(w.who)
	if len(named) == 0 {
		return
	}
	w.heading("Speaks about")
	for _, n := range named {
		w.jump(toWords(n.first), of(n.speaker, letter(n.speaker)+" "+w.o.doc.Speakers[n.speaker].Name), dim(" · "+many(n.times, "time")), w.where(n.first))
	}
}

// naming tells how often a speaker is spoken of, and where first.
type naming struct {
	speaker, times int
	first          analysis.Span
}

// spokenOf are the speakers mentioned in what somebody is quoted with, except themselves.
func (o *opened) spokenOf(who int) []naming {
	by := map[int]*naming{}
	for _, q := range o.quotesOf[who] {
		for _, sp := range o.doc.Quotes[q].Content {
			for _, m := range o.mentionsIn(sp) {
				if m.speaker == who {
					continue
				}
				if by[m.speaker] == nil {
					by[m.speaker] = &naming{speaker: m.speaker, first: m.Span}
				}
				by[m.speaker].times++
			}
		}
	}
	out := make([]naming, 0, len(by))
	for _, n := range by {
		out = append(out, *n)
	}
	sort.Slice(out, func(i, j int) bool {
		return out[i].times > out[j].times || out[i].times == out[j].times && out[i].speaker < out[j].speaker
	})
	return out
}

// mention is a stretch of the article that refers to a speaker.
type mention struct {
	analysis.Span
	speaker int
}

// mentionsIn are the mentions that begin in a stretch of the article.
func (o *opened) mentionsIn(sp analysis.Span) []mention {
	from := sort.Search(len(o.mentions), func(i int) bool { return o.mentions[i].Start >= sp.Start })
	to := from
	for to < len(o.mentions) && o.mentions[to].Start < sp.End {
		to++
	}
	return o.mentions[from:to]
}

// quotes are all that they are quoted with.
func (w *cardWriter) quotes() {
	if own := w.o.quotesOf[w.who]; len(own) > 0 {
		w.heading(many(len(own), "quote"))
		for _, q := range own {
			w.jump(toQuote(q), of(w.who, bars[w.o.doc.Quotes[q].Kind]), plain(" "+w.o.firstWords(q, w.w)))
		}
	}
}
