package antecedents

import (
	"math"
	"strings"
	"testing"

	"hearsay/analysis/annotated"
	"hearsay/analysis/annotated/annotatedtest"
)

func load(t testing.TB) *Model {
	t.Helper()
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// at is the token that a word is, the first of that form.
func at(t testing.TB, a *annotated.Text, word string) int {
	t.Helper()
	for i := range a.Tokens {
		if a.Word(i) == word {
			return i
		}
	}
	t.Fatalf("%q is no word of %q", word, a.String)
	return 0
}

func TestWhatAPronounAsksForIsAnsweredByWhoeverItMeans(t *testing.T) {
	m := load(t)
	for _, c := range []struct{ text, pronoun, meant, other string }{
		{"Susan Dorn met Robert Bell at the station on Monday. She said that it was late.", "She", "Dorn", "Bell"},
		{"Robert Bell met Susan Dorn at the station on Monday. He said that it was late.", "He", "Bell", "Dorn"},
		{"The company hired Robert Bell on Monday. It said that it was glad.", "It", "company", "Bell"},
		{"The farmers met Robert Bell on Monday. They said that they were glad.", "They", "farmers", "Bell"},
	} {
		a := annotatedtest.Read(t, c.text)
		s, pronoun := m.Of(a.States), at(t, a, c.pronoun)
		meant, other := s.Score(pronoun, at(t, a, c.meant)), s.Score(pronoun, at(t, a, c.other))
		if meant <= other {
			t.Errorf("%s: %s %.2f, %s %.2f", c.text, c.meant, meant, c.other, other)
		}
	}
}

// Pairs are scored alike in whatever order they are asked for, and whatever the text is.
func TestAnyTwoTokensHaveAScore(t *testing.T) {
	m := load(t)
	a := annotatedtest.Read(t, strings.Repeat("He \x00\xff said “no” to it.\n", 9))
	one, other := m.Of(a.States), m.Of(a.States)
	for i := len(a.Tokens) - 1; i > 0; i-- {
		for _, k := range []int{0, i / 2, i - 1} {
			if x := one.Score(i, k); math.IsNaN(x) || math.IsInf(x, 0) {
				t.Fatalf("%d and %d: %v", i, k, x)
			}
		}
	}
	for i := 1; i < len(a.Tokens); i++ {
		if x, y := one.Score(i, i/2), other.Score(i, i/2); x != y {
			t.Fatalf("%d and %d: %v, and %v", i, i/2, x, y)
		}
	}
}

func TestWithoutHiddenStatesNothingIsTold(t *testing.T) {
	if load(t).Of(nil) != nil {
		t.Error("something tells of pairs")
	}
	var none *Model
	if none.Of(nil) != nil {
		t.Error("no model tells of pairs")
	}
}

func TestADamagedFileIsRefused(t *testing.T) {
	flipped := []byte(builtIn)
	flipped[len(flipped)/2] ^= 1
	for what, file := range map[string]string{"nothing": "", "a part": builtIn[:len(builtIn)-1], "a header": builtIn[:20],
		"a changed bit": string(flipped), "another file": strings.Repeat("x", len(builtIn))} {
		if _, err := Read(file); err == nil || !strings.Contains(err.Error(), "antecedents are damaged") {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestDistancesAreToldByDoublings(t *testing.T) {
	for n, want := range map[int]int{-3: 0, 0: 0, 1: 0, 2: 1, 3: 1, 4: 2, 4096: distances - 1, 1 << 30: distances - 1} {
		if got := distance(n); got != want {
			t.Errorf("%d: %d, want %d", n, got, want)
		}
	}
}
