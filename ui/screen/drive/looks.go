//go:build unix

package drive

import (
	"fmt"
	"io"
	"strings"
	"time"

	"hearsay/ui/screen"
)

// Look gives the screen to f while nothing is drawn.
func (s *Session) Look(f func(*screen.Screen)) *Session {
	s.mu.Lock()
	defer s.mu.Unlock()
	f(s.screen)
	return s
}

// Text is the text of the screen.
func (s *Session) Text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.screen.String()
}

// Until waits until the screen is as awaited, in words for the one who reads that it never was. A frame that is half
// drawn is not looked at.
func (s *Session) Until(awaited string, ok func(*screen.Screen) bool) *Session {
	s.t.Helper()
	over := time.NewTimer(s.patience)
	defer over.Stop()
	for last := false; ; {
		s.mu.Lock()
		done, changed, dump := !s.screen.Mode(2026) && ok(s.screen), s.changed, ""
		if last && !done {
			dump = s.screen.Dump()
		}
		s.mu.Unlock()
		if done {
			return s
		}
		if last {
			s.t.Fatalf("awaited %s, but after %v there was\n%s", awaited, s.patience, dump)
			return s
		}
		select {
		case <-changed:
		case <-s.ended:
			last = true
		case <-over.C:
			last = true
		}
	}
}

// Sees waits until all the words stand on the screen at once, each on one line.
func (s *Session) Sees(words ...string) *Session {
	s.t.Helper()
	return s.Until(fmt.Sprintf("%q", words), func(scr *screen.Screen) bool {
		text := scr.String()
		for _, w := range words {
			if !strings.Contains(text, w) {
				return false
			}
		}
		return true
	})
}

// Misses waits until none of the words stands on the screen.
func (s *Session) Misses(words ...string) *Session {
	s.t.Helper()
	return s.Until(fmt.Sprintf("none of %q", words), func(scr *screen.Screen) bool {
		text := scr.String()
		for _, w := range words {
			if strings.Contains(text, w) {
				return false
			}
		}
		return true
	})
}

// Quits waits until the program is done with the given exit code, and fails the test unless it has left the terminal as
// it was and has written nothing that a terminal does not know. What is on the screen then can still be looked at.
func (s *Session) Quits(code int) *Session {
	s.t.Helper()
	select {
	case <-s.exited:
	case <-time.After(s.patience):
		s.t.Fatalf("the program still runs after %v\n%s", s.patience, s.dump())
	}
	<-s.ended
	if got := s.cmd.ProcessState.ExitCode(); got != code {
		s.t.Fatalf("exit code %d, want %d\n%s", got, code, s.dump())
	}
	if s.screen.Alternate() || len(s.screen.Left()) > 0 {
		s.t.Fatalf("the terminal is not restored: %s\n%s", strings.Join(s.screen.Left(), "; "), s.dump())
	}
	if unknown := s.screen.Unknown(); len(unknown) > 0 {
		s.t.Fatalf("the program wrote what no terminal knows: %s", strings.Join(unknown, ", "))
	}
	modes, _ := io.ReadAll(s.modes)
	if before, after, _ := strings.Cut(strings.TrimSpace(string(modes)), "\n"); before == "" || before != after {
		s.t.Fatalf("the line is left in the modes %s, before they were %s", after, before)
	}
	return s
}

func (s *Session) dump() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.screen.Dump()
}
