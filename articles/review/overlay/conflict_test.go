package overlay_test

import (
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/reviewtest"
)

// twins are two quotes of one cue and source, so that only their contents tell them apart.
func twins() *analysis.Document {
	d := reviewtest.Found()
	d.Quotes, d.Positions = d.Quotes[1:3], nil
	d.Quotes[1].Cue, d.Quotes[1].Source = d.Quotes[0].Cue, d.Quotes[0].Source
	return d
}

func contents(d *analysis.Document) string {
	var all []string
	for _, q := range d.Quotes {
		all = append(all, q.Content[0].Of(reviewtest.Story))
	}
	return strings.Join(all, " | ")
}

func TestDecisionsThatMeet(t *testing.T) {
	const first, second = "“We have waited long enough,”", "the plan was too expensive"
	of := func(i int) review.Subject { return review.QuoteOf(reviewtest.Story, twins(), i) }
	pen := reviewtest.WriterOf("ann", reviewtest.Story)
	becomes := func() review.Entry { return pen.Content(of(0), reviewtest.At(second)) }
	rejects := func() review.Entry { return pen.Reject(of(1)) }
	newer := twins()
	newer.Engine = "3"
	newer.Quotes = newer.Quotes[:1]
	newer.Quotes[0].Content = reviewtest.At("“We have waited long enough,” she")
	for _, c := range []struct {
		name    string
		machine *analysis.Document
		entries []review.Entry
		want    string
		orphans int
	}{
		{"one becomes the other", twins(), []review.Entry{becomes()}, second, 0},
		{"and the machine's own is rejected later", twins(), []review.Entry{becomes(), rejects()}, second, 0},
		{"the machine's own was rejected before", twins(), []review.Entry{rejects(), becomes()}, second, 0},
		{"both become the same", twins(), []review.Entry{pen.Content(of(0), reviewtest.At("long")),
			pen.Content(of(1), reviewtest.At("long"))},
			"long", 0},
		{"one moves on before the other comes", twins(),
			[]review.Entry{pen.Content(of(1), reviewtest.At("opens in four years")), becomes()},
			second + " | opens in four years", 0},
		{"one comes before the other moves on", twins(),
			[]review.Entry{becomes(), pen.Content(of(1), reviewtest.At("opens in four years"))},
			second + " | opens in four years", 0},
		{"they change places", twins(), []review.Entry{becomes(), pen.Content(of(1), reviewtest.At(first))},
			first + " | " + second, 0},
		{"one becomes the other, and a newer engine finds the one", newer, []review.Entry{becomes()}, second, 0},
		{"and what it becomes was rejected elsewhere", newer, []review.Entry{becomes(), rejects()}, second, 1},
		{"each is accepted", twins(), []review.Entry{pen.Accept(of(0)), pen.Accept(of(1))}, first + " | " + second, 0},
	} {
		s := review.Fold(c.entries)
		d, orphans := overlay.Apply(reviewtest.Story, c.machine, s)
		if got := contents(d); got != c.want || len(orphans) != c.orphans {
			t.Errorf("%s: %s, want %s; %+v", c.name, got, c.want, orphans)
		}
		for _, o := range orphans {
			if !strings.Contains(o.Reason, "the machine finds no such quote now") {
				t.Errorf("%s: %s", c.name, o.Reason)
			}
		}
		twice, _ := overlay.Apply(reviewtest.Story, d, s)
		reviewtest.Same(t, c.name, twice, d)
	}
}

func TestTwoOfANewerEnginesQuotesAreTheOneThatWasAccepted(t *testing.T) {
	pen := reviewtest.WriterOf("ann", reviewtest.Story)
	s := review.Fold([]review.Entry{pen.Accept(review.QuoteOf(reviewtest.Story, reviewtest.Found(), 1))})
	newer := reviewtest.Found()
	newer.Engine = "3"
	newer.Quotes = append(newer.Quotes[1:2:2], newer.Quotes[1])
	newer.Quotes[0].Content, newer.Quotes[1].Content = reviewtest.At("“We have waited long enough"),
		reviewtest.At("We have waited long enough,”")
	newer.Positions = nil
	if d, orphans := overlay.Apply(reviewtest.Story, newer, s); contents(d) != "“We have waited long enough,”" ||
		len(orphans) > 0 {
		t.Errorf("%s, %+v", contents(d), orphans)
	}
}

