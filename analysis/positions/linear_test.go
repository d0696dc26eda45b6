package positions

import (
	"strings"
	"testing"
	"time"
)

// Twice the text takes no more than some three times as long, whatever it is made of.
func TestTimeGrowsWithLength(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, piece := range map[string]string{
		"one sentence": "Brandt and Haldane and “Brandt” is awful if not ‘Brandt’ ",
		"sentences":    "Brandt is awful. If Haldane lied, he should resign. ",
		"conditions":   "if unless provided that should the law ",
		"names":        "Brandt, Haldane, Brandt and Haldane ",
	} {
		took := func(n int) time.Duration {
			a := story(t, "‹Ruth Haldane› <said> {"+strings.Repeat(piece, n)+"}.\n‹Otto Brandt› <said> {it was late}.")
			a = whole(t, a)
			best := time.Hour
			for range 3 {
				began := time.Now()
				Find(a)
				best = min(best, time.Since(began))
			}
			return best
		}
		if short, long := took(100), took(400); long > 12*short+100*time.Millisecond {
			t.Errorf("%s: %v for one length, %v for four", name, short, long)
		} else {
			t.Logf("%s: %v, %v", name, short, long)
		}
	}
}
