package queue_test

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/figures"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/queue"
	"hearsay/articles/review/reviewtest"
)

// manyCases are articles of ten quotes each; every third is by Ben, and the last ones are the least sure.
func manyCases(n int) []overlay.Case {
	text := strings.Repeat("Rain fell, she said. ", 10)
	var out []overlay.Case
	for a := range n {
		d := &analysis.Document{Engine: "2", Speakers: []analysis.Speaker{{Name: "Ada", Names: []string{"Ada"}},
			{Name: "Ben", Names: []string{"Ben"}}}}
		for i := range 10 {
			q := analysis.Quote{Content: []analysis.Span{{Start: 21 * i, End: 21*i + 9}}, Speakers: []int{0},
				Confidence: 0.95 - 0.05*float64(i), Why: analysis.Why{SpeakerConfidence: 1}}
			if i%3 == 2 {
				q.Speakers = []int{1}
			}
			d.Quotes = append(d.Quotes, q)
		}
		out = append(out, overlay.Case{Article: fmt.Sprint("a", a), Text: text, Machine: d, State: review.NewState()})
	}
	return out
}

// placed are the articles and numbers that a queue points to.
func placed(cases []overlay.Case, queue []queue.Ref) []string {
	var out []string
	for _, r := range queue {
		out = append(out, fmt.Sprint(cases[r.Case].Article, "/", r.Subject.Quote.Content[0].Start/21))
	}
	return out
}

func TestOrders(t *testing.T) {
	cases := manyCases(2)
	for _, c := range []struct {
		s    review.Sitting
		want string
	}{
		{review.Sitting{Order: review.Reading}, "a0/0 a0/1 a0/2 a0/3 a0/4 a0/5 a0/6 a0/7 a0/8 a0/9 a1/0 a1/1 a1/2 a1/3 " +
			"a1/4 a1/5 a1/6 a1/7 a1/8 a1/9"},
		{review.Sitting{Order: review.LeastSure}, "a0/9 a1/9 a0/8 a1/8 a0/7 a1/7 a0/6 a1/6 a0/5 a1/5 a0/4 a1/4 a0/3 a1/3 " +
			"a0/2 a1/2 a0/1 a1/1 a0/0 a1/0"},
		{review.Sitting{Order: review.OneSpeaker, Speaker: "Ben"}, "a0/2 a0/5 a0/8 a1/2 a1/5 a1/8"},
		{review.Sitting{Order: review.Disagreements}, ""},
		{review.Sitting{Order: review.Reading, Positions: true}, ""},
	} {
		if got := strings.Join(placed(cases, queue.Of(c.s, cases)), " "); got != c.want {
			t.Errorf("%+v: %s, want %s", c.s, got, c.want)
		}
	}
}

