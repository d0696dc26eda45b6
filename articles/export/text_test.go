package export_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export"
	"hearsay/articles/export/exporttest"
)

var update = flag.Bool("update", false, "write the reports that the tests compare with")

func report(t *testing.T, i export.Item, width int) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.Text(&b, i, width); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheReportOfASample(t *testing.T) {
	i := exporttest.Call(t)
	got := report(t, i, 80)
	path := filepath.Join("testdata", "strait-call.txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the report differs from %s; see what -update changes. It is:\n%s", path, got)
	}
}

func TestNothingInAReportSteersATerminal(t *testing.T) {
	i := exporttest.Hostile()
	for _, width := range []int{0, 1, 20, 80} {
		got := report(t, i, width)
		for at, r := range got {
			if r != '\n' && (unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Bidi_Control, r)) {
				t.Fatalf("width %d: %U in %q", width, r, got[max(0, at-20):at+1])
			}
		}
		if !strings.Contains(strings.ReplaceAll(got, "\n", ""), "日本語") {
			t.Errorf("width %d: words are lost in %q", width, got)
		}
	}
}

func TestNoLineOfAReportIsWiderThanItMayBe(t *testing.T) {
	i := exporttest.Call(t)
	for _, width := range []int{20, 40, 60, 80, 200} {
		for _, l := range strings.Split(report(t, i, width), "\n") {
			if ansi.StringWidth(l) > width {
				t.Errorf("%d cells in %d: %q", ansi.StringWidth(l), width, l)
			}
		}
	}
	words := strings.Fields(strings.Join(strings.Split(report(t, i, 0), "\n"), " "))
	if got := strings.Fields(report(t, i, 60)); strings.Join(got, " ") != strings.Join(words, " ") {
		t.Error("wrapping changed the words")
	}
}

func TestAReportSaysWhatIsNotThere(t *testing.T) {
	got := report(t, export.Item{Article: articles.Article{ID: "a1"}, Document: &analysis.Document{MarksOnly: true}}, 80)
	for _, want := range []string{"a1\n", "0 quotes, 0 speakers, 0 positions",
		"The text's language is not known: only words in quotation marks", "No quotes were found."} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	got = report(t, export.Item{Article: articles.Article{ID: "a1"},
		Document: &analysis.Document{MarksOnly: true, Language: "fr"}}, 80)
	if !strings.Contains(got, "The text is in French: only") {
		t.Errorf("no language in\n%s", got)
	}
	i := exporttest.Call(t)
	d := i.Document
	d.Quotes[0].Confidence, d.Quotes[1].Confidence, d.Quotes[1].Why.SpeakerConfidence = 0.5, 1, 0.1
	for _, want := range []string{"unsure 0.50 (words 0.50, speaker 0.90)", "unsure 0.10 (words 1.00, speaker 0.10)"} {
		if !strings.Contains(strings.ToLower(report(t, i, 0)), want) {
			t.Errorf("no %q", want)
		}
	}
}
