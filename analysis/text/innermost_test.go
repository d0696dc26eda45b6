package text

import (
	"slices"
	"testing"
)

func TestInnermostStretches(t *testing.T) {
	x := Split("a b c d e f", nil)
	at := func(from, to int) Span { return Span{x.Tokens[from].Start, x.Tokens[to-1].End} }
	for _, c := range []struct {
		name      string
		stretches [][]Span
		want      []int32
	}{
		{"none", nil, []int32{0, 0, 0, 0, 0, 0}},
		{"the inner one counts, whichever comes first", [][]Span{{at(2, 3)}, {at(1, 5)}}, []int32{0, 2, 1, 2, 2, 0}},
		{"parts count together", [][]Span{{at(0, 1), at(4, 6)}, {at(0, 2)}}, []int32{2, 2, 0, 0, 1, 1}},
	} {
		if got := x.Innermost(c.stretches); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
