//go:build unix

package cli

import (
	"io"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"hearsay/articles/export/controls"
)

// What is decided line by line stands in the log that the reader's review has, and in the figures.
func TestAReviewThroughAPipe(t *testing.T) {
	h := newHousehold(t)
	path := file(t, "harbour.txt", shortArticle)
	s := h.story("review", "--lines", "--reviewer", "ann", path)
	s.keyboard, s.stdin = false, "a\nu\nx\n"
	got := s.run()
	if got.code != exitDone || got.err != "" || !strings.Contains(got.out, "quote 1: no quote") ||
		!strings.Contains(got.out, "taken back") {
		t.Fatalf("exit code %d, %q, %s", got.code, got.err, got.out)
	}
	if out := h.run("review", "stats"); !strings.Contains(out, "ann: 1 quote decided") {
		t.Errorf("the figures are\n%s", out)
	}
	s.stdin = "u\n"
	if got := s.run(); !strings.Contains(got.out, "1 of 1 decided") || !strings.Contains(got.out, "0/1> \n") {
		t.Errorf("it goes on with\n%s", got.out)
	}
}

// Reading line by line needs no screen, takes what is typed from the terminal where an article is piped in, and tells
// what it cannot do.
func TestReadingLineByLine(t *testing.T) {
	path := file(t, "harbour.txt", shortArticle)
	s := story{t: t, args: []string{"--lines", path}, stdin: "n\nq\n", env: terminal("TERM", "dumb"), analyze: marking}
	if got := s.run(); got.code != exitDone || !strings.Contains(got.out, "Quote 1 of 1") {
		t.Errorf("exit code %d, %q, %q", got.code, got.out, got.err)
	}
	s = story{t: t, args: []string{"--lines"}, stdin: shortArticle, env: terminal(), analyze: marking}
	if got := s.run(); got.code != exitDone || !strings.Contains(got.out, "“keys” is not understood") {
		t.Errorf("exit code %d, %q, %q", got.code, got.out, got.err)
	}
	s.noKeyboard = true
	s.run().oneLine(t, "there is no terminal to type on")
	story{t: t, args: []string{"--lines", "--plain", path}, env: terminal()}.run().oneLine(t, "exclude each other")
	story{t: t, args: []string{"review", "--lines"}, env: terminal()}.run().oneLine(t, "say which FILE to review")
}

// Whoever opens an article on a terminal that places nothing is told how to read and to review there.
func TestADumbTerminalIsToldOfLines(t *testing.T) {
	s := story{t: t, args: []string{file(t, "harbour.txt", shortArticle)}, keyboard: true, screen: true,
		env: terminal("TERM", "dumb"), analyze: marking}
	s.run().oneLine(t, "--lines", "hearsay review --lines FILE")
	s.args = append(s.args, "--plain")
	if got := s.run(); got.err != "" {
		t.Errorf("whoever asked for text is told %q", got.err)
	}
}

// Hostile articles, names and files are read and reviewed line by line as all else.
func TestLinesPassOnNothingThatActs(t *testing.T) {
	h := newHostileHousehold(t)
	for _, args := range [][]string{{"--lines", h.key}, {"review", "--lines", h.key}, {"review", "--lines", h.plain},
		{"--lines", h.none}, {"review", "--lines", "--reviewer", "zoe" + hostile, h.gold}} {
		s := h.story(args...)
		s.keyboard, s.analyze = false, shouting
		s.stdin = "n\ns\nw\nt\nl\nL\no\n/rain\n?\nv\na\n*\nu\nr " + hostile + "\n; " + hostile + "\nP\n%\n" + hostile + "\n"
		got := s.run()
		for _, out := range []string{got.out, got.err} {
			if i := strings.IndexFunc(out, func(r rune) bool { return r != '\n' && controls.Acts(r) }); i >= 0 {
				t.Errorf("%q passes on %q", args, out[max(0, i-40):min(len(out), i+20)])
			}
		}
	}
}

// On a terminal ctrl+d and ctrl+c end it, and nothing but lines was written.
func TestLinesOnATerminal(t *testing.T) {
	for _, c := range []struct {
		name, key string
		code      int
	}{{"ctrl+d", "\x04", exitDone}, {"ctrl+c", "\x03", exitInterrupted}} {
		t.Run(c.name, func(t *testing.T) {
			p := process(t, "review", "--lines", "--reviewer", "ann", file(t, "harbour.txt", shortArticle))
			screen, err := pty.StartWithAttrs(p, &pty.Winsize{Rows: 30, Cols: 60},
				&syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1})
			if err != nil {
				t.Skipf("no pseudo-terminal here: %v", err)
			}
			defer screen.Close()
			defer p.Process.Kill()
			var out output
			go io.Copy(&out, screen)
			waitFor(t, "the question", func() bool { return strings.Contains(out.String(), "0/") })
			io.WriteString(screen, "a\n")
			waitFor(t, "what was decided", func() bool { return strings.Contains(out.String(), "\n1/") })
			ended := make(chan error, 1)
			go func() { ended <- p.Wait() }()
			io.WriteString(screen, c.key)
			select {
			case <-ended:
			case <-time.After(20 * time.Second):
				t.Fatal("it does not end")
			}
			if code := p.ProcessState.ExitCode(); code != c.code {
				t.Errorf("exit code %d", code)
			}
			waitFor(t, "what is kept", func() bool { return strings.Contains(out.String(), "Every decision is kept.") })
			if strings.ContainsRune(out.String(), '\x1b') {
				t.Errorf("it writes %q", out.String())
			}
			for line := range strings.Lines(out.String()) {
				if n := len([]rune(strings.TrimRight(line, "\r\n"))); n > 60 {
					t.Errorf("%d signs in %q", n, line)
				}
			}
		})
	}
}
