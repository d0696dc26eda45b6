package screen

import (
	"fmt"
	"image/color"

	"github.com/charmbracelet/x/ansi"
)

// answer writes to the program.
func (s *Screen) answer(format string, args ...any) {
	if s.answers != nil && !s.traits.Mute {
		fmt.Fprintf(s.answers, format, args...)
	}
}

// query answers the standard's questions.
func (s *Screen) query(final byte, params ansi.Params) bool {
	w, h := s.Size()
	switch n := arg(params, 0, 0); {
	case final == 'c' && n == 0:
		s.answer("\x1b[?62;22;52c") // a VT220 with colours and a clipboard
	case final == 'n' && n == 5:
		s.answer("\x1b[0n")
	case final == 'n' && n == 6:
		s.answer("\x1b[%d;%dR", s.y+1, s.x+1)
	case final == 't' && n == 18:
		s.answer("\x1b[8;%d;%dt", h, w)
	case final == 't' && (n == 22 || n == 23): // the stack of titles
	default:
		return false
	}
	return true
}

// ask answers the questions that terminals have added. A kind is prefix, intermediate and letter.
func (s *Screen) ask(kind string, params ansi.Params) bool {
	switch kind {
	case "? u":
		if s.traits.Kitty {
			flags := 0
			if n := len(s.keyboard); n > 0 {
				flags = s.keyboard[n-1]
			}
			s.answer("\x1b[?%du", flags)
		}
	case "?$p":
		n := arg(params, 0, 0)
		s.answer("\x1b[?%d;%d$y", n, s.modeState(n))
	case "> c":
		s.answer("\x1b[>1;10;0c")
	case "> q":
		s.answer("\x1bP>|screen 1\x1b\\")
	case "? n":
		if arg(params, 0, 0) != 996 {
			return false
		}
		if s.traits.Background != nil {
			s.answer("\x1b[?997;%dn", map[bool]int{true: 1, false: 2}[dark(s.traits.Background)])
		}
	default:
		return false
	}
	return true
}

// modeState is whether a mode is unknown, 0, set, 1, or not, 2.
func (s *Screen) modeState(n int) int {
	switch _, known := modeNames[n]; {
	case !known, n == clusterMode && !s.traits.Clusters:
		return 0
	case s.modes[n]:
		return 1
	}
	return 2
}

// color sets one of the terminal's own colours or tells it.
func (s *Screen) color(cmd int, value string) {
	if value != "?" {
		s.colors[cmd] = value
		return
	}
	c := s.traits.Foreground
	if cmd == 11 {
		c = s.traits.Background
	}
	if c != nil {
		r, g, b, _ := c.RGBA()
		s.answer("\x1b]%d;rgb:%04x/%04x/%04x\x1b\\", cmd, r, g, b)
	}
}

// SetBackground changes the terminal's own background, as a user who turns to another theme, and tells the program if
// it wants to know.
func (s *Screen) SetBackground(c color.Color) {
	s.traits.Background = c
	if s.modes[2031] {
		s.answer("\x1b[?997;%dn", map[bool]int{true: 1, false: 2}[dark(c)])
	}
}

// dark reports whether light words stand out on the colour.
func dark(c color.Color) bool { return color.GrayModel.Convert(c).(color.Gray).Y < 128 }
