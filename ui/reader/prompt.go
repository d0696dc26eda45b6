package reader

import (
	"fmt"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"hearsay/ui/reader/layout"
)

// prompt asks for words in the line above the hints.
type prompt struct {
	label  string
	input  textinput.Model
	origin place // where the reader was, for esc
	typed  func(*model, string)
	done   func(*model, string)
	about  func(*model) string // what there is so far: "4/14"
}

func (m *model) ask(p prompt, value string) {
	p.input, p.origin = newInput(), m.at
	p.input.SetValue(value)
	p.input.CursorEnd()
	m.prompt = &p
	m.start(m.prompt.input.Focus())
}

func (m *model) promptKey(k tea.KeyPressMsg) {
	p := m.prompt
	switch k.String() {
	case "esc":
		m.prompt = nil
		m.at = p.origin
		m.findHits()
	case "enter":
		m.prompt = nil
		if p.done != nil {
			p.done(m, p.input.Value())
		}
	default:
		m.typed(k)
	}
}

// typed gives a message to whatever takes words now.
func (m *model) typed(msg tea.Msg) {
	switch {
	case m.menu != nil:
		m.menu.typed(m, msg)
	case m.prompt != nil:
		before := m.prompt.input.Value()
		input, cmd := m.prompt.input.Update(msg)
		m.prompt.input = input
		m.start(cmd)
		if v := input.Value(); v != before && m.prompt.typed != nil {
			m.prompt.typed(m, v)
		}
	}
}

// line draws the prompt with what it has found so far at its end.
func (p *prompt) line(m *model) string {
	right := ""
	if p.about != nil {
		right = p.about(m)
	}
	p.input.SetWidth(max(m.w-len(p.label)-len(right)-4, 1))
	return justified(m.theme, m.w, []seg{strong(" " + p.label + " "), plain(visible(p.input))}, []seg{dim(right + " ")})
}

// visible is the part of what was typed that has room, its cursor in it.
func visible(ti textinput.Model) string {
	r := []rune(ti.Value())
	if over := ti.Position() - ti.Width(); ti.Width() > 0 && over > 0 {
		r = r[over:]
	}
	return string(r)
}

func (p *prompt) hints() []hint { return []hint{{"↵", "done"}, {"esc", "as it was"}} }

// cursorOnScreen is where the terminal's cursor stands: in what is being typed, else nowhere.
func (m *model) cursorOnScreen() *tea.Cursor {
	switch {
	case m.layout.Shape == layout.TooSmall || m.w == 0:
		return nil
	case m.menu != nil:
		x, y := m.menu.cursor(m)
		return tea.NewCursor(x, y)
	case m.prompt != nil:
		return tea.NewCursor(min(len(m.prompt.label)+2+cursorCells(m.prompt.input), m.w-1), m.h-2)
	}
	return nil
}

func (m *model) askSearch() {
	p := prompt{label: "search", typed: (*model).searchFor, about: (*model).hitCount, done: func(m *model, s string) {
		if s == "" {
			m.at.query = ""
			m.findHits()
			return
		}
		m.at.query = s
		m.noteHits()
	}}
	m.leave()
	m.ask(p, "")
}

func (m *model) askFilter() {
	pane := m.at.focus
	p := prompt{label: "filter " + paneNames[pane], typed: func(m *model, s string) { m.at.filters[pane] = s },
		about: func(m *model) string { return fmt.Sprintf("%d shown", shownRows(m.lists[pane].rows)) },
		done:  func(m *model, s string) { m.firstShown(pane) }}
	m.ask(p, m.at.filters[pane])
}

func shownRows(rows []row) (n int) {
	for _, r := range rows {
		if r.index != none {
			n++
		}
	}
	return n
}

func (m *model) askPlace() {
	m.ask(prompt{label: "go to paragraph, or place in %", done: (*model).goToPlace}, "")
}
