package reader

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

func TestADoubleClickDoesWhatEnterWouldWhateverItsKey(t *testing.T) {
	s := sit(t, 160, 40, func(o *Options) { o.Keys = map[string][]string{"place-of-quote": {"v"}} })
	in := s.layout.Inner(layout.Quotes)
	for range 2 {
		s.Update(tea.MouseClickMsg{X: in.X + 3, Y: in.Y + 2, Button: tea.MouseLeft})
	}
	s.in(layout.Article).atQuote("that the plan was")
}

func TestASearchStaysInItsArticle(t *testing.T) {
	s := sit(t, 120, 30).press("/").typeIn("harbour").press("enter").sees("1/").press(".")
	if s.hits.Len() != 0 {
		t.Errorf("%d hits of the first article are kept for the second", s.hits.Len())
	}
	s.press(",").sees("2 Quotes")
	if s.at.Query != "harbour" || s.hits.Len() == 0 {
		t.Error("back in the first article its search is gone")
	}
}

func TestAnUnknownSpeakerLeavesNobodyMarked(t *testing.T) {
	s := sit(t, 120, 40).press(")").sees("? speaker unknown").misses("▌A Orla", "▌B Tomas", "▌C the report")
	s.press("p").sees("takes no side").press("o").sees("the speaker is unknown").press("}").sees("the speaker is unknown")
}

func TestOneRowOfAListIsCurrent(t *testing.T) {
	s := sit(t, 120, 40).press("w", "5").in(layout.Why)
	for range 6 {
		s.press("j")
		if n := strings.Count(strings.Join(s.pane(layout.Why, s.current()), "\n"), "▌"); n != 1 {
			t.Fatalf("%d rows of the panel are marked", n)
		}
	}
}

func TestOnlyKeepsItsWordBesideAFilter(t *testing.T) {
	s := sit(t, 120, 40).press("2", "f").typeIn("harbour").press("enter", "3", "j", "o").sees("only Brandt")
	if s.at.Only != 1 {
		t.Errorf("narrowed down to %d", s.at.Only)
	}
	s.press("k", "o").sees("only Fenn").press("o")
	if s.at.Only != none {
		t.Error("once more does not widen it")
	}
}

func TestWhyOpensAndClosesAtEverySize(t *testing.T) {
	for _, size := range [][2]int{{160, 48}, {130, 14}, {80, 24}, {60, 20}, {40, 12}} {
		for _, from := range []string{"1", "2", "3", "4"} {
			s := sit(t, size[0], size[1]).press(from)
			before := s.at.Focus
			s.press("w")
			if s.layout.Panes[layout.Why].Empty() {
				t.Errorf("%v from %s: the panel is not seen", size, from)
			}
			if s.layout.Panes[s.at.Focus].Empty() {
				t.Errorf("%v from %s: the focus is out of sight", size, from)
			}
			if s.press("w"); s.at.Panel != view.NoPanel || s.at.Focus != before {
				t.Errorf("%v from %s: w leads back to %s", size, from, s.panes.Of(s.at.Focus).Name)
			}
		}
	}
}

func TestAFilterIsNeverATrap(t *testing.T) {
	s := sit(t, 120, 40).press("2", "f").typeIn("winter").press("enter", "1", "J").
		sees("no further quote with “winter” that way: F shows all")
	s.press("esc").sees("2 Quotes 1/8")
	sit(t, 80, 24).press("2", "f").typeIn("winter").press("enter").sees("“winter”")
	sit(t, 40, 12).press("3", "o", "1").sees("only A")
}

func TestASearchInAListCountsRows(t *testing.T) {
	s := sit(t, 120, 40).press("2", "/").typeIn("wall").sees("1/3").press("enter").sees("“wall” 1/3").press("n").
		sees("“wall” 2/3")
	s.press("/").typeIn("zebra").sees("not found").press("enter").sees("“zebra” not found")
}

func TestAnArticleOpensAtItsBeginning(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {40, 12}, {31, 8}} {
		if s := sit(t, size[0], size[1]); s.topLine() != 0 {
			t.Errorf("at %v the article opens at line %d", size, s.topLine())
		}
	}
}

func TestAListOpensAtItsBeginning(t *testing.T) {
	s := sit(t, 160, 22, func(o *Options) {
		o.Analyze = func(context.Context, articles.Article, func(float64)) (*analysis.Document, error) {
			d := harbourDocument()
			for range 20 {
				d.Speakers = append(d.Speakers, analysis.Speaker{Name: "Somebody", Names: []string{"Somebody"}})
			}
			d.Quotes[0].Speakers = []int{15}
			return d, nil
		}
	})
	if got := s.panes.Top(layout.Speakers); got != 0 {
		t.Errorf("the list of speakers opens at row %d", got)
	}
}

func TestBackStopsAtTheFirstArticleRead(t *testing.T) {
	s := sit(t, 100, 30, func(o *Options) { o.Choose, o.Items = true, []Item{brokenItem(), harbourItem()} })
	s.press("down", "enter").sees("2 Quotes").press("H").sees("this is where you began", "Council splits")
}

func TestBackGoesFromHitToHit(t *testing.T) {
	s := sit(t, 160, 48).press("/").typeIn("the").press("enter", "n", "n").sees("3/")
	s.press("H")
	if s.at.Hit != 1 {
		t.Errorf("back leads to hit %d", s.at.Hit)
	}
}

