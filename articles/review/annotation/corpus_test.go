package annotation_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/analysis/measure"
	"hearsay/analysis/score"
	"hearsay/analysis/speakers/entities"
	"hearsay/articles/gold"
	"hearsay/articles/review"
	"hearsay/articles/review/annotation"
	"hearsay/articles/review/figures"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/reviewtest"
)

// shared is a file of the workplace's, where it lies beside the repository.
func shared(t *testing.T, path string) string {
	t.Helper()
	for _, dir := range []string{"../../../../shared", "../../../../../shared"} {
		if full := filepath.Join(dir, path); exists(full) {
			return full
		}
	}
	t.Skipf("there is no ../shared/%s beside the repository", path)
	return ""
}

func exists(path string) bool { _, err := os.Stat(path); return err == nil }

// devArticles are the first so many articles of the development part, with what people marked in them.
func devArticles(t *testing.T, path string, most int) (out []gold.Marked) {
	t.Helper()
	var r gold.Reader
	for m, err := range r.Open(path) {
		if err != nil {
			t.Fatal(err)
		}
		if out = append(out, m); len(out) == most {
			break
		}
	}
	return out
}

// The development part goes through decisions and comes out as it was, whatever the machine had found in it.
func TestTheCorpusGoesThroughDecisionsUnchanged(t *testing.T) {
	path := shared(t, "corpora/polnear-dev.jsonl")
	r := rand.New(rand.NewPCG(5, 5))
	same, all := 0, 0
	for _, m := range devArticles(t, path, 84) {
		marked, err := m.Attributions(m.Text)
		if err != nil {
			t.Fatal(err)
		}
		machine := blurred(r, m.Text, marked)
		s := review.Fold(annotation.Entries(&review.Writer{Reviewer: "ann", Article: m.ID, Text: m.Text,
			Now: reviewtest.Clock()},
			machine, marked))
		line, err := annotation.Line(overlay.Case{Article: m.ID, Text: m.Text, Machine: machine, State: s}, "ann")
		if err != nil {
			t.Fatal(err)
		}
		got, err := readGold(t, line)[0].Attributions(m.Text)
		if err != nil {
			t.Fatal(err)
		}
		for i := range got {
			got[i].Speakers = nil
		}
		x, y := toldAll(got), slices.Compact(toldAll(marked))
		all += len(y)
		for _, a := range x {
			if slices.Contains(y, a) {
				same++
			}
		}
		if !slices.Equal(x, y) {
			t.Errorf("%s: %d attributions become %d", m.ID, len(y), len(x))
		}
	}
	if all < 2000 {
		t.Errorf("%d of %d", same, all)
	}
}

// blurred is a machine that finds most of what is marked, not always in its bounds, and some that is not.
func blurred(r *rand.Rand, text string, marked []score.Attribution) *analysis.Document {
	d := &analysis.Document{Engine: "2", Speakers: []analysis.Speaker{{Name: "Somebody", Names: []string{"Somebody"}}}}
	for _, a := range marked {
		if len(a.Speakers) > 0 && r.IntN(3) > 0 {
			name := "Mr. " + a.Speakers[0]
			d.Speakers = append(d.Speakers, analysis.Speaker{Name: name, Names: []string{name}})
		}
		q := analysis.Quote{Kind: a.Kind, Content: slices.Clone(a.Content), Cue: a.Cue, Source: a.Source,
			Speakers: []int{len(d.Speakers) - 1}, Confidence: r.Float64()}
		switch r.IntN(6) {
		case 0:
			continue
		case 1:
			q.Source = nil
		case 2:
			last := &q.Content[len(q.Content)-1]
			last.End -= len(last.Of(text)) - strings.LastIndexByte(last.Of(text), ' ') - 1
			if last.Empty() {
				continue
			}
		case 3:
			q.Kind = (q.Kind + 1) % 3
		case 4:
			d.Quotes = append(d.Quotes, analysis.Quote{Content: []analysis.Span{reviewtest.Span(r, text)},
				Cue: []analysis.Span{reviewtest.Span(r, text)}, Confidence: r.Float64() / 2})
		}
		d.Quotes = append(d.Quotes, q)
	}
	slices.SortStableFunc(d.Quotes, func(a, b analysis.Quote) int { return overlay.ReadingOrder(a.Content, b.Content) })
	return d
}

