//go:build unix

package stories

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"hearsay/articles/library"
	"hearsay/articles/review"
	"hearsay/ui/screen/drive"
)

// desk opens an article in a window that has room for the review, under a reviewer's name.
func desk(t *testing.T, lib, reviewer string, args ...string) *drive.Session {
	t.Helper()
	return drive.Start(t, program, drive.Options{Args: append([]string{"--library", lib, "--reviewer", reviewer},
		args...), Width: 150, Height: 44})
}

// hearsay runs a command and returns what it writes.
func hearsay(t *testing.T, args ...string) string {
	t.Helper()
	c := exec.Command(program, args...)
	c.Env = append(os.Environ(), "HEARSAY_CONFIG=/dev/null")
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		t.Fatalf("hearsay %v: %v", args, err)
	}
	return string(out)
}

// A whole article is reviewed by keys alone; the figures tell what was decided; then all of it is taken back.
func TestAWholeArticleIsReviewedByKeys(t *testing.T) {
	lib := filepath.Join(t.TempDir(), "news.db")
	s := desk(t, lib, "ann", file(t, "bridge.txt", story)).Sees("2 Quotes 1/3").Press("v").
		Sees("Who says this?", "A Ines Caro", "ann · 0 of 3 decided", "a right")
	s.Press("a").Sees("quote 1: right · u takes it back", "1 of 3").Press("2").
		Sees("quote 2: now Piet Wolff · u takes it back", "2 of 3", "accuracy so far 0.50").Press("a").
		Sees("all in line is decided").Press("D").Sees("counts for recall").Press("v").
		Sees("every decision is kept", "Piet Wolff ┃").Press("q").Quits(0)
	if out := hearsay(t, "review", "stats", "--library", lib); !strings.Contains(out,
		"ann: 3 quotes decided, in 1 article\n") || !strings.Contains(out, "speaker                0.67") {
		t.Errorf("the figures are\n%s", out)
	}
	if out := hearsay(t, "review", "export-gold", "--library", lib); strings.Count(out, `"Piet Wolff"`) != 2 {
		t.Errorf("the training data is\n%s", out)
	}
	desk(t, lib, "ann", file(t, "bridge.txt", story)).Sees("2 Quotes 1/3", "Piet Wolff ┃").
		Press("v", "u", "u", "u", "u").Sees("ann · 0 of 3 decided", "A Ines Caro").
		Press("u").Sees("nothing is left to take back").Press("ctrl+r").Sees("restored", "1 of 3 decided").Press("q").Quits(0)
}

// A long article is decided on as fast as one can type, and all of it taken back as fast.
func TestASampleIsReviewedAndAllTakenBack(t *testing.T) {
	lib := filepath.Join(t.TempDir(), "news.db")
	s := desk(t, lib, "ann", "--sample", "strait-call").Sees("2 Quotes 1/").Press("v").Sees("ann · 0 of ")
	s.Send(strings.Repeat("a", 60)).Sees("all in line is decided", "accuracy so far 1.00").Press("v").
		Sees("every decision is kept").Press("v").Sees("all in line is decided")
	s.Send(strings.Repeat("u", 62)).Sees("nothing is left to take back", "ann · 0 of ").Press("q").Quits(0)
}

