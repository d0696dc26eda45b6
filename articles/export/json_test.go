package export_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export"
	"hearsay/articles/export/exporttest"
)

// output is what the contract names, as a program that knows nothing of Hearsay reads it.
type output struct {
	ID, Title, Text string
	Quotes          []struct {
		ID, Kind             string
		Content, Cue, Source [][2]int
		Speakers             []string
		Confidence           float64
		Why                  map[string]any
	}
	Speakers []struct {
		ID, Name, Type, Gender string
		Names                  []string
		Mentions               [][2]int
		Description            struct {
			Text string
			Span [2]int
		}
	}
	Positions []struct {
		ID, Speaker, Stance, Topic string
		Target, Statement          [][2]int
		Quotes                     []string
		Confidence                 float64
	}
}

func jsonl(t *testing.T, i export.Item) (string, output) {
	t.Helper()
	var b bytes.Buffer
	if err := export.JSONL(&b, i); err != nil {
		t.Fatal(err)
	}
	var o output
	if err := json.Unmarshal(b.Bytes(), &o); err != nil {
		t.Fatalf("%v in %s", err, b.String())
	}
	return b.String(), o
}

func TestALineHoldsWhatTheContractNames(t *testing.T) {
	i := exporttest.Call(t)
	a := i.Article
	line, o := jsonl(t, i)
	if strings.Count(line, "\n") != 1 || !strings.HasSuffix(line, "}\n") {
		t.Errorf("not one line: %q", line)
	}
	if o.ID != "strait-call" || o.Title != a.Title || o.Text != a.Text {
		t.Errorf("id %q, title %q", o.ID, o.Title)
	}
	for _, want := range []string{`"date":"2026-03-12"`, `"byline":"Mirela Costin"`, `"engine":"test"`, `"language":"en"`,
		`"speakers":["s1","s2"]`, `"candidates":[{"speaker":"s1","mention":[`, `"gender":"female"`, `"confidence":0.912`,
		`"speaker_confidence":0.9`, `"kind":"mixed"`,
		`"stance":"supports"`, `"quotes":["q2"]`, `"source":[]`, `"speakers":[]`} {
		if !strings.Contains(line, want) {
			t.Errorf("the line has no %s", want)
		}
	}
	if o.Quotes[3].ID != "q4" || o.Speakers[2].ID != "s3" || o.Positions[0].ID != "p1" || o.Positions[0].Speaker != "s2" {
		t.Errorf("ids %v, %v, %v", o.Quotes[3], o.Speakers[2], o.Positions[0])
	}
}

func TestOffsetsCountCodePoints(t *testing.T) {
	for name, item := range map[string]export.Item{"call": exporttest.Call(t), "hostile": exporttest.Hostile()} {
		a, d := item.Article, item.Document
		_, o := jsonl(t, item)
		runes := []rune(o.Text)
		same := func(what string, got [][2]int, want []analysis.Span) {
			if len(got) != len(want) {
				t.Fatalf("%s: %d %s, not %d", name, len(got), what, len(want))
			}
			for i, s := range got {
				if words := string(runes[s[0]:s[1]]); words != want[i].Of(a.Text) {
					t.Errorf("%s: %s %q, not %q", name, what, words, want[i].Of(a.Text))
				}
			}
		}
		for i, q := range o.Quotes {
			same("content", q.Content, d.Quotes[i].Content)
			same("cue", q.Cue, d.Quotes[i].Cue)
			same("source", q.Source, d.Quotes[i].Source)
		}
		for i, s := range o.Speakers {
			same("mentions", s.Mentions, d.Speakers[i].Mentions)
			if at := s.Description.Span; string(runes[at[0]:at[1]]) != s.Description.Text {
				t.Errorf("%s: description %q", name, s.Description.Text)
			}
		}
		for i, p := range o.Positions {
			same("targets", p.Target, d.Positions[i].Target)
			same("statements", p.Statement, d.Positions[i].Statement)
		}
	}
}

