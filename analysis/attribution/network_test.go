package attribution

import (
	"context"
	"strings"
	"testing"

	"hearsay/analysis/annotated"
	"hearsay/analysis/text"
)

func TestADamagedNetworkIsRefused(t *testing.T) {
	old := []byte(builtInNetwork)
	old[len(networkForm.Magic)]++
	changed := []byte(builtInNetwork)
	changed[len(changed)/2] ^= 1
	for what, c := range map[string]struct{ file, says string }{
		"nothing":       {"", "damaged"},
		"a short file":  {builtInNetwork[:100], "damaged"},
		"another file":  {strings.Repeat("x", len(builtInNetwork)), "damaged"},
		"a changed bit": {string(changed), "damaged"},
		"a newer one":   {string(old), "version 2, not 1"},
	} {
		if _, err := readNetwork(c.file); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// Steps of distance are fine near the cue and coarse far off, and end at the same one however far an item is.
func TestDistancesAreSortedIntoSteps(t *testing.T) {
	for _, c := range []struct{ from, to, cue, step int }{
		{50, 51, 50, distanceBuckets},
		{40, 60, 50, distanceBuckets},
		{51, 52, 50, distanceBuckets + 1},
		{58, 60, 50, distanceBuckets + 8},
		{59, 60, 50, distanceBuckets + 9},
		{62, 63, 50, distanceBuckets + 10},
		{66, 67, 50, distanceBuckets + 10},
		{5000, 5001, 50, 2 * distanceBuckets},
		{49, 50, 50, distanceBuckets - 1},
		{30, 43, 50, distanceBuckets - 8},
		{30, 40, 50, distanceBuckets - 9},
		{0, 1, 5000, 0},
	} {
		if got := distanceBucket(item{c.from, c.to}, c.cue); got != c.step {
			t.Errorf("from %d to %d, cue at %d: step %d, not %d", c.from, c.to, c.cue, got, c.step)
		}
	}
}

// Words that the linear models have hardly met are known by what they mean, as the network tells.
func TestTheNetworkKnowsMoreWords(t *testing.T) {
	l := load(t)
	s := "The minister articulated his readiness to deepen the partnership. Analysts accentuated the need for caution."
	tx := text.Split(s, nil)
	whole := annotated.WithoutStates(tx, l.tagger, l.parser)
	alone, err := l.finder.Find(context.Background(), whole, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	_, got := l.find(t, s)
	if len(got) != 2 || len(got) < len(alone) {
		t.Errorf("%d quotes with the network, %d without", len(got), len(alone))
	}
}
