package turns_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"hearsay/analysis/annotated/annotatedtest"
	"hearsay/analysis/attribution"
	"hearsay/analysis/text"
	"hearsay/analysis/turns"
)

// pieces are what texts are made of that may or may not be transcripts.
var pieces = []string{"REED: Will you go?", "BELL (voice-over): I will.", "Q: Why?", "A. Because I must.", "(APPLAUSE)",
	"The CHAIRMAN. Order.", "[10:32] Mara Lind: Well, we shall see.", "MARA LIND", "Mara Lind:",
	"Note: none", "::", "Q", "A", "Q —",
	"**How?**", "By Ada Venn", "BY MR. BELL:", "(", ")", "“No,” she said, “never.”", "é: ï?", "Æ(Ω): y", "\u2028", "12:04",
	"https://example.org/a:b", "Interview: Mara Lind",
	"Mr. BELL of Ohio. I object [sic].", "1. 2. 3. X: I am.", "…", "— : —"}

// Whatever the text, turns are ranges of it in reading order, none of which overlaps another or a label.
func TestTurnsAreRangesOfAnyText(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	for range 60 {
		var b strings.Builder
		for range random.IntN(14) {
			b.WriteString(pieces[random.IntN(len(pieces))])
			b.WriteString([]string{"\n", "\n\n", " ", "\r\n"}[random.IntN(4)])
		}
		s := b.String()
		a := annotatedtest.ReadWithoutStates(t, s)
		found := turns.Find(a, nil)
		at := 0
		for _, turn := range found.All {
			for _, p := range append([]text.Span{turn.Label, turn.Cue}, turn.Content...) {
				if p.Empty() {
					continue
				}
				if from, to := a.Range(p); p.Start < at || a.Span(from, to) != p {
					t.Fatalf("%v of %q, behind %d", p, s, at)
				}
				at = p.End
			}
			if len(turn.Content) == 0 {
				t.Fatalf("a turn without words: %q", s)
			}
		}
		for _, q := range found.Join(nil) {
			if len(q.Content) == 0 || q.Kind != attribution.Direct {
				t.Fatalf("%+v of %q", q, s)
			}
		}
	}
}
