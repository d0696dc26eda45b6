package text

import "testing"

func TestWordsAreCountedAsPeopleDo(t *testing.T) {
	s := "“We can’t wait,” she said. “Not now.”"
	for _, c := range []struct {
		spans []Span
		want  int
	}{{nil, 0}, {[]Span{{0, len(s)}}, 7}, {[]Span{{0, 18}, {len(s) - 14, len(s)}}, 5}, {[]Span{{3, 3}}, 0}} {
		if got := Words(s, c.spans); got != c.want {
			t.Errorf("%v holds %d words, want %d", c.spans, got, c.want)
		}
	}
}
