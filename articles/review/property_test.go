package review_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
)

// many runs a property on articles and logs of every sort.
func many(t *testing.T, n int, check func(t *testing.T, r *rand.Rand, text string, d *analysis.Document)) {
	for seed := range uint64(n) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 1))
			text := madeText(r)
			d := madeDocument(r, text, "2")
			check(t, r, text, d)
		})
	}
}

// same compares documents by what they hold: a list of nothing is no list.
func same(t *testing.T, what string, got, want *analysis.Document) {
	t.Helper()
	a, _ := json.MarshalIndent(emptied(got), "", " ")
	b, _ := json.MarshalIndent(emptied(want), "", " ")
	if string(a) != string(b) {
		x, y := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
		i := 0
		for i < len(x) && i < len(y) && x[i] == y[i] {
			i++
		}
		t.Fatalf("%s: from line %d on\n%s\nwant\n%s", what, i, strings.Join(x[max(0, i-9):min(len(x), i+9)], "\n"),
			strings.Join(y[max(0, i-9):min(len(y), i+9)], "\n"))
	}
}

// emptied makes empty lists of missing ones.
func emptied(d *analysis.Document) *analysis.Document {
	out := *d
	fill(reflect.ValueOf(&out).Elem())
	return &out
}

func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Slice:
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(c, v)
		for i := range c.Len() {
			fill(c.Index(i))
		}
		v.Set(c)
	}
}

func TestUndoOfEverythingGivesTheMachinesDocumentAndRedoTheCorrectedOne(t *testing.T) {
	many(t, 200, func(t *testing.T, r *rand.Rand, text string, d *analysis.Document) {
		pen := penOf("ann", text)
		s := madeState(r, pen, d, 1+r.IntN(25))
		corrected, _ := overlay.Apply(text, d, s)
		undone := 0
		for e, ok := pen.Undo(s); ok; e, ok = pen.Undo(s) {
			s = review.Fold(append(s.Entries(), e)) // as after a restart
			undone++
		}
		got, orphans := overlay.Apply(text, d, s)
		same(t, "undone", got, d)
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
		same(t, "redone", got, corrected)
	})
}

func TestToApplyTwiceIsToApplyOnce(t *testing.T) {
	many(t, 400, func(t *testing.T, r *rand.Rand, text string, d *analysis.Document) {
		s := madeState(r, penOf("ann", text), d, r.IntN(25))
		before, _ := json.Marshal(d)
		once, _ := overlay.Apply(text, d, s)
		check(t, text, once)
		if after, _ := json.Marshal(d); string(after) != string(before) {
			t.Fatal("the machine's document was changed")
		}
		twice, _ := overlay.Apply(text, once, s)
		same(t, "twice", twice, once)
		newer := madeDocument(r, text, "3")
		once, _ = overlay.Apply(text, newer, s)
		check(t, text, once)
		twice, _ = overlay.Apply(text, once, s)
		same(t, "twice, of another engine", twice, once)
	})
}

// lost are the entries that stand, decide something, and are nowhere to be found.
func lost(s *review.State, sheet *overlay.Sheet) []string {
	found := map[string]bool{}
	for _, items := range [][]overlay.Item{sheet.Quotes, sheet.Positions} {
		for _, i := range items {
			if i.Decision != nil {
				for _, id := range i.Decision.Entries {
					found[id] = true
				}
			}
		}
	}
	for _, a := range sheet.Aliases {
		for _, id := range a.Decision.Entries {
			found[id] = true
		}
	}
	for _, o := range sheet.Orphans {
		for _, id := range o.Entries {
			found[id] = true
		}
	}
	for _, id := range s.Article().Entries {
		found[id] = true
	}
	taken := map[string]bool{}
	for _, e := range s.Entries() {
		if e.Act == review.Undo || e.Act == review.Redo {
			taken[e.Names] = e.Act == review.Undo
		}
	}
	var out []string
	for _, e := range s.Entries() {
		if e.Act != review.Undo && e.Act != review.Redo && e.Act != review.Sit && !taken[e.ID] && !found[e.ID] {
			out = append(out, e.ID)
		}
	}
	return out
}

func TestNoDecisionIsLost(t *testing.T) {
	many(t, 200, func(t *testing.T, r *rand.Rand, text string, d *analysis.Document) {
		s := madeState(r, penOf("ann", text), d, r.IntN(25))
		other := madeText(r)
		for _, c := range []struct {
			text string
			d    *analysis.Document
		}{{text, d}, {text, madeDocument(r, text, "3")}, {other, madeDocument(r, other, "2")}, {"", &analysis.Document{}}} {
			sheet := overlay.Of(c.text, c.d, s)
			check(t, c.text, sheet.Document)
			if l := lost(s, sheet); len(l) > 0 {
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
	many(t, 200, func(t *testing.T, r *rand.Rand, text string, d *analysis.Document) {
		s := madeState(r, penOf("ann", text), d, r.IntN(40))
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
		same(t, "read back", b, a)
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
	many(t, 200, func(t *testing.T, r *rand.Rand, text string, d *analysis.Document) {
		s := madeState(r, penOf("ann", text), d, 12)
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
			if l := lost(s, sheet); len(l) > 0 {
				t.Fatalf("lost: %v", l)
			}
			madeState(r, penOf("ben", x+"x"), d, 5)
		}
	})
}
