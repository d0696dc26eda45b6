package adjudication_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/analysis/score"
	"hearsay/articles/review"
	"hearsay/articles/review/adjudication"
	"hearsay/articles/review/annotation"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/reviewtest"
)

func TestAdjudicationLaysTwoSideBySideForAThird(t *testing.T) {
	ann, ben := reviewtest.TwoReviewers()
	all := adjudication.Of(reviewtest.Story, reviewtest.Found(), ann, ben)
	var got []string
	for _, m := range all {
		got = append(got, string(m.A.Verdict)+"/"+string(m.B.Verdict)+" "+strings.Join(m.Differ, ","))
	}
	want := []string{"right/right ", "right/corrected speakers", "right/wrong quote", "right/right ", "wrong/wrong ",
		"missed/missed content"}
	if !slices.Equal(got, want) {
		t.Fatalf("%q", got)
	}
	side := adjudication.SideBySide("ann", "ben", all)
	if !strings.HasPrefix(side, "ann and ben differ in 3 of the 6 matters that both decided\n\n“We have waited long "+
		"enough,”\n  ann: right: speaker Ruth Calder\n  ben: corrected: speaker Paul Venn\n") ||
		!strings.Contains(side, "  ann: wrong\n  ben: wrong\n") {
		t.Error(side)
	}
	cleo := reviewtest.WriterOf("cleo", reviewtest.Story)
	entries := adjudication.TakeAgreed(cleo, all, review.NewState())
	third := review.Fold(entries)
	if n := len(third.Decisions()); n != 3 {
		t.Errorf("%d are agreed on", n)
	}
	if again := adjudication.TakeAgreed(cleo, all, third); len(again) > 0 {
		t.Errorf("taken twice: %v", again)
	}
	also, bothAdd := adjudication.Of(reviewtest.Story, reviewtest.Found(), ann, ann), review.NewState()
	for range 2 {
		for _, e := range adjudication.TakeAgreed(cleo, also, bothAdd) {
			bothAdd.Add(e)
		}
	}
	if n := len(bothAdd.Decisions()); n != 6 {
		t.Errorf("%d decisions where two agree on everything, one of them an addition", n)
	}
	for _, m := range all {
		if len(m.Differ) > 0 {
			for _, e := range adjudication.Take(cleo, m, m.B) {
				third.Add(e)
			}
		}
	}
	decided, _ := overlay.Apply(reviewtest.Story, reviewtest.Found(), third)
	bens, _ := overlay.Apply(reviewtest.Story, reviewtest.Found(), ben)
	reviewtest.Same(t, "Ben's throughout", decided, bens)
}

// What one has not decided is no difference; what one added is, where the other says that nothing is missed.
func TestTwoDifferOnlyInWhatBothDecided(t *testing.T) {
	ann, _ := reviewtest.TwoReviewers()
	pen := reviewtest.WriterOf("ben", reviewtest.Story)
	ben := review.Fold([]review.Entry{pen.Accept(review.QuoteOf(reviewtest.Story, reviewtest.Found(), 0)),
		pen.Reject(review.QuoteOf(reviewtest.Story, reviewtest.Found(), 1))})
	disputed := func() (n int) {
		for _, m := range adjudication.Of(reviewtest.Story, reviewtest.Found(), ann, ben) {
			if m.Disputed() {
				n++
			}
		}
		return n
	}
	side := adjudication.SideBySide("ann", "ben", adjudication.Of(reviewtest.Story, reviewtest.Found(), ann, ben))
	if disputed() != 1 || !strings.HasPrefix(side, "ann and ben differ in 1 of the 2 matters that both decided\n") ||
		!strings.Contains(side, "  ann: wrong\n  ben: undecided\n") ||
		!strings.Contains(side, "  ann: missed\n  ben: undecided\n") {
		t.Error(side)
	}
	ben.Add(pen.Complete())
	side = adjudication.SideBySide("ann", "ben", adjudication.Of(reviewtest.Story, reviewtest.Found(), ann, ben))
	if disputed() != 2 || !strings.Contains(side, "  ann: missed: a quote\n  ben: no such quote, and none is missed\n") {
		t.Error(side)
	}
}

