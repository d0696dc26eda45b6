package reader

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/ui/reader/layout"
)

func (s *sitting) clickAt(x, y int) *sitting {
	s.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	s.Update(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
	return s
}

func (s *sitting) dragTo(x, y, toX, toY int) *sitting {
	s.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	s.Update(tea.MouseMotionMsg{X: toX, Y: toY, Button: tea.MouseLeft})
	s.Update(tea.MouseReleaseMsg{X: toX, Y: toY, Button: tea.MouseLeft})
	s.check("a drag")
	return s
}

// A click on the strip at the article's right edge goes to the quote that stands there.
func TestTheStripIsClicked(t *testing.T) {
	s := sit(t, 120, 16)
	in := s.layout.Inner(layout.Article)
	last := 0
	for y := range in.H {
		if _, q := s.current().text.StripAt(s.view(), y); q != none {
			s.clickAt(in.X+in.W, in.Y+y).in(layout.Article)
			if last = q; s.at.Quote != q || !s.inSight(q) {
				t.Errorf("a click on line %d of the strip leads to quote %d, want %d", y, s.at.Quote, q)
			}
		}
	}
	if last < 4 {
		t.Errorf("the strip leads to no quote behind %d", last)
	}
	s.clickAt(in.X+in.W, in.Y).press("H")
	if s.at.Quote != last {
		t.Errorf("back leads to quote %d, want %d", s.at.Quote, last)
	}
}

// The borders of the panes are dragged, beside and below the article and between the lists; nothing is copied by it.
func TestBordersAreDragged(t *testing.T) {
	s := sit(t, 160, 48)
	right := s.layout.Panes[layout.Quotes]
	s.dragTo(right.X, 20, 70, 20)
	if got := s.layout.Panes[layout.Article].W; got < 68 || got > 72 {
		t.Errorf("the article is %d cells wide", got)
	}
	quotes := s.layout.Panes[layout.Quotes]
	s.dragTo(quotes.X+9, quotes.Y+quotes.H-1, quotes.X+9, 29)
	if got := s.layout.Panes[layout.Quotes].H; got < 28 || got > 30 {
		t.Errorf("the quotes are %d lines high", got)
	}
	speakers := s.layout.Panes[layout.Speakers]
	s.dragTo(speakers.X+9, speakers.Y+speakers.H-1, speakers.X+9, 47)
	if got := s.layout.Panes[layout.Positions]; got.Empty() || got.H < 3 {
		t.Errorf("the positions have %+v", got)
	}
	if s.copied != "" {
		t.Errorf("copied is %q", s.copied)
	}
	s = sit(t, 80, 30)
	article := s.layout.Panes[layout.Article]
	s.dragTo(20, article.Y+article.H-1, 20, 12)
	if got := s.layout.Panes[layout.Article].H; got < 11 || got > 13 {
		t.Errorf("the article is %d lines high", got)
	}
}

// Hints are clicked as they are pressed, at every size.
func TestHintsAreClicked(t *testing.T) {
	for _, size := range [][2]int{{160, 48}, {100, 30}, {60, 20}, {40, 12}} {
		s := sit(t, size[0], size[1])
		s.clickAt(1, s.h-1).atQuote("“We cannot").clickAt(s.w-3, s.h-1).sees("Keys: article").press("esc")
		for x := range s.w {
			s := sit(t, size[0], size[1])
			s.clickAt(x, s.h-1).check("a click on the hints")
		}
	}
	s := sit(t, 120, 40)
	x, y := s.cellOf("w why")
	s.clickAt(x, y).sees("Why it is a quote")
}

// Where it is from stands in the title bar before the end of a long title.
func TestALongTitleLeavesRoomForWhereItIsFrom(t *testing.T) {
	for _, w := range []int{100, 130, 160} {
		s := sit(t, w, 40, func(o *Options) {
			o.Items = []Item{{Name: "long.txt", Open: func(context.Context) (articles.Article, error) {
				a := articleOf("long", harbour)
				a.Title, a.Outlet = strings.Repeat("A wall that is long ", 9), "The Bay Post"
				return a, nil
			}}}
		})
		top, _, _ := strings.Cut(s.press("3", "z").text(), "\n")
		if !strings.Contains(top, "… · The Bay Post") || !strings.Contains(top, "8 quotes · 3 speakers") {
			t.Errorf("at %d cells: %q", w, top)
		}
	}
}

// A title is said once: in the bar when it does not stand on the screen, which else tells where it is from, or the
// file. Counts are the first to go where there is little room.
func TestATitleIsSaidOnce(t *testing.T) {
	const title = "Council splits over harbour wall"
	bar := func(s *sitting) string { top, _, _ := strings.Cut(s.text(), "\n"); return top }
	for _, w := range []int{60, 100, 130} {
		s := sit(t, w, 20)
		if n := strings.Count(s.text(), title); n != 1 || !strings.Contains(bar(s), " harbour.txt") {
			t.Errorf("at %d cells the title is said %d times, the bar is %q", w, n, bar(s))
		}
		for _, keys := range [][]string{{"2", "z"}, {"z", "1", "G"}} {
			if s.press(keys...); strings.Count(s.text(), title) != 1 || !strings.HasPrefix(bar(s), " "+title) {
				t.Errorf("at %d cells after %q the bar is %q", w, keys, bar(s))
			}
		}
	}
	if got := bar(sit(t, 60, 20).press("2", "z")); !strings.Contains(got, "1/2") {
		t.Errorf("the bar does not tell which article it is: %q", got)
	}
}

// A list that has nothing leaves its room to the others, and names take what they need.
func TestRoomGoesWhereThereIsSomething(t *testing.T) {
	many := func(o *Options) {
		o.Analyze = func(context.Context, articles.Article, func(float64)) (*analysis.Document, error) {
			d := harbourDocument()
			d.Positions = nil
			for range 4 {
				d.Quotes = append(d.Quotes, d.Quotes[:8]...)
			}
			return d, nil
		}
	}
	s := sit(t, 120, 40, many)
	if got := s.layout.Panes[layout.Positions].H; got > 5 {
		t.Errorf("no positions have %d lines", got)
	}
	if got := s.layout.Panes[layout.Speakers].H; got != 5 {
		t.Errorf("three speakers have %d lines", got)
	}
	before := s.layout
	s.press("2", "f").typeIn("brandt")
	if s.layout.Panes != before.Panes {
		t.Error("panes jump while somebody filters")
	}
	sit(t, 160, 48).sees("A Fenn, Brandt ┊~that the old", "B Brandt       ╏ that")
	sit(t, 20, 5).sees("here are", "20×5")
}

// Heights that were dragged are so again the next time.
func TestHeightsThatWereDraggedAreKept(t *testing.T) {
	s := sit(t, 120, 40)
	r := s.layout.Panes[layout.Quotes]
	s.border = layout.BelowFirst
	s.dragged(tea.Mouse{X: r.X + 3, Y: r.Y + r.H + 4})
	s.settle()
	moved := s.layout.Panes
	if moved[layout.Quotes].H <= r.H {
		t.Fatalf("the border does not move: %d lines", moved[layout.Quotes].H)
	}
	if s = sit(t, 120, 40, func(o *Options) { o.Habits = s.habits() }); s.layout.Panes != moved {
		t.Errorf("the next time the panes are %v, not %v", s.layout.Panes, moved)
	}
}

// The current row of the list in focus unfolds to all of its words; rows below it are where they are seen.
func TestTheCurrentRowUnfolds(t *testing.T) {
	s := sit(t, 120, 40).press("2").sees("▌A Fenn         ┋ that the harbour",
		"2 Quotes 1/8")
	lists := func() string {
		var b strings.Builder
		for _, line := range strings.Split(s.text(), "\n") {
			b.WriteString(string([]rune(line)[72:]) + "\n")
		}
		return strings.Join(strings.Fields(strings.ReplaceAll(b.String(), "┃", " ")), " ")
	}
	if got := lists(); !strings.Contains(got, "that the harbour wall must be rebuilt before the winter storms return to "+
		"the bay A Fenn │ “We cannot") {
		t.Errorf("the row is not whole: %s", got)
	}
	if s.press("1"); strings.Contains(lists(), "storms return to the bay A") {
		t.Error("it stays unfolded without the focus")
	}
	for _, size := range [][2]int{{160, 48}, {120, 24}, {100, 18}, {60, 20}, {40, 12}} {
		s = sit(t, size[0], size[1]).press("2")
		for i := range s.panes.Rows(layout.Quotes) {
			in := s.layout.Inner(layout.Quotes)
			y := slices.IndexFunc(strings.Split(s.text(), "\n"), func(l string) bool {
				r := []rune(l)
				return len(r) > in.X && r[in.X] == '▌'
			})
			if got := s.panes.RowAt(s.view(), layout.Quotes, y-in.Y).Index; y < 0 || got != i {
				t.Errorf("%v: the line of row %d is that of row %d", size, i, got)
			}
			s.press("j").check(fmt.Sprint(size, i))
		}
		s.press("4", "j", "j", "t", "j").check(fmt.Sprint(size, "positions"))
	}
	s = sit(t, 120, 40).press("2")
	x, y := s.cellOf("B Brandt       ╏ that the plan")
	s.clickAt(x, y).atQuote("that the plan was")
}

// What is explained is read from its beginning, whatever row another panel was at.
func TestAPanelBeginsAtItsBeginning(t *testing.T) {
	s := sit(t, 120, 24).press("J", "enter", "enter", "G").in(layout.Card).press("H", "H", "1", "w").
		sees("Direct quote", "Why it is a quote")
	if got := s.panes.Top(layout.Why); got != 0 {
		t.Errorf("the reasons begin at row %d", got)
	}
	s.press("5", "G", "1", "J").sees("Mixed quote")
	if got := s.panes.Top(layout.Why); got != 0 {
		t.Errorf("the reasons for the next quote begin at row %d", got)
	}
}
