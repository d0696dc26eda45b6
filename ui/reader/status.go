package reader

import (
	"fmt"
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/keys"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/picking"
	"hearsay/ui/reader/theme"
)

// header tells what is read; where only one pane has room, it names the panes.
func (m *model) header() string {
	o := m.current()
	switch {
	case o == nil:
		return line(m.theme, m.w, strong(" Hearsay"), dim(" · who said what"))
	case m.layout.Shape == layout.Single && !m.layout.Framed:
		return line(m.theme, m.w, m.tabSegs(m.tabs(o, m.w), m.at.focus)...)
	}
	left := []seg{strong(" " + m.title(o))}
	if a := about(o.article, true); a != "" {
		left = append(left, dim(" · "+a))
	}
	return justified(m.theme, m.w, left, []seg{dim(" " + m.counts(o) + " ")})
}

// counts tells how much was found, and which article of how many this is.
func (m *model) counts(o *opened) string {
	var parts []string
	if o.doc != nil {
		parts = append(parts, many(len(o.doc.Quotes), "quote"), many(len(o.doc.Speakers), "speaker"))
	}
	if n := len(m.options.Items); n > 1 {
		parts = append(parts, fmt.Sprintf("article %d of %d", o.item+1, n))
	}
	return strings.Join(parts, " · ")
}

