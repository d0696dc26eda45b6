//go:build unix

package drive

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"hearsay/ui/screen"
)

// script stands in for the program: a shell script of a few lines.
func script(t *testing.T, lines ...string) string {
	t.Helper()
	if _, err := exec.LookPath("stty"); err != nil {
		t.Skip("stty is not on this machine")
	}
	path := filepath.Join(t.TempDir(), "program")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+strings.Join(lines, "\n")+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

// key says that it is ready and reads n bytes from the terminal as a raw program does.
func key(n int) string {
	return fmt.Sprintf("old=$(stty -g); stty raw -echo; printf ready; key=$(dd bs=1 count=%d 2>/dev/null | od -An "+
		"-tx1 | tr -d ' \\n'); stty $old; echo \" got $key.\"", n)
}

func TestASession(t *testing.T) {
	program := script(t, `printf '\033[?1049h\033[?25l%s\r\n' "$1"; stty size`, key(1),
		`printf 'bye\033[?25h\033[?1049l'; exit 3`)
	Start(t, program, Options{Args: []string{"now"}, Width: 40, Height: 12}).
		Sees("now", "12 40", "ready").Press("J").Quits(3)
}

func TestKeysArrive(t *testing.T) {
	for pressed, want := range map[string]string{"enter": "0d", "alt+left": "1b5b313b3344", "ctrl+d": "04", "é": "c3a9",
		"f2": "1b4f51"} {
		seq, err := encode(pressed)
		if err != nil {
			t.Fatal(err)
		}
		s := Start(t, script(t, key(len(seq))), Options{}).Sees("ready")
		s.Press(pressed).Sees("got " + want + ".").Quits(0)
	}
}

func TestMouse(t *testing.T) {
	s := Start(t, script(t, "printf '  here\\n'", key(18)), Options{}).Sees("ready").ClickOn("here")
	s.Sees(fmt.Sprintf("got %x.", "\x1b[<0;3;1M\x1b[<0;3;1m")).Quits(0)
}

func TestResizeArrives(t *testing.T) {
	s := Start(t, script(t, `trap 'stty size; exit 0' WINCH`, "echo ready", "while :; do read line; done"),
		Options{Width: 30, Height: 10})
	s.Sees("ready").Resize(50, 20).Sees("20 50").Quits(0)
}

func TestSignalArrives(t *testing.T) {
	s := Start(t, script(t, `trap 'echo done; exit 4' TERM`, "echo ready", "while :; do read line; done"), Options{})
	s.Sees("ready").Signal(syscall.SIGTERM).Sees("done").Quits(4)
}

func TestStandardInputIsAPipe(t *testing.T) {
	s := Start(t, script(t, "cat", "read line </dev/tty", `echo "typed $line"`),
		Options{Stdin: strings.NewReader("from a pipe\n")})
	s.Sees("from a pipe").Type("words").Press("enter").Sees("typed words").Quits(0)
}

func TestHalfAFrameIsNotLookedAt(t *testing.T) {
	s := Start(t, script(t, `printf '\033[?2026hone'; sleep 0.1; printf '\033[2K\rtwo\033[?2026l'`), Options{})
	s.Until("anything", func(scr *screen.Screen) bool {
		return scr.String() != "" &&
			strings.TrimSpace(scr.String()) != ""
	})
	if text := strings.TrimSpace(s.Text()); text != "two" {
		t.Errorf("there was %q", text)
	}
	s.Quits(0)
}

// failure keeps what a test is told when it fails.
type failure struct {
	*testing.T
	told string
}

func (f *failure) Fatalf(format string, args ...any) {
	f.told = fmt.Sprintf(format, args...)
	runtime.Goexit()
}

func TestWhatFails(t *testing.T) {
	const patience = 1500 * time.Millisecond
	for _, c := range []struct {
		about   string
		program string
		then    func(*Session)
		told    string
	}{
		{"words that never come", "echo hello; sleep 9", func(s *Session) { s.Sees("hello", "farewell") },
			`awaited ["hello" "farewell"]`},
		{"words that never go", "echo hello", func(s *Session) { s.Sees("hello").Misses("hello") },
			`awaited none of ["hello"]`},
		{"a program that runs on", "echo hello; sleep 9", func(s *Session) { s.Quits(0) }, "still runs"},
		{"another exit code", "exit 2", func(s *Session) { s.Quits(0) }, "exit code 2, want 0"},
		{"a hidden cursor", `printf '\033[?25l'`, func(s *Session) { s.Quits(0) }, "the cursor (mode 25) is off"},
		{"the mouse", `printf '\033[?1002h'`, func(s *Session) { s.Quits(0) }, "the mouse (mode 1002) is on"},
		{"the alternate screen", `printf '\033[?1049h'`, func(s *Session) { s.Quits(0) }, "not restored"},
		{"raw mode", "stty raw", func(s *Session) { s.Quits(0) }, "left in the modes"},
		{"an odd sequence", `printf '\033[?4711h'`, func(s *Session) { s.Quits(0) }, "CSI ?4711h"},
		{"an odd key", "true", func(s *Session) { s.Press("hyper+x") }, `no key "hyper+x"`},
	} {
		t.Run(c.about, func(t *testing.T) {
			t.Parallel()
			f, done := &failure{T: t}, make(chan struct{})
			program := script(t, c.program)
			go func() {
				defer close(done)
				c.then(Start(f, program, Options{Patience: patience}))
			}()
			<-done
			if !strings.Contains(f.told, c.told) {
				t.Errorf("told %q, want %q", f.told, c.told)
			}
		})
	}
}

func TestEncode(t *testing.T) {
	for pressed, want := range map[string]string{
		"a": "a", "?": "?", "+": "+", "北": "北", "space": " ", "ctrl+c": "\x03", "ctrl+]": "\x1d", "alt+x": "\x1bx",
		"alt+enter": "\x1b\r", "alt++": "\x1b+",
		"ctrl+alt+d": "\x1b\x04", "shift+tab": "\x1b[Z", "shift+up": "\x1b[1;2A", "ctrl+pgdown": "\x1b[6;5~",
		"alt+home": "\x1b[1;3H", "esc": "\x1b[27u",
	} {
		if got, err := encode(pressed); err != nil || got != want {
			t.Errorf("%q is sent as %q, %v, want %q", pressed, got, err, want)
		}
	}
	for _, pressed := range []string{"", "foo", "ctrl+", "ctrl+é", "meta+a", "ctrl+1"} {
		if got, err := encode(pressed); err == nil {
			t.Errorf("%q is sent as %q", pressed, got)
		}
	}
}
