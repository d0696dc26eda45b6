package annotation_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/analysis/score"
	"hearsay/articles/gold"
	"hearsay/articles/review"
	"hearsay/articles/review/annotation"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/reviewtest"
)

// toldAll are attributions as a test can compare them.
func toldAll(all []score.Attribution) []string {
	var out []string
	for _, a := range all {
		out = append(out, fmt.Sprint(a.Kind, a.Content, a.Cue, a.Source, a.Speakers))
	}
	slices.Sort(out)
	return out
}

// readGold reads training data as hearsay score does.
func readGold(t *testing.T, data []byte) (out []gold.Marked) {
	t.Helper()
	var r gold.Reader
	for m, err := range r.Read("gold.jsonl", bytes.NewReader(data)) {
		if err != nil {
			t.Fatalf("%v in %s", err, data)
		}
		out = append(out, m)
	}
	return out
}

func TestAReviewedArticleIsReadAsGold(t *testing.T) {
	reviewtest.Many(t, 150, func(t *testing.T, r *rand.Rand, text string, d *analysis.Document) {
		c := overlay.Case{Article: "a1", Outlet: "Example Wire", Text: text, Machine: d,
			State: reviewtest.State(r, reviewtest.WriterOf("ann", text), d, r.IntN(20))}
		line, err := annotation.Line(c, "ann")
		if err != nil {
			t.Fatal(err)
		}
		read := readGold(t, line)
		if len(read) != 1 || read[0].ID != "a1" || read[0].Text != text || read[0].Outlet != "Example Wire" {
			t.Fatalf("%+v", read)
		}
		got, err := read[0].Attributions(text)
		if err != nil {
			t.Fatal(err)
		}
		corrected, _ := overlay.Apply(text, d, c.State)
		want := score.Found(corrected)
		for i := range want {
			want[i].Rated, want[i].Confidence = false, 0
		}
		if x, y := toldAll(got), toldAll(want); !slices.Equal(x, y) {
			t.Fatalf("got\n%s\nwant\n%s", strings.Join(x, "\n"), strings.Join(y, "\n"))
		}
	})
}

// What somebody marked, held against any document of the machine's, becomes decisions that make what they marked.
func TestGoldBecomesDecisions(t *testing.T) {
	reviewtest.Many(t, 300, func(t *testing.T, r *rand.Rand, text string, d *analysis.Document) {
		person := reviewtest.Document(r, text, "person")
		marked := score.Found(person)
		s := review.Fold(annotation.Entries(reviewtest.WriterOf("ann", text), d, marked))
		sheet := overlay.Of(text, d, s)
		reviewtest.Check(t, text, sheet.Document)
		if !s.Complete() || sheet.Undecided() > 0 {
			t.Fatalf("%d undecided", sheet.Undecided())
		}
		got := score.Found(sheet.Document)
		for i := range got {
			got[i].Speakers = nil
		}
		want := score.Found(person)
		for i := range want {
			want[i].Speakers = nil
		}
		if x, y := slices.Compact(toldAll(got)), slices.Compact(toldAll(want)); !slices.Equal(x, y) {
			t.Fatalf("got\n%s\nwant\n%s", strings.Join(x, "\n"), strings.Join(y, "\n"))
		}
	})
	of := func(i int) review.Subject { return review.QuoteOf(reviewtest.Story, reviewtest.Found(), i) }
	pen := reviewtest.WriterOf("ann", reviewtest.Story)
	marked := score.Found(reviewtest.Found())
	marked[1].Speakers = []string{"Paul Venn"}
	marked[3].Content = reviewtest.Both("“No one asked us,”", "“and no one will.”")
	marked = append(marked[:4], score.Attribution{Content: reviewtest.At("it opens in four years"),
		Source:   reviewtest.At("engineers"),
		Speakers: []string{"the engineers"}})
	s := review.Fold(annotation.Entries(pen, reviewtest.Found(), marked))
	var got []review.Verdict
	for i := range 5 {
		d, _ := s.On(of(i))
		got = append(got, d.Verdict())
	}
	if want := []review.Verdict{review.Right, review.Corrected, review.Right, review.Corrected,
		review.Wrong}; !slices.Equal(got, want) || s.Len() != 7 {
		t.Errorf("%v", got)
	}
}

// Of two of a family the one who is marked says it, also where the machine has the other, and knows the one or not.
func TestASurnameMakesNobodyAnother(t *testing.T) {
	const text = "“It is late,” Tom Bell said. “It is early,” Anna Bell said."
	in := func(words string) []analysis.Span {
		i := strings.Index(text, words)
		return []analysis.Span{{Start: i, End: i + len(words)}}
	}
	machine := &analysis.Document{Engine: "2", Language: "en",
		Quotes: []analysis.Quote{
			{Kind: analysis.Direct, Content: in("“It is late,”"), Cue: in("said"), Source: in("Tom Bell"), Speakers: []int{0}},
			{Kind: analysis.Direct, Content: in("“It is early,”"), Cue: in("said."), Source: in("Anna Bell"),
				Speakers: []int{1}},
		},
		Speakers: []analysis.Speaker{
			{Name: "Tom Bell", Names: []string{"Tom Bell", "Bell"}, Type: analysis.Person, Mentions: in("Tom Bell")},
			{Name: "Anna Bell", Names: []string{"Anna Bell", "Mrs. Bell"}, Type: analysis.Person, Mentions: in("Anna Bell")},
		}}
	for _, c := range []struct {
		marked, want string
		verdict      review.Verdict
	}{
		{"Tom Bell", "Tom Bell", review.Corrected},
		{"Anna Bell", "Anna Bell", review.Right},
		{"Bell", "Tom Bell", review.Corrected}, // as the article calls him, and her never
		{"Mrs. Bell", "Anna Bell", review.Right},
		{"A. Bell", "Anna Bell", review.Right},
		{"Thomas Bell", "Tom Bell", review.Corrected},
		{"Kim Bell", "Kim Bell", review.Corrected},
	} {
		marked := score.Found(machine)
		marked[1].Speakers = []string{c.marked}
		s := review.Fold(annotation.Entries(reviewtest.WriterOf("ann", text), machine, marked))
		d, _ := s.On(review.QuoteOf(text, machine, 1))
		if names := review.NamesOf(d.Quote.Speakers); !slices.Equal(names, []string{c.want}) || d.Verdict() != c.verdict {
			t.Errorf("%s is %v, %s; want %s, %s", c.marked, names, d.Verdict(), c.want, c.verdict)
		}
	}
}
