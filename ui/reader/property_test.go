package reader

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"hearsay/articles"
	"hearsay/ui/reader/pane"
)

// Whatever the size, the view has as many lines as the window and each is exactly as wide, by both ways in which
// terminals measure.
func TestViewFillsEveryWindow(t *testing.T) {
	for turn, open := range [][]string{nil, {"w"}, {"?"}, {":"}, {"/", "a"}, {"z"}, {"3"}, {"4", "t"}, {"2", "w"}, {"c"},
		{"3", "enter"}, {"4", "t", "t", "right", "="}} {
		t.Run(strings.Join(open, " "), func(t *testing.T) {
			t.Parallel()
			s := sit(t, 160, 48).press(open...)
			for w := 1 + turn%4; w <= 170; w += 11 {
				for h := 1 + (w+turn)%3*8; h <= 50; h += 24 {
					s.Update(windowOf(w, h))
					s.check(fmt.Sprintf("%v at %dx%d", open, w, h))
				}
			}
		})
	}
}

// Any sequence of keys, clicks and sizes leaves a state that can be drawn.
func TestNoKeyBreaksTheState(t *testing.T) {
	var every []string
	for _, a := range actions() {
		every = append(every, a.Keys...)
	}
	every = append(every, "a", "e", "W", "é", "%", "5", "pgup", "left", "delete")
	every = slices.DeleteFunc(every, func(k string) bool { return k == "q" || k == "ctrl+c" })
	for seed := range uint64(5) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			rng := rand.New(rand.NewPCG(seed, 7))
			s := sit(t, 120, 40)
			var story []string
			for range 100 {
				step := s.anyStep(rng, every)
				story = append(story, step)
				s.check(strings.Join(story, " "))
				s.consistent(story)
			}
		})
	}
}

func (s *sitting) anyStep(rng *rand.Rand, every []string) string {
	switch rng.IntN(10) {
	case 0:
		w, h := 1+rng.IntN(170), 1+rng.IntN(50)
		s.Update(windowOf(w, h))
		return fmt.Sprintf("%dx%d", w, h)
	case 1:
		x, y := rng.IntN(s.w+1), rng.IntN(s.h+1)
		s.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
		s.Update(tea.MouseMotionMsg{X: x + rng.IntN(9), Y: y + rng.IntN(3), Button: tea.MouseLeft})
		s.Update(tea.MouseReleaseMsg{X: x, Y: y})
		return fmt.Sprintf("click(%d,%d)", x, y)
	case 2:
		x, y := rng.IntN(s.w+1), rng.IntN(s.h+1)
		s.Update(tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelDown})
		return fmt.Sprintf("wheel(%d,%d)", x, y)
	}
	k := every[rng.IntN(len(every))]
	s.press(k)
	s.quit = false
	return k
}

// consistent fails if the place points outside of what there is.
func (s *sitting) consistent(story []string) {
	s.t.Helper()
	o := s.current()
	if o == nil || o.Doc == nil {
		return
	}
	for _, c := range []struct{ got, n int }{{s.at.Quote, len(o.Doc.Quotes)}, {s.at.Speaker, len(o.Doc.Speakers)},
		{s.at.Only, len(o.Doc.Speakers)}, {s.at.Position, len(o.Doc.Positions)}, {s.at.Evidence, len(o.Doc.Positions)},
		{s.at.Topic, len(o.Topics)}, {s.at.Column, len(o.Doc.Speakers)}} {
		if c.got < none || c.got >= c.n {
			s.t.Fatalf("after %v: %+v points outside", story, s.at)
		}
	}
	if top := s.topLine(); top < 0 || top > max(o.text.Lines()-1, 0) {
		s.t.Fatalf("after %v: the first line is %d of %d", story, top, o.text.Lines())
	}
}

// Whatever is done from the palette, in a review, while words are chosen, or in neither, leaves a state that can be
// drawn.
func TestNoActionBreaksTheState(t *testing.T) {
	for _, before := range [][]string{nil, {"v"}, {"v", "e"}, {"v", "+"}, {"v", "x", "J"}, {"v", "4"}, {"v", "p"}} {
		t.Run(strings.Join(before, " "), func(t *testing.T) {
			t.Parallel()
			for i, a := range actions() {
				if a.Name == "quit" {
					continue
				}
				s := sit(t, 120, 40).press(before...)
				s.do(i)
				s.settle()
				s.check(strings.Join(before, " ") + " " + a.Name)
				s.press("j", "enter", "esc", "J")
				s.check(strings.Join(before, " ") + " " + a.Name + " j enter esc J")
				s.consistent([]string{a.Name})
			}
		})
	}
}

