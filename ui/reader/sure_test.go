package reader

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"hearsay/analysis"
	"hearsay/ui/reader/layout"
)

// How sure a quote is can be told without a figure, in the article and in its list, with colours and without.
func TestThreeLevelsAreToldApart(t *testing.T) {
	for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256,
		colorprofile.TrueColor} {
		s := sit(t, 160, 48, func(o *Options) { o.NoColor = profile == colorprofile.ASCII })
		s.Update(tea.ColorProfileMsg{Profile: profile})
		s.press("J").sees("A┋ Mayor", "A Fenn         ┋ that the harbour", "│ “We cannot", "┊~that the old")
		buf, x, y := s.screen(), 0, 0
		faint := func(words string) bool {
			x, y = s.cellOf(words)
			likely := buf.CellAt(x, y)
			x, y = s.cellOf("must be rebuilt before")
			return !likely.Style.Equal(&buf.CellAt(x, y).Style)
		}
		if !faint("the old wall had failed") {
			t.Errorf("%v: unsure words look like sure ones", profile)
		}
		if profile == colorprofile.ASCII {
			s.sees("AB┊~")
		}
	}
	sit(t, 120, 40, func(o *Options) { o.Dumb = true }).press("J").sees("┊~")
}

// One key leaves only what is sure: lists, counts, shares and the way from quote to quote follow, and all of them say
// so; then it shows all again.
func TestOnlyWhatIsSureIsShownAndCounted(t *testing.T) {
	s := sit(t, 160, 48).press("-").
		sees("only sure or likely: 5 of 8 quotes shown and counted", "2 Quotes 1/5 of 8 · only sure or likely",
			"5 quotes · 3 speakers · only sure or likely", "share of quoted words (only sure or likely)")
	s.press("-").sees("only sure: 2 of 8 quotes shown and counted", "2 Quotes 1/2 of 8 · only sure",
		"3 Speakers 1/2 of 3 · only sure", "nothing here is sure enough (only sure): - shows more")
	if s.misses("│ “We", "C the report"); strings.Contains(s.text(), "A┊") {
		t.Errorf("what is unsure is marked in the article:\n%s", s.text())
	}
	s.press("J").atQuote("that the plan").press("J").sees("no further quote").press("c").sees("quoted words (only sure)").
		press("c", "K", "}").sees("no further quote by Fenn")
	x, y := s.cellOf("Nobody will pay")
	s.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	s.atQuote("that the harbour").press("-").sees("all is shown and counted again").sees("2 Quotes 1/8").
		misses("· only sure")
}

// What is current goes with what is hidden, wherever it was.
func TestWhatIsHiddenIsNotCurrent(t *testing.T) {
	s := sit(t, 160, 48).press(")").atQuote("“Nobody").press("4", "G").sees("opposes a second survey").press("-", "-").
		atQuote("that the harbour")
	if s.at.Position != none {
		t.Errorf("position %d is current, and hidden", s.at.Position)
	}
	s.press("H", "H").atQuote("that the harbour").check("back")
	s.press("4", "t", "t", "j", "l", "enter", "=", "t", "J", "p").check("the positions")
}

// What is set holds in every article, and the next time.
func TestSurenessIsKept(t *testing.T) {
	s := sit(t, 160, 48, func(o *Options) { o.Items = []Item{harbourItem(), harbourItem()} }).press("-", "-", ".")
	s.read(1)
	s.sees("article 2 of 2", "2 Quotes 1/2 of 8 · only sure")
	s = sit(t, 160, 48, func(o *Options) { o.Habits = s.habits() }).sees("2 Quotes 1/2 of 8 · only sure")
	s.press("-", "<")
	if got := s.habits(); got.Least != analysis.Unsure || got.Split != layout.DefaultSplit-5 {
		t.Errorf("what is kept is %+v", got)
	}
}

// A review goes through all; what was decided in it is sure.
func TestWhatWasDecidedIsSure(t *testing.T) {
	s := sit(t, 160, 48).press("-", "-", "v").sees("8 quotes · 3 speakers", "0 of 8 decided").press("-").
		sees("a review goes through all").misses("· only sure")
	s.press("a", "a", "v").sees("2 Quotes 3/3 of 8 · only sure", "┃ “We cannot").press("v", "u", "u", "v").
		sees("2 Quotes 1/2 of 8")
}

// A filter understands how sure a quote is, whether its speaker is known, and what was decided on it.
func TestFiltersKnowHowSureAQuoteIs(t *testing.T) {
	s := sit(t, 160, 48).press("2")
	for query, want := range map[string]string{"sure": "2 shown", "likely": "3 shown", "unsure": "3 shown",
		"unknown": "2 shown", "unknown direct": "1 shown", "unsure fenn": "1 shown", "undecided": "8 shown",
		"flagged": "0 shown", "denied": "0 shown"} {
		s.press("f").typeIn(query).sees(want).press("esc")
	}
	s.press("4", "f").typeIn("likely").sees("2 shown").press("esc").press("f").typeIn("unsure fenn").sees("1 shown").
		press("esc", "1", "v", "!", "a", "v", "2", "f").typeIn("undecided").sees("7 shown").press("esc", "f").
		typeIn("flagged").sees("1 shown")
}
