package figures_test

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/analysis/measure"
	"hearsay/articles/review"
	"hearsay/articles/review/figures"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/reviewtest"
)

// reviewed is the story as ann reviewed it: two right, one with the wrong speaker and too long, one no quote, one
// joined to another, and one missed.
func reviewed(under *review.Sitting) overlay.Case {
	pen := reviewtest.WriterOf("ann", reviewtest.Story)
	of := func(i int) review.Subject { return review.QuoteOf(reviewtest.Story, reviewtest.Found(), i) }
	s := review.NewState()
	if under != nil {
		s.Add(pen.Sit(*under))
	}
	for _, e := range []review.Entry{
		pen.Accept(of(0)),
		pen.Content(of(1), reviewtest.At("“We have waited long")),
		pen.Speakers(of(1), review.WhoOf(reviewtest.Story, reviewtest.Found(), reviewtest.Venn)),
		pen.Reject(of(2)),
		pen.Join(of(3), of(4), reviewtest.Both("“No one asked us,”", "“and no one will.”")),
		pen.Add("2", review.Quote{Content: review.WordsAt(reviewtest.Story, reviewtest.At("it opens in four years"))}),
		pen.Complete(),
	} {
		s.Add(e)
	}
	return overlay.Case{Article: "a1", Outlet: "Example Wire", Text: reviewtest.Story, Machine: reviewtest.Found(),
		State: s}
}

func TestFiguresCountedByHand(t *testing.T) {
	f := figures.Of([]overlay.Case{reviewed(nil),
		{Article: "a2", Text: reviewtest.Story, Machine: reviewtest.Found(), State: review.NewState()},
		{Article: "a3", Text: reviewtest.Story, Machine: reviewtest.Found()}}, figures.Settings{Examples: 2})
	rate := func(right, of int) measure.Rate { return measure.Rate{Right: right, Of: of} }
	// Of five quotes three are quotes of their own; of these one has all of its content, two have their speaker.
	want := figures.Measured{Quote: rate(3, 5), Content: rate(1, 3), Kind: rate(3, 3), Polarity: rate(3, 3),
		Cue:    rate(3, 3),
		Source: rate(3, 3), Speaker: rate(2, 3), All: rate(1, 5)}
	if f.Quotes != want || f.Articles != 1 || f.Decided != 5 || f.Random != 0 {
		t.Errorf("%+v", f.Quotes)
	}
	// Of the four there are, the machine found three.
	if f.Recall == nil || *f.Recall != (figures.Found{Articles: 1, Rate: rate(3, 4)}) {
		t.Errorf("%+v", f.Recall)
	}
	sorts := map[string]int{}
	for _, e := range f.Errors {
		sorts[e.Sort] = e.Count
		if len(e.Examples) == 0 || e.Examples[0].Article != "a1" || len(e.Examples[0].At) == 0 {
			t.Errorf("%+v", e)
		}
	}
	if want := map[string]int{"content too long": 1, "content too short": 1, "wrong speaker": 1, "no quote": 1,
		"part of another quote": 1, "missed quote": 1}; !reflect.DeepEqual(sorts, want) {
		t.Errorf("%v", sorts)
	}
	// 0.9 right, 0.8 mostly right, 0.7 wrong, 0.6 whose content is half of what it ought to be right, 0.3 wrong.
	if n := len(f.Confidence.Bands); n != 5 || f.Confidence.Bands[3].Rate.Right != 1 {
		t.Errorf("%+v", f.Confidence)
	}
	if len(f.ByKind) != 2 || f.ByKind[0].Name != "direct" || f.ByKind[0].Quote != rate(3, 4) ||
		f.ByEngine[0].Name != "2" || f.ByType[1].Name != "person" {
		t.Errorf("%+v", f.ByKind)
	}
}

func TestFiguresOfPositions(t *testing.T) {
	of := func(i int) review.Subject { return review.PositionOf(reviewtest.Story, reviewtest.Found(), i) }
	pen := reviewtest.WriterOf("ann", reviewtest.Story)
	s := review.Fold([]review.Entry{pen.Stance(of(1), analysis.Opposes), pen.Reject(of(0)),
		pen.AddPosition("2", *of(0).Position)})
	f := figures.Of([]overlay.Case{{Article: "a1", Text: reviewtest.Story, Machine: reviewtest.Found(), State: s}},
		figures.Settings{})
	if p := f.Positions; p.Position.Right != 1 || p.Position.Of != 2 || p.Stance.Right != 0 || p.Target.Right != 1 ||
		p.All.Of != 2 {
		t.Errorf("%+v", p)
	}
	if len(f.Errors) != 3 {
		t.Errorf("%+v", f.Errors)
	}
}

