//go:build unix

// Package drive uses the program as a person does: it starts the real binary on a pseudo-terminal, presses keys, turns
// the wheel, resizes the window, and looks at the screen until it shows what is awaited. It never sleeps: every look
// waits for output, and gives up after a time with a picture of the screen in words.
package drive

import (
	"fmt"
	"image/color"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/creack/pty"

	"hearsay/ui/screen"
)

// Reporter is told of what fails. A test is one.
type Reporter interface {
	Helper()
	Fatalf(format string, args ...any)
	Cleanup(func())
	TempDir() string
}

// Build builds the program of this module into a folder, once for many sessions.
func Build(dir string) (program string, err error) {
	program = filepath.Join(dir, "hearsay")
	out, err := exec.Command("go", "build", "-o", program, "hearsay").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build the program: %w\n%s", err, out)
	}
	return program, nil
}

// Options are what a session is started with.
type Options struct {
	Args          []string
	Width, Height int // of the window, 100 by 30 cells if not given
	// Env is added to an environment that knows a terminal of many colours and an empty home, and nothing else.
	Env []string
	Dir string
	// First is set for a person who starts the program for the first time, and is shown around.
	First bool
	// Stdin is what is piped into the program; nil is the terminal.
	Stdin io.Reader
	// Traits are the terminal's.
	Traits screen.Traits
	// Patience is how long a look waits, 10 seconds if not given.
	Patience time.Duration
}

// Session is a program that runs on a terminal of its own. Its methods fail the test at once if what they want does not
// come, and return the session, so that a test reads as a story.
type Session struct {
	t        Reporter
	patience time.Duration
	cmd      *exec.Cmd // a shell that runs the program
	ours     *os.File  // the terminal's side of the line
	theirs   *os.File  // the program's side
	modes    *os.File  // the line's modes before the program and after it, a line each

	mu      sync.Mutex
	screen  *screen.Screen
	changed chan struct{} // closed at the next output
	ended   chan struct{} // closed when there will be no more output
	exited  chan struct{} // closed when the program is done
}

// Start starts the program. It is stopped when the test ends.
func Start(t Reporter, program string, o Options) *Session {
	t.Helper()
	s := &Session{t: t, patience: o.Patience, changed: make(chan struct{}), ended: make(chan struct{}),
		exited: make(chan struct{})}
	if s.patience == 0 {
		s.patience = 10 * time.Second
	}
	if o.Width == 0 || o.Height == 0 {
		o.Width, o.Height = 100, 30
	}
	var err error
	if s.ours, s.theirs, err = pty.Open(); err != nil {
		t.Fatalf("open a terminal: %v", err)
	}
	s.screen = screen.New(o.Width, o.Height, o.Traits, s.ours)
	s.size(o.Width, o.Height)
	modes, tell, err := os.Pipe()
	if err != nil {
		t.Fatalf("open a pipe: %v", err)
	}
	s.modes = modes
	s.cmd = s.command(program, o)
	s.cmd.ExtraFiles = []*os.File{tell}
	if err := s.cmd.Start(); err != nil {
		t.Fatalf("start %s: %v", program, err)
	}
	tell.Close()
	s.theirs.Close()
	go s.read()
	go s.wait()
	t.Cleanup(s.stop)
	return s
}

// shell runs the program as a login shell does: the line outlives it, so that its modes can be looked at afterwards.
const shell = `trap : HUP QUIT INT TERM
stty -g </dev/tty >&3
"$@" 3>&-
code=$?
stty -g </dev/tty >&3
exit $code`

func (s *Session) command(program string, o Options) *exec.Cmd {
	home := s.t.TempDir()
	cmd := exec.Command("sh", append([]string{"-c", shell, "sh", program}, o.Args...)...)
	cmd.Dir = o.Dir
	cmd.Env = append([]string{
		"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8", "PATH=" + os.Getenv("PATH"), "HOME=" + home,
		"XDG_CONFIG_HOME=" + filepath.Join(home, "config"), "XDG_DATA_HOME=" + filepath.Join(home, "data"),
		"XDG_STATE_HOME=" + filepath.Join(home, "state"), "XDG_CACHE_HOME=" + filepath.Join(home, "cache"),
	}, o.Env...)
	if !o.First {
		s.knowing(cmd.Env)
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = s.theirs, s.theirs, s.theirs
	if o.Stdin != nil {
		cmd.Stdin = o.Stdin
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	return cmd
}

// knowing makes the person one who has seen the program before, in the last folder that the environment names for what
// programs leave behind.
func (s *Session) knowing(env []string) {
	var state string
	for _, e := range env {
		if dir, ok := strings.CutPrefix(e, "XDG_STATE_HOME="); ok {
			state = filepath.Join(dir, "hearsay")
		}
	}
	file := filepath.Join(state, "reader.toml")
	if _, err := os.Stat(file); err == nil {
		return
	}
	err := os.MkdirAll(state, 0o700)
	if err == nil {
		err = os.WriteFile(file, []byte("toured = true\n"), 0o600)
	}
	if err != nil {
		s.t.Fatalf("leave what a person has seen: %v", err)
	}
}

// read takes in the program's output until the line is closed.
func (s *Session) read() {
	defer close(s.ended)
	b := make([]byte, 1<<16)
	for {
		n, err := s.ours.Read(b)
		if n > 0 {
			s.mu.Lock()
			s.screen.Write(b[:n])
			close(s.changed)
			s.changed = make(chan struct{})
			s.mu.Unlock()
		}
		if err != nil {
			return
		}
	}
}

func (s *Session) wait() {
	s.cmd.Wait()
	close(s.exited)
}

// stop ends what still runs.
func (s *Session) stop() {
	syscall.Kill(-s.cmd.Process.Pid, syscall.SIGKILL)
	<-s.exited
	<-s.ended
	s.ours.Close()
	s.modes.Close()
}

func (s *Session) size(width, height int) {
	if err := pty.Setsize(s.ours, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)}); err != nil {
		s.t.Fatalf("resize the terminal: %v", err)
	}
}

// Resize gives the window another size.
func (s *Session) Resize(width, height int) *Session {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.screen.Resize(width, height)
	s.size(width, height)
	return s
}

// Background turns the terminal to another theme.
func (s *Session) Background(c color.Color) *Session {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.screen.SetBackground(c)
	return s
}
