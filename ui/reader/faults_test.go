package reader

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/ui/reader/layout"
)

// waiting starts the reader on two articles whose analyses take until they are let go.
func waiting(t *testing.T, w, h int) (s *sitting, let func()) {
	t.Helper()
	gate := make(chan struct{})
	o := options()
	o.Items = []Item{harbourItem(), harbourItem()}
	o.Analyze = func(ctx context.Context, _ articles.Article, _ func(float64)) (*analysis.Document, error) {
		select {
		case <-gate:
			return harbourDocument(), nil
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	s = &sitting{newModel(t.Context(), o), t}
	s.Init()
	s.Update(windowOf(w, h))
	s.Update(s.open(0)())
	return s, func() {
		close(gate)
		s.pump()
	}
}

// pump waits for the analyses at work.
func (s *sitting) pump() {
	for _, o := range s.shelf {
		for o.run != nil {
			s.Update(o.run.listen())
		}
	}
}

func TestTheTextCanBeReadWhileTheAnalysisIsAtWork(t *testing.T) {
	s, let := waiting(t, 100, 14)
	s.sees("Council splits over harbour wall", "finding out who says what", "x stop", "A articles").press("j", "j", "J")
	top := s.topLine()
	s.press("/").typeIn("the")
	let()
	s.press("esc").sees("2 Quotes ")
	if s.topLine() != top {
		t.Errorf("the end of the analysis scrolled from line %d to %d", top, s.topLine())
	}
	if s.at.quote == none {
		t.Error("no quote is current")
	}
}

func TestStopAndStartAnAnalysis(t *testing.T) {
	s, let := waiting(t, 120, 30)
	s.press("r").sees("finding out").press("x")
	s.pump()
	s.sees("the analysis was stopped: r starts it again", "r analyse").press("j").sees("the analysis was stopped")
	s.press("r").sees("finding out who says what")
	let()
	s.sees("2 Quotes 1/8").press("r").sees("the article is analysed already").press("x").sees("no analysis is at work")
}

func TestAnArticleLeftBehindCostsNoWork(t *testing.T) {
	s, let := waiting(t, 120, 30)
	s.Update(keyOf("."))
	s.Update(s.open(1)())
	if s.shelf[0].run != nil {
		t.Error("the first analysis goes on")
	}
	s.press(",")
	if s.shelf[0].run == nil || s.shelf[1].run != nil {
		t.Error("the analysis does not follow the reader")
	}
	let()
	s.sees("2 Quotes 1/8")
}

// The analysis may end between any two keys.
func TestTheAnalysisMayEndAtAnyMoment(t *testing.T) {
	keys := []string{"j", "G", "/", "a", "esc", "enter", "2", "3", "H", "L", "w", ".", ",", "?", "z", "tab", "n", "o", "#", "J", "5"}
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 11))
		s, let := waiting(t, 60+int(seed%3)*30, 10+int(seed%4)*7)
		end := rng.IntN(25)
		var story []string
		for i := range 40 {
			if i == end {
				let()
			}
			k := keys[rng.IntN(len(keys))]
			story = append(story, k)
			s.Update(keyOf(k))
			if cmd := s.open(s.at.item); cmd != nil {
				s.Update(cmd())
			}
			s.check(strings.Join(story, " "))
			s.consistent(story)
		}
	}
}

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
	if len(s.hits.spans) != 0 {
		t.Errorf("%d hits of the first article are kept for the second", len(s.hits.spans))
	}
	s.press(",").sees("2 Quotes")
	if s.at.query != "harbour" || len(s.hits.spans) == 0 {
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
	if s.at.only != 1 {
		t.Errorf("narrowed down to %d", s.at.only)
	}
	s.press("k", "o").sees("only Fenn").press("o")
	if s.at.only != none {
		t.Error("once more does not widen it")
	}
}

func TestWhyOpensAndClosesAtEverySize(t *testing.T) {
	for _, size := range [][2]int{{160, 48}, {130, 14}, {80, 24}, {60, 20}, {40, 12}} {
		for _, from := range []string{"1", "2", "3", "4"} {
			s := sit(t, size[0], size[1]).press(from)
			before := s.at.focus
			s.press("w")
			if s.layout.Panes[layout.Why].Empty() {
				t.Errorf("%v from %s: the panel is not seen", size, from)
			}
			if s.layout.Panes[s.at.focus].Empty() {
				t.Errorf("%v from %s: the focus is out of sight", size, from)
			}
			if s.press("w"); s.at.why || s.at.focus != before {
				t.Errorf("%v from %s: w leads back to %s", size, from, paneNames[s.at.focus])
			}
		}
	}
}

