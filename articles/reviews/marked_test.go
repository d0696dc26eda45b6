package reviews

import (
	"slices"
	"testing"
)

func TestPeopleAreNamedByWhereTheirFilesDiffer(t *testing.T) {
	for _, c := range []struct{ files, want []string }{
		{[]string{"anna.jsonl", "ben.jsonl"}, []string{"anna", "ben"}},
		{[]string{"p1/gold.jsonl", "p2/gold.jsonl"}, []string{"p1", "p2"}},
		{[]string{"x/p1/brat/", "x/p2/brat"}, []string{"p1", "p2"}},
		{[]string{"x/p1/y/gold.jsonl", "x/p2/y/gold.jsonl"}, []string{"p1", "p2"}},
		{[]string{"p1/gold.jsonl", "p1/silver.jsonl", "p2/gold.jsonl"}, []string{"p1/gold", "p1/silver", "p2/gold"}},
		{[]string{"gold.txt", "gold.jsonl"}, []string{"gold.txt", "gold.jsonl"}},
		{[]string{"gold", "gold/gold"}, []string{"gold", "gold/gold"}},
		{[]string{"a/b/gold.jsonl", "c/gold.jsonl"}, []string{"a/b", "c"}},
		{[]string{"./p1/.hidden", "p2/.hidden"}, []string{"p1", "p2"}},
		{[]string{"gold.jsonl"}, []string{"gold"}},
	} {
		if got, err := NamesOf(c.files); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%q are %q, %v, want %q", c.files, got, err, c.want)
		}
	}
	if _, err := NamesOf([]string{"a.jsonl", "./a.jsonl"}); err == nil {
		t.Error("one file is two people")
	}
}
