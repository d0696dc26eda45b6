package reader

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hearsay/ui/reader/layout"
)

// taught starts the reader on two articles, with lessons on a third, for somebody who sees it for the first time.
func taught(t *testing.T, w, h int, change ...func(*Options)) *sitting {
	t.Helper()
	return sit(t, w, h, append([]func(*Options){func(o *Options) {
		lesson := harbourItem()
		o.Lesson, o.Tour, o.Habits.Toured = &lesson, true, true
	}}, change...)...)
}

// toDo are keys that do all that the five lessons ask for, a line a step.
var toDo = [][]string{
	{"J J J", "K", "} }", "space", "g", "?"},
	{"esc ( J", "enter", "enter", "H H", "4", "j enter"},
	{"w", "J w", "-", "- -", "m m"},
	{"/ w a l l enter", "n esc", "2 f f e n n enter", "esc", "o", "o", "Y"},
	{"1 v", "a a", "2", "u", "x", "%", "esc v"},
}

// Each step of the lessons is done by doing it, at any size that has room for it; then the reader is back where they
// were, and nothing of it is kept.
func TestTheLessonsAreDoneByDoing(t *testing.T) {
	for _, size := range [][2]int{{160, 48}, {100, 30}, {60, 24}, {40, 18}} {
		s := taught(t, size[0], size[1]).press("J", "J").atQuote("that the plan was")
		before, desk := s.at, s.options.Desk.(*shelfDesk)
		s.press("f2").sees("Lesson 1 of 5", "f2 leave").atQuote("that the harbour")
		for l, steps := range toDo {
			for i, keys := range steps {
				if s.sees(fmt.Sprintf("Lesson %d of 5", l+1)); size[0] >= 60 {
					s.sees(fmt.Sprintf("step %d of %d", i+1, len(steps)))
				}
				s.press(strings.Fields(keys)...).check(fmt.Sprint(size, keys))
			}
		}
		s.misses("Lesson").sees("that was the last lesson")
		if s.at != before || len(s.options.Items) != 2 || len(desk.logs["ann"]) > 0 || s.reviewing.On() {
			t.Errorf("%v: after the lessons the reader is at %+v, not %+v", size, s.at, before)
		}
		if s.press("H"); s.at.Item != before.Item {
			t.Errorf("%v: back leads into the lessons", size)
		}
		if got := s.habits().Lessons; got != 5 {
			t.Errorf("%d lessons are finished", got)
		}
	}
}

// Lessons are left and gone on with, passed over, begun from the list of articles, and make room where there is none.
func TestLessonsAreLeftAndGoneOnWith(t *testing.T) {
	s := taught(t, 120, 30).press("f3").sees("there is no lesson: f2 begins one").press("f2")
	s.press("f3", "f3", "f3", "f3", "f3", "f3").sees("Lesson 2 of 5", "step 1 of 6").misses("✓").press("f2").
		sees("f2 leads to them").misses("Lesson ").press("f2").sees("Lesson 2 of 5")
	s.Update(tea.WindowSizeMsg{Width: 30, Height: 10})
	s.misses("Lesson").check("a small window")
	kept := s.habits()
	taught(t, 120, 30, func(o *Options) { o.Choose, o.Habits = true, kept }).typeIn("tutorial").
		sees("▌Five short lessons").press("enter").sees("Lesson 2 of 5").press("esc", "J", "enter").
		sees("✓ ", "Lesson 2 of 5").press("f2").sees("Choose an article")
	// An article of a lesson that was left before it came is nobody's.
	s = taught(t, 120, 30, func(o *Options) { o.Habits.Lessons = -7 })
	_, cmd := s.Update(keyOf("f2"))
	s.Update(keyOf("f2"))
	s.pumped(cmd).sees("8 quotes · 3 speakers").check("a lesson left at once")
	sit(t, 120, 30).press("f2").sees("there are no lessons here").press("A").misses("Five short lessons")
}

// Who sees the reader for the first time sees the three steps over the first article, gone with any key, and not again
// unless they ask; a key that the picture names does what it says.
func TestTheFirstStepsAreShownOnce(t *testing.T) {
	first := func(o *Options) { o.Habits.Toured = false }
	for _, size := range [][2]int{{160, 48}, {100, 30}, {60, 20}, {40, 12}, {30, 8}} {
		s := taught(t, size[0], size[1], first).sees("who said", "go through the", "follow", "v  review")
		s.check(fmt.Sprint(size))
		if s.press("q").misses("go through the"); s.quit {
			t.Errorf("%v: the key that ends the picture ends the reader", size)
		}
		if s.press("j"); s.menu != nil || !s.habits().Toured {
			t.Error("the picture comes again")
		}
		s.press(".", ",").misses("go through the").press(":").typeIn("tour").press("enter").
			sees("go through the")
	}
	taught(t, 120, 30, first).press("J").atQuote("“We cannot").misses("go through the")
	taught(t, 120, 30, first).press("v").sees("REVIEW")
	taught(t, 120, 30, first).press("enter").in(layout.Article)
	s := taught(t, 120, 30, first)
	s.clickAt(3, 3).misses("go through the")
	taught(t, 120, 30, func(o *Options) { o.Choose = true }, first).misses("go through").press("enter").
		sees("go through the")
}