func TestAFilterIsNeverATrap(t *testing.T) {
	s := sit(t, 120, 40).press("2", "f").typeIn("winter").press("enter", "1", "J").sees("no further quote with “winter” that way: F shows all")
	s.press("esc").sees("2 Quotes 1/8")
	s = sit(t, 80, 24).press("2", "f").typeIn("winter").press("enter").sees("“winter”")
	s = sit(t, 40, 12).press("3", "o", "1").sees("only A")
}

func TestASearchInAListCountsRows(t *testing.T) {
	s := sit(t, 120, 40).press("2", "/").typeIn("wall").sees("1/3").press("enter").sees("“wall” 1/3").press("n").sees("“wall” 2/3")
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
	if got := s.lists[layout.Speakers].top; got != 0 {
		t.Errorf("the list of speakers opens at row %d", got)
	}
}

func TestBackStopsAtTheFirstArticleRead(t *testing.T) {
	s := sit(t, 100, 30, func(o *Options) { o.Choose, o.Items = true, []Item{brokenItem(), harbourItem()} })
	s.press("2").sees("2 Quotes").press("H").sees("this is where you began", "Council splits")
}

func TestBackGoesFromHitToHit(t *testing.T) {
	s := sit(t, 160, 48).press("/").typeIn("the").press("enter", "n", "n").sees("3/")
	s.press("H")
	if s.at.hit != 1 {
		t.Errorf("back leads to hit %d", s.at.hit)
	}
}

func TestAnArticleIsFoundAsItWasLeft(t *testing.T) {
	s := sit(t, 120, 20).press("J", "J", "J").press(".", ",").atQuote("that the old wall had failed")
	s.press("A", "enter").atQuote("that the old wall had failed")
}

func TestNextGoesOnFromWhatIsOnTheScreen(t *testing.T) {
	s := sit(t, 120, 8).atQuote("that the harbour")
	s.scroll(9)
	s.at.quote = 0
	s.press("J")
	if got := s.at.quote; got < 2 {
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

func TestAFailedAnalysisIsTold(t *testing.T) {
	s := sit(t, 120, 30, func(o *Options) {
		o.Analyze = func(context.Context, articles.Article, func(float64)) (*analysis.Document, error) {
			return nil, errors.New("the weights are damaged")
		}
	})
	s.sees("the analysis failed: the weights are damaged").press("J").sees("the analysis failed")
}

func TestAnotherLanguageIsTold(t *testing.T) {
	sit(t, 160, 30, func(o *Options) {
		o.Analyze = func(context.Context, articles.Article, func(float64)) (*analysis.Document, error) {
			return &analysis.Document{Language: "fr", MarksOnly: true}, nil
		}
	}).sees("the text is in French; attribution knows English only")
}

func TestWaitingForAPipeIsTold(t *testing.T) {
	s := &sitting{newModel(t.Context(), options()), t}
	s.Init()
	s.Update(windowOf(80, 24))
	s.sees("opening harbour.txt").check("start")
}

// The hits of a search always lie in the text that is shown, and the pane in focus is always seen.
func TestEverySearchAndFocusFits(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	s := sit(t, 80, 24)
	keys := []string{"/", "w", "enter", ".", ",", "n", "H", "L", "tab", "shift+tab", "w", "5", "3", "4", "z", "o", "esc", "f", "a"}
	for i := range 600 {
		s.press(keys[rng.IntN(len(keys))])
		if i%50 == 0 {
			s.Update(windowOf([]int{80, 60, 120, 40}[i/50%4], 24))
		}
		if s.layout.Panes[s.at.focus].Empty() {
			t.Fatal("the focus is out of sight")
		}
		o := s.current()
		if o != nil && slices.ContainsFunc(s.hits.spans, func(sp analysis.Span) bool { return sp.End > len(o.article.Text) }) {
			t.Fatal("a hit lies outside the article")
		}
	}
}
