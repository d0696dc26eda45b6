package reader

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/pane"
	"hearsay/ui/reader/taking"
)

// copying takes words out of the reader: to the clipboard, by OSC 52, or into a file.
type copying struct{ *model }

// taken is what is to be copied: the words, and what they are, such as "3 quotes".
type taken struct{ words, what string }

// current is what the pane in focus shows: the rows that are marked, else the current one, alone or with who said it
// and where. Where there is nothing to take it says why.
func (m copying) current(whole bool) (t taken, refusal string) {
	v := m.view()
	of, picked := taking.Of{Findings: v.Findings}, v.Picked(m.pickedIn())
	one := func(i int) []int {
		if len(picked) == 0 && i != none {
			return []int{i}
		}
		return picked
	}
	switch p := m.at.Focus; {
	case p == layout.Why || p == layout.Card:
		lines := pane.Plain(m.panes.Rows(p))
		if len(lines) == 0 {
			return t, m.panes.Empty(v, p)
		}
		return taken{of.Panel(lines, whole), "the " + strings.ToLower(m.panes.Of(p).Name)}, ""
	case p == layout.Speakers:
		if who := one(m.at.Speaker); len(who) > 0 {
			return taken{of.Speakers(who, whole), "all quotes of " + v.Shorts(who)}, ""
		}
		return t, "choose a speaker first"
	case p == layout.Positions:
		if all := one(m.at.Position); len(all) > 0 {
			return taken{of.Positions(all, whole), told.Count(len(all), "position")}, ""
		}
		return t, "no position stands here"
	}
	if quotes := one(m.at.Quote); len(quotes) > 0 {
		return taken{of.Quotes(quotes, whole), told.Count(len(quotes), "quote")}, ""
	}
	return t, "choose a quote first: " + m.say("next-quote") + " goes to the next"
}

// copyCurrent copies what the pane in focus shows.
func (m copying) copyCurrent(whole bool) {
	t, refusal := m.current(whole)
	if refusal != "" {
		m.tell(refusal)
		return
	}
	m.clip(t.words, "copied"+whatTaken(t)+": "+t.words)
}

// whatTaken tells what was taken where that is more than one quote.
func whatTaken(t taken) string {
	if t.what == "1 quote" {
		return ""
	}
	return " " + t.what
}

// add puts what the pane in focus shows, with who said it and where, behind what was copied before.
func (m copying) add() {
	t, refusal := m.current(true)
	switch {
	case refusal != "":
		m.tell(refusal)
	case m.copied == "":
		m.clip(t.words, "copied "+t.what+": "+m.say("copy-add")+" adds to it")
	default:
		m.clip(m.copied+"\n\n"+t.words, "added to what was copied: "+t.what)
	}
}

// clip puts words on the clipboard, and keeps them for others to be added.
func (m copying) clip(words, says string) {
	m.copied = words
	m.start(tea.SetClipboard(words))
	m.tell(strings.Join(strings.Fields(says), " "))
}

// span copies selected words of the article.
func (m copying) span(sp analysis.Span) {
	if s := m.model.current().OneLine([]analysis.Span{sp}); s != "" {
		m.clip(s, "copied: "+s)
	}
}

// toFile asks for a file and writes what the pane in focus shows behind what the file holds.
func (m copying) toFile() {
	t, refusal := m.current(true)
	switch {
	case refusal != "":
		m.tell(refusal)
		return
	case m.options.Append == nil:
		m.tell("nothing can be written here")
		return
	}
	m.ask(dialogue.Question{Label: "add " + t.what + " to the file", Value: m.file(".txt"),
		Done: func(path string) string {
			if strings.TrimSpace(path) == "" {
				return "type the name of a file"
			}
			if err := m.options.Append(path, t.words+"\n\n"); err != nil {
				return err.Error()
			}
			m.notes = path
			m.tell(t.what + " added to " + path)
			return ""
		}})
}

// file suggests a name for a file: the one that was written to last, else one of the article's name.
func (m copying) file(ending string) string {
	if m.notes != "" && ending == ".txt" {
		return m.notes
	}
	name := m.model.current().File
	if i := strings.LastIndexAny(name, "/\\"); i >= 0 {
		name = name[i+1:]
	}
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	name = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"/\|?*`, r) || r < ' ' {
			return -1
		}
		return r
	}, name), " .")
	return strings.ReplaceAll(name, " ", "-") + "-quotes" + ending
}

// pickedIn is the pane whose marked rows are meant where the focus is: in the article those of the quotes.
func (m copying) pickedIn() layout.Pane {
	if p := m.at.Focus; p == layout.Speakers || p == layout.Positions {
		return p
	}
	return layout.Quotes
}

// pick marks the current row, to be taken away together with others, or takes the mark away; then it goes on.
func (m copying) pick() {
	p, v := m.pickedIn(), m.view()
	at := m.panes.Of(p).Current(v)
	switch {
	case m.at.Focus == layout.Why || m.at.Focus == layout.Card || m.at.Focus == layout.Review:
		m.tell("rows are marked in lists: " + m.say("quotes") + ", " + m.say("speakers") + ", " + m.say("positions"))
		return
	case p == layout.Positions && !pane.Listed(v):
		m.tell("positions are marked where they stand in a list: " + m.say("group"))
		return
	case at == none:
		m.tell("choose a row first")
		return
	}
	n := v.Pick(p, at)
	if m.at.Focus == p {
		m.chooseRow(p, m.panes.Step(v, p, 1))
	}
	m.tell(fmt.Sprintf("%d marked: %s copies them, %s exports them, %s ends it", n, m.say("copy"), m.say("export"),
		m.say("clear")))
}

// unpick takes all marks away; it reports whether there were any.
func (m *model) unpick() bool {
	o := m.current()
	if o == nil || !o.AnyPicked() {
		return false
	}
	o.Unpick()
	return true
}

// quotesPicked are the quotes that are marked, or those of the speakers who are.
func (m copying) quotesPicked() []int {
	v := m.view()
	quotes := slices.Clone(v.Picked(layout.Quotes))
	for _, s := range v.Picked(layout.Speakers) {
		quotes = append(quotes, v.QuotesOf[s]...)
	}
	slices.Sort(quotes)
	return slices.Compact(quotes)
}
