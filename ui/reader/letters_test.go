package reader

import (
	"strings"
	"testing"

	"hearsay/ui/reader/layout"
)

// letters are the speakers of the article on the screen in the order of their letters, digits and colours.
func (s *sitting) letters() string {
	var all []string
	for _, sp := range s.doc().Speakers {
		all = append(all, sp.Name)
	}
	return strings.Join(all, ", ")
}

// Letters, digits and colours stay with their speakers whatever is decided, taken back, ended and begun again; new
// speakers stand behind them, and go when nothing is theirs any more.
func TestLettersStayAsLongAsTheArticleIsOpen(t *testing.T) {
	s, d := underReview(t, 160, 48)
	const before = "Orla Fenn, Tomas Brandt, the report"
	still := func(want string) {
		t.Helper()
		if got := s.letters(); got != want {
			t.Errorf("the speakers are %s, want %s", got, want)
		}
	}
	still(before)
	for _, keys := range []string{"v", "x x", "esc", "v", "2 2 2 2", "v", "v", "u", "esc", "v"} {
		s.press(strings.Fields(keys)...)
		still(before)
	}
	s.press("g", "r").typeIn("=Ada Quill").press("enter", "r").typeIn("=Bo Lund").press("enter")
	still(before + ", Ada Quill, Bo Lund")
	s.press("esc")
	still(before + ", Ada Quill, Bo Lund")
	s.press("v")
	still(before + ", Ada Quill, Bo Lund")
	s = sit(t, 160, 48, func(o *Options) { o.Desk = d })
	still(before + ", Ada Quill, Bo Lund")
	s.press("v", "u")
	still(before + ", Ada Quill")
	s.press("u", "esc")
	still(before)
}

// The panel that asks is there when a review begins, whatever else was open, and behind another panel the line of
// hints tells the way back to it.
func TestTheQuestionIsThereWhenAReviewBegins(t *testing.T) {
	for _, size := range sizes {
		for _, first := range []string{"w", "c", "w tab", "3", "2", "s enter"} {
			s, _ := underReview(t, size[0], size[1])
			s.press(strings.Fields(first)...).press("v").in(layout.Article)
			if s.at.Panel != layout.Review {
				t.Errorf("%v: after %s there is no question", size, first)
			}
			if size[1] >= 20 && s.layout.Panes[layout.Review].Empty() {
				t.Errorf("%v: after %s the question is not on the screen", size, first)
			}
			s.check(first)
		}
		s, _ := underReview(t, size[0], size[1])
		s.press("v", "a", "w").sees("esc back")
		if size[0] >= 60 {
			s.sees("esc back to the question")
		}
		s.press("esc").sees("REVIEW").misses("esc back")
		if s.at.Panel != layout.Review {
			t.Errorf("%v: after esc there is no question", size)
		}
	}
}