// Keys pressed before the article has arrived do no harm.
func TestKeysBeforeTheArticleArrives(t *testing.T) {
	for _, a := range actions() {
		if a.Name == "quit" {
			continue
		}
		s := sit(t, 100, 30, func(o *Options) { o.Choose = true })
		s.menu = nil
		for _, k := range []string{"", "2", "3", "4", "w"} {
			if k != "" {
				s.Update(keyOf(k))
			}
			s.Update(keyOf(a.Keys[0]))
			s.check(k + " " + a.Name)
			s.menu, s.prompt = nil, nil
		}
	}
}

// As many steps back as there were jumps lead to where the reader began, and as many forward to where they were.
func TestBackAndForwardAreExact(t *testing.T) {
	keys := []string{"J", "K", "}", "s", "p", "enter", "w", "c", "2", "3", "4", "6", "t", "=", "right", "o", "G", "g", "."}
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 3))
		s := sit(t, 120, 20)
		s.Update(windowOf(120, 20))
		for range 40 {
			s.press(keys[rng.IntN(len(keys))])
		}
		end := s.at
		for range 60 {
			s.press("H")
		}
		first := s.at
		for range 60 {
			s.press("L")
		}
		if s.at != end {
			t.Fatalf("seed %d: forward leads to\n%+v, not to\n%+v", seed, s.at, end)
		}
		for range 60 {
			s.press("H")
		}
		if s.at != first {
			t.Fatalf("seed %d: back leads to\n%+v, not to\n%+v", seed, s.at, first)
		}
	}
}

// Nothing of an article or of a file's name reaches the terminal as anything but text.
func TestHostileTextIsDrawnAsText(t *testing.T) {
	evil := "Title \x1b]0;owned\x07\n\nHe said \x1b[2J\x1bPq#0;\x1b\\ \x9b31m \u009b31m \u202egnp.exe \u2066x\u2069 " +
		"a\tb \x00\x7f \r\n\nend \xff\xfe e" + strings.Repeat("\u0301", 400)
	s := sit(t, 100, 30, func(o *Options) {
		o.Items = []Item{{Name: "\x1b[31mname\x07", Open: func(context.Context) (articles.Article, error) {
			a := articleOf("evil", evil)
			a.Title, a.Byline, a.Outlet = "\x1b[5mblink\u202e", "\x9b1mby", "\x1b]52;c;AAAA\x07"
			return a, nil
		}}}
	})
	for _, k := range []string{"", "1", "2", "3", "A", "esc", "/", "x", "enter", "y", "Y", "w", "z"} {
		if k != "" {
			s.press(k)
		}
		s.check("hostile " + k)
	}
	if err := onlyColours(s.View().WindowTitle); err != nil {
		t.Errorf("window title: %v", err)
	}
}

// Every action is complete, no key means two things in one pane, and every hint names an action of its pane.
func TestTheTableOfActionsIsSound(t *testing.T) {
	table := tableOf(actions())
	for _, c := range table.Clashes() {
		t.Error(c)
	}
	names := map[string]bool{}
	for _, a := range table.Actions() {
		if a.Name == "" || a.Help == "" || a.Group == "" || len(a.Keys) == 0 || a.In == 0 || names[a.Name] {
			t.Errorf("action %+v is incomplete or not the only one of its name", a)
		}
		names[a.Name] = true
	}
	for _, e := range pane.All() {
		for _, h := range e.Hints {
			a, ok := table.Named(h)
			if !ok || a.Short == "" || a.In&e.In == 0 {
				t.Errorf("%s hints at %q, which is no action there or has no short word", e.Name, h)
			}
		}
	}
}

// Kinds, the current quote and the current row are told apart without colour too.
func TestNothingIsToldByColourAlone(t *testing.T) {
	for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256,
		colorprofile.TrueColor} {
		s := sit(t, 120, 40, func(o *Options) { o.NoColor = profile == colorprofile.ASCII })
		s.Update(tea.ColorProfileMsg{Profile: profile})
		s.press("J", "J").sees("B▌", "A┋", "A│", "?│", "▌B Brandt", "╏ that the plan", "│~“Nobody")
		buf := s.screen()
		coloured := 0
		for y := range s.h {
			for x := range s.w {
				if c := buf.CellAt(x, y); c != nil && (c.Style.Fg != nil || c.Style.Bg != nil) {
					coloured++
				}
			}
		}
		if (coloured == 0) != (profile == colorprofile.ASCII) {
			t.Errorf("%v: %d cells have a colour", profile, coloured)
		}
	}
}

func TestADumbTerminalGetsTextMarks(t *testing.T) {
	sit(t, 120, 40, func(o *Options) { o.Dumb = true }).press("J").sees("A>", ">A Fenn")
}
