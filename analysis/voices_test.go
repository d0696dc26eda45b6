package analysis

import (
	"slices"
	"testing"
)

// Only what was said is anybody's voice: what was denied and what was refused is told apart and takes no share.
func TestOnlyWhatWasSaidIsAVoice(t *testing.T) {
	const s = "one two three four five six seven eight nine ten"
	words := func(start, end int) []Span { return []Span{{Start: start, End: end}} }
	d := &Document{Speakers: make([]Speaker, 3), Quotes: []Quote{
		{Content: words(0, 13), Speakers: []int{0, 1}},                 // three words of two speakers
		{Content: words(14, 18), Polarity: Denied, Speakers: []int{0}}, // never said
		{Content: words(19, 23), Speakers: []int{0}},                   // one word
		{Content: words(24, 33), Polarity: Refused, Speakers: []int{2}},
		{Content: words(34, 44)}, // two words of nobody known
		{Polarity: Refused, Speakers: []int{2}},
	}}
	v := d.Voices(s)
	if v.Words != 6 {
		t.Errorf("%d words are said in all, want 6", v.Words)
	}
	for i, want := range []struct {
		words, share          int
		said, denied, refused []int
	}{{4, 67, []int{0, 2}, []int{1}, nil}, {3, 50, []int{0}, nil, nil}, {0, 0, nil, nil, []int{3, 5}}} {
		got := v.By[i]
		if got.Words != want.words || v.Share(i) != want.share || !slices.Equal(got.Said, want.said) ||
			!slices.Equal(got.Denied, want.denied) || !slices.Equal(got.Refused, want.refused) {
			t.Errorf("speaker %d: %+v with %d %%, want %+v", i, got, v.Share(i), want)
		}
	}
	if got := (Voices{By: make([]Voice, 1)}).Share(0); got != 0 {
		t.Errorf("the share of nothing is %d", got)
	}
}
