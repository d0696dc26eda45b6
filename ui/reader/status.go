package reader

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/articles/export/told"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/keys"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/picking"
	"hearsay/ui/reader/taking"
	"hearsay/ui/reader/view"
)

// leastTitle is how many cells of a title come before where it is from.
const leastTitle = 24

// titleBar is the line above the panes.
type titleBar struct{ *model }

// header tells what is read; where only one pane has room, it names the panes.
func (m titleBar) header() string {
	o := m.current()
	switch {
	case o == nil:
		return draw.Line(m.theme, m.w, draw.Strong(" Hearsay"), draw.Dim(" · who said what"))
	case m.layout.Shape == layout.Single && !m.layout.Framed:
		badge := m.badge()
		return draw.Line(m.theme, m.w, append(badge, m.panes.Tabs(m.view(), m.w-draw.Width(badge), m.at.Focus)...)...)
	}
	left := m.badge()
	right := m.countsBeside(o, draw.Width(left))
	title, about := m.headline(o, m.w-draw.Width(left)-draw.Width(right))
	from := []draw.Seg{draw.Strong(title), draw.Dim(about)}
	if address := o.Article.Address; taking.OnTheWeb(address) && !m.options.Dumb {
		from[0].Link, from[1].Link = address, address
	}
	return draw.Justified(m.theme, m.w, append(left, from...), right)
}

// headline is the title and where it is from, as both have room in w cells. A title that stands in the article's first
// lines on the screen is not said twice: it makes room for where it is from, else for the file's name.
func (m titleBar) headline(o *opened, room int) (title, about string) {
	if !m.layout.Panes[layout.Article].Empty() && o.err == nil && o.text.ShowsTitle(m.view()) {
		for _, s := range []string{view.About(o.Article, false), o.File} {
			if s != "" && s != o.Title {
				return "", " " + s
			}
		}
		return "", " Hearsay · who said what"
	}
	title = " " + o.Title
	for _, byline := range []bool{true, false} {
		if about = view.About(o.Article, byline); about != "" {
			about = " · " + about
		}
		if cells.Width(title+about) <= room {
			break
		}
	}
	if left := room - cells.Width(about); cells.Width(title) > left && left >= leastTitle {
		title = cells.Truncate(title, left) // where it is from comes before the end of a long title
	}
	return title, about
}

// countsBeside tells how much was found, and which article of how many this is, as briefly as leaves room for a title.
func (m titleBar) countsBeside(o *opened, used int) []draw.Seg {
	var dispute, found, sureness, which, number string
	if o.Doc != nil {
		quotes, speakers := m.view().Counted()
		found = told.Count(quotes, "quote") + " · " + told.Count(speakers, "speaker")
		if sureness = o.Sureness(); sureness != "" {
			sureness = " · " + sureness
		}
		if dispute = o.InDispute(); dispute != "" {
			dispute += "   "
		}
	}
	if n := len(m.options.Items); n > 1 && !m.options.Items[o.item].lesson {
		number = fmt.Sprintf("%d/%d", o.item+1, n)
		which = fmt.Sprintf("article %d of %d", o.item+1, n)
	}
	need := used + min(cells.Width(o.Title)+1, max(m.w*2/3, leastTitle)) // a third of the line is enough for counts
	for _, parts := range [][]string{{dispute + found + sureness, which}, {dispute + found + sureness, number},
		{found + sureness, which}, {found + sureness, number}, {sureness, number}, {number}} {
		s := strings.TrimPrefix(strings.Join(slices.DeleteFunc(parts, isEmpty), " · "), " · ")
		if s != "" && need+cells.Width(s)+4 <= m.w {
			return []draw.Seg{draw.Dim("   " + s + " ")}
		}
	}
	return nil
}

func isEmpty(s string) bool { return s == "" }

// info is the line on what is current: what is asked, what happened, or the quote and the way to its speaker.
func (m *model) info() string {
	o := m.current()
	switch {
	case m.prompt != nil:
		return m.prompt.Line(m.theme, m.w)
	case m.note != "":
		return draw.Line(m.theme, m.w, draw.Strong(" "+m.noteLines()[0]))
	case o == nil:
		return draw.Line(m.theme, m.w)
	case o.run != nil:
		return draw.Line(m.theme, m.w, draw.Plain(" finding out who says what "), draw.Dim(draw.Meter(o.run.done, 20)),
			draw.Plain(fmt.Sprintf(" %.0f %%", 100*o.run.done)), draw.Strong(typingAhead{m}.told()))
	case o.Doc == nil:
		return draw.Line(m.theme, m.w, draw.Strong(" "+m.whyNotYet()))
	}
	var where []draw.Seg
	if m.layout.Shape == layout.Single && !m.layout.Framed {
		where = []draw.Seg{draw.Dim(m.where(o))}
	}
	if m.reviewing.On() && m.at.Focus != layout.Positions && !m.picking.On() {
		if !m.layout.Panes[layout.Review].Empty() { // which has the question
			return draw.Justified(m.theme, m.w, m.reviewing.Parts(), where)
		}
		left, right := m.reviewing.Info()
		return draw.Justified(m.theme, m.w, left, right)
	}
	return draw.Justified(m.theme, m.w, m.currentInfo(), where)
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
	if o.text.Page() == nil || len(o.Article.Paragraphs) == 0 {
		return ""
	}
	only := ""
	if m.at.Only != none {
		only = " only " + view.Letter(m.at.Only)
	}
	if s := o.Sureness(); s != "" {
		only += " " + s
	}
	return fmt.Sprintf("%s %d/%d ¶%d/%d ", only, m.at.Quote+1, len(o.Doc.Quotes),
		o.ParagraphAt(o.text.TopOffset(&m.at))+1, len(o.Article.Paragraphs))
}

