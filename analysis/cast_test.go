package analysis

import (
	"slices"
	"strings"
	"testing"
)

// Speakers take the places that they had by name, new ones those that are free, and what refers to them follows.
func TestSpeakersKeepTheirPlacesByName(t *testing.T) {
	for _, c := range []struct{ now, before, want string }{
		{"A B C", "", "A B C"},
		{"A B C", "A B C", "A B C"},
		{"A B C", "C A B", "C A B"},
		{"A B C", "B", "B A C"},
		{"A B D", "B A C", "B A D"},
		{"D A B", "A C B", "A D B"},
		{"A B", "C B A", "A B"},
		{"A B", "C D A B", "A B"},
		{"A B C D", "D X A", "D B A C"},
		{"A B C", "X B Y Z", "A B C"},
		{"", "A B", ""},
		{"A A B", "B A", "B A A"},
	} {
		d := &Document{}
		for i, n := range strings.Fields(c.now) {
			d.Speakers = append(d.Speakers, Speaker{Name: n})
			d.Quotes = append(d.Quotes, Quote{Speakers: []int{i}})
			d.Positions = append(d.Positions, Position{Speaker: i, Targets: []int{i}})
		}
		got := d.WithCast(strings.Fields(c.before))
		var names []string
		for _, s := range got.Speakers {
			names = append(names, s.Name)
		}
		if s := strings.Join(names, " "); s != c.want {
			t.Errorf("%s after %s: %s, want %s", c.now, c.before, s, c.want)
		}
		for i, n := range strings.Fields(c.now) {
			q, p := got.Quotes[i], got.Positions[i]
			if !slices.Equal(q.Speakers, p.Targets) || q.Speakers[0] != p.Speaker || got.Speakers[p.Speaker].Name != n {
				t.Errorf("%s after %s: quote %d is %s's", c.now, c.before, i, got.Speakers[p.Speaker].Name)
			}
			if d.Speakers[i].Name != n || d.Quotes[i].Speakers[0] != i {
				t.Errorf("%s after %s: the document is changed", c.now, c.before)
			}
		}
	}
}
