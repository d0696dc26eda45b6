package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// What is there already is not added again, and that is told.
func TestAddingTwice(t *testing.T) {
	h := newHousehold(t)
	one, two := file(t, "one.txt", shortArticle), file(t, "two.txt", shortArticle+"\nIt rained.\n")
	first := h.run("add", one)
	h.expects(1, "adding")
	got := h.story("add", one, two).run()
	if got.code != exitDone || !strings.HasPrefix(got.out, first) || strings.Count(got.out, "\n") != 2 {
		t.Errorf("exit code %d, %q", got.code, got.out)
	}
	got.oneLine(t, "1 added", "1 the text was there before")
	h.expects(1, "adding one more")
	if list := h.run("list"); strings.Count(list, "\n") != 3 {
		t.Errorf("list writes %q", list)
	}
}

// What cannot be read is told and the rest is added, a line of a file of many as well.
func TestAddingGoesOnPastWhatFails(t *testing.T) {
	h := newHousehold(t)
	many := file(t, "many.jsonl", `{"id": "a", "title": "Alpha", "text": "It rained."}`+"\nnonsense\n"+
		`{"id": "b", "text": "It snowed."}`)
	s := h.story("add", filepath.Join(t.TempDir(), "missing.txt"), many, "-")
	s.keyboard, s.stdin = false, shortArticle
	got := s.run()
	if got.code != exitFailed || strings.Count(got.out, "\n") != 3 || !strings.Contains(got.out, "  Alpha\n") ||
		!strings.Contains(got.out, "  It snowed.\n") {
		t.Errorf("exit code %d, %q", got.code, got.out)
	}
	for i, want := range []string{"no such file", "many.jsonl, line 2"} {
		if told := strings.Split(got.err, "\n"); len(told) != 3 || !strings.Contains(told[i], want) {
			t.Errorf("standard error is %q", got.err)
		}
	}
	if all := linesIn(t, h.run("analyze", "a", "stdin")); len(all) != 2 || all[1].Text != shortArticle {
		t.Errorf("%+v", all)
	}
}

// Adding that is stopped has kept all that it told of.
func TestAddingIsStopped(t *testing.T) {
	h := newHousehold(t)
	var many strings.Builder
	for n := range 500 {
		fmt.Fprintf(&many, `{"id": "a%d", "text": "It rained %d times."}`+"\n", n, n)
	}
	s := h.story("add", file(t, "many.jsonl", many.String()))
	stopped, stop := context.WithCancel(context.Background())
	s.interrupt = stopped
	var out stopper
	out.after, out.stop = 40, stop
	s.out = &out
	got := s.run()
	if got.code != exitInterrupted || got.err != "" {
		t.Errorf("exit code %d, %q", got.code, got.err)
	}
	told := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(told) != 40 {
		t.Errorf("%d articles were told of", len(told))
	}
	for _, line := range told {
		key, title, _ := strings.Cut(line, "  ")
		if a, err := h.library().Article(context.Background(), key); err != nil || a.Text != title {
			t.Errorf("%q was told of: %v, %q", line, err, a.Text)
		}
	}
}

// stopper stops the program after so many lines.
type stopper struct {
	strings.Builder
	after int
	stop  func()
}

func (s *stopper) Write(p []byte) (int, error) {
	if s.after--; s.after == 0 {
		s.stop()
	}
	return s.Builder.Write(p)
}
