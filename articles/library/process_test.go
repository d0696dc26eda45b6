package library

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"hearsay/analysis"
)

// TestMain makes the test's binary a program that writes to a library, where a story starts it as a process of its own.
func TestMain(m *testing.M) {
	if path := os.Getenv("HEARSAY_TEST_WRITER"); path != "" {
		if err := writeOn(path, os.Args[1], os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// idle is a reviewer who decides once and then only keeps the library open.
const idle = "idle"

// writeOn appends entries and tells the number of each that was acknowledged, until its input ends.
func writeOn(path, reviewer string, in io.Reader, out io.Writer) error {
	l, err := Open(ctx, path, Options{Make: true})
	if err != nil {
		return err
	}
	key, _, err := l.Add(ctx, story(), findings("2"))
	if err != nil {
		return err
	}
	ended := make(chan struct{})
	go func() {
		io.Copy(io.Discard, in)
		close(ended)
	}()
	for n := 0; ; n++ {
		select {
		case <-ended:
			return l.Close()
		default:
		}
		e, err := l.Append(ctx, key, reviewer, fmt.Appendf(nil, "decision %d", n))
		if err != nil {
			return err
		}
		fmt.Fprintln(out, e.Number)
		if reviewer == idle {
			<-ended
		}
	}
}

// writer is such a process, and what it has told so far.
type writer struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	errs  strings.Builder
	lines *bufio.Reader
	told  map[int64]bool
}

func startWriter(t *testing.T, path, reviewer string) *writer {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	w := &writer{cmd: exec.Command(self, reviewer), told: map[int64]bool{}}
	w.cmd.Env = append(os.Environ(), "HEARSAY_TEST_WRITER="+path)
	w.cmd.Stderr = &w.errs
	in, err := w.cmd.StdinPipe()
	out, err2 := w.cmd.StdoutPipe()
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	w.in, w.lines = in, bufio.NewReader(out)
	if err := w.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return w
}

// next reads a number; false is the end, which may come in the middle of a line.
func (w *writer) next() bool {
	line, err := w.lines.ReadString('\n')
	var n int64
	if _, scan := fmt.Sscanf(line, "%d\n", &n); err != nil || scan != nil {
		return false
	}
	w.told[n] = true
	return true
}

// Whatever was acknowledged is there, at whatever moment the program is killed.
func TestNothingIsLostWhenTheProgramIsKilled(t *testing.T) {
	path := newPath(t)
	dice := rand.New(rand.NewPCG(3, 4))
	told := map[int64]bool{}
	for round := range 30 {
		w := startWriter(t, path, "ida")
		if round%3 > 0 { // the others are killed while they begin
			w.next()
		}
		time.Sleep(time.Duration(dice.IntN(20_000)) * time.Microsecond)
		w.cmd.Process.Kill()
		for w.next() {
		}
		w.cmd.Wait()
		if w.errs.Len() > 0 {
			t.Fatal(w.errs.String())
		}
		for n := range w.told {
			told[n] = true
		}
	}
	l := open(t, path, Options{})
	log, err := l.Log(ctx, mustFind(t, l), "ida")
	if err != nil || len(told) == 0 || len(log) < len(told) {
		t.Fatalf("%v: %d entries of %d that were acknowledged", err, len(log), len(told))
	}
	for _, e := range log {
		delete(told, e.Number)
	}
	if len(told) > 0 {
		t.Errorf("acknowledged and lost: %v", told)
	}
	if f, err := l.Check(ctx); err != nil || len(f.Faults) > 0 {
		t.Errorf("%v: %+v", err, f)
	}
	t.Logf("%d entries were kept through 30 kills", len(log))
}

func mustFind(t *testing.T, l *Library) string {
	t.Helper()
	key, err := l.Find(ctx, "harbour")
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// Several programs begin one library at the same time and write to it at the same time.
func TestSeveralProgramsAtOnce(t *testing.T) {
	path := newPath(t)
	reviewers := []string{"ida", "ben", "eve"}
	var all []*writer
	for _, who := range reviewers {
		all = append(all, startWriter(t, path, who))
	}
	var wait sync.WaitGroup
	for _, w := range all {
		wait.Go(func() {
			for range 20 {
				w.next()
			}
			w.in.Close()
			for w.next() {
			}
		})
	}
	wait.Wait()
	l := open(t, path, Options{})
	key := mustFind(t, l)
	for i, w := range all {
		if err := w.cmd.Wait(); err != nil {
			t.Errorf("%v: %s", err, w.errs.String())
		}
		if log, err := l.Log(ctx, key, reviewers[i]); err != nil || len(log) != len(w.told) || len(log) < 20 {
			t.Errorf("%s: %v: %d entries, %d acknowledged", reviewers[i], err, len(log), len(w.told))
		}
	}
	if list, err := l.List(ctx, All); err != nil || len(list) != 1 {
		t.Errorf("%v: %+v", err, list)
	}
}

// Goroutines that read, write and look for the same text at once do not get into each other's way.
func TestOneLibraryManyHands(t *testing.T) {
	l := newLibrary(t)
	var wait sync.WaitGroup
	for hand := range 6 {
		wait.Go(func() {
			for n := range 10 {
				key, _, err := l.Add(ctx, plain("p", fmt.Sprintf("Text %d.", n)), &analysis.Document{Engine: fmt.Sprint(hand)})
				if err == nil {
					_, err = l.Append(ctx, key, "ida", []byte{byte(hand)})
				}
				if err == nil {
					_, err = l.List(ctx, All)
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	if f, err := l.Check(ctx); err != nil || len(f.Faults) > 0 || f.Articles != 10 || f.Analyses != 60 || f.Entries != 60 {
		t.Errorf("%v: %+v", err, f)
	}
}
