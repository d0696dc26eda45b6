package person

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/following"
	"hearsay/articles/library"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/theme"
)

// screen is a page on a screen, and what it asked of the reader.
type screen struct {
	t      *testing.T
	page   *Page
	w, h   int
	opened string
	words  analysis.Span
	told   string
	asked  dialogue.Question
	menu   dialogue.Menu
	shown  int
}

// newScreen adds articles of an outlet in which people of these names say something each, and opens the page of the
// first.
func newScreen(t *testing.T, names ...string) *screen {
	t.Helper()
	ctx := context.Background()
	lib, err := library.Open(ctx, filepath.Join(t.TempDir(), "library.db"), library.Options{Make: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	now := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	f := &following.Follower{Library: lib, Now: func() time.Time { now = now.Add(time.Second); return now }}
	s := &screen{t: t, w: 100, h: 30}
	first := ""
	for i, name := range names {
		text := fmt.Sprintf("%s said: “We waited %d years.”", name, i+1)
		at := len(name) + len(" said: ")
		d := &analysis.Document{Engine: "1", Sentences: []analysis.Span{{Start: 0, End: len(text)}},
			Quotes: []analysis.Quote{{Kind: analysis.Direct, Content: []analysis.Span{{Start: at, End: len(text)}},
				Speakers: []int{0}, Confidence: 0.99, Why: analysis.Why{SpeakerConfidence: 0.99}}},
			Speakers: []analysis.Speaker{{Name: name, Names: []string{name}, Type: analysis.Person,
				Mentions: []analysis.Span{{Start: 0, End: len(name)}}}}}
		if _, _, err := lib.Add(ctx, articles.Article{ID: fmt.Sprint(i), Title: fmt.Sprint("No. ", i+1), Text: text,
			Outlet: "Wire", Date: time.Date(2026, time.Month(i+1), 2, 0, 0, 0, 0, time.UTC)}, d); err != nil {
			t.Fatal(err)
		}
		if first == "" {
			first = text
		}
	}
	h := Host{Follower: func(context.Context) (*following.Follower, error) { return f, nil },
		Go:   func(key string, words analysis.Span) { s.opened, s.words = key, words },
		Ask:  func(q dialogue.Question) { s.asked = q },
		Tell: func(line string) { s.told = line }, Choose: func(m dialogue.Menu) { s.menu = m },
		Show: func(*Page) { s.shown++ }}
	s.page = New(ctx, h, Sought{Text: first, Name: names[0]})
	s.page.Type(s.page.Open()())
	s.lines()
	return s
}

// lines are what is drawn.
func (s *screen) lines() string {
	s.page.Settle(s.w, s.h)
	lines := make([]string, s.h)
	for i := range lines {
		lines[i] = strings.Repeat(" ", s.w)
	}
	colours, _ := theme.ColoursOf(nil)
	s.page.Over(theme.New(theme.Screen{Dark: true, Colours: colours}), false, s.w, s.h, lines)
	for i, l := range lines {
		if n := ansi.StringWidth(l); n != s.w {
			s.t.Errorf("line %d has %d cells of %d: %q", i, n, s.w, ansi.Strip(l))
		}
		lines[i] = strings.TrimRight(ansi.Strip(l), " ")
	}
	return strings.Join(lines, "\n")
}

// press presses keys; what they ask to be done is done.
func (s *screen) press(keys ...string) {
	for _, k := range keys {
		msg := tea.KeyPressMsg{Text: k, Code: []rune(k)[0]}
		if k == "enter" {
			msg = tea.KeyPressMsg{Code: tea.KeyEnter}
		}
		if k == "tab" {
			msg = tea.KeyPressMsg{Code: tea.KeyTab}
		}
		done, _ := s.page.Press(msg, "q", s.w, s.h)
		if done.Do != nil {
			done.Do()
		}
		s.lines()
	}
}

func (s *screen) holds(want ...string) {
	s.t.Helper()
	drawn := s.lines()
	for _, w := range want {
		if !strings.Contains(drawn, w) {
			s.t.Errorf("the page lacks %q:\n%s", w, drawn)
		}
	}
}

func TestAPageLeadsToItsPlaces(t *testing.T) {
	s := newScreen(t, "Elin Vasstrand", "Elin Vasstrand", "Tor Vasstrand", "Elin K. Vasstrand")
	s.holds("Elin Vasstrand", "3 quotes in 3 articles · 3 direct", "called Elin Vasstrand (2); Elin K. Vasstrand",
		"heard in Wire (3)", "2026-01 ", " 2026-04", "2026-01-02", "2026-04-02", "▌ 2026-01-02")
	s.press("j", "j")
	s.holds("▌ 2026-04-02", "“We waited 4 years.”", "No. 4 · Wire · 2026-04-02")
	s.press("enter")
	if s.opened == "" || s.words.Start != len("Elin K. Vasstrand said: ") {
		t.Errorf("opened %q at %v", s.opened, s.words)
	}
}

func TestPeopleAreJoinedAndPartedOnThePage(t *testing.T) {
	s := newScreen(t, "Elin Vasstrand", "E. Vasstrand", "Elin Vasstrand", "Vasstrand", "Vasstrand")
	s.holds("Is this the same person?", "? “Elin Vasstrand” and “E. Vasstrand” share a surname and an initial",
		"? “Vasstrand” in 2 articles may be Elin Vasstrand", "2 quotes in 2 articles")
	s.press("enter")
	s.holds("3 quotes in 3 articles")
	s.press("enter") // all who are called just that
	s.holds("5 quotes in 5 articles")
	if !strings.Contains(s.told, "all who are called “Vasstrand”") || !strings.Contains(s.told, "u undoes") {
		t.Errorf("told %q", s.told)
	}
	s.press("u", "u")
	s.holds("2 quotes in 2 articles", "Is this the same person?")
	s.press("x")
	if strings.Contains(s.lines(), "share a surname and an initial") {
		t.Errorf("it is asked again:\n%s", s.lines())
	}
	s.press("tab")
	for s.page.current().voice < 0 {
		s.press("j")
	}
	s.press("j", "x") // in this article it is somebody else
	s.holds("1 quote in 1 article")
	s.press("u")
	s.press("&")
	if len(s.menu.Choices) != 4 || s.menu.Choices[0].Text != "Vasstrand" {
		t.Fatalf("%+v", s.menu.Choices)
	}
	s.menu.Choices[0].Do()
	s.holds("3 quotes in 3 articles")
	s.press("R")
	if s.asked.Value != "Elin Vasstrand" || s.asked.Done(" ") == "" || s.asked.Done("Minister V.") != "" {
		t.Errorf("%+v", s.asked)
	}
	s.holds("Minister V. in the library")
	s.press("0")
	if !strings.Contains(s.told, "is nobody") {
		t.Errorf("told %q", s.told)
	}
}

// The page fits whatever screen there is, and a name, a headline or a quote acts on no terminal.
func TestThePageFits(t *testing.T) {
	names := []string{"Elin Vasstrand\x1b[2J\u202e", "Elin 新聞 Vasstrand"}
	for i := range 60 {
		names = append(names, fmt.Sprintf("Elin Vasstrand %d", i))
	}
	s := newScreen(t, names...)
	for _, size := range [][2]int{{160, 48}, {100, 30}, {60, 20}, {40, 12}, {30, 8}} {
		s.w, s.h = size[0], size[1]
		for _, k := range []string{"j", "G", "k", "g", "tab", "}", "{", "j"} {
			s.press(k)
			if drawn := s.lines(); strings.ContainsAny(drawn, "\x1b\u202e") {
				t.Fatalf("%v: %q", size, drawn)
			}
		}
	}
}

func TestALibraryThatCannotBeOpened(t *testing.T) {
	s := &screen{t: t, w: 60, h: 20}
	h := Host{Follower: func(context.Context) (*following.Follower, error) { return nil, fmt.Errorf("it is locked") }}
	s.page = New(context.Background(), h, Sought{Name: "Elin"})
	s.holds("finding out who is heard")
	s.page.Type(s.page.Open()())
	s.holds("there is no page: it is locked")
	s.press("j", "x", "&", "enter", "u")
}