func TestAnArticleIsFoundAsItWasLeft(t *testing.T) {
	s := sit(t, 120, 20).press("J", "J", "J").press(".", ",").atQuote("that the old wall had failed")
	s.press("A", "enter").atQuote("that the old wall had failed")
}

func TestNextGoesOnFromWhatIsOnTheScreen(t *testing.T) {
	s := sit(t, 120, 8).atQuote("that the harbour")
	s.scroll(9)
	s.at.Quote = 0
	s.press("J")
	if got := s.at.Quote; got < 2 {
		t.Errorf("from the middle of the article J leads to quote %d", got)
	}
}

func TestATinyWindowTakesOnlyLeave(t *testing.T) {
	s := sit(t, 20, 5).sees("Hearsay needs").press("J", "z", "4")
	s.Update(windowOf(120, 40))
	s.in(layout.Article).atQuote("that the harbour")
	if s = sit(t, 20, 5).press("q"); !s.quit {
		t.Error("q does not quit")
	}
}

func TestTheWheelSidewaysDoesNothing(t *testing.T) {
	s := sit(t, 100, 12)
	s.Update(tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelRight})
	if s.topLine() != 0 {
		t.Error("it scrolled")
	}
}

func TestTheLegendCanBeReadToItsEnd(t *testing.T) {
	s := sit(t, 40, 12).press("?")
	for range 120 {
		s.press("down")
	}
	s.sees("= ")
}

// The hits of a search always lie in the text that is shown, and the pane in focus is always seen.
func TestEverySearchAndFocusFits(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	s := sit(t, 80, 24)
	keys := []string{"/", "w", "enter", ".", ",", "n", "H", "L", "tab", "shift+tab", "w", "5", "3", "4", "z", "o", "esc",
		"f", "a"}
	for i := range 600 {
		s.press(keys[rng.IntN(len(keys))])
		if i%50 == 0 {
			s.Update(windowOf([]int{80, 60, 120, 40}[i/50%4], 24))
		}
		if s.layout.Panes[s.at.Focus].Empty() {
			t.Fatal("the focus is out of sight")
		}
		o := s.current()
		if o != nil && s.hits.Len() > 0 && s.hits.Span(s.hits.Len()-1).End > len(o.Article.Text) {
			t.Fatal("a hit lies outside the article")
		}
	}
}

// Esc leaves a question or a menu in a window too small to show it, and q still quits.
func TestEscLeavesWhatIsAskedInAWindowTooSmall(t *testing.T) {
	for _, opens := range []string{"/", "f", "?", ":", "#"} {
		s := sit(t, 120, 30).press("2", opens)
		s.Update(windowOf(20, 5))
		s.press("x", "j").sees("leaves what is").press("esc").misses("leaves what is")
		s.Update(windowOf(120, 30))
		if s.prompt != nil || s.menu != nil || s.at.Focus != layout.Quotes {
			t.Errorf("%s: esc does not leave it in a small window", opens)
		}
		s.Update(windowOf(20, 5))
		if s.press("q"); !s.quit {
			t.Errorf("%s: q does not quit afterwards", opens)
		}
	}
	for _, opens := range [][]string{{"v", "e"}, {"v", "C"}, {"v", "+"}, {"v", "4", "e"}, {"v", "4", "+"}} {
		s := sit(t, 120, 30).press(opens...)
		if !s.picking.On() {
			t.Fatalf("%q do not begin to choose words", opens)
		}
		s.Update(windowOf(20, 5))
		s.press("x", "w").sees("leaves what is", "chosen").press("esc").misses("leaves what is")
		s.Update(windowOf(120, 30))
		if s.picking.On() || s.prompt != nil || !s.reviewing.On() {
			t.Errorf("%q: esc does not leave the choice of words in a small window", opens)
		}
		s.check("leaving a choice of words in a small window")
	}
	s := sit(t, 100, 30, func(o *Options) { o.Choose = true })
	s.Update(windowOf(20, 5))
	if s.press("esc"); s.menu == nil || s.quit {
		t.Error("esc leaves the list of articles unseen, behind which nothing is")
	}
}

// A title of any length is one line of the window's title and of the screen, without what acts on a terminal.
func TestALongTitleIsCutToALine(t *testing.T) {
	s := sit(t, 100, 30, func(o *Options) {
		o.Items = []Item{{Name: "long.txt", Open: func(context.Context) (articles.Article, error) {
			a := articleOf("long", "It rained.\n\nNobody came.\n")
			a.Title = "Rain\n\u0085in\u2028the \x1b]0;owned\x07\u202eharbour " + strings.Repeat("very 雨 ", 300_000)
			return a, nil
		}}}
		o.Analyze = func(context.Context, articles.Article, func(float64)) (*analysis.Document, error) {
			return &analysis.Document{}, nil
		}
	})
	title := s.View().WindowTitle
	if w := cells.Width(title); w > 200 || strings.ContainsAny(title, "\n\r\u0085\u2028\u202e\x1b\x07") ||
		!strings.HasPrefix(title, "Rain in the") {
		t.Errorf("the title of the window takes %d cells: %.300q", w, title)
	}
	s.check("a long title")
}
