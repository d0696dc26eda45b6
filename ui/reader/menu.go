package reader

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/layout"
)

// choice is a line of a menu. A choice that does nothing is only to be read: a heading, a line of the legend.
type choice struct {
	heading bool
	segs    []seg
	about   []seg  // at the line's end
	words   string // by which it is found
	score   int    // how well it fits what was typed
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
	seen     sightKey // what was in sight after the last step
}

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
	if sight := (sightKey{mn.at, h, len(mn.shown)}); sight != mn.seen {
		mn.seen = sight
		mn.top = min(max(mn.top, mn.at-h+1), mn.at)
		for mn.top > 0 && mn.shown[mn.top-1].heading {
			mn.top--
		}
	}
	mn.top = min(max(mn.top, 0), max(len(mn.shown)-h, 0))
	mn.input.SetWidth(max(mn.rect(m).W-6, 1))
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
		m.menu = nil
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

// rect is where the menu stands: in the middle, no larger than it needs.
func (mn *menu) rect(m *model) layout.Rect {
	w := min(m.w-2, menuWidth)
	h := min(m.h-2, len(mn.all)+4)
	if m.w < 60 {
		w, h = m.w, min(m.h-1, len(mn.all)+4)
	}
	return layout.Rect{X: (m.w - w) / 2, Y: max((m.h-1-h)/2, 0), W: w, H: h}
}

// over draws the menu on top of the screen's lines.
func (mn *menu) over(m *model, lines []string) {
	r := mn.rect(m)
	h, in := r.H-4, r.W-2
	body := []string{
		line(m.theme, in, plain(" › "+visible(mn.input))),
		line(m.theme, in, dim(strings.Repeat("─", in))),
	}
	for i := mn.top; i < min(mn.top+h, len(mn.shown)); i++ {
		body = append(body, mn.choiceLine(m, i, in))
	}
	if len(mn.shown) == 0 {
		body = append(body, line(m.theme, in, dim(" nothing of that name")))
	}
	foot := ""
	if len(mn.shown) > h {
		foot = "more: ↑ ↓"
	}
	for i, l := range frame(m.theme, r, []seg{strong(" " + mn.title + " ")}, foot, true, pad(body, r.Inner()), nil) {
		if y := r.Y + i; y < len(lines) {
			lines[y] = over(lines[y], l, r.X, r.X+r.W, m.w)
		}
	}
}

// over puts a piece on a line of w cells, from one cell to another. A wide sign that it cuts in two becomes a blank.
func over(under, piece string, from, to, w int) string {
	left, right := ansi.Cut(under, 0, from), ansi.Cut(under, to, w)
	if cells := ansi.StringWidth(right); cells > w-to {
		right = ansi.Cut(under, to+1, w)
	}
	left += strings.Repeat(" ", from-ansi.StringWidth(left))
	return left + piece + strings.Repeat(" ", w-to-ansi.StringWidth(right)) + right
}

func (mn *menu) choiceLine(m *model, i, w int) string {
	c := mn.shown[i]
	left, right := append([]seg{plain(" ")}, c.segs...), append(slices.Clone(c.about), plain(" "))
	if i == mn.at && c.do != nil {
		left[0].text = m.rowMark()
		left, right = chosen(left, true), chosen(right, true)
	}
	return justified(m.theme, w, left, right)
}

// cursor is where the typed words end.
func (mn *menu) cursor(m *model) (x, y int) {
	r := mn.rect(m)
	return min(r.X+4+cursorCells(mn.input), r.X+r.W-2), r.Y + 1
}

func cursorCells(ti textinput.Model) int {
	r := []rune(ti.Value())
	return cells.Width(string(r[:min(ti.Position(), len(r))]))
}

func (mn *menu) hints(m *model) []hint {
	if mn.stays {
		return []hint{{"↑↓", "choose"}, {"↵", "read"}, {"type", "to find"}, {m.say("quit"), "quit"}}
	}
	return []hint{{"↑↓", "choose"}, {"↵", "do it"}, {"type", "to find"}, {"esc", "close"}}
}

// clickAt makes the line under a cell current; a second click runs it, a click outside closes the menu.
func (mn *menu) clickAt(m *model, x, y int, again bool) {
	r := mn.rect(m)
	if !r.Holds(x, y) {
		if !mn.stays {
			m.menu = nil
		}
		return
	}
	i := mn.top + y - r.Y - 3
	if y-r.Y < 3 || i >= len(mn.shown) || mn.shown[i].do == nil {
		return
	}
	mn.at = i
	if again {
		m.runChoice()
	}
}
