package overlay_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/reviewtest"
)

func TestUndoOfEverythingGivesTheMachinesDocumentAndRedoTheCorrectedOne(t *testing.T) {
	reviewtest.Many(t, 200, func(t *testing.T, r *rand.Rand, text string, d *analysis.Document) {
		pen := reviewtest.WriterOf("ann", text)
		s := reviewtest.State(r, pen, d, 1+r.IntN(25))
		corrected, _ := overlay.Apply(text, d, s)
		undone := 0
		for e, ok := pen.Undo(s); ok; e, ok = pen.Undo(s) {
			s = review.Fold(append(s.Entries(), e)) // as after a restart
			undone++
		}
		got, orphans := overlay.Apply(text, d, s)
		reviewtest.Same(t, "undone", got, d)
		if len(orphans) > 0 || len(s.Decisions()) > 0 {
			t.Fatalf("left over: %+v", orphans)
		}
		for range undone {
			e, ok := pen.Redo(s)
			if !ok {
				t.Fatal("nothing to redo")
			}
			s.Add(e)
		}
		got, _ = overlay.Apply(text, d, s)
		reviewtest.Same(t, "redone", got, corrected)
	})
}

func TestToApplyTwiceIsToApplyOnce(t *testing.T) {
	reviewtest.Many(t, 400, func(t *testing.T, r *rand.Rand, text string, d *analysis.Document) {
		s := reviewtest.State(r, reviewtest.WriterOf("ann", text), d, r.IntN(25))
		before, _ := json.Marshal(d)
		once, _ := overlay.Apply(text, d, s)
		reviewtest.Check(t, text, once)
		if after, _ := json.Marshal(d); string(after) != string(before) {
			t.Fatal("the machine's document was changed")
		}
		twice, _ := overlay.Apply(text, once, s)
		reviewtest.Same(t, "twice", twice, once)
		newer := reviewtest.Document(r, text, "3")
		once, _ = overlay.Apply(text, newer, s)
		reviewtest.Check(t, text, once)
		twice, _ = overlay.Apply(text, once, s)
		reviewtest.Same(t, "twice, of another engine", twice, once)
	})
}

func TestNoDecisionIsLost(t *testing.T) {
	reviewtest.Many(t, 200, func(t *testing.T, r *rand.Rand, text string, d *analysis.Document) {
		s := reviewtest.State(r, reviewtest.WriterOf("ann", text), d, r.IntN(25))
		other := reviewtest.Text(r)
		for _, c := range []struct {
			text string
			d    *analysis.Document
		}{{text, d}, {text, reviewtest.Document(r, text, "3")}, {other, reviewtest.Document(r, other, "2")},
			{"", &analysis.Document{}}} {
			sheet := overlay.Of(c.text, c.d, s)
			reviewtest.Check(t, c.text, sheet.Document)
			if l := reviewtest.Lost(s, sheet); len(l) > 0 {
				t.Fatalf("lost: %v", l)
			}
			for i := range sheet.Document.Quotes {
				if sheet.Quote(i).Place != i {
					t.Fatalf("quote %d is at %d", i, sheet.Quote(i).Place)
				}
			}
			for i := range sheet.Document.Positions {
				if sheet.Position(i).Place != i {
					t.Fatalf("position %d is at %d", i, sheet.Position(i).Place)
				}
			}
		}
	})
}

func TestALogReadBackIsTheSameState(t *testing.T) {
	reviewtest.Many(t, 200, func(t *testing.T, r *rand.Rand, text string, d *analysis.Document) {
		s := reviewtest.State(r, reviewtest.WriterOf("ann", text), d, r.IntN(40))
		again := review.NewState()
		for _, e := range s.Entries() {
			data, err := json.Marshal(e)
			if err != nil {
				t.Fatal(err)
			}
			back, err := review.Decode(data)
			if err != nil {
				t.Fatalf("%s: %v", data, err)
			}
			if !again.Add(back) || again.Add(back) {
				t.Fatalf("%s was not added once", data)
			}
		}
		a, _ := overlay.Apply(text, d, s)
		b, _ := overlay.Apply(text, d, again)
		reviewtest.Same(t, "read back", b, a)
		if x, y := fmt.Sprintf("%+v", s.Decisions()),
			fmt.Sprintf("%+v", again.Decisions()); len(x) != len(y) || s.Complete() != again.Complete() {
			t.Fatalf("%s\n%s", x, y)
		}
		fresh := review.Fold(s.Entries()) // what was kept up entry by entry is what a fold at once gives
		for what, pair := range map[string][2]any{"decisions": {s.Decisions(), fresh.Decisions()},
			"article": {s.Article(), fresh.Article()}} {
			if !reflect.DeepEqual(pair[0], pair[1]) {
				t.Fatalf("%s: %+v\n%+v", what, pair[0], pair[1])
			}
		}
	})
}

// Any text, any spans: a document and a log that have nothing to do with each other must not bring anything down.
func TestAnyTextAndAnySpans(t *testing.T) {
	reviewtest.Many(t, 200, func(t *testing.T, r *rand.Rand, text string, d *analysis.Document) {
		s := reviewtest.State(r, reviewtest.WriterOf("ann", text), d, 12)
		broken := []byte(text)
		for range 20 {
			broken[r.IntN(len(broken))] = byte(r.IntN(256))
		}
		for i := range d.Quotes {
			q := &d.Quotes[i]
			q.Content = []analysis.Span{{Start: r.IntN(400) - 100, End: r.IntN(400) - 100}, {Start: r.IntN(99), End: 1 << 40}}
			q.Speakers, q.Kind = []int{r.IntN(9) - 3}, analysis.Kind(r.IntN(9)-3)
			if r.IntN(4) == 0 {
				q.Content = nil
			}
		}
		for i := range d.Positions {
			d.Positions[i].Speaker, d.Positions[i].Quotes = r.IntN(9)-3, []int{r.IntN(9) - 3}
		}
		for _, x := range []string{string(broken), text[:len(text)/2], ""} {
			sheet := overlay.Of(x, d, s)
			if l := reviewtest.Lost(s, sheet); len(l) > 0 {
				t.Fatalf("lost: %v", l)
			}
			reviewtest.State(r, reviewtest.WriterOf("ben", x+"x"), d, 5)
		}
	})
}
