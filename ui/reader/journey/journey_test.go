package journey

import (
	"math/rand/v2"
	"testing"
)

// place is a state such as a reader has.
type place struct {
	pane   string
	offset int
}

func TestThereAndBackAgain(t *testing.T) {
	var j Journey[place]
	if here, ok := j.Back(place{"article", 3}); ok {
		t.Fatalf("a journey that has just begun goes back to %v", here)
	}
	start, quote, speaker := place{"article", 0}, place{"article", 120}, place{"speakers", 2}
	j.Leave(start)
	j.Leave(quote)
	expect(t, "back")(j.Back(speaker))(quote, true)
	expect(t, "back again")(j.Back(quote))(start, true)
	expect(t, "back at the start")(j.Back(start))(place{}, false)
	expect(t, "forward")(j.Forward(start))(quote, true)
	expect(t, "forward again")(j.Forward(quote))(speaker, true)
	expect(t, "forward at the end")(j.Forward(speaker))(place{}, false)
}

func expect(t *testing.T, about string) func(place, bool) func(place, bool) {
	return func(got place, ok bool) func(place, bool) {
		return func(want place, wantOK bool) {
			t.Helper()
			if got != want || ok != wantOK {
				t.Errorf("%s: %v, %v, want %v, %v", about, got, ok, want, wantOK)
			}
		}
	}
}

func TestAJumpDropsWhatWasAhead(t *testing.T) {
	var j Journey[int]
	j.Leave(1)
	j.Leave(2)
	j.Back(3)
	j.Leave(2)
	if here, ok := j.Forward(9); ok {
		t.Errorf("forward to %d", here)
	}
}

func TestBackComesToWhereTheReaderScrolled(t *testing.T) {
	var j Journey[int]
	j.Leave(1)
	j.Back(5)
	if here, _ := j.Forward(2); here != 5 { // scrolled from 1 to 2 meanwhile
		t.Errorf("forward to %d", here)
	}
	if here, _ := j.Back(5); here != 2 {
		t.Errorf("back to %d", here)
	}
}

func TestDuplicatesCollapse(t *testing.T) {
	var j Journey[int]
	for _, state := range []int{1, 1, 2, 2, 2} {
		j.Leave(state)
	}
	if here, _ := j.Back(2); here != 1 {
		t.Errorf("back to %d", here)
	}
	if _, ok := j.Back(1); ok {
		t.Error("1 is there twice")
	}
}

func TestTheOldestAreForgotten(t *testing.T) {
	var j Journey[int]
	for i := range 5 * limit {
		j.Leave(i)
	}
	steps, here := 0, 5*limit
	for {
		next, ok := j.Back(here)
		if !ok {
			break
		}
		if next != here-1 {
			t.Fatalf("back from %d to %d", here, next)
		}
		steps, here = steps+1, next
	}
	if steps != limit || len(j.ahead) > limit {
		t.Errorf("%d steps back, %d ahead", steps, len(j.ahead))
	}
}

// TestAnyJourney walks at random. Whatever came before, a step back that is made is undone by a step forward and the
// other way round, and neither leads to where the reader already is.
func TestAnyJourney(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var j Journey[int]
		here := 0
		for range 400 {
			switch random.IntN(4) {
			case 0, 1:
				j.Leave(here)
				here = random.IntN(6)
			case 2:
				here = step(t, &j, here, (*Journey[int]).Back, (*Journey[int]).Forward)
			case 3:
				here = step(t, &j, here, (*Journey[int]).Forward, (*Journey[int]).Back)
			}
			if len(j.behind) > limit || len(j.ahead) > limit {
				t.Fatalf("%d states behind, %d ahead", len(j.behind), len(j.ahead))
			}
		}
	}
}

type turn = func(*Journey[int], int) (int, bool)

// step goes one way, back the other, and the one way again.
func step(t *testing.T, j *Journey[int], here int, one, other turn) int {
	t.Helper()
	there, ok := one(j, here)
	if !ok {
		return here
	}
	if there == here {
		t.Fatalf("from %d to itself", here)
	}
	if undone, ok := other(j, there); !ok || undone != here {
		t.Fatalf("from %d to %d and then to %d, %v", here, there, undone, ok)
	}
	if again, ok := one(j, here); !ok || again != there {
		t.Fatalf("from %d to %d, and after undoing it to %d, %v", here, there, again, ok)
	}
	return there
}
