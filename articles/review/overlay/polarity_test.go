package overlay_test

import (
	"encoding/json"
	"slices"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/adjudication"
	"hearsay/articles/review/figures"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/reviewtest"
)

// What was denied stays denied when a reviewer keeps it and a newer engine does not find it; what was said takes no
// room for that in the log.
func TestAKeptQuoteKeepsItsPolarity(t *testing.T) {
	const text = "Ada Venn never said that it was old."
	quote := func(p analysis.Polarity) *analysis.Document {
		return &analysis.Document{Engine: "1", Quotes: []analysis.Quote{{Kind: analysis.Indirect, Polarity: p,
			Content: []analysis.Span{{Start: 20, End: 35}},
			Cue:     []analysis.Span{{Start: 9, End: 19}}, Confidence: 0.9}}}
	}
	for p, stored := range map[analysis.Polarity]string{analysis.Said: "", analysis.Denied: "denied",
		analysis.Refused: "refused"} {
		of := review.QuoteOf(text, quote(p), 0)
		line, err := json.Marshal(reviewtest.WriterOf("ann", text).Accept(of))
		if err != nil {
			t.Fatal(err)
		}
		e, err := review.Decode(line)
		if err != nil || e.Of.Quote.Polarity != stored {
			t.Errorf("%s, %v: %s", p, err, line)
		}
		d, orphans := overlay.Apply(text, &analysis.Document{Engine: "2"}, review.Fold([]review.Entry{e}))
		if len(orphans) != 0 || len(d.Quotes) != 1 || d.Quotes[0].Polarity != p {
			t.Errorf("%s comes back as %+v, %v", p, d.Quotes, orphans)
		}
	}
}

// A reviewer says that a quote was denied, or said after all; that is a correction, is kept for good, and is told apart
// from a log of before, in which nothing was said of it.
func TestAReviewerCorrectsThePolarity(t *testing.T) {
	const text = "Ada Venn never said that it was old."
	machine := func(p analysis.Polarity) *analysis.Document {
		return &analysis.Document{Engine: "1", Quotes: []analysis.Quote{{Kind: analysis.Indirect, Polarity: p,
			Content: []analysis.Span{{Start: 20, End: 35}}, Cue: []analysis.Span{{Start: 9, End: 19}}, Confidence: 0.9}}}
	}
	read := func(e review.Entry) *review.State {
		line, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		back, err := review.Decode(line)
		if err != nil {
			t.Fatal(err)
		}
		return review.Fold([]review.Entry{back})
	}
	all := []analysis.Polarity{analysis.Said, analysis.Denied, analysis.Refused}
	for _, is := range all {
		of := review.QuoteOf(text, machine(is), 0)
		for _, ought := range all {
			state := read(reviewtest.WriterOf("ann", text).Polarity(of, ought))
			want := review.Corrected
			if is == ought {
				want = review.Right
			}
			if d, _ := state.On(of); d.Verdict() != want {
				t.Errorf("%s, which is %s, is %s", is, ought, d.Verdict())
			}
			d, _ := overlay.Apply(text, machine(is), state)
			if d.Quotes[0].Polarity != ought {
				t.Errorf("%s comes back as %s", ought, d.Quotes[0].Polarity)
			}
			f := figures.Of([]overlay.Case{{Article: "a", Text: text, Machine: machine(is), State: state}}, figures.Settings{})
			if right := f.Quotes.Polarity.Right == 1; right != (is == ought) || right != (f.Quotes.All.Right == 1) {
				t.Errorf("%s, which is %s: %+v", is, ought, f.Quotes)
			}
			ben := review.Fold([]review.Entry{reviewtest.WriterOf("ben", text).Accept(of)})
			m := adjudication.Of(text, machine(is), state, ben)[0]
			if differ := slices.Equal(m.Differ, []string{"polarity"}); differ != (is != ought) {
				t.Errorf("%s, which is %s: they differ in %v", is, ought, m.Differ)
			}
			third := review.Fold(adjudication.Take(reviewtest.WriterOf("cem", text), m, m.A))
			if d, _ := overlay.Apply(text, machine(is), third); d.Quotes[0].Polarity != ought {
				t.Errorf("taken as %s it is %s", ought, d.Quotes[0].Polarity)
			}
		}
	}
	old := review.QuoteOf(text, machine(analysis.Said), 0) // of an engine that told no polarity
	d, _ := overlay.Apply(text, machine(analysis.Denied), read(reviewtest.WriterOf("ann", text).Accept(old)))
	if d.Quotes[0].Polarity != analysis.Denied {
		t.Errorf("a decision of before makes it %s", d.Quotes[0].Polarity)
	}
}
