package review

import (
	"context"
	"testing"

	"hearsay/analysis"
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
		pen := penOf("ann", a.Text)
		s := NewState()
		got, _ := Apply(a.Text, machine, s)
		same(t, a.ID+" untouched", got, machine)
		for i := range machine.Quotes {
			s.Add(pen.Accept(QuoteOf(a.Text, machine, i)))
		}
		for i := range machine.Positions {
			s.Add(pen.Accept(PositionOf(a.Text, machine, i)))
		}
		sheet := Lay(a.Text, machine, s)
		same(t, a.ID+" accepted", sheet.Document, machine)
		check(t, a.Text, sheet.Document)
		if len(sheet.Orphans) > 0 || sheet.Undecided() > 0 || len(machine.Quotes) == 0 {
			t.Errorf("%s: %d quotes, %+v", a.ID, len(machine.Quotes), sheet.Orphans)
		}
	}
}
