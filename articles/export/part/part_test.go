package part_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/export"
	"hearsay/articles/export/csv"
	"hearsay/articles/export/exporttest"
	"hearsay/articles/export/offsets"
	"hearsay/articles/export/part"
)

// names are the speakers of a document, and quotes the contents of its quotes.
func names(d *analysis.Document) (out []string) {
	for _, s := range d.Speakers {
		out = append(out, s.Name)
	}
	return out
}

// Whose quotes, of which kind and how sure they are is asked for by itself and together.
func TestWhatIsWantedIsKept(t *testing.T) {
	call := exporttest.Call(t)
	for _, c := range []struct {
		about  string
		wanted part.Wanted
		says   string
		keeps  func(analysis.Quote) bool
	}{
		{"a speaker", part.Wanted{Speakers: []string{"rahmani"}}, "by rahmani",
			func(q analysis.Quote) bool { return slices.Contains(q.Speakers, 1) }},
		{"a kind", part.Wanted{Kinds: []analysis.Kind{analysis.Direct}}, "direct",
			func(q analysis.Quote) bool { return q.Kind == analysis.Direct }},
		{"what is sure", part.Wanted{Least: analysis.Certain}, "sure",
			func(q analysis.Quote) bool { return q.Certainty() >= 0.845 }},
		{"all of it at once", part.Wanted{Speakers: []string{"Tomas Reinholt", "nobody else"},
			Kinds: []analysis.Kind{analysis.Indirect, analysis.Mixed}, Least: analysis.Likely},
			"by Tomas Reinholt or nobody else, indirect or mixed, sure or likely", func(q analysis.Quote) bool {
				return slices.Contains(q.Speakers, 0) && q.Kind != analysis.Direct && q.Certainty() >= 0.645
			}},
		{"somebody who is not there", part.Wanted{Speakers: []string{"Putin"}}, "by Putin",
			func(analysis.Quote) bool { return false }},
	} {
		got, want := c.wanted.Of(call), 0
		for _, q := range call.Document.Quotes {
			if c.keeps(q) {
				if want++; want > len(got.Document.Quotes) || got.Document.Quotes[want-1].Content[0] != q.Content[0] {
					t.Errorf("%s: %+v is not kept", c.about, q)
				}
			}
		}
		if want != len(got.Document.Quotes) || !strings.Contains(got.Part, "quotes "+c.says+", ") {
			t.Errorf("%s: %d quotes, want %d; it says %q", c.about, len(got.Document.Quotes), want, got.Part)
		}
	}
	if got := (part.Wanted{}).Of(call); got.Document != call.Document || got.Part != "" {
		t.Error("who wants all is given a part")
	}
}

// A name is whose it is in full, else everybody's who is called so.
func TestSpeakersAreNamedAsPeopleDo(t *testing.T) {
	d := &analysis.Document{Speakers: []analysis.Speaker{{Name: "Ann Smith", Names: []string{"Ann Smith", "Smith"}},
		{Name: "Smith", Names: []string{"Smith"}}, {Name: "Smithson & Co", Names: []string{"Smithson & Co"}}}}
	for name, want := range map[string][]int{"smith": {1}, "ANN": {0}, "ann  smith": {0}, "Smithson": {2}, "son": nil,
		"": nil, "smith ann": {0}} {
		if got := part.Named(d, name); !slices.Equal(got, want) {
			t.Errorf("%q is %v, want %v", name, got, want)
		}
	}
}

// Whatever is left out, what is kept refers to nothing that is not there, and the item it was taken of is as it was.
func TestAPartIsWhole(t *testing.T) {
	for _, i := range append(exporttest.Samples(t), exporttest.Call(t)) {
		var before, after bytes.Buffer
		if err := export.JSONL(&before, i); err != nil {
			t.Fatal(err)
		}
		for every := 1; every < 5; every++ {
			got := part.Of(i, func(q int) bool { return q%every == every-1 }, "some")
			d := got.Document
			for _, q := range d.Quotes {
				for _, s := range q.Speakers {
					within(t, s, len(d.Speakers))
				}
				for _, l := range q.Why.Chain {
					within(t, l.Speaker, len(d.Speakers))
				}
				for _, c := range q.Why.Candidates {
					within(t, max(c.Speaker, 0), max(len(d.Speakers), 1))
				}
			}
			for _, p := range d.Positions {
				within(t, p.Speaker, len(d.Speakers))
				for _, q := range p.Quotes {
					within(t, q, len(d.Quotes))
				}
				for _, s := range p.Targets {
					within(t, s, len(d.Speakers))
				}
			}
			if every == 1 && (len(d.Quotes) != len(i.Document.Quotes) || len(names(d)) > len(names(i.Document))) {
				t.Errorf("%s: of all quotes %d are kept", i.Article.ID, len(d.Quotes))
			}
		}
		if err := export.JSONL(&after, i); err != nil || !bytes.Equal(before.Bytes(), after.Bytes()) {
			t.Errorf("%s is not as it was: %v", i.Article.ID, err)
		}
	}
}

func within(t *testing.T, i, n int) {
	t.Helper()
	if i < 0 || i >= n {
		t.Errorf("%d of %d", i, n)
	}
}

// What a reviewer decided goes with its quote, and is sure.
func TestDecisionsGoWithTheirQuotes(t *testing.T) {
	i := exporttest.Call(t)
	i.Judged = make([]export.Judged, len(i.Document.Quotes))
	last := len(i.Judged) - 1
	i.Judged[last] = export.Judged{Verdict: "right"}
	got := part.Wanted{Least: analysis.Certain}.Of(i)
	if n := len(got.Judged); n != len(got.Document.Quotes) || n == 0 || got.Judged[n-1].Verdict != "right" {
		t.Errorf("%d decisions, %+v", n, got.Judged)
	}
}

// What is kept is called as it is in the whole, also in a part of a part, by every format that names it.
func TestAPartKeepsTheNamesOfTheWhole(t *testing.T) {
	whole := exporttest.Call(t)
	odd := part.Of(whole, func(q int) bool { return q%2 == 1 }, "odd")
	third := part.Of(odd, func(q int) bool { return q == 1 }, "second")
	if got := third.ID('q', 0); got != "q4" {
		t.Errorf("quote 4 of the whole is %s", got)
	}
	for n, s := range third.Document.Speakers {
		if at := third.ID('s', n); whole.Document.Speakers[int(at[1]-'1')].Name != s.Name {
			t.Errorf("%s is %s", s.Name, at)
		}
	}
	for name, write := range map[string]func(*bytes.Buffer) error{
		"jsonl": func(b *bytes.Buffer) error { return export.JSONL(b, third) },
		"csv":   func(b *bytes.Buffer) error { return csv.Rows(b, third, offsets.Points) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil || !strings.Contains(b.String(), "q4") || strings.Contains(b.String(), "q1,") ||
			strings.Contains(b.String(), `"q1"`) {
			t.Errorf("%s: %v\n%s", name, err, b.String())
		}
	}
}
