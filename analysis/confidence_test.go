package analysis

import "testing"

func TestConfidenceInWords(t *testing.T) {
	for p, want := range map[float64]string{0: "a guess 0.00", 0.444: "a guess 0.44", 0.446: "unsure 0.45",
		0.65: "likely 0.65", 0.93: "sure 0.93", 1: "sure 1.00"} {
		if got := Sure(p); got != want {
			t.Errorf("%v is %q, want %q", p, got, want)
		}
	}
}
