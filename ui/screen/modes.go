package screen

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// The private modes that mean something to the screen itself.
const (
	wrapMode    = 7
	cursorMode  = 25
	clusterMode = 2027
)

// modeNames are the private modes that a program may set, and what they are. Any other is unknown.
var modeNames = map[int]string{
	1: "application cursor keys", wrapMode: "wrapping", 12: "blinking cursor", cursorMode: "the cursor",
	47: "alternate screen", 1000: "the mouse",
	1002: "the mouse", 1003: "the mouse", 1004: "focus reports", 1006: "the mouse", 1007: "alternate scroll",
	1047: "alternate screen",
	1048: "saved cursor", 1049: "alternate screen", 2004: "bracketed paste", 2026: "synchronized output",
	clusterMode: "grapheme clusters",
	2031:        "colour reports", 2048: "size reports",
}

// extension obeys the control sequences that terminals have added to the standard.
func (s *Screen) extension(cmd ansi.Cmd, params ansi.Params) bool {
	n := arg(params, 0, 0)
	kind := string([]byte{max(cmd.Prefix(), ' '), max(cmd.Intermediate(), ' '), cmd.Final()})
	switch kind {
	case "? h", "? l":
		return s.setModes(params, cmd.Final() == 'h')
	case "> u":
		s.keyboard = append(s.keyboard, n)
	case "= u":
		s.keyboard = append(s.keyboard[:max(len(s.keyboard)-1, 0)], n)
	case "< u":
		s.keyboard = s.keyboard[:max(len(s.keyboard)-max(n, 1), 0)]
	case "> m":
		if n == 4 {
			s.modifiers = arg(params, 1, 0)
		}
	case "  q":
		s.shape = n
	case "? W": // tab stops every 8 columns, where they are anyway
		return n == 5
	default:
		return s.ask(kind, params)
	}
	return true
}

func (s *Screen) setModes(params ansi.Params, on bool) bool {
	known := true
	for i := range params {
		n := arg(params, i, 0)
		if _, ok := modeNames[n]; !ok {
			known = false
			continue
		}
		s.setMode(n, on)
	}
	return known
}

func (s *Screen) setMode(n int, on bool) {
	s.modes[n] = on
	if alternate := n == 47 || n == 1047 || n == 1049; alternate && on != s.alternate {
		if on && n == 1049 {
			s.save()
		}
		s.swap()
		if on {
			s.grid.Clear()
		} else if n == 1049 {
			s.restore()
		}
	}
	if n == 1048 && on {
		s.save()
	} else if n == 1048 {
		s.restore()
	}
}

// swap shows the other screen.
func (s *Screen) swap() {
	s.grid, s.hidden = s.hidden, s.grid
	s.alternate = !s.alternate
	s.wraps, s.last.x = false, -1
}

// command obeys an operating system command.
func (s *Screen) command(cmd int, data []byte) {
	_, rest, _ := strings.Cut(string(data), ";")
	switch cmd {
	case 0, 2:
		s.title = rest
	case 1, 7: // the icon's name, the folder
	case 8:
		uv.ReadLink(data, &s.link)
	case 9:
		if !strings.HasPrefix(rest, "4;") { // progress
			s.note("OSC %q", data)
		}
	case 10, 11, 12:
		s.color(cmd, rest)
	case 110, 111, 112:
		delete(s.colors, cmd-100)
	case 52:
		s.copy(rest)
	case 7501: // the program's state
	default:
		s.note("OSC %q", data)
	}
}

// copy keeps what the program puts into the clipboard.
func (s *Screen) copy(data string) {
	_, encoded, _ := strings.Cut(data, ";")
	if encoded == "?" {
		return
	}
	words, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		s.note("OSC 52;%q", data)
		return
	}
	s.clipboard = string(words)
}

// device obeys a device control string.
func (s *Screen) device(cmd ansi.Cmd, params ansi.Params, data []byte) {
	if cmd.Intermediate() == '+' && cmd.Final() == 'q' {
		s.answer("\x1bP0+r%s\x1b\\", data)
		return
	}
	s.note("DCS %s %q", spell(cmd, params), data)
}

func (s *Screen) private(kind string) func([]byte) {
	return func(data []byte) { s.note("%s %q", kind, data) }
}

// Left is what a program that is done has left behind and should have put right, in words; none if it has restored the
// terminal.
func (s *Screen) Left() []string {
	var left []string
	for n, on := range s.modes {
		if name := modeNames[n]; on != (n == wrapMode || n == cursorMode) && n != 12 {
			left = append(left, fmt.Sprintf("%s (mode %d) is %s", name, n, map[bool]string{true: "on", false: "off"}[on]))
		}
	}
	if len(s.keyboard) > 0 {
		left = append(left, "Kitty keyboard flags "+strconv.Itoa(s.keyboard[len(s.keyboard)-1])+" are set")
	}
	if s.modifiers != 0 {
		left = append(left, "keys are told with their modifiers")
	}
	if s.shape > 1 {
		left = append(left, "the cursor has another shape")
	}
	if !s.pen.IsZero() || s.link.URL != "" {
		left = append(left, "the pen has a style")
	}
	if s.top != 0 || s.bottom != s.grid.Height() {
		left = append(left, "only a part of the lines scrolls")
	}
	for n := range s.colors {
		left = append(left, fmt.Sprintf("the terminal's colour %d is another", n))
	}
	slices.Sort(left)
	return left
}