func TestRecallOnlyWhereNothingIsLeftOpen(t *testing.T) {
	c := reviewed(nil)
	pen := reviewtest.WriterOf("ben", reviewtest.Story) // withdraws
	c.State.Add(pen.Reopen())
	if f := figures.Of([]overlay.Case{c}, figures.Settings{}); f.Recall != nil ||
		!strings.Contains(f.Text(), "no article is marked complete") {
		t.Errorf("%+v", f.Recall)
	}
	c.State = review.Fold([]review.Entry{pen.Complete(),
		pen.Accept(review.QuoteOf(reviewtest.Story, reviewtest.Found(), 0))})
	f := figures.Of([]overlay.Case{c}, figures.Settings{})
	if f.Recall == nil || f.Recall.LeftOut != 1 || f.Recall.Rate.Of != 0 ||
		!strings.Contains(f.Text(), "without a verdict") {
		t.Errorf("%+v", f.Recall)
	}
}

func TestFiguresSayWhetherTheSampleWasRandom(t *testing.T) {
	random := reviewed(&review.Sitting{Order: review.Random, Size: 5, Seed: 1, Blind: true})
	for _, c := range []struct {
		cases         []overlay.Case
		random, blind int
		say           string
	}{
		{[]overlay.Case{random}, 5, 5, "drawn at random: the figures hold"},
		{[]overlay.Case{reviewed(nil)}, 0, 0, "not drawn at random"},
		{[]overlay.Case{random, reviewed(&review.Sitting{Order: review.Reading})}, 5, 5, "5 of them drawn at random"},
		{nil, 0, 0, "nothing is decided"},
	} {
		f := figures.Of(c.cases, figures.Settings{Draws: 200, Seed: 3})
		if f.Random != c.random || f.Blind != c.blind || !strings.Contains(f.Text(), c.say) {
			t.Errorf("%d random, %d blind:\n%s", f.Random, f.Blind, f.Text())
		}
		if again := figures.Of(c.cases, figures.Settings{Draws: 200, Seed: 3}); len(c.cases) == 2 &&
			again.Spread != f.Spread {
			t.Errorf("%+v and %+v", again.Spread, f.Spread)
		}
	}
}

// Where only what was drawn counts, other articles count for nothing, though they be complete, and recall, which no
// sample of quotes tells, is left out.
func TestFiguresOfWhatWasDrawn(t *testing.T) {
	other := reviewed(nil)
	other.Article = "a2"
	drawn := reviewed(&review.Sitting{Order: review.Random, Size: 5, Seed: 1})
	f := figures.Of([]overlay.Case{other, drawn}, figures.Settings{Drawn: true})
	if f.Articles != 1 || f.Decided != 5 || f.Recall != nil || f.Reviewer != "ann" ||
		strings.Contains(f.Text(), "Found, of all") {
		t.Errorf("%s", f.Text())
	}
	if f := figures.Of([]overlay.Case{other}, figures.Settings{Drawn: true}); f.Articles != 0 || f.Reviewer != "" ||
		f.Recall != nil {
		t.Errorf("%s", f.Text())
	}
}

// The forms that others read are files beside the test: what changes them must be meant.
func TestFiguresKeepTheirForm(t *testing.T) {
	f := figures.Of([]overlay.Case{reviewed(&review.Sitting{Order: review.Random, Seed: 1})},
		figures.Settings{Examples: 1})
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/figures.json", string(data)+"\n")
	golden(t, "testdata/figures.txt", f.Text())
	ann, ben := reviewtest.TwoReviewers()
	a := figures.AgreementOf("ann", "ben", []overlay.Case{{Article: "a1", Text: reviewtest.Story,
		Machine: reviewtest.Found(), State: ann,
		Other: ben}})
	if data, err = json.Marshal(a); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/agreement.json", string(data)+"\n")
	golden(t, "testdata/agreement.txt", a.Text())
}

// golden holds a text against a file; with HEARSAY_GOLDEN set it writes it.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if os.Getenv("HEARSAY_GOLDEN") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s has another form now: with HEARSAY_GOLDEN=1 this test writes it, and git diff shows what has changed",
			path)
	}
}
