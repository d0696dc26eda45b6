package reader

import (
	"hearsay/ui/reader/theme"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

func (m *model) toggleTheme() {
	s := m.screen
	s.Dark, s.Background = !s.Dark, nil
	m.options.Theme = "dark"
	if !s.Dark {
		m.options.Theme = "light"
	}
	m.setScreen(s)
	m.tell("theme: " + m.options.Theme)
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
	if m.options.NoColor || m.options.Dumb {
		return min(p, colorprofile.ASCII)
	}
	return p
}

func (m *model) followsTerminal() bool { return m.options.Theme == "" || m.options.Theme == "auto" }

func (m *model) setScreen(s theme.Screen) { m.screen, m.theme = s, theme.New(s) }

func (m *model) setProfile(p colorprofile.Profile) {
	s := m.screen
	s.Profile = m.profile(p)
	m.setScreen(s)
}

func (m *model) setBackground(msg tea.BackgroundColorMsg) {
	if !m.followsTerminal() {
		return
	}
	s := m.screen
	s.Dark, s.Background = msg.IsDark(), msg.Color
	m.setScreen(s)
}
