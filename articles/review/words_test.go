package review_test

import (
	"testing"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/articles/review"
)

func TestWordsAreWholeCodePointsOfTheText(t *testing.T) {
	const text = "Zoë: “💧”"
	for start := -3; start < len(text)+3; start++ {
		for end := -3; end < len(text)+3; end++ {
			for _, w := range review.WordsAt(text, []analysis.Span{{Start: start, End: end}, {Start: end, End: end + 1}}) {
				if !w.In(text) || !utf8.ValidString(w.Text) {
					t.Fatalf("[%d, %d) gives %+v", start, end, w)
				}
			}
		}
	}
	for _, w := range []review.Words{{-1, 2, "Z"}, {0, 0, ""}, {0, 99, text}, {2, 1, "o"}, {3, 4, text[3:4]},
		{0, 1, "z"}} {
		if w.In(text) {
			t.Errorf("%+v does not stand there", w)
		}
	}
}

func TestAMarkMoreOrLessIsNoOtherQuote(t *testing.T) {
	const text = "“We won,” she said; “twice.”"
	words := func(from, to int) []review.Words {
		return review.WordsAt(text, []analysis.Span{{Start: from, End: to}})
	}
	if !review.SameLetters(words(0, 12), words(3, 9)) || review.SameLetters(words(0, 12), words(3, 8)) ||
		!review.SameLetters(nil, words(11, 12)) {
		t.Error("letters alone count")
	}
	if s := review.Overlap([]analysis.Span{{Start: 0, End: 10}, {Start: 20, End: 30}},
		[]analysis.Span{{Start: 5, End: 25}}); s < 0.333 || s > 0.334 {
		t.Errorf("10 of 30 is %v", s)
	}
}
