//go:build unix

package cli

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// TestMain makes the test's binary the program itself where a story starts it as a process of its own.
func TestMain(m *testing.M) {
	if os.Getenv("HEARSAY_AS_PROCESS") != "" {
		os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

func process(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, args...)
	c.Env = append(os.Environ(), "HEARSAY_AS_PROCESS=1", "TERM=xterm-256color", "XDG_CONFIG_HOME="+t.TempDir(),
		"HEARSAY_CONFIG=",
		"XDG_DATA_HOME="+t.TempDir(), "HEARSAY_LIBRARY=")
	return c
}

// ctrl+c stops the program while it waits for an article, quietly and with the code that shells expect.
func TestInterruptedProcess(t *testing.T) {
	c := process(t, "analyze")
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out output
	c.Stdout, c.Stderr = &out, &out
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	io.WriteString(in, `{"id": "a", "text": "It rained."}`+"\n")
	waitFor(t, "the first article", func() bool { return strings.Contains(out.String(), "\n") })
	c.Process.Signal(syscall.SIGINT)
	c.Wait()
	if code := c.ProcessState.ExitCode(); code != exitInterrupted || strings.Count(out.String(), "\n") != 1 {
		t.Errorf("exit code %d, %q", code, out.String())
	}
}

// A pipe whose reader has had enough ends the program without a word.
func TestProcessWithAClosedPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	c := process(t, "analyze")
	c.Stdin = strings.NewReader(strings.Repeat(`{"text": "It rained."}`+"\n", 2000))
	var errs bytes.Buffer
	c.Stdout, c.Stderr = w, &errs
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	r.Close()
	if err := c.Wait(); err == nil || errs.Len() > 0 {
		t.Errorf("%v, %q", err, errs.String())
	}
}

// An article that is piped in is read in the reader, which takes its keys from the terminal and gives it back.
func TestPipedArticleOnATerminal(t *testing.T) {
	c := process(t)
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, shortArticle)
	w.Close()
	c.Stdin = r
	screen, err := pty.StartWithAttrs(c, &pty.Winsize{Rows: 30, Cols: 110},
		&syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1})
	r.Close()
	if err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	defer screen.Close()
	defer c.Process.Kill()
	var out output
	go io.Copy(&out, screen)
	waitFor(t, "the article", func() bool { return strings.Contains(out.String(), "waited") })
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	io.WriteString(screen, "q")
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("it ended with %v: %q", err, out.String())
		}
	case <-time.After(20 * time.Second):
		t.Fatal("q does not quit")
	}
}
