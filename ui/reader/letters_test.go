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

// A speaker who came with a quote that is taken back goes with it, and in question is again what was before.
func TestWhatIsAddedLeavesNothingBehindOnceItIsTakenBack(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v", "J", "J", "J", "J").atQuote("the wall lost")
	before := s.letters()
	s.press("+", "/").typeIn("second surv").press("enter", "enter", "0", "0").typeIn("=Ada Quill").press("enter").
		sees("the quote “second survey”: added: said by Ada Quill")
	if got := s.letters(); got != before+", Ada Quill" {
		t.Errorf("the speakers are %s", got)
	}
	s.press("u").sees("taken back: the quote “second survey” was “added: said by Ada Quill”").
		atQuote("the wall lost").sees("3 speakers")
	if got := s.letters(); got != before {
		t.Errorf("the speakers are %s", got)
	}
}

// A quote is named by a number that is its own, also behind others that were rejected.
func TestAQuoteKeepsItsNumber(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v").press("x").sees("quote 1: no quote").press("x").sees("quote 2: no quote").press("2").
		sees("quote 3: Tomas Brandt, as it stood").press("u", "u").sees("taken back: quote 2 was “no quote”")
}

// That a quote was denied or refused is asked for, and seen behind the speaker, whatever the size and the name.
func TestNobodyVouchesForADenialUnseen(t *testing.T) {
	for _, size := range sizes {
		for key, want := range map[string]string{"5": "¬ denied", "6": "Ø refused"} {
			s, _ := underReview(t, size[0], size[1])
			s.press("v", "r").typeIn("=Maximiliana Theodora Ada Quill of the Upper Harbour").press("enter", "K", "i", key).
				sees(want)
			s.press("J", "K").sees("· " + want).misses("Who says this? D")
			if s.check(key); size[0] == 160 {
				s.sees(map[string]string{"5": "Who is said not to have said this?", "6": "Who declined to comment?"}[key])
				s.press("tab", "tab").sees("D  " + want[:len("¬")])
			}
		}
	}
}

func TestAFlagOnWhatIsUndecidedStandsAlone(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v", "!", "J", "K").sees("  ! flagged").misses("· !", "undecided")
}