// What two reviewers decided is compared, worked out by hand: they agree on two of three speakers, and on every kind.
func TestTwoReviewersAreCompared(t *testing.T) {
	lib := filepath.Join(t.TempDir(), "news.db")
	path := file(t, "bridge.txt", story)
	desk(t, lib, "ann", path).Sees("2 Quotes 1/3").Press("v", "a", "2", "a").Sees("all in line is decided").Press("q").
		Quits(0)
	desk(t, lib, "ben", path).Sees("2 Quotes 1/3").Press("v").Sees("ben · 0 of 3").Press("a", "a", "a").
		Sees("all in line is decided").Press("q").Quits(0)
	out := hearsay(t, "review", "agreement", "--library", lib, "ann", "ben")
	// speakers: ann A B B, ben A A B. Observed 2/3; by chance 1/3*2/3 + 2/3*1/3 = 4/9; kappa (6/9-4/9)/(5/9) = 0.40.
	// AC1: mean shares A 1/2, B 1/2; by chance 2*(1/2*1/2) = 1/2; (2/3-1/2)/(1/2) = 0.33.
	if line := regexp.MustCompile(`(?m)^  speaker .*$`).
		FindString(out); strings.Join(strings.Fields(line), " ") != "speaker 3 0.67 0.40 0.33" {
		t.Errorf("speakers: %q in\n%s", line, out)
	}
	if out := hearsay(t, "review", "adjudicate", "--library", lib, "--reviewer", "cem", "ann",
		"ben"); !strings.Contains(out, "ann and ben differ in 1 of ") ||
		!strings.Contains(out, "  ann: corrected: speaker Piet Wolff\n  ben: right: speaker Ines Caro\n") {
		t.Errorf("without a terminal:\n%s", out)
	}
	s := drive.Start(t, program, drive.Options{Args: []string{"review", "adjudicate", "--agreed", "--library", lib,
		"--reviewer", "cem", "ann", "ben"}, Width: 150, Height: 44})
	s.Sees("cem · 0 of 1 decided", "ann ~ corrected", "ben ✓ right", "< as ann", "> as ben", "REVIEW cem").Press("?").
		Sees("decide as ann did").Press("esc").Press(">").Sees("quote 2: as ben: right", "all in line is decided").
		Press("D").Sees("counts for recall").Press("q").Quits(0)
	if out := hearsay(t, "review", "export-gold", "--library", lib, "--reviewer", "cem"); strings.Count(out,
		`"content"`) != 3 {
		t.Errorf("the third's review is not whole: %s", out)
	}
	if out := hearsay(t, "review", "agreement", "--library", lib, "cem", "ben"); !strings.Contains(out, "cem and ben") ||
		strings.Contains(out, "ann") {
		t.Errorf("agreement with the third:\n%s", out)
	}
}

// Quotes drawn at random from the whole library are reviewed article after article, on two days; then the figures hold
// for all that they were drawn from.
func TestASampleOfTheLibraryIsReviewed(t *testing.T) {
	lib := filepath.Join(t.TempDir(), "news.db")
	hearsay(t, "add", "--library", lib, file(t, "bridge.txt", story),
		file(t, "ferry.txt", strings.ReplaceAll(story, "bridge", "ferry")))
	draw := func() *drive.Session {
		return drive.Start(t, program, drive.Options{Args: []string{"review", "sample", "--size", "4", "--seed", "7",
			"--library", lib, "--reviewer", "ann"}, Width: 150, Height: 44})
	}
	draw().Sees("a random sample of 4, seed 7, in 2 articles", "Who says this?").Press("a").Sees("✓").Press("q").Quits(0)
	draw().Sees("Who says this?").Press("a").Press("a").Sees("here is article 2 of 2").Press("a").
		Sees("all in line is decided").Press("q").Quits(0)
	out := hearsay(t, "review", "stats", "--drawn", "--library", lib)
	if !strings.Contains(out, "ann: 4 quotes decided, in 2 articles\n") ||
		!strings.Contains(out, "drawn at random: the figures hold") {
		t.Errorf("the figures are\n%s", out)
	}
}

