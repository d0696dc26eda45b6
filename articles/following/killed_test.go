package following

import (
	"bufio"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/library"
	"hearsay/articles/library/finding"
	"hearsay/articles/people"
)

// TestMain makes the test's binary a program that works in a library, where a story starts it as a process of its own.
func TestMain(m *testing.M) {
	if path := os.Getenv("HEARSAY_TEST_WORKER"); path != "" {
		fmt.Fprintln(os.Stderr, workIn(path, os.Stdout))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// workIn adds articles with what they were read from, tags them, joins who is heard in them, removes some, and tells of
// each thing when it is done, until somebody ends it.
func workIn(path string, out io.Writer) error {
	lib, err := library.Open(ctx, path, library.Options{Make: true})
	if err != nil {
		return err
	}
	f := &Follower{Library: lib, Now: time.Now}
	var keys []string
	for n := 0; ; n++ {
		name := fmt.Sprintf("Ann Marsh%d", n%7)
		text := fmt.Sprintf("%s said it was late (%d, %d).", name, os.Getpid(), n)
		d := &analysis.Document{Engine: "1", Language: "en", Quotes: []analysis.Quote{{Kind: analysis.Indirect,
			Content: []analysis.Span{{Start: len(name + " said "), End: len(text) - 1}}, Speakers: []int{0}}},
			Speakers: []analysis.Speaker{{Name: name, Names: []string{name}, Type: analysis.Person,
				Mentions: []analysis.Span{{Start: 0, End: len(name)}}}}}
		from := library.NewOriginal("page.html", []byte("<p>"+text), time.Now())
		key, _, err := library.AddWith(ctx, lib, articles.Article{ID: "page", Text: text}, d,
			func(tx *sql.Tx, number int64) error { return library.KeepOriginal(ctx, tx, number, from) })
		if err != nil {
			return err
		}
		fmt.Fprintln(out, "added", key)
		keys = append(keys, key)
		if _, err := finding.Tag(ctx, lib, []string{key}, []string{"late"}, nil); err != nil {
			return err
		}
		fmt.Fprintln(out, "tagged", key)
		joined := people.Decision{Act: people.Rename, A: &people.Key{Article: key, Name: name}, Name: "Ann"}.Sign()
		joined.Time = time.Now().UTC()
		if err := f.Decide(ctx, joined); err != nil {
			return err
		}
		fmt.Fprintln(out, "decided", joined.ID)
		if n%4 == 3 {
			gone := keys[0]
			keys = keys[1:]
			fmt.Fprintln(out, "removing", gone)
			if err := lib.Remove(ctx, gone, false); err != nil {
				return err
			}
			fmt.Fprintln(out, "removed", gone)
		}
	}
}

// killings is how often the program is killed; HEARSAY_TEST_KILLINGS says otherwise.
func killings(t *testing.T) int {
	if n, err := strconv.Atoi(os.Getenv("HEARSAY_TEST_KILLINGS")); err == nil {
		return n
	}
	if testing.Short() {
		return 3
	}
	return 12
}

// workedUntilKilled is what one such process told as done before it was killed: some time after it had told of so many
// things, however slow the machine is.
func workedUntilKilled(t *testing.T, path string, things int, after time.Duration) (told [][2]string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self)
	c.Env = append(os.Environ(), "HEARSAY_TEST_WORKER="+path)
	var wrong strings.Builder
	c.Stderr = &wrong
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	kill := func() { time.AfterFunc(after, func() { c.Process.Kill() }) }
	if things == 0 {
		kill()
	}
	for r := bufio.NewReader(out); ; {
		line, err := r.ReadString('\n')
		if err != nil {
			break // of a line that was not written to its end nothing was told
		}
		what, of, _ := strings.Cut(strings.TrimSpace(line), " ")
		if told = append(told, [2]string{what, of}); len(told) == things {
			kill()
		}
	}
	c.Wait()
	if wrong.Len() > 0 {
		t.Fatal(wrong.String())
	}
	return told
}

// mostThings is how many things a program tells of before it is killed: in them it has removed articles.
const mostThings = 30

// At whatever moment the program is killed, while it adds, tags, says who is who or removes, the library opens, is
// whole, and holds all that was told as done.
func TestAllThatWasToldAsDoneIsThereAfterAKill(t *testing.T) {
	s := newShelf(t)
	dice := rand.New(rand.NewPCG(5, 6))
	told := map[string]map[string]bool{}
	for _, what := range []string{"added", "tagged", "decided", "removing", "removed"} {
		told[what] = map[string]bool{}
	}
	rounds := killings(t)
	for round := range rounds {
		after := time.Duration(dice.IntN(30)) * time.Millisecond
		for _, d := range workedUntilKilled(t, s.Library.Path(), dice.IntN(mostThings), after) {
			told[d[0]][d[1]] = true
		}
		if round%4 == 3 || round == rounds-1 {
			s.holds(told)
		}
	}
	if len(told["removed"]) == 0 {
		t.Errorf("%d articles and none removed: the program was killed too soon to show anything", len(told["added"]))
	}
	t.Logf("%d articles, %d tagged, %d decisions, %d removed through %d kills", len(told["added"]), len(told["tagged"]),
		len(told["decided"]), len(told["removed"]), rounds)
}

// holds looks whether the library is whole and all is so that was told.
func (s *shelf) holds(told map[string]map[string]bool) {
	s.t.Helper()
	if f, err := s.Library.Check(ctx); err != nil || len(f.Faults) > 0 {
		s.t.Fatalf("%v: %q", err, f.Faults)
	}
	log, damaged, err := s.Log(ctx)
	if err != nil || len(damaged) > 0 {
		s.t.Fatal(err, damaged)
	}
	for id := range told["decided"] {
		if !slices.ContainsFunc(log, func(d people.Decision) bool { return d.ID == id }) {
			s.t.Errorf("a decision was told of and is lost: %s", id)
		}
	}
	for key := range told["added"] {
		_, err := library.OriginalOf(ctx, s.Library, key)
		absent := errors.Is(err, library.ErrNoArticle)
		tags, tagErr := finding.TagsOf(ctx, s.Library, key)
		switch {
		case told["removed"][key] && !absent:
			s.t.Errorf("%s was removed and is there: %v", key, err)
		case !told["removing"][key] && err != nil:
			s.t.Errorf("%s: %v", key, err)
		case told["tagged"][key] && !absent && (tagErr != nil || !slices.Equal(tags, []string{"late"})):
			s.t.Errorf("%s was tagged and has %q: %v", key, tags, tagErr)
		}
	}
}