func TestOnlyWhatTheOtherReviewerHasOtherwise(t *testing.T) {
	of := func(i int) review.Subject { return review.QuoteOf(reviewtest.Story, reviewtest.Found(), i) }
	ann, ben := reviewtest.WriterOf("ann", reviewtest.Story), reviewtest.WriterOf("ben", reviewtest.Story)
	missed := review.Quote{Content: review.WordsAt(reviewtest.Story, reviewtest.At("it opens in four years"))}
	c := overlay.Case{Article: "a1", Text: reviewtest.Story, Machine: reviewtest.Found(),
		State: review.Fold([]review.Entry{ann.Accept(of(0)), ann.Reject(of(1)), ann.Add("2", missed)}),
		Other: review.Fold([]review.Entry{ben.Accept(of(0)), ben.Accept(of(1)), ben.Reject(of(4)), ben.Flag(nil)})}
	var got []string
	for _, r := range queue.Of(review.Sitting{Order: review.Disagreements, Other: "ben"}, []overlay.Case{c}) {
		got = append(got, r.Subject.Quote.Content[0].Text)
	}
	if want := []string{"“We have waited long enough,”", "“and no one will.”"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestASampleIsSeededAndDoesNotDependOnWhatWasDoneBefore(t *testing.T) {
	cases := manyCases(5)
	s := review.Sitting{Order: review.Random, Size: 12, Seed: 7}
	first := placed(cases, queue.Of(s, cases))
	if len(first) != 12 || !reflect.DeepEqual(first, placed(cases, queue.Of(s, cases))) {
		t.Fatalf("%v", first)
	}
	turned := slices.Clone(cases)
	slices.Reverse(turned)
	turned[1].State.Add(reviewtest.WriterOf("ann",
		turned[1].Text).Reject(review.QuoteOf(turned[1].Text, turned[1].Machine, 3)))
	if got := placed(turned, queue.Of(s, turned)); !slices.Equal(got, first) {
		t.Errorf("%v and %v", got, first)
	}
	if longer := queue.Of(review.Sitting{Order: review.Random, Size: 20, Seed: 7},
		cases); !slices.Equal(placed(cases, longer)[:12], first) {
		t.Errorf("a longer sample begins otherwise")
	}
	if other := placed(cases, queue.Of(review.Sitting{Order: review.Random, Size: 12, Seed: 8},
		cases)); slices.Equal(other, first) {
		t.Errorf("another seed gives the same")
	}
	if all := queue.Of(review.Sitting{Order: review.Random, Seed: 7}, cases); len(all) != 50 {
		t.Errorf("%d without a size", len(all))
	}
}

// What is decided beside the sample is not taken for a part of it, and articles that come later have their share.
func TestADrawnSampleIsKnownEverAfter(t *testing.T) {
	cases := manyCases(5)
	s := queue.Draw(review.Sitting{Order: review.Random, Size: 12, Seed: 7}, cases)
	line := queue.Of(s, cases)
	if first := queue.Of(review.Sitting{Order: review.Random, Size: 12, Seed: 7},
		cases); !slices.Equal(placed(cases, line), placed(cases, first)) {
		t.Errorf("%v drawn, %v asked for", placed(cases, line), placed(cases, first))
	}
	drawn := 0
	for i := range cases {
		c := &cases[i]
		pen := &review.Writer{Reviewer: "ann", Article: c.Article, Text: c.Text, Now: reviewtest.Clock()}
		c.State.Add(pen.Sit(s))
		for q := range c.Machine.Quotes {
			of := review.QuoteOf(c.Text, c.Machine, q)
			c.State.Add(pen.Accept(of))
			if s.Drew(c.Article, of) {
				drawn++
			}
		}
	}
	if f := figures.Of(cases, figures.Settings{}); drawn != 12 || f.Random != 12 || f.Decided != 50 {
		t.Errorf("%d drawn, %d of %d counted", drawn, f.Random, f.Decided)
	}
	if f := figures.Of(cases, figures.Settings{Drawn: true}); f.Random != 12 || f.Decided != 12 {
		t.Errorf("%d of %d counted", f.Random, f.Decided)
	}
	if more := queue.Of(s, manyCases(50)); len(more) < 70 || len(more) > 170 {
		t.Errorf("%d of 500 are drawn", len(more))
	}
	if all := queue.Of(queue.Draw(review.Sitting{Order: review.Random, Size: 99, Seed: 7}, cases), cases); len(all) != 50 {
		t.Errorf("%d of 50 where more are asked for", len(all))
	}
}

// Over many seeds each quote is drawn equally often: chi square over 50 quotes lies far below what a bias would make.
func TestASampleIsUnbiased(t *testing.T) {
	cases := manyCases(5)
	drawn := map[string]int{}
	const seeds, size = 1000, 10
	for seed := range uint64(seeds) {
		for _, p := range placed(cases, queue.Of(review.Sitting{Order: review.Random, Size: size, Seed: seed}, cases)) {
			drawn[p]++
		}
	}
	chi, want := 0.0, float64(seeds*size)/50
	for _, n := range drawn {
		chi += math.Pow(float64(n)-want, 2) / want
	}
	if len(drawn) != 50 || chi > 85 { // 49 degrees of freedom: 85.4 is passed once in 1000 times
		t.Errorf("%d were drawn, chi square %v", len(drawn), chi)
	}
}

func TestProgress(t *testing.T) {
	cases := manyCases(1)
	c := &cases[0]
	line := queue.Of(review.Sitting{Order: review.Reading}, cases)
	if p := queue.ProgressOf(line, cases); p.String() != "0 of 10 reviewed" {
		t.Errorf("%s", p)
	}
	pen := reviewtest.WriterOf("ann", c.Text)
	for i := range 6 {
		of := review.QuoteOf(c.Text, c.Machine, i)
		switch i {
		case 2:
			c.State.Add(pen.Skip(&of))
		case 4:
			c.State.Add(pen.Reject(of))
		default:
			c.State.Add(pen.Accept(of))
		}
	}
	if p := queue.ProgressOf(line, cases); p.String() != "5 of 10 reviewed, right 0.80 (0.38–0.96), 1 skipped" {
		t.Errorf("%s", p)
	}
}
