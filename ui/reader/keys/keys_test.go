package keys

import (
	"slices"
	"strings"
	"testing"
)

func sample() Table {
	return New([]Action{
		{Name: "down", Keys: []string{"j", "down"}, In: Anywhere},
		{Name: "up", Keys: []string{"k", "up"}, In: Anywhere},
		{Name: "only", Keys: []string{"o"}, In: Lists},
		{Name: "open", Keys: []string{"x"}, In: Article},
	})
}

func TestAKeyStandsForAnActionOnlyInItsContext(t *testing.T) {
	table := sample()
	if i := table.At(Quotes, "o"); i < 0 || table.Actions()[i].Name != "only" {
		t.Errorf("o in the quotes is action %d", i)
	}
	if i := table.At(Article, "o"); i != -1 {
		t.Errorf("o in the article is %q", table.Actions()[i].Name)
	}
}

func TestRemap(t *testing.T) {
	for _, c := range []struct {
		name   string
		wanted map[string][]string
		key    string
		in     Context
		action string // "" for none
		faults []string
	}{
		{"a new key works", map[string][]string{"down": {"s"}}, "s", Article, "down", nil},
		{"and the old one does not", map[string][]string{"down": {"s"}}, "j", Article, "", nil},
		{"no keys at all switch an action off", map[string][]string{"up": {}}, "k", Article, "", nil},
		{"a wanted key wins over a built-in one, and says so", map[string][]string{"down": {"k"}}, "k", Article, "down",
			[]string{`keys: "k" is given to down and to up: down keeps it`}},
		{"of two wanted the first keeps it", map[string][]string{"down": {"s"}, "up": {"s"}}, "s", Article, "down",
			[]string{`keys: "s" is given to down and to up: down keeps it`}},
		{"one key may mean two things in two panes", map[string][]string{"open": {"o"}}, "o", Article, "open", nil},
		{"and keep its other meaning", map[string][]string{"open": {"o"}}, "o", Quotes, "only", nil},
		{"keys are read as people write them", map[string][]string{"down": {"Ctrl+J", "PgDn"}}, "pgdown", Article, "down",
			nil},
		{"what is no key is told, and the action keeps its own", map[string][]string{"down": {"ctl+j"}}, "j", Article, "down",
			[]string{`keys: down: "ctl+j" is no key: write letters as they are, others as enter, ctrl+d or alt+left`}},
		{"a misspelt action is told", map[string][]string{"dwon": {"s"}}, "j", Article, "down",
			[]string{`keys: there is no action "dwon": see hearsay keys`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, faults := sample().Remap(c.wanted)
			got := ""
			if i := table.At(c.in, c.key); i >= 0 {
				got = table.Actions()[i].Name
			}
			if got != c.action {
				t.Errorf("%s in %s is %q, want %q", c.key, c.in, got, c.action)
			}
			if !slices.Equal(faults, c.faults) {
				t.Errorf("faults %q, want %q", faults, c.faults)
			}
			if clashes := table.Clashes(); clashes != nil {
				t.Errorf("clashes are left: %s", strings.Join(clashes, "; "))
			}
		})
	}
	if got := sample().Actions()[0].Keys; !slices.Equal(got, []string{"j", "down"}) {
		t.Errorf("the built-in table was changed: %q", got)
	}
}
