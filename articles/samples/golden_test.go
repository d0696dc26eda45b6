package samples_test

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/samples"
)

var update = flag.Bool("update", false, "write what the engine finds now into testdata")

// What the engine finds in each sample is kept as a text, so that every change of the engine shows as a difference that
// a person can read. Where the difference is meant, "go test ./articles/samples -update" writes the texts anew.
func TestTheEngineFindsInEverySampleWhatItFound(t *testing.T) {
	engine, err := analysis.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range samples.All() {
		t.Run(s.Name, func(t *testing.T) {
			a, err := samples.Open(s.Name)
			if err != nil {
				t.Fatal(err)
			}
			d, err := engine.Analyze(t.Context(), a.Input())
			if err != nil {
				t.Fatal(err)
			}
			got, path := readable(a.Text, d), filepath.Join("testdata", s.Name+".txt")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range differences(string(want), got) {
				t.Error(line)
			}
		})
	}
}

// readable writes a document so that a person can hold it against the article.
func readable(text string, d *analysis.Document) string {
	var b strings.Builder
	words := func(spans ...analysis.Span) string {
		var parts []string
		for _, p := range spans {
			parts = append(parts, strings.Join(strings.Fields(p.Of(text)), " "))
		}
		return strings.Join(parts, " … ")
	}
	who := func(speakers ...int) string {
		var names []string
		for _, s := range speakers {
			names = append(names, d.Speakers[s].Name)
		}
		return strings.Join(names, " + ")
	}
	fmt.Fprintf(&b, "%d sentences in %q\n", len(d.Sentences), d.Language)
	for i, q := range d.Quotes {
		fmt.Fprintf(&b, "\n%d %s %s %.3f\n", i+1, q.Kind, q.Polarity, q.Confidence)
		fmt.Fprintf(&b, "  content  %s\n  cue      %s\n  source   %s\n", words(q.Content...), words(q.Cue...),
			words(q.Source...))
		fmt.Fprintf(&b, "  speaker  %s %.3f\n  found    %s\n", who(q.Speakers...), q.Why.SpeakerConfidence, q.Why.Found)
		if q.Why.Unknown != "" {
			fmt.Fprintf(&b, "  unknown  %s\n", q.Why.Unknown)
		}
		for _, l := range q.Why.Chain {
			fmt.Fprintf(&b, "  link     %s → %s: %s %.3f\n", words(l.From), words(l.To), l.Reason, l.Confidence)
		}
		for _, c := range q.Why.Candidates {
			fmt.Fprintf(&b, "  weighed  %s: %s %.3f\n", words(c.Mention), c.Reason, c.Confidence)
		}
	}
	for _, s := range d.Speakers {
		fmt.Fprintf(&b, "\n%s: %s, %s, %q\n", s.Name, s.Type, s.Gender, words(s.Description))
		fmt.Fprintf(&b, "  names    %s\n  mentions %s\n", strings.Join(s.Names, " | "),
			strings.ReplaceAll(words(s.Mentions...), " … ", " | "))
	}
	for _, p := range d.Positions {
		fmt.Fprintf(&b, "\n%s %s %s %.3f\n", who(p.Speaker), p.Stance, words(p.Target...), p.Confidence)
		fmt.Fprintf(&b, "  act      %s %s\n  topic    %s\n  evidence %s\n  reason   %s\n", p.Act, p.Modality, p.Topic,
			words(p.Statement...), p.Reason)
		for _, q := range p.Qualifiers {
			fmt.Fprintf(&b, "  %-8s %s\n", q.Kind, words(q.Span))
		}
	}
	return b.String()
}

// figure is a confidence as readable writes it.
var figure = regexp.MustCompile(`\b[01]\.\d{3}\b`)

// differences are the lines in which two texts differ, as a reader of a patch would see them. Confidences may differ by
// a thousandth or two: processors add up in another order.
func differences(want, got string) (out []string) {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		var was, is string
		if i < len(w) {
			was = w[i]
		}
		if i < len(g) {
			is = g[i]
		}
		if !alike(was, is) {
			if out = append(out, fmt.Sprintf("line %d\n- %s\n+ %s", i+1, was, is)); len(out) == 8 {
				return append(out, "and more: -update writes all of it, for git diff to show")
			}
		}
	}
	return out
}

func alike(a, b string) bool {
	if a == b {
		return true
	}
	if figure.ReplaceAllString(a, "") != figure.ReplaceAllString(b, "") {
		return false
	}
	x, y := figure.FindAllString(a, -1), figure.FindAllString(b, -1)
	for i := range x {
		v, _ := strconv.ParseFloat(x[i], 64)
		w, _ := strconv.ParseFloat(y[i], 64)
		if math.Abs(v-w) > 0.0025 {
			return false
		}
	}
	return true
}

func TestDifferencesAreSeen(t *testing.T) {
	const was = "1 direct said 0.912\n  content  It is late.\n"
	for _, c := range []struct {
		is   string
		want int
	}{
		{was, 0},
		{"1 direct said 0.914\n  content  It is late.\n", 0},
		{"1 direct said 0.918\n  content  It is late.\n", 1},
		{"1 mixed said 0.912\n  content  It is late.\n", 1},
		{was + "\n2 direct said 0.500\n", 1},
		{"", 2},
	} {
		if got := differences(was, c.is); len(got) != c.want {
			t.Errorf("%q: %d, want %d: %q", c.is, len(got), c.want, got)
		}
	}
}
