package prodigy_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"

	"hearsay/analysis"
	"hearsay/analysis/score"
	"hearsay/articles/export"
	"hearsay/articles/export/exporttest"
	"hearsay/articles/export/prodigy"
	"hearsay/articles/gold"
)

func line(t *testing.T, i export.Item) string {
	t.Helper()
	var b bytes.Buffer
	if err := prodigy.Task(&b, i); err != nil {
		t.Fatal(err)
	}
	if s := b.String(); strings.Count(s, "\n") != 1 {
		t.Fatalf("not one line: %q", s)
	}
	return b.String()
}

// task is a task as Prodigy's documentation of its formats describes it.
type task struct {
	Text   string
	Tokens []struct {
		Text           string
		Start, End, ID int
		WS             bool
	}
	Spans     []span
	Relations []struct {
		Head, Child int
		HeadSpan    span `json:"head_span"`
		ChildSpan   span `json:"child_span"`
		Label       string
	}
	View   string  `json:"_view_id"`
	Answer *string // what the annotator is to give
}

type span struct {
	Start, End int
	TokenStart int `json:"token_start"`
	TokenEnd   int `json:"token_end"`
	Label      string
	Quote      string // one's own, which Prodigy keeps
}

// check holds a task to the rules: the tokens make the text, spans stand on their edges, relations repeat spans.
func (k task) check(t *testing.T) {
	t.Helper()
	runes, again := []rune(k.Text), ""
	for n, w := range k.Tokens {
		if w.ID != n || w.Start < 0 || w.End <= w.Start || w.End > len(runes) || string(runes[w.Start:w.End]) != w.Text {
			t.Fatalf("the token %d, %+v, of %q", n, w, k.Text)
		}
		if again += w.Text; w.WS {
			again += " "
		}
	}
	if again != k.Text {
		t.Errorf("the tokens make %q of %q", again, k.Text)
	}
	for _, s := range k.Spans {
		if s.TokenStart > s.TokenEnd || s.TokenEnd >= len(k.Tokens) || k.Tokens[s.TokenStart].Start != s.Start ||
			k.Tokens[s.TokenEnd].End != s.End {
			t.Errorf("the span %+v does not stand on the edges of tokens", s)
		}
		if !slices.Contains([]string{"Content", "Cue", "Source"}, s.Label) || unicode.IsSpace(runes[s.Start]) ||
			unicode.IsSpace(runes[s.End-1]) {
			t.Errorf("the span %+v is %q", s, string(runes[s.Start:s.End]))
		}
	}
	for _, r := range k.Relations {
		if r.Head != r.HeadSpan.TokenEnd || r.Child != r.ChildSpan.TokenEnd || !slices.Contains(k.Spans, r.HeadSpan) ||
			!slices.Contains(k.Spans, r.ChildSpan) {
			t.Errorf("the relation %+v joins what is no span", r)
		}
		if want := r.ChildSpan.Label; r.HeadSpan.Label != "Content" ||
			r.Label != want && (r.Label != "Part" || want != "Content") {
			t.Errorf("the relation %+v", r)
		}
	}
}

func TestTasksKeepTheRules(t *testing.T) {
	for _, i := range append(append(exporttest.Samples(t), exporttest.Made(300)...), exporttest.Call(t),
		exporttest.Hostile(), export.Item{Document: &analysis.Document{}}) {
		var k task
		if err := json.Unmarshal([]byte(line(t, i)), &k); err != nil {
			t.Fatal(err)
		}
		if k.Text != i.Article.Text || k.View != "relations" || k.Answer != nil || k.Tokens == nil || k.Spans == nil ||
			k.Relations == nil {
			t.Errorf("%s: %+v", i.Article.ID, k)
		}
		if k.check(t); t.Failed() {
			t.FailNow()
		}
	}
}

// What goes out comes back the same, but for the white space at the ends of spans.
func TestQuotesComeBackTheSame(t *testing.T) {
	for _, i := range append(exporttest.Samples(t), exporttest.Made(300)...) {
		var want []score.Attribution
		for _, a := range score.Found(i.Document) {
			for _, spans := range []*[]analysis.Span{&a.Content, &a.Cue, &a.Source} {
				*spans = trimmed(i.Article.Text, *spans)
			}
			if len(a.Content) > 0 {
				want = append(want, a)
			}
		}
		var r gold.Reader
		for m, err := range r.Read("tasks.jsonl", strings.NewReader(line(t, i))) {
			if err != nil {
				t.Fatal(err)
			}
			got, err := m.Attributions(m.Text)
			if err != nil || m.Text != i.Article.Text || m.ID != i.Article.ID {
				t.Fatalf("%s: %v, %q", i.Article.ID, err, m.Text)
			}
			if told := exporttest.Described(got); !slices.Equal(told, exporttest.Described(want)) {
				t.Fatalf("%s: %q came back as\n%s\nnot\n%s", i.Article.ID, i.Article.Text, strings.Join(told, "\n"),
					strings.Join(exporttest.Described(want), "\n"))
			}
		}
	}
}

func trimmed(text string, spans []analysis.Span) (out []analysis.Span) {
	for _, s := range spans {
		words := strings.TrimSpace(s.Of(text))
		if words == "" {
			continue
		}
		s.Start += strings.Index(s.Of(text), words)
		out = append(out, analysis.Span{Start: s.Start, End: s.Start + len(words)})
	}
	return out
}
