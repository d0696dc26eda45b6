//go:build unix

package drive

import (
	"fmt"
	"io"
	"syscall"

	"hearsay/ui/screen"
)

// Press presses keys one after the other: letters as they are, others by name, such as "enter", "ctrl+d", "alt+left".
func (s *Session) Press(keys ...string) *Session {
	s.t.Helper()
	for _, key := range keys {
		seq, err := encode(key)
		if err != nil {
			s.t.Fatalf("press: %v", err)
		}
		s.Send(seq)
	}
	return s
}

// Type types words letter by letter.
func (s *Session) Type(words string) *Session { return s.Send(words) }

// Paste pastes words.
func (s *Session) Paste(words string) *Session { return s.Send("\x1b[200~" + words + "\x1b[201~") }

// Send sends bytes to the program as they are.
func (s *Session) Send(b string) *Session {
	s.t.Helper()
	if _, err := io.WriteString(s.ours, b); err != nil {
		s.t.Fatalf("type: %v", err)
	}
	return s
}

// The buttons of a mouse as terminals tell them.
const (
	leftButton = 0
	dragged    = 32
	wheelUp    = 64
	wheelDown  = 65
)

func (s *Session) mouse(button, x, y int, end string) *Session {
	s.t.Helper()
	return s.Send(fmt.Sprintf("\x1b[<%d;%d;%d%s", button, x+1, y+1, end))
}

// Click clicks on a cell.
func (s *Session) Click(x, y int) *Session {
	s.t.Helper()
	return s.mouse(leftButton, x, y, "M").mouse(leftButton, x, y, "m")
}

// ClickOn waits for words to stand on the screen and clicks on them.
func (s *Session) ClickOn(words string) *Session {
	s.t.Helper()
	x, y := 0, 0
	s.Until(fmt.Sprintf("%q, to click on", words), func(scr *screen.Screen) (ok bool) {
		x, y, ok = scr.Find(words)
		return ok
	})
	return s.Click(x, y)
}

// Drag presses the mouse on one cell and lets it go on another.
func (s *Session) Drag(x0, y0, x1, y1 int) *Session {
	s.t.Helper()
	s.mouse(leftButton, x0, y0, "M")
	return s.mouse(leftButton+dragged, x1, y1, "M").mouse(leftButton, x1, y1, "m")
}

// Wheel turns the wheel over a cell, down by so many notches, or up where they are below 0.
func (s *Session) Wheel(x, y, notches int) *Session {
	s.t.Helper()
	button := wheelDown
	if notches < 0 {
		button, notches = wheelUp, -notches
	}
	for range notches {
		s.mouse(button, x, y, "M")
	}
	return s
}

// Signal sends the program a signal.
func (s *Session) Signal(sig syscall.Signal) *Session {
	s.t.Helper()
	if err := syscall.Kill(-s.cmd.Process.Pid, sig); err != nil {
		s.t.Fatalf("signal the program: %v", err)
	}
	return s
}
