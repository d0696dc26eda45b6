package reader

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

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
	s = &sitting{newModel(t.Context(), o), t, map[string]int{}}
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
	s.sees("Council splits over harbour wall", "finding out who says what", "x stop", "A articles").press("j", "j")
	top := s.topLine()
	s.press("/").typeIn("the")
	let()
	s.press("esc").sees("2 Quotes ")
	if s.topLine() != top {
		t.Errorf("the end of the analysis scrolled from line %d to %d", top, s.topLine())
	}
	if s.at.Quote == none {
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
	keys := []string{"j", "G", "/", "a", "esc", "enter", "2", "3", "H", "L", "w", ".", ",", "?", "z", "tab", "n", "o",
		"#", "J", "5"}
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
			if cmd := s.open(s.at.Item); cmd != nil {
				s.Update(cmd())
			}
			s.check(strings.Join(story, " "))
			s.consistent(story)
		}
	}
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

func TestDamagedCharactersAreTold(t *testing.T) {
	sit(t, 160, 30, func(o *Options) {
		o.Items = []Item{{Name: "cut.txt", Open: func(context.Context) (articles.Article, error) {
			text := "She said \uFFFDno\uFFFD."
			whole := []articles.Paragraph{{Span: analysis.Span{End: len(text)}}}
			return articles.Article{ID: "cut", Text: text, Paragraphs: whole}, nil
		}}}
		o.Analyze = func(context.Context, articles.Article, func(float64)) (*analysis.Document, error) {
			return &analysis.Document{}, nil
		}
	}).sees("damaged characters in the text: 2")
}

func TestWaitingForAPipeIsTold(t *testing.T) {
	s := &sitting{newModel(t.Context(), options()), t, map[string]int{}}
	s.Init()
	s.Update(windowOf(80, 24))
	s.sees("opening harbour.txt").check("start")
}

// Keys that need the quotes wait for them, in their order, whatever mode they lead to; esc takes them back.
func TestKeysWaitForTheQuotes(t *testing.T) {
	s, let := waiting(t, 120, 30)
	s.press("J", "enter").sees("J ↵ waits for it: esc takes it back").in(layout.Article).press("j")
	let()
	s.in(layout.Speakers).atQuote("“We cannot").misses("waits for it")
	s, let = waiting(t, 120, 30)
	s.press("v", "a", "x")
	let()
	s.sees("REVIEW", "2 of 8 decided")
	s, let = waiting(t, 120, 30)
	s.press("2", "j", "j")
	let()
	s.in(layout.Quotes).atQuote("that the plan was")
	s, let = waiting(t, 120, 30)
	s.press("J", "J", "esc").sees("nothing waits any more")
	let()
	s.atQuote("that the harbour")
	s, let = waiting(t, 120, 30)
	s.press("J", "J", "E", "a")
	s.press("q")
	if !s.quit {
		t.Error("q waits")
	}
	let()
}
