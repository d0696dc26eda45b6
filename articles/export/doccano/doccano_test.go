package doccano_test

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"hearsay/analysis"
	"hearsay/analysis/score"
	"hearsay/articles/export"
	"hearsay/articles/export/doccano"
	"hearsay/articles/export/exporttest"
	"hearsay/articles/export/offsets"
	"hearsay/articles/gold"
)

type way func(io.Writer, export.Item, offsets.Unit) error

func line(t *testing.T, write way, i export.Item, unit offsets.Unit) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, i, unit); err != nil {
		t.Fatal(err)
	}
	if bytes.Count(b.Bytes(), []byte("\n")) != 1 {
		t.Fatalf("not one line: %q", b.String())
	}
	return b.Bytes()
}

// example is a line as doccano's import takes it: see its classes SpanLabel and RelationLabel.
type example struct {
	ID, Text string
	Label    [][3]any
	Entities []struct {
		ID    int
		Label string
		Start int `json:"start_offset"`
		End   int `json:"end_offset"`
	}
	Relations []struct {
		From int `json:"from_id"`
		To   int `json:"to_id"`
		Type string
	}
}

func read(t *testing.T, data []byte) (e example) {
	t.Helper()
	if err := json.Unmarshal(data, &e); err != nil {
		t.Fatal(err)
	}
	return e
}

// Both ways hold the same spans, each of them words of the text, in either unit; relations join spans that are there.
func TestLinesKeepTheRules(t *testing.T) {
	for _, i := range append(append(exporttest.Samples(t), exporttest.Made(300)...), exporttest.Hostile(),
		export.Item{Document: &analysis.Document{}}) {
		for _, unit := range []offsets.Unit{offsets.Points, offsets.UTF16} {
			alone, joined := read(t, line(t, doccano.Spans, i, unit)), read(t, line(t, doccano.Relations, i, unit))
			if alone.Text != i.Article.Text || joined.Text != i.Article.Text || joined.ID != i.Article.ID ||
				len(alone.Label) != len(joined.Entities) ||
				alone.Label == nil || joined.Entities == nil || joined.Relations == nil {
				t.Fatalf("%s: %+v, %+v", i.Article.ID, alone, joined)
			}
			points, units := []rune(joined.Text), utf16.Encode([]rune(joined.Text))
			labels := map[int]string{}
			for n, e := range joined.Entities {
				length := len(points)
				if unit == offsets.UTF16 {
					length = len(units)
				}
				if labels[e.ID] != "" || e.Label == "" || e.Start < 0 || e.Start >= e.End || e.End > length {
					t.Errorf("%s: the entity %+v", i.Article.ID, e)
				}
				labels[e.ID] = e.Label
				if l := alone.Label[n]; l != [3]any{float64(e.Start), float64(e.End), e.Label} {
					t.Errorf("%s: the label %v, the entity %v", i.Article.ID, l, e)
				}
			}
			for _, r := range joined.Relations {
				if from, to := labels[r.From], labels[r.To]; from != "Content" || to == "" ||
					r.Type != to && (r.Type != "Part" || to != "Content") {
					t.Errorf("%s: the relation %+v from a %s to a %s", i.Article.ID, r, from, to)
				}
			}
		}
	}
}

func TestOffsetsCountWhatWasAskedFor(t *testing.T) {
	i := export.Item{Document: &analysis.Document{Quotes: []analysis.Quote{{Content: []analysis.Span{{Start: 5,
		End: 9}}}}}}
	i.Article.Text = "😀 “😀”"
	i.Document.Quotes[0].Content[0] = analysis.Span{Start: 8, End: 12}
	for unit, want := range map[offsets.Unit]string{offsets.Points: `"label":[[3,4,"Content"]]`,
		offsets.UTF16: `"label":[[4,6,"Content"]]`} {
		if got := string(line(t, doccano.Spans, i, unit)); !strings.Contains(got, want) {
			t.Errorf("%s: %s", unit, got)
		}
	}
}

// What goes out comes back the same: with relations whole quotes, without them their contents. Kinds and speakers are
// not told.
func TestQuotesComeBackTheSame(t *testing.T) {
	for _, i := range append(exporttest.Samples(t), exporttest.Made(300)...) {
		kinds := score.NewKinds(i.Article.Text)
		var whole, contents []score.Attribution
		for _, a := range score.Found(i.Document) {
			a.Speakers, a.Kind = nil, kinds.Of(a.Content)
			whole = append(whole, a)
			for _, s := range a.Content {
				one := score.Attribution{Content: []analysis.Span{s}}
				one.Kind = kinds.Of(one.Content)
				contents = append(contents, one)
			}
		}
		for name, c := range map[string]struct {
			way
			want []score.Attribution
		}{"relations": {doccano.Relations, whole}, "spans": {doccano.Spans, contents}} {
			var r gold.Reader
			for m, err := range r.Read("lines.jsonl", bytes.NewReader(line(t, c.way, i, offsets.Points))) {
				if err != nil {
					t.Fatal(err)
				}
				got, err := m.Attributions(m.Text)
				if err != nil || m.Text != i.Article.Text || m.ID != i.Article.ID {
					t.Fatalf("%s: %v, %q", i.Article.ID, err, m.Text)
				}
				if told, want := exporttest.Described(got), exporttest.Described(c.want); !slices.Equal(told, want) {
					t.Fatalf("%s, %s: %q came back as\n%s\nnot\n%s", name, i.Article.ID, i.Article.Text, strings.Join(told, "\n"),
						strings.Join(want, "\n"))
				}
			}
		}
	}
}
