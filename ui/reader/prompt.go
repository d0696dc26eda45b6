package reader

import (
	"fmt"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// prompt asks for words in the line above the hints.
type prompt struct {
	label  string
	input  textinput.Model
	origin view.Place // where the reader was, for esc
	typed  func(*model, string)
	done   func(m *model, typed string, origin view.Place)
	about  func(*model) string // what there is so far: "4/14"
	left   func(*model)        // what esc undoes besides
	back   string              // what esc goes back to: "the words"; empty for how all was
	// suggested is the answer of who types nothing.
	suggested string
	// clicked takes a click on a sign of the article, where that answers.
	clicked func(*model, analysis.Span)
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
		if p.left != nil {
			p.left(m)
		}
	case "enter":
		m.prompt = nil
		if p.done != nil {
			p.done(m, p.answer(), p.origin)
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

// line draws the prompt with what it has found so far at its end, as far as what is typed leaves room for it.
func (p *prompt) line(m *model) string {
	right := ""
	if p.about != nil {
		right = cells.Truncate(p.about(m), p.spare(m))
	}
	room := max(m.w-cells.Width(p.label)-cells.Width(right)-4, 1)
	typed := draw.Plain(visible(p.input, room))
	if p.input.Value() == "" {
		typed = draw.Dim(p.suggested)
	}
	return draw.Justified(m.theme, m.w, []draw.Seg{draw.Strong(" " + p.label + " "), typed}, []draw.Seg{draw.Dim(right + " ")})
}

// answer is what was typed, else what was suggested.
func (p *prompt) answer() string {
	if v := p.input.Value(); v != "" {
		return v
	}
	return p.suggested
}

// spare is how many cells of the line are left beside what is typed.
func (p *prompt) spare(m *model) int {
	return max(m.w-cells.Width(p.label)-cells.Width(p.answer())-5, 0)
}

// visible is the part of what was typed that has room, its cursor in it.
func visible(ti textinput.Model, room int) string {
	r := []rune(ti.Value())
	if over := ti.Position() - room; over > 0 {
		r = r[over:]
	}
	return string(r)
}

func (p *prompt) hints() []draw.Hint {
	if p.back != "" {
		return []draw.Hint{{Key: "↵", Word: "done"}, {Key: "esc", Word: "back to " + p.back}}
	}
	return []draw.Hint{{Key: "↵", Word: "done"}, {Key: "esc", Word: "as it was"}}
}

// cursorOnScreen is where the terminal's cursor stands: in what is being typed, else nowhere.
func (m *model) cursorOnScreen() *tea.Cursor {
	switch {
	case m.layout.Shape == layout.TooSmall || m.w == 0:
		return nil
	case m.menu != nil:
		x, y := m.menu.cursor(m)
		return tea.NewCursor(x, y)
	case m.prompt != nil:
		return tea.NewCursor(min(cells.Width(m.prompt.label)+2+cursorCells(m.prompt.input), m.w-1), m.layout.Info.Y)
	}
	return nil
}

func (m *model) askSearch() {
	origin := m.at
	m.ask(prompt{label: "search", about: (*model).hitCount, typed: func(m *model, s string) { m.searchFor(origin, s) },
		done: func(m *model, s string, _ view.Place) { m.searched(s, origin) }}, "")
}

// searched ends a search that was typed: the place it began in is remembered. Nothing typed looks for the same again.
func (m *model) searched(query string, origin view.Place) {
	if query == "" {
		m.stepHit(1)
		return
	}
	m.journey.Leave(origin)
	m.tellHits()
}

func (m *model) askFilter() {
	p := m.at.Focus
	if p == layout.Article || p.IsPanel() && p != layout.Review {
		m.tell("lists are filtered: " + m.say("quotes") + ", " + m.say("speakers") + " and " + m.say("positions") + " lead to them")
		return
	}
	m.ask(prompt{label: "filter " + m.panes.Of(p).Name, typed: func(m *model, s string) { m.at.Filters[p] = s },
		about: func(m *model) string { return fmt.Sprintf("%d shown", m.panes.Shown(p)) },
		done:  func(m *model, _ string, _ view.Place) { m.firstShown(p) }}, m.at.Filters[p])
}

func (m *model) askPlace() {
	m.ask(prompt{label: "go to paragraph, or place in %", done: func(m *model, s string, _ view.Place) { m.goToPlace(s) }}, "")
}