func TestWhatNobodyJudgedStaysUnjudged(t *testing.T) {
	marked := score.Found(reviewtest.Found())
	for i := range marked {
		marked[i].Speakers = nil
	}
	ann := review.Fold(annotation.Entries(reviewtest.WriterOf("ann", reviewtest.Story), reviewtest.Found(), marked))
	cleo, third := reviewtest.WriterOf("cleo", reviewtest.Story), review.NewState()
	for _, m := range adjudication.Of(reviewtest.Story, reviewtest.Found(), ann, ann) {
		for _, e := range adjudication.Take(cleo, m, m.A) {
			third.Add(e)
		}
	}
	for _, d := range third.Decisions() {
		if d.JudgesSpeakers() || d.Verdict() != review.Right {
			t.Errorf("%s, speakers judged: %v", d.Verdict(), d.JudgesSpeakers())
		}
	}
}

// Whoever wins every matter, the third has what that one has.
func TestAThirdWhoTakesOneSideHasThatSide(t *testing.T) {
	reviewtest.Many(t, 200, func(t *testing.T, r *rand.Rand, text string, d *analysis.Document) {
		d.Positions = nil // they follow from quotes in ways that a side need not have decided
		a, b := reviewtest.State(r, reviewtest.WriterOf("ann", text), d, 15),
			reviewtest.State(r, reviewtest.WriterOf("ben", text), d, 15)
		cleo, third := reviewtest.WriterOf("cleo", text), review.NewState()
		for _, m := range adjudication.Of(text, d, a, b) {
			for _, e := range adjudication.Take(cleo, m, m.A) {
				third.Add(e)
			}
		}
		x, _ := overlay.Apply(text, d, third)
		y, _ := overlay.Apply(text, d, a)
		if got, want := quotesIn(text, x), quotesIn(text, y); !slices.Equal(got, want) {
			t.Fatalf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}

// quotesOf are the quotes of a document that has no positions, in the order of their words.
func quotesIn(text string, d *analysis.Document) []string {
	out := strings.Split(reviewtest.Shown(text, &analysis.Document{Quotes: d.Quotes, Speakers: d.Speakers}), "\n")
	slices.Sort(out)
	return slices.Compact(out)
}

// Speakers of whom both say that they are one are so for the third too, by whatever steps the two came to it.
func TestWhomBothJoinTheThirdJoinsToo(t *testing.T) {
	ann, ben, cleo := reviewtest.WriterOf("ann", reviewtest.Story), reviewtest.WriterOf("ben", reviewtest.Story),
		reviewtest.WriterOf("cleo", reviewtest.Story)
	a, b := review.WhoOf(reviewtest.Story, reviewtest.Found(), reviewtest.Calder),
		review.WhoOf(reviewtest.Story, reviewtest.Found(), reviewtest.Venn)
	other := review.NewWho("Ruth Venn", analysis.Person, reviewtest.Story)
	first := review.Fold([]review.Entry{ann.Same("2", a, b), ann.Same("2", b, other)})
	second := review.Fold([]review.Entry{ben.Same("2", a, other)})
	entries := adjudication.TakeJoined(cleo, "2", first, second, review.NewState())
	if len(entries) != 1 || entries[0].Of.Speaker.Name != a.Name || entries[0].To.Speakers[0].Name != other.Name {
		t.Fatalf("%+v", entries)
	}
	if again := adjudication.TakeJoined(cleo, "2", first, second, review.Fold(entries)); len(again) > 0 {
		t.Errorf("joined twice: %+v", again)
	}
	if alone := adjudication.TakeJoined(cleo, "2", first, review.NewState(), review.NewState()); len(alone) > 0 {
		t.Errorf("only one of the two said so: %+v", alone)
	}
}
