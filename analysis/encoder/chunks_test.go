package encoder

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis/text"
)

// mixed is a text of sentences of all lengths, some of which fit in no chunk.
func mixed(random *rand.Rand, sentences int) string {
	words := []string{"the", "minister", "waited", "Bridges", "said", "“no”", "café", "transubstantiation", "!?", "3,000",
		strings.Repeat("long", 30)}
	b := &strings.Builder{}
	for range sentences {
		n := 1 + random.IntN(30)
		if random.IntN(10) == 0 {
			n *= 20
		}
		for range n {
			b.WriteString(words[random.IntN(len(words))] + " ")
		}
		b.WriteString("ends. ")
		if random.IntN(4) == 0 {
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

// Every token stands in one chunk, in order, with its own pieces, and no chunk is longer than it may be.
func TestChunksHoldTheWholeText(t *testing.T) {
	v := encoder(t, small).vocabulary
	random := rand.New(rand.NewPCG(1, 1))
	for range 50 {
		x := text.Split(mixed(random, 40), nil)
		token := 0
		for _, c := range cut(x, v) {
			if c.from != token || len(c.starts) == 0 {
				t.Fatalf("a chunk of %d tokens begins at %d, not %d", len(c.starts), c.from, token)
			}
			if len(c.pieces) > maxPositions || c.pieces[0] != v.CLS || c.pieces[len(c.pieces)-1] != v.SEP {
				t.Fatalf("%d pieces, from %d to %d", len(c.pieces), c.pieces[0], c.pieces[len(c.pieces)-1])
			}
			for i, from := range c.starts {
				to := len(c.pieces) - 1
				if i+1 < len(c.starts) {
					to = int(c.starts[i+1])
				}
				if want := v.Append(nil, x.Word(token)); !slices.Equal(c.pieces[from:to], want) {
					t.Fatalf("%q is %v, not %v", x.Word(token), c.pieces[from:to], want)
				}
				token++
			}
		}
		if token != len(x.Tokens) {
			t.Fatalf("%d tokens of %d", token, len(x.Tokens))
		}
	}
}

// Chunks end where a sentence does, unless it fits in none, and hold as many sentences as they can.
func TestChunksAreCutBetweenSentences(t *testing.T) {
	v := encoder(t, small).vocabulary
	ofLength := func(words int) string { return strings.Repeat("the ", words-1) + "end. " } // n+3 pieces
	for _, c := range []struct {
		name  string
		words []int
		want  []int // how many pieces of the text each chunk has
	}{
		{"all in one", []int{40, 50}, []int{96}},
		{"to the last place", []int{75, 77}, []int{158}},
		{"one too many", []int{75, 78}, []int{78, 81}},
		{"one after the other", []int{100, 100, 20, 30, 100}, []int{103, 126, 136}},
		{"longer than a chunk", []int{50, 400, 10}, []int{53, 158, 158, 100}},
		{"longer than a chunk, at the start", []int{156, 3}, []int{158, 7}},
	} {
		b := &strings.Builder{}
		for i, n := range c.words {
			b.WriteString(strings.ToUpper(ofLength(n)[:1]) + ofLength(n)[1:])
			if i%2 == 1 {
				b.WriteString("\n\n")
			}
		}
		var got []int
		for _, k := range cut(text.Split(b.String(), nil), v) {
			got = append(got, len(k.pieces)-2)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, not %v", c.name, got, c.want)
		}
	}
}

func TestNoTextHasNoChunks(t *testing.T) {
	if got := cut(text.Split(" \n\n", nil), encoder(t, small).vocabulary); got != nil {
		t.Error(got)
	}
}