func many(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// info is the line on what is current: what is asked, what happened, or the quote and the way to its speaker.
func (m *model) info() string {
	o := m.current()
	switch {
	case m.prompt != nil:
		return m.prompt.line(m)
	case m.note != "":
		return line(m.theme, m.w, strong(" "+m.noteLines()[0]))
	case o == nil:
		return line(m.theme, m.w)
	case o.run != nil:
		return line(m.theme, m.w, plain(" finding out who says what "), dim(meter(o.run.done, 20)),
			plain(fmt.Sprintf(" %.0f %%", 100*o.run.done)))
	case o.doc == nil:
		return line(m.theme, m.w, strong(" "+m.whyNotYet()))
	}
	var where []seg
	if m.layout.Shape == layout.Single && !m.layout.Framed {
		where = []seg{dim(m.where(o))}
	}
	if m.reviews() && m.at.focus != layout.Positions && !m.picking.On() {
		left, right := m.reviewInfo(o)
		return justified(m.theme, m.w, left, right)
	}
	return justified(m.theme, m.w, m.currentInfo(o), where)
}

// noteLines are what happened, which may need the line below as well.
func (m *model) noteLines() []string {
	if cells.Width(m.note) < m.w {
		return []string{m.note}
	}
	return cells.Wrap(m.note, max(m.w-2, 1))
}

// where tells the place in the article and among the quotes where no frame does.
func (m *model) where(o *opened) string {
	if o.page == nil || len(o.article.Paragraphs) == 0 {
		return ""
	}
	only := ""
	if m.at.only != none {
		only = " only " + letter(m.at.only)
	}
	return fmt.Sprintf("%s %d/%d ¶%d/%d ", only, m.at.quote+1, len(o.doc.Quotes), o.paragraphAt(m.topOffset(o))+1, len(o.article.Paragraphs))
}

// currentInfo tells of what is current in the pane in focus.
func (m *model) currentInfo(o *opened) []seg {
	switch {
	case m.picking.On():
		label, words, how := m.picking.Info(m.w - 2)
		return []seg{strong(" " + label + " "), plain(words), dim(how)}
	case (m.at.focus == layout.Speakers || m.at.focus == layout.Card) && m.at.speaker != none:
		return m.speakerInfo(o)
	case m.at.focus == layout.Positions && m.at.grouping == asTable:
		return m.cellInfo(o)
	case m.at.focus == layout.Positions && m.at.position != none:
		return m.positionInfo(o)
	case m.at.quote != none:
		return m.quoteInfo(o)
	}
	return []seg{dim(" " + m.emptyList(layout.Quotes, o))}
}

// meter draws a share as a bar between brackets.
func meter(done float64, w int) string {
	n := min(max(int(done*float64(w)), 0), w)
	return "[" + strings.Repeat("=", n) + strings.Repeat(" ", w-n) + "]"
}

// quoteInfo tells who says the current quote, by which words, and how sure that is.
func (m *model) quoteInfo(o *opened) []seg {
	q := o.doc.Quotes[m.at.quote]
	segs := []seg{plain(" ")}
	for i, s := range q.Speakers {
		if i > 0 {
			segs = append(segs, plain(" and "))
		}
		segs = append(segs, seg{theme.Look{Speaker: s + 1, Part: theme.Strong}, letter(s) + " " + o.doc.Speakers[s].Name})
	}
	if len(q.Speakers) == 0 {
		segs = append(segs, strong("? speaker unknown"), plain(because(q.Why.Unknown)))
	}
	if words := o.oneLine(q.Source); words != "" && words != m.nameOf(o, q.Speakers) {
		segs = append(segs, plain(" ← “"+words+"”"))
	}
	segs = append(segs, plain(" · "+q.Kind.String()+" · "+analysis.Sure(q.Confidence)))
	return append(segs, dim(" · "+q.Why.Found))
}

// nameOf is the name of a quote's only speaker.
func (m *model) nameOf(o *opened, speakers []int) string {
	if len(speakers) != 1 {
		return ""
	}
	return o.doc.Speakers[speakers[0]].Name
}

func because(s string) string {
	if s == "" {
		return ""
	}
	return ": " + s
}

func (m *model) speakerInfo(o *opened) []seg {
	s := o.doc.Speakers[m.at.speaker]
	segs := []seg{plain(" "), {theme.Look{Speaker: m.at.speaker + 1, Part: theme.Strong}, s.Name}, plain(" · " + s.Type.String())}
	if d := o.description(m.at.speaker); d != "" {
		segs = append(segs, plain(" · "+d))
	}
	return append(segs, dim(fmt.Sprintf(" · %s, %d %% of the quoted words, %s", many(len(o.quotesOf[m.at.speaker]), "quote"),
		o.share(m.at.speaker), many(len(s.Mentions), "mention"))))
}

func (m *model) positionInfo(o *opened) []seg {
	p := o.doc.Positions[m.at.position]
	segs := []seg{plain(" "), of(p.Speaker, o.short(p.Speaker)), plain(" " + sideWords[p.Stance] + " "), strong(o.target(m.at.position)),
		plain(o.manner(m.at.position))}
	if s := o.dispute(m.at.position); s != "" {
		segs = append(segs, strong(" "+s))
	}
	if o.reviewing && o.desk.matters != nil {
		segs = append(segs, strong(o.desk.matters.views(o.desk.sheet.Position(m.at.position))))
	}
	return append(segs, dim(" · "+o.grounds(m.at.position)))
}

// hints are the keys that matter now, as many as there is room for; help always stays.
func (m *model) hints() string {
	if m.menu != nil {
		return line(m.theme, m.w, hintSegs(m.menu.hints(m))...)
	}
	if m.prompt != nil && m.note == "" { // what was answered is refused with a note
		return line(m.theme, m.w, hintSegs(m.prompt.hints())...)
	}
	if m.prompt != nil {
		return line(m.theme, m.w, strong(" "+m.note))
	}
	if rest := m.noteLines()[1:]; len(rest) > 0 {
		return line(m.theme, m.w, strong(" "+strings.Join(rest, " ")))
	}
	right := hintSegs(m.hintsOf([]string{"help"}))
	room := m.w - segsWidth(right)
	var left []seg
	for _, h := range m.hintsOf(m.hintedNow()) {
		next := hintSegs([]hint{h})
		if room -= segsWidth(next); room < 0 {
			break
		}
		left = append(left, next...)
	}
	return justified(m.theme, m.w, left, right)
}

// hint is a key and the word for what it does.
type hint struct{ key, word string }

func (m *model) hintsOf(names []string) (out []hint) {
	for _, n := range names {
		a, ok := m.keys.Named(n)
		if !ok || len(a.Keys) == 0 || a.In&(contextOf(m.at.focus)|m.context()) == 0 || (n == "next-article" && len(m.options.Items) < 2) {
			continue
		}
		out = append(out, hint{keys.Show(a.Keys[0]), a.Short})
	}
	return out
}

// hintedNow are the actions to hint at: those of the pane, or, without quotes, those that lead to some.
func (m *model) hintedNow() []string {
	o := m.current()
	switch {
	case o == nil || o.err != nil:
		return []string{"articles", "next-article", "quit"}
	case o.run != nil:
		return []string{"page-down", "search", "stop", "articles", "quit"}
	case o.doc == nil:
		return []string{"analyse", "page-down", "search", "articles", "quit"}
	}
	switch m.context() {
	case keys.Picking:
		return picking.Hinted
	case keys.Deciding:
		if o.desk.matters != nil {
			return hintedBetween
		}
		return hintedDeciding
	}
	return hinted[m.at.focus]
}

func hintSegs(hints []hint) (segs []seg) {
	for _, h := range hints {
		segs = append(segs, plain(" "), seg{theme.Look{Part: theme.Key}, h.key}, dim(" "+h.word+" "))
	}
	return segs
}

func segsWidth(segs []seg) (w int) {
	for _, s := range segs {
		w += cells.Width(s.text)
	}
	return w
}
