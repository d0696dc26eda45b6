package cli

import (
	"context"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/review"
	"hearsay/ui/reader"
)

// marked is an article with what somebody marked in it, as gold has it.
const markedLine = `{"id": "m1", "text": "Ada Venn said the bridge would close. “It is not safe,” Ben Roe told the ` +
	`council.", "attributions": [` +
	`{"content": [[14, 36]], "cue": [[9, 13]], "source": [[0, 8]], "speaker": ["Ada Venn"]},` +
	`{"content": [[38, 55]], "cue": [[64, 68]], "source": [[56, 63]], "speaker": ["Ben Roe"]}]}` + "\n"

// The text of what was marked may stand in a field of any name.
func TestTheFieldOfAMarkedTextIsNamed(t *testing.T) {
	h := newHousehold(t)
	path := file(t, "marked.jsonl", strings.Replace(markedLine, `"text"`, `"words"`, 1))
	if out := h.run("import", "--reviewer", "ann", "--text-column", "words", path); !strings.Contains(out, "decisions") {
		t.Errorf("import writes %q", out)
	}
}

// What was marked elsewhere becomes a reviewer's decisions: it can be exported, scored, and written as gold again.
func TestMarkedArticlesBecomeDecisions(t *testing.T) {
	h := newHousehold(t)
	path := file(t, "marked.jsonl", markedLine)
	if out := h.run("import", "--reviewer", "ann", path); !strings.Contains(out, "decisions") {
		t.Fatalf("import writes %q", out)
	}
	h.story("import", "--reviewer", "ann", path).run().oneLine(t, "ann has decided on it already")
	gold := h.run("review", "export-gold")
	for _, want := range []string{`"id":"m1"`, `"annotator":"ann"`, `"content":[[14,36]]`, `"content":[[38,55]]`,
		`"speaker":["Ben Roe"]`} {
		if !strings.Contains(gold, want) {
			t.Errorf("no %s in %s", want, gold)
		}
	}
	if out := h.run("score", path, file(t, "gold.jsonl", gold)); !strings.Contains(out, "exact       P 1.000  R 1.000") {
		t.Errorf("what was reviewed does not score as what was marked:\n%s", out)
	}
	out := h.run("export", "--reviewed", "-f", "jsonl")
	if !strings.Contains(out, `"reviewed":"Reviewed by ann: `) || !strings.Contains(out, `"name":"Ben Roe"`) {
		t.Errorf("exported: %s", out)
	}
	if out := h.run("export", "--all", "-f", "text"); !strings.Contains(out, "Reviewed by ann") {
		t.Errorf("the report does not tell who reviewed:\n%s", out)
	}
}

func TestReviewsOfNobody(t *testing.T) {
	h := newHousehold(t)
	h.run("add", file(t, "a.txt", "Ada Venn said the bridge would close.\n"))
	s := h.story("review", "stats").run()
	if s.code != exitDone || !strings.Contains(s.err, "nothing is reviewed yet") || s.out != "" {
		t.Errorf("%+v", s)
	}
	if got := h.story("review", "stats", "--json").run(); got.code != exitDone || got.out != "[]\n" {
		t.Errorf("no JSON: %+v", got)
	}
}

// The reader's desk keeps decisions in the library, finds them again, and tells reviewers apart.
func TestTheDeskKeepsDecisions(t *testing.T) {
	h := newHousehold(t)
	ctx := context.Background()
	path := file(t, "a.txt", "Ada Venn said “the bridge would close.”\n")
	at := func(name string, do func(reader.Desk, articles.Article, *analysis.Document)) {
		if got := atDesk(t, h.story("--reviewer", name, path), do).run(); got.code != exitDone {
			t.Fatalf("%s: %+v", name, got)
		}
	}
	at("ann", func(desk reader.Desk, a articles.Article, d *analysis.Document) {
		if l, err := desk.Look(ctx, a); l != nil || err != nil {
			t.Fatalf("before anything is kept: %v %v", l, err)
		}
		if at, err := desk.Place(ctx, a); at != 0 || err != nil {
			t.Fatalf("place %d %v", at, err)
		}
		l, err := desk.Open(ctx, a, d)
		if err != nil {
			t.Fatal(err)
		}
		if err := l.Keep(l.Writer().Accept(review.QuoteOf(a.Text, d, 0))); err != nil {
			t.Fatal(err)
		}
		if err := desk.Leave(a, 9); err != nil {
			t.Fatal(err)
		}
	})
	at("ann", func(desk reader.Desk, a articles.Article, _ *analysis.Document) {
		again, err := desk.Look(ctx, a)
		if err != nil || again == nil || again.State().Len() != 1 {
			t.Fatalf("%v %v", again, err)
		}
		if at, err := desk.Place(ctx, a); at != 9 || err != nil {
			t.Errorf("place %d %v", at, err)
		}
	})
	at("ben", func(desk reader.Desk, a articles.Article, d *analysis.Document) {
		if l, err := desk.Look(ctx, a); l != nil || err != nil {
			t.Errorf("ben has decided nothing: %v %v", l, err)
		}
		l, err := desk.Open(ctx, a, d)
		if err != nil {
			t.Fatal(err)
		}
		others, err := l.Others()
		if err != nil || len(others) != 1 || others[0].Name != "ann" || others[0].State.Len() != 1 {
			t.Errorf("%+v %v", others, err)
		}
	})
}

// Whatever is wrong with what one names for a review is told in a line.
func TestFaultsOfReviews(t *testing.T) {
	h := newHousehold(t)
	h.story("review", "stats").run().oneLine(t, "no library here yet")
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"review"}, "stats, sample, agreement, adjudicate or export-gold"},
		{[]string{"review", "burn"}, `"burn"`},
		{[]string{"review", "sample", "--size", "0"}, "--size is how many quotes to draw"},
		{[]string{"review", "sample"}, "needs a terminal"},
		{[]string{"review", "adjudicate", "ann"}, "name two reviewers"},
		{[]string{"review", "adjudicate", "ann", "ann"}, "not ann twice"},
		{[]string{"import", "x.jsonl"}, "--reviewer NAME"},
		{[]string{"import", "--reviewer", "a\tb", "x.jsonl"}, "--reviewer NAME"},
		{[]string{"import", "--reviewer", "ann"}, "name a FILE"},
		{[]string{"--reviewer", "", "x"}, "reviewer is a name"},
		{[]string{"export", "--all", "-f", "text", "x.txt"}, "not both"},
	} {
		got := h.story(c.args...).run()
		if got.code != exitUsage || !strings.Contains(got.err, c.says) {
			t.Errorf("%q: exit code %d, %q, want %q", c.args, got.code, got.err, c.says)
		}
	}
}