func TestAnEmptyDocumentHasEmptyLists(t *testing.T) {
	line, _ := jsonl(t, export.Item{Document: &analysis.Document{}, Article: articles.Article{ID: "a"}})
	if want := `{"id":"a","title":"","text":"","quotes":[],"speakers":[],"positions":[],"topics":[]}` +
		"\n"; line != want {
		t.Errorf("got %s", line)
	}
	line, _ = jsonl(t, export.Item{Document: &analysis.Document{
		Quotes: make([]analysis.Quote, 1), Speakers: make([]analysis.Speaker, 1), Positions: make([]analysis.Position, 1)}})
	if strings.Contains(line, "null") {
		t.Errorf("a list is null: %s", line)
	}
	line, _ = jsonl(t, export.Item{Document: &analysis.Document{Quotes: []analysis.Quote{{Confidence: math.NaN()},
		{Confidence: 7}, {Confidence: -1}}}})
	for _, want := range []string{`"confidence":0,`, `"confidence":1,`} {
		if !strings.Contains(line, want) {
			t.Errorf("no %s in %s", want, line)
		}
	}
}

func TestJSONKeepsEveryCharacterAndSteersNoTerminal(t *testing.T) {
	i := exporttest.Hostile()
	a := i.Article
	line, o := jsonl(t, i)
	if o.Text != a.Text || o.ID != a.ID {
		t.Errorf("the text came back as %q", o.Text)
	}
	if i := strings.IndexFunc(strings.TrimSuffix(line, "\n"),
		func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u202e' }); i >= 0 {
		t.Errorf("%q", line[i:])
	}
	if !strings.Contains(line, "<b>&</b>") {
		t.Error("markup was escaped")
	}
	i.Article.Text = "England 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f won"
	i.Document = &analysis.Document{}
	if _, o := jsonl(t, i); o.Text != i.Article.Text {
		t.Errorf("%q came back as %q", i.Article.Text, o.Text)
	}
	if !utf8.ValidString(line) {
		t.Error("not valid UTF-8")
	}
}

func TestSeveralArticlesMakeOneArray(t *testing.T) {
	i := exporttest.Call(t)
	a := i.Article
	var b bytes.Buffer
	b.WriteString(export.ArrayOpen)
	for n := range 2 {
		if n > 0 {
			b.WriteString(export.ArrayBetween)
		}
		if err := export.JSON(&b, i); err != nil {
			t.Fatal(err)
		}
	}
	b.WriteString(export.ArrayClose)
	var all []output
	if err := json.Unmarshal(b.Bytes(), &all); err != nil || len(all) != 2 || all[1].Text != a.Text {
		t.Errorf("%v, %d articles", err, len(all))
	}
	if !strings.HasPrefix(b.String(), "[\n  {\n    \"id\": \"strait-call\",\n") ||
		!strings.HasSuffix(b.String(), "\n  }\n]\n") {
		t.Errorf("%.60q … %q", b.String(), b.String()[b.Len()-20:])
	}
}

func TestAFullDiskIsTold(t *testing.T) {
	i := exporttest.Call(t)
	full := errors.New("the disk is full")
	for name, write := range map[string]func() error{
		"jsonl": func() error { return export.JSONL(failing{full}, i) },
		"json":  func() error { return export.JSON(failing{full}, i) },
		"text":  func() error { return export.Text(failing{full}, i, 80) },
	} {
		if err := write(); !errors.Is(err, full) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

type failing struct{ error }

func (f failing) Write([]byte) (int, error) { return 0, f.error }

func TestTheScorerReadsTheOutput(t *testing.T) {
	scorer := filepath.Join("..", "..", "..", "shared", "eval", "score.py")
	if _, err := os.Stat(scorer); err != nil {
		t.Skip("needs the scorer, " + scorer)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("needs python3")
	}
	i := exporttest.Call(t)
	a := i.Article
	line, o := jsonl(t, i)
	var gold struct {
		ID           string           `json:"id"`
		Text         string           `json:"text"`
		Attributions []map[string]any `json:"attributions"`
	}
	gold.ID, gold.Text = a.ID, a.Text
	for _, q := range o.Quotes {
		gold.Attributions = append(gold.Attributions,
			map[string]any{"content": q.Content, "cue": q.Cue, "source": q.Source, "kind": q.Kind})
	}
	goldLine, err := json.Marshal(gold)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	goldFile, lineFile := filepath.Join(dir, "gold.jsonl"), filepath.Join(dir, "line.jsonl")
	if os.WriteFile(goldFile, goldLine, 0o644) != nil || os.WriteFile(lineFile, []byte(line), 0o644) != nil {
		t.Fatal("cannot write to the folder for tests")
	}
	report, err := exec.Command(python, scorer, goldFile, lineFile, "--json").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, report)
	}
	var score struct{ Strict struct{ F1 float64 } }
	if err := json.Unmarshal(report, &score); err != nil || score.Strict.F1 != 1 {
		t.Errorf("a document scored against itself: %v, %s", err, report)
	}
}