func TestConfidenceAndReasonsFollowWhatWasDecided(t *testing.T) {
	of := func(i int) review.Subject { return review.QuoteOf(reviewtest.Story, reviewtest.Found(), i) }
	pen := reviewtest.WriterOf("ann", reviewtest.Story)
	d, _ := overlay.Apply(reviewtest.Story, reviewtest.Found(), review.Fold([]review.Entry{pen.Accept(of(0)),
		pen.Content(of(1), reviewtest.At("“We have waited")),
		pen.Speakers(of(2), review.WhoOf(reviewtest.Story, reviewtest.Found(), reviewtest.Calder)),
		pen.Speakers(of(3))}))
	if q := d.Quotes[0]; q.Confidence != 0.9 || q.Why.Found != "its marks" || q.Why.SpeakerConfidence != 0.9 {
		t.Errorf("accepted: %+v", q)
	}
	if q := d.Quotes[1]; q.Confidence != 1 || q.Why.Found != "its marks" {
		t.Errorf("of other words: %+v", q)
	}
	if q := d.Quotes[2]; q.Confidence != 0.7 || q.Why.SpeakerConfidence != 1 || len(q.Why.Chain) != 1 ||
		q.Why.Chain[0].Reason != "a reviewer says so" || q.Why.Chain[0].From != q.Source[0] {
		t.Errorf("by another: %+v", q)
	}
	if q := d.Quotes[3]; q.Why.Unknown == "" || q.Why.SpeakerConfidence != 0 || len(q.Speakers) > 0 {
		t.Errorf("by nobody: %+v", q)
	}
}

func TestWhatIsDecidedIsNotSkippedAnyMore(t *testing.T) {
	of := review.QuoteOf(reviewtest.Story, reviewtest.Found(), 0)
	pen := reviewtest.WriterOf("ann", reviewtest.Story)
	for _, entries := range [][]review.Entry{{pen.Skip(&of), pen.Accept(of)}, {pen.Accept(of), pen.Skip(&of)}} {
		if d, _ := review.Fold(entries).On(of); d.Skipped || d.Verdict() != review.Right {
			t.Errorf("%+v", d)
		}
	}
}

// A joint source takes one position twice, once for each speaker; a decision is on one of them.
func TestAPositionOfTwoIsDecidedForEach(t *testing.T) {
	d := reviewtest.Found()
	d.Quotes[0].Speakers = []int{reviewtest.Calder, reviewtest.Venn}
	twin := d.Positions[0]
	twin.Speaker = reviewtest.Venn
	d.Positions = []analysis.Position{d.Positions[0], twin}
	pen := reviewtest.WriterOf("ann", reviewtest.Story)
	for name, e := range map[string]review.Entry{
		"opposes":  pen.Stance(review.PositionOf(reviewtest.Story, d, 0), analysis.Opposes),
		"supports": pen.Accept(review.PositionOf(reviewtest.Story, d, 0)),
		"gone":     pen.Reject(review.PositionOf(reviewtest.Story, d, 0)),
	} {
		sheet := overlay.Of(reviewtest.Story, d, review.Fold([]review.Entry{e}))
		got := reviewtest.Shown(reviewtest.Story, &analysis.Document{Speakers: sheet.Document.Speakers,
			Positions: sheet.Document.Positions})
		want := "Ruth Calder " + name + " the bridge [0]\nPaul Venn supports the bridge [0]"
		if name == "gone" {
			want = "Paul Venn supports the bridge [0]"
		}
		if got != want || sheet.Positions[1].Decision != nil {
			t.Errorf("%s: %s", name, got)
		}
	}
}
