package overlay_test

import (
	"context"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/reviewtest"
	"hearsay/articles/samples"
)

// What the engine really finds comes through review unchanged, as long as the reviewer agrees with it.
func TestAcceptingWhatTheEngineFindsChangesNothing(t *testing.T) {
	engine, err := analysis.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, sample := range samples.All() {
		a, err := samples.Open(sample.Name)
		if err != nil {
			t.Fatal(err)
		}
		machine, err := engine.Analyze(context.Background(), a.Input())
		if err != nil {
			t.Fatal(err)
		}
		pen := reviewtest.WriterOf("ann", a.Text)
		s := review.NewState()
		got, _ := overlay.Apply(a.Text, machine, s)
		reviewtest.Same(t, a.ID+" untouched", got, machine)
		for i := range machine.Quotes {
			s.Add(pen.Accept(review.QuoteOf(a.Text, machine, i)))
		}
		for i := range machine.Positions {
			s.Add(pen.Accept(review.PositionOf(a.Text, machine, i)))
		}
		sheet := overlay.Of(a.Text, machine, s)
		reviewtest.Same(t, a.ID+" accepted", sheet.Document, machine)
		reviewtest.Check(t, a.Text, sheet.Document)
		if len(sheet.Orphans) > 0 || sheet.Undecided() > 0 || len(machine.Quotes) == 0 {
			t.Errorf("%s: %d quotes, %+v", a.ID, len(machine.Quotes), sheet.Orphans)
		}
	}
}
