package reader

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"hearsay/ui/reader/asking"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

// ask asks for words in the line above the hints. Leaving the question goes back to where the reader was.
func (m *model) ask(q dialogue.Question) {
	origin, left := m.at, q.Left
	q.Left = func() {
		m.at = origin
		if left != nil {
			left()
		}
	}
	p, cmd := asking.NewPrompt(q)
	m.prompt = p
	m.start(cmd)
}

// answered takes an answer to a question; one that is refused stays to be bettered.
func (m *model) answered(p *asking.Prompt, answer func() (refusal string)) {
	m.prompt = nil
	if refusal := answer(); refusal != "" {
		m.prompt = p
		m.tell(refusal)
	}
}

func (m *model) promptKey(k tea.KeyPressMsg) {
	p := m.prompt
	switch k.String() {
	case "esc":
		m.prompt = nil
		p.Left()
	case "enter":
		m.answered(p, func() string { return p.Done(p.Answer()) })
	default:
		m.typed(k)
	}
}

// typed gives a message to whatever takes words now.
func (m *model) typed(msg tea.Msg) {
	switch {
	case m.prompt != nil:
		m.start(m.prompt.Type(msg))
	case m.menu != nil:
		m.start(m.menu.Type(msg))
	}
}

// overlay is what lies over the panes and takes all keys: a menu, the list of articles, the picture of the first steps.
type overlay interface {
	// Open begins, Press answers a key on a screen of w by h cells, and Type takes what is pasted, or a message of the
	// cursor's own.
	Open() tea.Cmd
	Press(k tea.KeyPressMsg, quit string, w, h int) (asking.Outcome, tea.Cmd)
	Type(msg tea.Msg) tea.Cmd
	// Click answers the mouse, and Step its wheel.
	Click(x, y, w, h int, again bool) asking.Outcome
	Step(by int)
	// Settle brings what is current into sight, Over draws it on top of the screen's lines, and Cursor is where the cursor
	// stands, below zero for nowhere.
	Settle(w, h int)
	Over(th *theme.Theme, dumb bool, w, h int, lines []string)
	Cursor(w, h int) (x, y int)
	Hints(quit string) []draw.Hint
	// Lasting reports whether there is nothing behind it.
	Lasting() bool
}

func (m *model) openMenu(mn overlay) {
	m.menu = mn
	m.start(mn.Open())
}

func (m *model) menuKey(k tea.KeyPressMsg) {
	done, cmd := m.menu.Press(k, m.key("quit"), m.w, m.h)
	m.start(cmd)
	m.chosen(done)
}

// chosen does what came of a menu.
func (m *model) chosen(done asking.Outcome) {
	m.quit = m.quit || done.Quit
	if done.Closed {
		m.menu = nil
	}
	if done.Do != nil {
		done.Do()
	}
}

// cursorOnScreen is where the terminal's cursor stands: in what is being typed, else nowhere.
func (m *model) cursorOnScreen() *tea.Cursor {
	switch {
	case m.layout.Shape == layout.TooSmall || m.w == 0:
		return nil
	case m.prompt != nil:
		return tea.NewCursor(m.prompt.Cursor(m.w), m.layout.Info.Y)
	case m.menu != nil:
		if x, y := m.menu.Cursor(m.w, m.h); y >= 0 {
			return tea.NewCursor(x, y)
		}
		return nil
	}
	return m.edgeCursor()
}

// edgeCursor is a bar at the edge that moves while words are chosen.
func (m *model) edgeCursor() *tea.Cursor {
	at, end, ok := m.picking.Edge()
	o := m.current()
	if !ok || o == nil || m.layout.Panes[layout.Article].Empty() {
		return nil
	}
	x, y, seen := o.text.CellOf(&m.at, at, end)
	if !seen {
		return nil
	}
	in := m.layout.Inner(layout.Article)
	c := tea.NewCursor(in.X+x, in.Y+y)
	c.Shape = tea.CursorBar
	return c
}

func (m *model) askSearch() {
	origin := m.at
	m.ask(dialogue.Question{Label: "search", About: func(string, int) string { return m.hitCount() },
		Typed: func(s string) { m.searchFor(origin, s) },
		Done: func(s string) string {
			if s == "" { // nothing typed looks for the same again
				m.stepHit(1)
				return ""
			}
			m.journey.Leave(origin)
			m.tellHits()
			return ""
		}})
}

func (m *model) askFilter() {
	p := m.at.Focus
	if p == layout.Article || p.IsPanel() && p != layout.Review {
		m.tell("lists are filtered: " + m.say("quotes") + ", " + m.say("speakers") + " and " + m.say("positions") +
			" lead to them")
		return
	}
	m.ask(dialogue.Question{Label: "filter " + m.panes.Of(p).Name, Value: m.at.Filters[p],
		About: func(string, int) string { return fmt.Sprintf("%d shown", m.panes.Shown(p)) },
		Typed: func(s string) { m.at.Filters[p] = s },
		Done: func(string) string {
			m.firstShown(p)
			return ""
		}})
}

func (m *model) askPlace() {
	m.ask(dialogue.Question{Label: "go to paragraph, or place in %", Done: func(s string) string {
		m.goToPlace(s)
		return ""
	}})
}
