package find

import (
	"slices"
	"testing"
)

// TestScore types into a palette and expects the action first that was meant.
func TestScore(t *testing.T) {
	actions := []string{
		"next quote", "previous quote", "next quote of the same speaker", "filter the list", "clear the filter",
		"show the speaker of the quote", "show the position", "go back", "go forward", "search the article", "help", "quit",
		"copy the quote", "copy the quote with its source", "toggle the mouse", "widen the article", "top of the article",
	}
	for query, want := range map[string]string{
		"nq": "next quote", "pq": "previous quote", "quit": "quit", "help": "help", "back": "go back", "gf": "go forward",
		"filt": "filter the list",
		"cf":   "clear the filter", "mouse": "toggle the mouse", "copy": "copy the quote", "SP": "show the position",
		"cqs":        "copy the quote with its source",
		"show speak": "show the speaker of the quote", "w": "widen the article",
	} {
		best, top := "", 0
		for _, action := range actions {
			if score, ok := Score(query, action); ok && (best == "" || score > top) {
				best, top = action, score
			}
		}
		if best != want {
			t.Errorf("%q finds %q, want %q", query, best, want)
		}
	}
}

func TestScoreOrders(t *testing.T) {
	for _, c := range []struct {
		query string
		names []string // best first
	}{
		{"quo", []string{"quote", "next quote", "quick zoom"}},
		{"speaker", []string{"speaker", "speakers", "next speaker", "loudspeakers"}},
	} {
		got := slices.Clone(c.names)
		slices.Reverse(got)
		slices.SortStableFunc(got, func(a, b string) int {
			x, _ := Score(c.query, a)
			y, _ := Score(c.query, b)
			return y - x
		})
		if !slices.Equal(got, c.names) {
			t.Errorf("%q orders %q, want %q", c.query, got, c.names)
		}
	}
}

func TestScoreOfWhatDoesNotFit(t *testing.T) {
	for query, name := range map[string]string{"qn": "next quote", "x": "", "quotes": "quote"} {
		if score, ok := Score(query, name); ok {
			t.Errorf("%q fits %q with %d", query, name, score)
		}
	}
	if score, ok := Score(" ", "anything"); !ok || score != 0 {
		t.Error("an empty query does not fit")
	}
}