// currentInfo tells of the words being chosen, or of what is current in the pane in focus.
func (m *model) currentInfo() []draw.Seg {
	if m.picking.On() {
		label, words, how := m.picking.Info(m.w - 2)
		if words != "" {
			words = " " + words
		}
		return []draw.Seg{draw.Strong(" " + label), draw.Plain(words), draw.Dim(how)}
	}
	return m.panes.Info(m.view())
}

// hints are the keys that matter now, as many as there is room for; help always stays.
func (m *model) hints() string {
	if m.menu != nil && m.prompt == nil {
		return draw.Line(m.theme, m.w, draw.Hints(m.menu.Hints(m.say("quit")))...)
	}
	if offered := m.offered(); offered != nil {
		return draw.Line(m.theme, m.w, offered...)
	}
	if m.prompt != nil && m.note == "" { // what was answered is refused with a note
		return draw.Line(m.theme, m.w, draw.Hints(m.prompt.Hints())...)
	}
	if m.prompt != nil {
		return draw.Line(m.theme, m.w, draw.Strong(" "+m.note))
	}
	right := draw.Hints(m.hintsOf([]string{"help"}))
	if answers := m.answers(m.w - draw.Width(right)); answers != nil {
		return draw.Justified(m.theme, m.w, answers, right)
	}
	if rest := m.noteLines()[1:]; len(rest) > 0 {
		return draw.Line(m.theme, m.w, draw.Strong(" "+strings.Join(rest, " ")))
	}
	room := m.w - draw.Width(right)
	var left []draw.Seg
	for _, h := range m.hintsOf(m.hintedNow()) {
		next := draw.Hints([]draw.Hint{h})
		if room -= draw.Width(next); room < 0 {
			break
		}
		left = append(left, next...)
	}
	return draw.Justified(m.theme, m.w, left, right)
}

// hintAt is the action whose hint stands at a cell of the line of hints; empty where there is none.
func (m *model) hintAt(x int) string {
	right := m.hintsOf([]string{"help"})
	room := m.w - draw.Width(draw.Hints(right))
	switch {
	case x >= room && len(right) > 0:
		return right[0].Action
	case m.answers(room) != nil || len(m.noteLines()) > 1:
		return ""
	}
	at := 0
	for _, h := range m.hintsOf(m.hintedNow()) {
		w := draw.Width(draw.Hints([]draw.Hint{h}))
		if at += w; at > room || x < at {
			return map[bool]string{true: h.Action}[at <= room]
		}
	}
	return ""
}

func (m *model) hintsOf(names []string) (out []draw.Hint) {
	for _, n := range names {
		if n == "next-article" && len(m.options.Items) < 2 {
			continue
		}
		a, ok := m.keys.Named(n)
		if !ok || len(a.Keys) == 0 || a.In&(m.panes.Of(m.at.Focus).In|m.context()) == 0 {
			continue
		}
		short, _ := m.reviewing.Words(a)
		out = append(out, draw.Hint{Key: keys.Show(a.Keys[0]), Word: short, Action: n})
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
	case o.Doc == nil:
		return []string{"analyse", "page-down", "search", "articles", "quit"}
	}
	switch {
	case m.picking.On():
		return picking.Hinted
	case m.overQuestion():
		return append([]string{"leave"}, m.reviewing.Hinted()...)
	case m.reviewing.On():
		return m.reviewing.Hinted()
	}
	return m.inTurn(m.panes.Of(m.at.Focus).Hints)
}

// What is hinted at always, and after how many keys the others take turns.
const steadyHints, keysATurn = 4, 8

// inTurn are hints of which the first stay and the others take turns, so that each is seen some time, however little
// room there is.
func (m *model) inTurn(all []string) []string {
	if len(all) <= steadyHints {
		return all
	}
	rest := all[steadyHints:]
	turn := m.presses / keysATurn * turnBy % len(rest)
	return slices.Concat(all[:steadyHints], rest[turn:], rest[:turn])
}

// turnBy is by how many places hints move in a turn: those that have come to stand first have been seen then.
const turnBy = 3
