package reader

import (
	"image/color"
	"slices"

	"hearsay/ui/reader/theme"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// themes are those that one key goes through: built in, dark and light, and the terminal's own sixteen colours.
var themes = []string{"dark", "light", terminalTheme}

const terminalTheme = "terminal"

// nextTheme takes the next theme; whoever followed the terminal sees the other one first.
func (m *model) nextTheme() {
	at := slices.Index(themes, m.options.Theme)
	if at < 0 && !m.screen.Dark {
		at = len(themes) - 1 // it is light already: dark comes next
	} else if at < 0 {
		at = 0
	}
	m.options.Theme = themes[(at+1)%len(themes)]
	m.rescreen()
	says := map[string]string{terminalTheme: ", in the terminal's own colours"}[m.options.Theme]
	m.tell("theme: " + m.options.Theme + says)
}

func (m *model) toggleMouse() {
	m.mouse = !m.mouse
	if m.mouse {
		m.tell("the mouse is Hearsay's: click quotes and rows, drag to copy")
		return
	}
	m.tell("the mouse is the terminal's: " + m.say("mouse") + " takes it back")
}

// suspend hands the terminal to the shell, which wants to hear nothing of light and dark.
func (m *model) suspend() {
	if !m.followsTerminal() {
		m.start(tea.Suspend)
		return
	}
	m.start(tea.Sequence(tea.Raw(ansi.ResetModeLightDark), tea.Suspend))
}

func (m *model) resumed() {
	if m.followsTerminal() {
		m.start(tea.Raw(ansi.SetModeLightDark))
	}
}

// profile is what the terminal can show, and the reader wants to see.
func (m *model) profile(p colorprofile.Profile) colorprofile.Profile {
	switch {
	case m.options.NoColor || m.options.Dumb:
		return min(p, colorprofile.ASCII)
	case m.options.Theme == terminalTheme:
		return min(p, colorprofile.ANSI)
	}
	return p
}

func (m *model) followsTerminal() bool {
	return m.options.Theme == "" || m.options.Theme == "auto" || m.options.Theme == terminalTheme
}

// terminal is what the terminal has told of itself.
type terminal struct {
	profile colorprofile.Profile
	ground  color.Color // nil until it tells
	light   bool
}

// rescreen brings the colours up to date with the terminal and with what is wanted of it. Where the ground is of the
// other kind than the theme, it is painted over.
func (m *model) rescreen() {
	dark := !m.terminal.light
	if !m.followsTerminal() {
		dark = m.options.Theme != "light"
	}
	s := theme.Screen{Profile: m.profile(m.terminal.profile), Dark: dark, Colours: m.colours}
	if dark == !m.terminal.light {
		s.Background = m.terminal.ground
	} else {
		s.Painted = s.Profile >= colorprofile.ANSI256
	}
	m.screen, m.theme = s, theme.New(s)
}

func (m *model) setProfile(p colorprofile.Profile) {
	m.terminal.profile = p
	m.rescreen()
}

func (m *model) setBackground(msg tea.BackgroundColorMsg) {
	m.terminal.ground, m.terminal.light = msg.Color, !msg.IsDark()
	m.rescreen()
}
