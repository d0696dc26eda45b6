package valence

import "testing"

func TestWordsSpeakWellOrIll(t *testing.T) {
	for word, want := range map[string]int{"brilliant": 1, "betrays": -1, "table": 0, "": 0, "liar": -1, "honest": 1} {
		if got := Of(word); got != want {
			t.Errorf("%q is %d, not %d", word, got, want)
		}
	}
}

func TestNoWordIsBoth(t *testing.T) {
	seen := map[string]bool{}
	for w, sign := range words() {
		if sign == 0 || seen[w] || w == "" {
			t.Errorf("%q: %d", w, sign)
		}
		seen[w] = true
	}
	if len(seen) < 4000 {
		t.Errorf("only %d words", len(seen))
	}
}
