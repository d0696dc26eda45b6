package overlay_test

import (
	"encoding/json"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/review"
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
