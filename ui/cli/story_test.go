package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearsay/ui/cli/oneline"
	"hearsay/ui/reader"
)

// story is one run of the program in surroundings that a test makes up. Left as it is, nothing is a terminal and
// nothing is piped in.
type story struct {
	t          *testing.T
	args       []string
	stdin      string
	keyboard   bool // standard input is the terminal
	screen     bool // standard output is the terminal
	errScreen  bool // standard error is the terminal
	columns    int
	noKeyboard bool // there is no terminal to open
	env        map[string]string
	data       string   // the folder of what programs keep; empty is one in which nothing is
	analyze    analyzer // in place of the true one
	in         io.Reader
	out        io.Writer
	readerErr  error
	read       func(reader.Options) // what is done in the reader
	interrupt  context.Context
	now        func() time.Time
}

// trueAnalyzer is what the program analyses with. Its weights are read once for all stories.
var trueAnalyzer = newAnalyzer()

// outcome is what came of it.
type outcome struct {
	code     int
	out, err string
	opened   *reader.Options // what the reader was started with, nil if it was not
}

func (s story) run() outcome {
	s.t.Helper()
	var out, errs bytes.Buffer
	var got outcome
	sur := surroundings{
		in: strings.NewReader(s.stdin), out: &out, err: &errs,
		inTerminal: s.keyboard, outTerminal: s.screen, errTerminal: s.errScreen,
		columns:    s.columns,
		getenv:     func(name string) string { return s.env[name] },
		configHome: filepath.Join(s.t.TempDir(), "config"),
		dataHome:   cmp.Or(s.data, filepath.Join(s.t.TempDir(), "data")),
		stateHome:  filepath.Join(cmp.Or(s.data, s.t.TempDir()), "state"),
		openKeyboard: func() (io.Reader, error) {
			if s.noKeyboard {
				return nil, errors.New("no such device")
			}
			return strings.NewReader("keys"), nil
		},
		read: func(_ context.Context, o reader.Options) error {
			got.opened = &o
			if s.read != nil {
				s.read(o)
			}
			return s.readerErr
		},
		analyze: s.analyze,
		interrupts: func() (context.Context, context.CancelFunc) {
			if s.interrupt != nil {
				return s.interrupt, func() {}
			}
			return context.WithCancel(context.Background())
		},
		now: s.now,
	}
	if s.in != nil {
		sur.in = s.in
	}
	if s.out != nil {
		sur.out = s.out
	}
	if s.analyze == nil {
		sur.analyze = trueAnalyzer
	}
	if s.now == nil {
		sur.now = time.Now
	}
	got.code = run(s.args, sur)
	got.out, got.err = out.String(), errs.String()
	return got
}

// file writes a file for a story and returns its path.
func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// oneLine fails unless a person was told exactly one line, without control codes, that holds all of the words.
func (g outcome) oneLine(t *testing.T, words ...string) {
	t.Helper()
	line, rest, ended := strings.Cut(g.err, "\n")
	if !ended || rest != "" || !strings.HasPrefix(line, "hearsay: ") {
		t.Errorf("standard error is %q, want one line of hearsay's", g.err)
	}
	if strings.ContainsFunc(line, oneline.Unsafe) {
		t.Errorf("standard error has control codes: %q", line)
	}
	for _, w := range words {
		if !strings.Contains(line, w) {
			t.Errorf("standard error is %q, which does not say %q", line, w)
		}
	}
}

const shortArticle = `Harbour dredging to start in May

The port of Lindwick will be dredged from May, the harbour master, Ada Venn, said on Monday.

“We have waited nine years for this,” Venn told reporters. She added that two berths would stay shut until autumn.
`
