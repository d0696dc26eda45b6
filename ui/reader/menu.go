package reader

import (
	"slices"
	"strconv"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/find"
)

// choice is a line of a menu. A choice that does nothing is only to be read: a heading, a line of the legend.
type choice struct {
	heading bool
	segs    []draw.Seg
	about   []draw.Seg // at the line's end
	words   string     // by which it is found
	score   int        // how well it fits what was typed
	do      func(*model)
}

const menuWidth = 92 // the widest a menu gets

// menu is a list over the panes that narrows down as one types and runs what is chosen: help, the palette, the articles.
type menu struct {
	title string
	all   []choice
	shown []choice
	at    int // index of the current one in shown
	top   int
	input textinput.Model
	fuzzy bool
	// more gives further choices for what was typed, such as a paragraph's number.
	more func(m *model, typed string) []choice
	// stays is set for the menu a reader starts with: there is nothing behind it.
	stays bool
	// numbered is set where a digit chooses, as long as nothing was typed.
	numbered bool
	// left is what closing it without a choice does; it may be nil.
	left func(*model)
	seen menuSight // what was in sight after the last step
}

// menuSight tells what the part in sight depends on.
type menuSight struct{ at, height, lines int }

func (m *model) openMenu(mn menu) {
	mn.input = newInput()
	m.start(mn.input.Focus())
	m.menu = &mn
	m.menu.narrow(m)
}

// narrow shows the choices that fit what was typed; the palette puts the best first.
func (mn *menu) narrow(m *model) {
	typed := mn.input.Value()
	mn.shown, mn.at, mn.top = nil, 0, 0
	if mn.more != nil {
		mn.shown = mn.more(m, typed)
	}
	first := len(mn.shown)
	for _, c := range mn.all {
		if score, ok := mn.fits(typed, c); ok {
			c.score = score
			mn.shown = append(mn.shown, c)
		}
	}
	if mn.fuzzy {
		slices.SortStableFunc(mn.shown[first:], func(a, b choice) int { return b.score - a.score })
	}
	mn.step(0)
}

func (mn *menu) fits(typed string, c choice) (int, bool) {
	switch {
	case typed == "":
		return 0, true
	case c.heading:
		return 0, false
	case mn.fuzzy:
		return find.Score(typed, c.words)
	}
	return 0, find.Matches(typed, c.words)
}

// step moves the current line, over those that are only to be read.
func (mn *menu) step(by int) {
	dir := 1
	if by < 0 {
		dir = -1
	}
	i := mn.at + by
	for i >= 0 && i < len(mn.shown) && mn.shown[i].do == nil {
		i += dir
	}
	if i >= 0 && i < len(mn.shown) {
		mn.at = i
		return
	}
	mn.top += by // only reading is left that way
}

// settle brings the current line into sight when it has changed, with the heading above it.
func (mn *menu) settle(m *model) {
	h := mn.rect(m).H - 4
	if sight := (menuSight{mn.at, h, len(mn.shown)}); sight != mn.seen {
		mn.seen = sight
		mn.top = min(max(mn.top, mn.at-h+1), mn.at)
		for mn.top > 0 && mn.shown[mn.top-1].heading {
			mn.top--
		}
	}
	mn.top = min(max(mn.top, 0), max(len(mn.shown)-h, 0))
}

func (m *model) menuKey(k tea.KeyPressMsg) {
	mn := m.menu
	switch k.String() {
	case "esc":
		m.leaveMenu()
	case "enter":
		m.runChoice()
	case "down", "ctrl+n", "tab":
		mn.step(1)
	case "up", "ctrl+p", "shift+tab":
		mn.step(-1)
	case "pgdown", "ctrl+d":
		mn.page(m, 1)
	case "pgup", "ctrl+u":
		mn.page(m, -1)
	default:
		if mn.input.Value() != "" || !m.pressedInMenu(k.String()) {
			m.typed(k)
		}
	}
}

// leaveMenu closes the menu. Where nothing is behind it, it takes back what was typed, and then it is the end.
func (m *model) leaveMenu() {
	switch {
	case m.menu.stays && m.menu.input.Value() != "":
		m.menu.input.SetValue("")
		m.menu.narrow(m)
	case m.menu.stays:
		m.quit = true
	default:
		m.closeMenu()
	}
}

// closeMenu closes the menu without a choice.
func (m *model) closeMenu() {
	left := m.menu.left
	if m.menu = nil; left != nil {
		left(m)
	}
}

// pressedInMenu answers keys that mean more than their letter as long as nothing was typed: a number chooses, and the
// menu one starts with is left as the program is.
func (m *model) pressedInMenu(key string) bool {
	if m.menu.stays && key == m.key("quit") {
		m.quit = true
		return true
	}
	n, err := strconv.Atoi(key)
	if err != nil || !m.menu.numbered {
		return false
	}
	for i, c := range m.menu.shown {
		if c.do == nil {
			continue
		}
		if n--; n == 0 {
			m.menu.at = i
			m.runChoice()
			return true
		}
	}
	return false
}

// page moves by as many lines as are in sight; where only reading is left, it scrolls.
func (mn *menu) page(m *model, dir int) {
	for range mn.rect(m).H - 4 {
		mn.step(dir)
	}
}

func (m *model) runChoice() {
	mn := m.menu
	if mn.at >= len(mn.shown) || mn.shown[mn.at].do == nil {
		return
	}
	m.menu = nil
	mn.shown[mn.at].do(m)
}

func (mn *menu) typed(m *model, msg tea.Msg) {
	before := mn.input.Value()
	input, cmd := mn.input.Update(msg)
	mn.input = input
	m.start(cmd)
	if input.Value() != before {
		mn.narrow(m)
	}
}