// The agreement over words and spans is what eval/score.py says of the same two sides.
func TestAgreementIsThatOfTheReferenceScorer(t *testing.T) {
	path, script := shared(t, "corpora/polnear-dev.jsonl"), shared(t, "eval/score.py")
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3")
	}
	r := rand.New(rand.NewPCG(6, 6))
	var cases []overlay.Case
	var sides [2]bytes.Buffer
	for _, m := range devArticles(t, path, 25) {
		marked, err := m.Attributions(m.Text)
		if err != nil {
			t.Fatal(err)
		}
		c := overlay.Case{Article: m.ID, Text: m.Text, Machine: blurred(r, m.Text, marked)}
		pen := func(name string) *review.Writer {
			return &review.Writer{Reviewer: name, Article: m.ID, Text: m.Text, Now: reviewtest.Clock()}
		}
		c.State = review.Fold(annotation.Entries(pen("ann"), c.Machine, marked))
		c.Other = review.Fold(annotation.Entries(pen("ben"), c.Machine, score.Found(blurred(r, m.Text, marked))))
		cases = append(cases, c)
		for i, s := range []*review.State{c.State, c.Other} {
			line, err := annotation.Line(overlay.Case{Article: m.ID, Text: m.Text, Machine: c.Machine, State: s}, "")
			if err != nil {
				t.Fatal(err)
			}
			sides[i].Write(line)
		}
	}
	dir := t.TempDir()
	for i, name := range []string{"a.jsonl", "b.jsonl"} {
		if err := os.WriteFile(filepath.Join(dir, name), sides[i].Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command(python, script, filepath.Join(dir, "a.jsonl"), filepath.Join(dir, "b.jsonl"),
		"--json").Output()
	if err != nil {
		t.Fatal(err)
	}
	var want struct {
		Content, Exact struct{ F1 float64 }
		Alpha          float64
	}
	if err := json.Unmarshal(out, &want); err != nil {
		t.Fatal(err)
	}
	a := figures.AgreementOf("ann", "ben", cases)
	got := fmt.Sprintf("%.4f %.4f %.4f", a.Half, a.Exact, a.Alpha)
	if say := fmt.Sprintf("%.4f %.4f %.4f", want.Content.F1, want.Exact.F1, want.Alpha); got != say ||
		a.Finished != 25 || want.Alpha > 0.99 {
		t.Errorf("%s, but score.py says %s; %d finished", got, say, a.Finished)
	}
}

// Where decisions come from gold, precision, recall and speakers are those that analysis/score counts.
func TestFiguresAreThoseOfTheScorerWhereBothApply(t *testing.T) {
	for _, name := range []string{"polnear-dev.jsonl", "polnear-speakers-dev.jsonl"} {
		compareWithScorer(t, name, devArticles(t, shared(t, "corpora/"+name), 40))
	}
}

func compareWithScorer(t *testing.T, name string, articles []gold.Marked) {
	r := rand.New(rand.NewPCG(7, 7))
	var cases []overlay.Case
	var tally score.Tally
	alikeOnly := 0
	for _, m := range articles {
		marked, err := m.Attributions(m.Text)
		if err != nil {
			t.Fatal(err)
		}
		c := overlay.Case{Article: m.ID, Text: m.Text, Machine: blurred(r, m.Text, marked)}
		c.State = review.Fold(annotation.Entries(&review.Writer{Reviewer: "ann", Article: m.ID, Text: m.Text,
			Now: reviewtest.Clock()},
			c.Machine, marked))
		cases = append(cases, c)
		found := score.Found(c.Machine)
		compared := score.Compare(m.Text, marked, found)
		tally.Add(compared.Tally())
		for _, pair := range compared.Pairs() {
			g, f := marked[pair.Gold].Speakers, found[pair.Found].Speakers
			if len(g) == 1 && len(f) == 1 && score.SameName(g[0], f[0]) && !entities.SameGiven(g[0], f[0]) {
				alikeOnly++ // "Reuters/Ipsos poll" and "tracking poll": right for the scorer, two for a reviewer
			}
		}
	}
	f, want := figures.Of(cases, figures.Settings{Draws: 200, Seed: 1}), tally.All()
	for _, c := range []struct {
		what      string
		got, want measure.Rate
	}{
		{"precision", f.Quotes.Quote, measure.Rate{Right: want.Content, Of: tally.Predicted}},
		{"recall", f.Recall.Rate, measure.Rate{Right: want.Content, Of: want.Gold}},
		{"speakers", f.Quotes.Speaker, measure.Rate{Right: want.Speaker - alikeOnly, Of: want.Found}},
		{"the same words", f.Quotes.Content, measure.Rate{Right: want.Exact, Of: want.Content}},
	} {
		if c.got.Right != c.want.Right || c.got.Of != c.want.Of {
			t.Errorf("%s: %s is %d of %d, want %d of %d", name, c.what, c.got.Right, c.got.Of, c.want.Right, c.want.Of)
		}
	}
	if i := f.Spread.Quote; i.Low >= f.Quotes.Quote.Share() || i.High <= f.Quotes.Quote.Share() {
		t.Errorf("%+v does not hold %v", i, f.Quotes.Quote)
	}
	m := figures.AgreementWithMachine("ann", cases)
	if report := tally.Report(); fmt.Sprintf("%.4f", m.Half) != fmt.Sprintf("%.4f", report.Content.F1) ||
		fmt.Sprintf("%.4f", m.Alpha) != fmt.Sprintf("%.4f", report.Alpha) {
		t.Errorf("%v and %v, want %v and %v", m.Half, m.Alpha, report.Content.F1, report.Alpha)
	}
	if m.Speaker.Units != want.Found {
		t.Errorf("%+v", m.Speaker)
	}
}
