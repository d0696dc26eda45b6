package view

import (
	"testing"

	"hearsay/analysis"
	"hearsay/ui/reader/layout"
)

// Stepping out leaves one thing at a time, the innermost first, and ends where nothing is left.
func TestSteppingOutLeavesOneThingAtATime(t *testing.T) {
	at := StartOf(3)
	at.Focus, at.Query, at.Mentions, at.Only, at.Zoom = layout.Quotes, "wall", true, 1, true
	at.Filters[layout.Quotes], at.Filters[layout.Speakers] = "a", "b"
	at.OpenPanel(layout.Why)
	at.Lit = analysis.Span{Start: 1, End: 2}
	var left int
	for want := StartOf(3); at.StepOut(); left++ {
		if left > 8 {
			t.Fatalf("%+v is never left, as %+v is", at, want)
		}
	}
	if left != 8 {
		t.Errorf("%d things are left, want 8", left)
	}
	want := StartOf(3)
	want.Focus, want.List = layout.Quotes, layout.Quotes
	want.Before = at.Before
	if at != want {
		t.Errorf("what is left is %+v, want %+v", at, want)
	}
}

// A panel hands the focus back to the pane from which it was asked for, and a list beside it does not close it.
func TestAPanelHandsTheFocusBack(t *testing.T) {
	at := StartOf(0)
	at.FocusOn(layout.Speakers)
	at.FocusOn(layout.Card)
	if at.Panel != layout.Card || at.Focus != layout.Card {
		t.Fatalf("the card is not open: %+v", at)
	}
	at.FocusOn(layout.ListOf(layout.Card))
	if at.Panel != layout.Card {
		t.Error("the list beside the card closes it")
	}
	at.FocusOn(layout.Card)
	if at.ClosePanel(); at.Panel != NoPanel || at.Focus != layout.Speakers || at.List != layout.Speakers {
		t.Errorf("closing the card leads to %+v", at)
	}
	at.FocusOn(layout.Why)
	if at.FocusOn(layout.Positions); at.Panel != NoPanel {
		t.Error("a list that is not beside the panel leaves it open")
	}
}
