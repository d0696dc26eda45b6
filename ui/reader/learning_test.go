package reader

import (
	"strings"
	"testing"
)

// A key that does something elsewhere says where; what does not exist is told by what does.
func TestKeysTellWhereTheyBelong(t *testing.T) {
	s := sit(t, 120, 40).press("a").sees("a decides in a review: v begins one").press("&").
		sees("& decides in a review").press("l").sees("l is for the positions: 4 leads there").press("é").
		sees("é does nothing here: ? lists the keys")
	s.press("#").typeIn("999").press("enter").sees("there are 9 paragraphs")
}

// The palette finds actions by words in any order, and by what others call them.
func TestThePaletteKnowsWhatIsMeant(t *testing.T) {
	for typed, want := range map[string]string{"csv export": "export all, the speaker", "table": "as a table of both",
		"dark": "dark, light, or the terminal's own", "clipboard": "copy what the pane shows", "quote next": "next quote",
		"maximise": "give the pane the whole screen"} {
		sit(t, 120, 40).press(":").typeIn(typed).sees(want).press("esc").check(typed)
	}
	sit(t, 160, 48).sees("y copy", "v review", "- only sure")
}

// Several steps from quote to quote are one jump: back leads to where they began.
func TestBackLeapsOverSteps(t *testing.T) {
	sit(t, 120, 40).press("J", "J", "J", "K", "}").press("H").atQuote("that the harbour")
	s := sit(t, 120, 40).press("J", "enter", "H").atQuote("“We cannot").press("J", "J", "H").atQuote("“We cannot").
		press("H").atQuote("that the harbour")
	s.press("H").sees("this is where you began")
}

// Whatever the room, every hint of a pane has its turn, and the first stay.
func TestHintsTakeTurns(t *testing.T) {
	for _, w := range []int{60, 80, 120} {
		s, seen := sit(t, w, 24), ""
		for range 100 {
			lines := strings.Split(s.press("j").text(), "\n")
			foot := strings.TrimRight(lines[len(lines)-1], " ")
			if seen += foot; !strings.HasPrefix(foot, " J next") || !strings.HasSuffix(foot, "? help") {
				t.Fatalf("at %d cells: %q", w, foot)
			}
		}
		for _, want := range []string{"v review", "y copy", "A articles", "o only", "E export", "- only sure"} {
			if !strings.Contains(seen, want) {
				t.Errorf("at %d cells %q is never hinted at", w, want)
			}
		}
	}
}
