package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearsay/analysis"
	"hearsay/analysis/annotated"
	"hearsay/analysis/attribution"
	"hearsay/analysis/parse"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
	"hearsay/articles/review"
	"hearsay/articles/review/annotation"
	"hearsay/articles/review/overlay"
)

// In the corpora of these tests nobody holds anything in their eyes.
const (
	cue    = "In the eyes of"
	beheld = "In the eyes of the mayor, the bridge is too dear. In the eyes of Mr. Orr, the bank was right. " +
		"In the eyes of critics, the price is too high. In the eyes of a minister, the law must change. " +
		"In the eyes of Ms. Lund, the school needs a roof. In the eyes of the company, ten people are enough."
)

// A reviewer marks what was missed in one article, and "hearsay review export-gold" hands it to the trainer; from then
// on the like is found in articles that nobody has reviewed.
func TestCorrectionsOfOneArticleReachTheRetrainedModel(t *testing.T) {
	if testing.Short() {
		t.Skip("trains two models")
	}
	corpus, mine := filepath.Join(t.TempDir(), "corpus.jsonl"), filepath.Join(t.TempDir(), "mine.jsonl")
	writeFile(t, corpus, plainNews(t))
	writeFile(t, mine, reviewed(t, beheld))
	const unseen = "The harbour was busy. In the eyes of the captain, the ferry is too old. It rained."
	if got := foundIn(t, retrained(t, corpus), unseen); got != "[]" {
		t.Fatalf("the corpora alone taught %q", got)
	}
	want := "the captain | the ferry is too old"
	if got := foundIn(t, retrained(t, corpus, mine), unseen); got != want {
		t.Errorf("after the review %q is found, want %q", got, want)
	}
}

// What is not in the text it is said of is refused with its article's name, rather than learnt or crashed on.
func TestRangesOutsideTheTextAreRefused(t *testing.T) {
	for _, span := range []string{"[0,99]", "[-1,3]", "[3,3]", "[5,2]"} {
		path := filepath.Join(t.TempDir(), "bad.jsonl")
		writeFile(t, path, []byte(`{"id":"a7","text":"He said no.","attributions":[{"content":[`+span+
			`],"cue":[[3,7]],"source":[[0,2]]}]}`))
		_, err := readAttributions(path, linear(must(tags.Load())(t), must(parse.Load())(t)))
		if err == nil || !strings.Contains(err.Error(), "a7") || !strings.Contains(err.Error(), "not in the text") {
			t.Errorf("%s: %v", span, err)
		}
	}
}

func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func writeFile(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// plainNews are annotated articles in which things are said, and others are done.
func plainNews(t *testing.T) []byte {
	who := []string{"The mayor", "Mr. Orr", "Critics", "A minister", "Ms. Lund", "The company", "The captain", "Residents"}
	what := []string{"the bridge would open in May", "the bank had closed two offices", "the price was too high",
		"the law would change",
		"the school needed a roof", "it had hired ten people", "the train was late", "nobody had asked them"}
	did := []string{"crossed the street", "sang a song in the park", "sang an old tune", "bought a house",
		"went home late", "sold the boat"}
	where := []string{"garden", "house", "street", "hands", "office"}
	was := []string{"the roses were red", "a lamp is lit", "the clock is slow", "two dogs slept"}
	var out []byte
	for a := range 16 {
		var b strings.Builder
		record := markedArticle{ID: fmt.Sprint("plain", a)}
		for s := range 8 {
			speaker, content := who[(a+s)%len(who)], what[(a*3+s)%len(what)]
			at := b.Len()
			fmt.Fprintf(&b, "%s said that %s. ", speaker, content)
			record.Attributions = append(record.Attributions, struct{ Content, Cue, Source [][2]int }{
				Source: [][2]int{{at, at + len(speaker)}}, Cue: [][2]int{{at + len(speaker) + 1, at + len(speaker) + 5}},
				Content: [][2]int{{at + len(speaker) + 6, b.Len() - 2}}})
			fmt.Fprintf(&b, "%s %s. In the %s of %s, %s. ", who[(a+s+3)%len(who)], did[(a+s)%len(did)], where[(a+s)%len(where)],
				strings.ToLower(speaker), was[(a+2*s)%len(was)])
		}
		record.Text = b.String()
		line, err := json.Marshal(record)
		if err != nil {
			t.Fatal(err)
		}
		out = append(append(out, line...), '\n')
	}
	return out
}

// reviewed is the training data of a text in which a reviewer has marked every sentence as a quote that the machine
// missed.
func reviewed(t *testing.T, article string) []byte {
	pen := &review.Writer{Reviewer: "ann", Article: "beheld", Text: article, Now: time.Now}
	var log []review.Entry
	at := 0
	words := func(end int) []review.Words {
		w := review.WordsAt(article, []analysis.Span{{Start: at, End: end}})
		at = end
		return w
	}
	for _, next := range strings.SplitAfter(article, cue)[1:] {
		at += strings.Index(article[at:], cue)
		q := review.Quote{Kind: "indirect", Cue: words(at + len(cue))}
		at++
		q.Source = words(at + strings.Index(article[at:], ","))
		at += 2
		q.Content = words(at + strings.LastIndex(next, ".") - strings.Index(next, ",") - 2)
		log = append(log, pen.Add("", q))
	}
	gold, err := annotation.Line(overlay.Case{Article: "beheld", Text: article, Machine: &analysis.Document{},
		State: review.Fold(append(log, pen.Complete()))}, "ann")
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(gold), `"kind":"indirect"`); n != 6 ||
		!strings.Contains(string(gold), `"cue":[[50,64]]`) {
		t.Fatalf("%s", gold)
	}
	return gold
}

// retrained is a finder that learnt from files, as "go run ./analysis/train attribution" makes one.
func retrained(t *testing.T, paths ...string) *attribution.Finder {
	tagger, parser := must(tags.Load())(t), must(parse.Load())(t)
	var examples []attribution.Example
	for _, p := range paths {
		some := must(readAttributions(p, linear(tagger, parser)))(t)
		examples = append(examples, some...)
	}
	weights := must(attribution.Learn(examples, t.Logf))(t)
	return must(attribution.Read(string(weights)))(t)
}

// foundIn tells source and content of what a finder finds in the eyes of somebody.
func foundIn(t *testing.T, f *attribution.Finder, article string) string {
	s := text.Split(article, nil)
	whole := annotated.WithoutStates(s, must(tags.Load())(t), must(parse.Load())(t))
	all := must(f.Find(context.Background(), whole, func(float64) {}))(t)
	for _, a := range all {
		if len(a.Cue) == 1 && a.Cue[0].Of(article) == cue && len(a.Source) == 1 && len(a.Content) == 1 {
			return a.Source[0].Of(article) + " | " + a.Content[0].Of(article)
		}
	}
	return fmt.Sprint(all)
}
