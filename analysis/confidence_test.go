package analysis

import "testing"

func TestConfidenceInWords(t *testing.T) {
	for p, want := range map[float64]string{0: "unsure 0.00", 0.444: "unsure 0.44", 0.644: "unsure 0.64",
		0.646: "likely 0.65", 0.844: "likely 0.84", 0.846: "sure 0.85", 0.93: "sure 0.93", 1: "sure 1.00"} {
		if got := Sure(p); got != want {
			t.Errorf("%v is %q, want %q", p, got, want)
		}
	}
}

// Every level is found by its word, and by no other.
func TestLevelsHaveNames(t *testing.T) {
	for _, word := range Levels() {
		if l, ok := LevelNamed(word); !ok || l.String() != word {
			t.Errorf("%q is the level %v, %v", word, l, ok)
		}
	}
	for _, word := range []string{"", "guess", "Sure"} {
		if _, ok := LevelNamed(word); ok {
			t.Errorf("%q is a level", word)
		}
	}
}
