package asking

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/find"
)

// Choice is a line of a menu. A choice that does nothing is only to be read: a heading, a line of the legend.
type Choice struct {
	Heading bool
	Segs    []draw.Seg
	About   []draw.Seg // at the line's end
	Words   string     // by which it is found
	Do      func()
	score   int // how well it fits what was typed
}

// Menu is a list over the panes that narrows down as one types and tells what was chosen: help, the palette, the
// articles.
type Menu struct {
	Title string
	All   []Choice
	// Fuzzy finds choices by letters in order, the best first.
	Fuzzy bool
	// More gives further choices for what was typed, such as a paragraph's number; it may be nil.
	More func(typed string) []Choice
	// Stays is set for the menu a reader starts with: there is nothing behind it.
	Stays bool
	// Numbered is set where a digit chooses, as long as nothing was typed.
	Numbered bool
	// Left is what closing it without a choice does; it may be nil.
	Left func()

	shown []Choice
	at    int // index of the current one in shown
	top   int
	input textinput.Model
	seen  sight // what was in sight after the last step
}

// sight tells what the part in sight depends on.
type sight struct{ at, height, lines int }

// Outcome is what a key or a click did to a menu.
type Outcome struct {
	// Closed is set where the menu is done with, and Quit where there is nothing behind it.
	Closed, Quit bool
	// Do is what is to be done then; it may be nil.
	Do func()
}

// MenuOf is the menu of a dialogue.
func MenuOf(q dialogue.Menu) *Menu {
	mn := &Menu{Title: q.Title, Numbered: true, Left: q.Left}
	for _, c := range q.Choices {
		text := draw.Plain(" " + c.Text)
		if c.Heading {
			text = draw.Strong(" " + c.Text)
		}
		words := c.Words
		if words == "" {
			words = c.Text
		}
		mn.All = append(mn.All, Choice{Segs: []draw.Seg{text, draw.Dim(c.Aside)}, About: []draw.Seg{draw.Dim(c.About)},
			Words: words, Do: c.Do})
	}
	return mn
}

// Open begins to ask. The command has the cursor blink.
func (mn *Menu) Open() tea.Cmd {
	mn.input = NewInput()
	cmd := mn.input.Focus()
	mn.narrow()
	return cmd
}

// Lasting reports whether there is nothing behind the menu.
func (mn *Menu) Lasting() bool { return mn.Stays }

// Shown are the choices that fit what was typed.
func (mn *Menu) Shown() []Choice { return mn.shown }

// narrow shows the choices that fit what was typed; the palette puts the best first.
func (mn *Menu) narrow() {
	typed := mn.input.Value()
	mn.shown, mn.at, mn.top = nil, 0, 0
	if mn.More != nil {
		mn.shown = mn.More(typed)
	}
	first := len(mn.shown)
	for _, c := range mn.All {
		if score, ok := mn.fits(typed, c); ok {
			c.score = score
			mn.shown = append(mn.shown, c)
		}
	}
	if mn.Fuzzy {
		slices.SortStableFunc(mn.shown[first:], func(a, b Choice) int { return b.score - a.score })
	}
	mn.Step(0)
}

func (mn *Menu) fits(typed string, c Choice) (int, bool) {
	switch {
	case typed == "":
		return 0, true
	case c.Heading:
		return 0, false
	case mn.Fuzzy:
		return fuzzily(typed, c.Words)
	}
	return 0, find.Matches(typed, c.Words)
}

// fuzzily tells how well what is typed fits words: as it stands, or each of its words by itself, in whatever order.
func fuzzily(typed, words string) (best int, ok bool) {
	best, ok = find.Score(typed, words)
	sum, parts := 0, strings.Fields(typed)
	for _, p := range parts {
		score, fits := find.Score(p, words)
		if !fits {
			return best, ok
		}
		sum += score / len(parts)
	}
	if ok && sum < best {
		sum = best
	}
	return sum, true
}

// Step moves the current line, over those that are only to be read.
func (mn *Menu) Step(by int) {
	dir := 1
	if by < 0 {
		dir = -1
	}
	i := mn.at + by
	for i >= 0 && i < len(mn.shown) && mn.shown[i].Do == nil {
		i += dir
	}
	if i >= 0 && i < len(mn.shown) {
		mn.at = i
		return
	}
	mn.top += by // only reading is left that way
}

// Settle brings the current line into sight of a screen of w by h cells when it has changed, with the heading above it.
func (mn *Menu) Settle(w, h int) {
	in := mn.rect(w, h).H - 4
	if now := (sight{mn.at, in, len(mn.shown)}); now != mn.seen {
		mn.seen = now
		mn.top = min(max(mn.top, mn.at-in+1), mn.at)
		for mn.top > 0 && mn.shown[mn.top-1].Heading {
			mn.top--
		}
	}
	mn.top = min(max(mn.top, 0), max(len(mn.shown)-in, 0))
}

// Press answers a key on a screen of w by h cells; quit is the key that leaves the program.
func (mn *Menu) Press(k tea.KeyPressMsg, quit string, w, h int) (Outcome, tea.Cmd) {
	switch k.String() {
	case "esc":
		return mn.leave(), nil
	case "enter":
		return mn.run(), nil
	case "down", "ctrl+n", "tab":
		mn.Step(1)
	case "up", "ctrl+p", "shift+tab":
		mn.Step(-1)
	case "pgdown", "ctrl+d":
		mn.page(w, h, 1)
	case "pgup", "ctrl+u":
		mn.page(w, h, -1)
	default:
		if mn.input.Value() == "" {
			if done, ok := mn.shortcut(k.String(), quit); ok {
				return done, nil
			}
		}
		return Outcome{}, mn.Type(k)
	}
	return Outcome{}, nil
}

// leave closes the menu. Where nothing is behind it, it takes back what was typed, and then it is the end.
func (mn *Menu) leave() Outcome {
	switch {
	case mn.Stays && mn.input.Value() != "":
		mn.input.SetValue("")
		mn.narrow()
		return Outcome{}
	case mn.Stays:
		return Outcome{Quit: true}
	}
	return Outcome{Closed: true, Do: mn.Left}
}

// shortcut answers keys that mean more than their letter as long as nothing was typed: a number chooses, and the menu
// one starts with is left as the program is.
func (mn *Menu) shortcut(key, quit string) (done Outcome, ok bool) {
	if mn.Stays && key == quit {
		return Outcome{Quit: true}, true
	}
	n, err := strconv.Atoi(key)
	if err != nil || !mn.Numbered {
		return Outcome{}, false
	}
	for i, c := range mn.shown {
		if c.Do == nil {
			continue
		}
		if n--; n == 0 {
			mn.at = i
			return mn.run(), true
		}
	}
	return Outcome{}, false
}

// page moves by as many lines as are in sight; where only reading is left, it scrolls.
func (mn *Menu) page(w, h, dir int) {
	for range mn.rect(w, h).H - 4 {
		mn.Step(dir)
	}
}

// run chooses the current line, if it does anything.
func (mn *Menu) run() Outcome {
	if mn.at >= len(mn.shown) || mn.shown[mn.at].Do == nil {
		return Outcome{}
	}
	return Outcome{Closed: true, Do: mn.shown[mn.at].Do}
}

// Type takes a key, what is pasted, or a message of the cursor's own.
func (mn *Menu) Type(msg tea.Msg) tea.Cmd {
	before := mn.input.Value()
	input, cmd := mn.input.Update(msg)
	mn.input = input
	if input.Value() != before {
		mn.narrow()
	}
	return cmd
}