// Whenever the program is killed, every decision whose effect it showed is found in the library, and the library is
// whole. HEARSAY_KILLS says how often it is tried.
func TestNoDecisionIsLostWhenTheProgramIsKilled(t *testing.T) {
	kills := 25
	if n, err := strconv.Atoi(os.Getenv("HEARSAY_KILLS")); err == nil {
		kills = n
	}
	lib := filepath.Join(t.TempDir(), "news.db")
	path := file(t, "bridge.txt", story)
	rng := rand.New(rand.NewPCG(11, 12))
	noted := regexp.MustCompile(`noted: n(\d+)`)
	shown, next := 0, 1
	for range kills {
		s := desk(t, lib, "ann", path).Sees("2 Quotes 1/3").Press("v").Sees("decided", "ann · ")
		var keys strings.Builder
		for range 60 {
			fmt.Fprintf(&keys, "J;n%d\r%c", next, "12"[next%2])
			next++
		}
		s.Send(keys.String())
		time.Sleep(time.Duration(rng.IntN(120)) * time.Millisecond)
		s.Signal(syscall.SIGKILL)
		for _, m := range noted.FindAllStringSubmatch(s.Text(), -1) {
			n, _ := strconv.Atoi(m[1])
			shown = max(shown, n)
			if !notes(t, lib)[n] {
				t.Fatalf("note %d was shown and is not kept", n)
			}
		}
	}
	if shown == 0 {
		t.Error("no note was seen before the program was killed")
	}
	if out := hearsay(t, "library", "check", "--library", lib); !strings.HasPrefix(out, "all is well") {
		t.Error(out)
	}
}

// notes are the numbers of the notes that the library holds.
func notes(t *testing.T, path string) map[int]bool {
	t.Helper()
	ctx := context.Background()
	lib, err := library.Open(ctx, path, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	all, err := lib.List(ctx, library.All)
	if err != nil || len(all) != 1 {
		t.Fatalf("%v: %d articles", err, len(all))
	}
	entries, err := lib.Log(ctx, all[0].Key, "ann")
	if err != nil {
		t.Fatal(err)
	}
	have := map[int]bool{}
	for _, stored := range entries {
		e, err := review.Decode(stored.Body)
		if err != nil {
			t.Fatal(err)
		}
		if n, err := strconv.Atoi(strings.TrimPrefix(e.Note, "n")); err == nil {
			have[n] = true
		}
	}
	return have
}

// Two speakers are joined by keys without a review, stay so in whatever is exported and when the program is started
// again, and are two again once that is taken back.
func TestTwoSpeakersAreJoinedByKeys(t *testing.T) {
	lib := filepath.Join(t.TempDir(), "news.db")
	path := file(t, "bridge.txt", story)
	exported := func(format string) string {
		return hearsay(t, "export", "--library", lib, "--reviewer", "ann", "-f", format, path)
	}
	s := desk(t, lib, "ann", path).Sees("2 Quotes 1/3").Press("3", "g", "j").Sees("& same as").Press("&").
		Sees("same as", "or a click on a mention")
	s.Send("caro").Sees("Piet Wolff is Ines Caro: 1 quote").Press("enter").
		Sees("Piet Wolff is Ines Caro: 1 quote moved · u takes it back", "1 speaker", "100 %").Press("q").Quits(0)
	for _, format := range []string{"html", "markdown", "text", "csv", "jsonl", "json", "w3c", "prodigy", "doccano",
		"doccano-spans", "conll"} {
		if out := exported(format); out == "" || format == "csv" &&
			(strings.Count(out, `,"Ines Caro",`) != 4 || strings.Contains(out, `,"Piet Wolff",`)) {
			t.Errorf("%s:\n%s", format, out)
		}
	}
	if out := exported("jsonl"); !strings.Contains(out, `"name":"Ines Caro"`) ||
		strings.Contains(out, `"name":"Piet Wolff"`) {
		t.Errorf("the export is\n%s", out)
	}
	s = desk(t, lib, "ann", path).Sees("2 Quotes 1/3", "1 speaker").Press("3", "enter").Sees("“Piet Wolff”, joined by you")
	s.Press("u").Sees("taken back: Piet Wolff is no longer Ines Caro", "2 speakers").Press("q").Quits(0)
	if out := exported("jsonl"); !strings.Contains(out, `"name":"Piet Wolff"`) {
		t.Errorf("taken back, the export is\n%s", out)
	}
}
