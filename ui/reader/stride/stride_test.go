package stride

import (
	"strings"
	"testing"
	"unicode/utf8"

	"hearsay/analysis"
)

const story = "He said no. “We won’t go,” she said, and l’été 👩‍👩‍👧 passed."

func TestAnEdgeStopsWhereItsUnitDoes(t *testing.T) {
	sentences := []analysis.Span{{Start: 0, End: strings.Index(story, " “")},
		{Start: strings.Index(story, "“"), End: len(story)}}
	at := func(words string) int { return strings.Index(story, words) }
	for _, c := range []struct {
		name    string
		from    Edge
		unit    Unit
		forward bool
		want    int
	}{
		{"a start goes to the next word", Edge{at("He"), false}, Word, true, at("said")},
		{"and back", Edge{at("said"), false}, Word, false, at("He")},
		{"an end goes to the end of the next word", Edge{at(" said"), true}, Word, true, at(" no")},
		{"a mark is a word", Edge{at(". “"), true}, Word, true, at(" “")},
		{"an apostrophe is within one", Edge{at("won’t"), false}, Word, true, at("go,")},
		{"a sign is what is seen as one", Edge{at("👩"), false}, Sign, true, at(" passed")},
		{"and back", Edge{at(" passed"), true}, Sign, false, at("👩")},
		{"a sentence's start", Edge{at("she"), false}, Sentence, false, at("“We")},
		{"a sentence's end, before its mark", Edge{at("she"), true}, Sentence, true, len(story) - 1},
		{"and behind it", Edge{len(story) - 1, true}, Sentence, true, len(story)},
		{"and back to the sentence before", Edge{len(story) - 1, true}, Sentence, false, at(" “")},
		{"nothing lies before the first", Edge{0, false}, Word, false, 0},
		{"nothing lies behind the last", Edge{len(story), true}, Sentence, true, len(story)},
	} {
		if got := Move(story, sentences, c.from, c.unit, c.forward); got.At != c.want || got.End != c.from.End {
			t.Errorf("%s: %d, want %d", c.name, got.At, c.want)
		}
	}
}

// Whatever the text: an edge stays in it, on a code point's boundary, goes the way it is told, and gets to the end.
func FuzzMove(f *testing.F) {
	f.Add(story, 3)
	f.Add(strings.Repeat("a", 9000)+" b", 4500)
	f.Add("\xff\xfe e\u0301\u200d", 1)
	f.Fuzz(func(t *testing.T, s string, at int) {
		if !utf8.ValidString(s) {
			s = strings.ToValidUTF8(s, "\uFFFD")
		}
		at = min(max(at, 0), len(s))
		for at < len(s) && !utf8.RuneStart(s[at]) {
			at++
		}
		for _, unit := range []Unit{Sign, Word} {
			for _, end := range []bool{false, true} {
				e := Edge{at, end}
				for _, forward := range []bool{true, false} {
					got := Move(s, nil, e, unit, forward)
					if got.At < 0 || got.At > len(s) || got.At < len(s) && !utf8.RuneStart(s[got.At]) {
						t.Fatalf("%q from %d: %d", s, at, got.At)
					}
					if forward && got.At < at || !forward && got.At > at {
						t.Fatalf("%q from %d goes to %d, forward is %v", s, at, got.At, forward)
					}
				}
			}
		}
		for e, n := (Edge{}), 0; e.At < len(s); n++ {
			next := Move(s, nil, e, Sign, true)
			if next == e || n > len(s) {
				t.Fatalf("%q: signs end at %d", s, e.At)
			}
			e = next
		}
	})
}
