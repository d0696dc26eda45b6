package reader

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"hearsay/analysis"
	"hearsay/analysis/text"
	"hearsay/articles"
	"hearsay/articles/review"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/opening"
)

func articleOf(id, s string) articles.Article {
	a := articles.Article{ID: id, Text: s}
	for i, p := range text.Paragraphs(s) {
		role := articles.Body
		if i == 0 {
			role, a.Title = articles.Title, p.Of(s)
		}
		a.Paragraphs = append(a.Paragraphs, articles.Paragraph{Span: p, Role: role})
	}
	return a
}

func harbourItem() Item {
	return Item{Name: "harbour.txt", Facts: opening.Facts{About: "a wall and a vote"},
		Open: func(context.Context) (articles.Article, error) { return articleOf("harbour", harbour), nil }}
}

func brokenItem() Item {
	return Item{Name: "gone.txt", Open: func(context.Context) (articles.Article, error) {
		return articles.Article{}, errors.New("gone.txt: there is no such file: check the name")
	}}
}

// sitting is a reader at work, without a terminal.
type sitting struct {
	*model
	t     testing.TB
	exact map[string]int // lines that were found as wide as they are to be, by that width
}

func options() Options {
	return Options{Items: []Item{harbourItem(), brokenItem()}, Theme: "dark",
		Analyze: func(context.Context, articles.Article, func(float64)) (*analysis.Document, error) {
			return harbourDocument(), nil
		}, Now: func() time.Time { return time.Unix(0, 0) },
		Desk: &shelfDesk{reviewer: "ann", logs: map[string][]review.Entry{}}}
}

// sit starts the reader on the harbour article in a window of w by h cells.
func sit(t testing.TB, w, h int, change ...func(*Options)) *sitting {
	t.Helper()
	o := options()
	for _, c := range change {
		c(&o)
	}
	s := &sitting{newModel(context.Background(), o), t, map[string]int{}}
	s.Init()
	s.Update(tea.WindowSizeMsg{Width: w, Height: h})
	if !o.Choose {
		s.read(0)
	}
	return s
}

// read brings an item in, as the commands of a running program would.
func (s *sitting) read(item int) {
	if cmd := s.open(item); cmd != nil {
		s.Update(cmd())
	}
	if o := s.shelf[item]; o != nil {
		for o.run != nil {
			s.Update(o.run.listen())
		}
	}
}

func (s *sitting) press(names ...string) *sitting {
	for _, n := range names {
		s.Update(keyOf(n))
		if s.at.Item >= 0 && s.shelf[s.at.Item] == nil {
			s.read(s.at.Item)
		}
	}
	return s
}

func (s *sitting) typeIn(words string) *sitting {
	for _, r := range words {
		s.press(string(r))
	}
	return s
}

var named = map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp,
	"down": tea.KeyDown,
	"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp,
	"pgdown":    tea.KeyPgDown,
	"backspace": tea.KeyBackspace, "space": tea.KeySpace, "f1": tea.KeyF1, "f2": tea.KeyF2,
	"f3": tea.KeyF3, "f4": tea.KeyF4}

func keyOf(name string) tea.KeyPressMsg {
	var k tea.KeyPressMsg
	for _, mod := range []struct {
		prefix string
		mod    tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}} {
		if rest, ok := strings.CutPrefix(name, mod.prefix); ok {
			name, k.Mod = rest, k.Mod|mod.mod
		}
	}
	if r, ok := named[name]; ok {
		k.Code = r
		if name == "space" {
			k.Text = " "
		}
		return k
	}
	k.Code = []rune(name)[0]
	if k.Mod == 0 {
		k.Text = name
	}
	return k
}

// topLine is the first line of the article in sight.
func (s *sitting) topLine() int {
	if o := s.current(); o != nil {
		return o.text.Top(&s.at)
	}
	return 0
}

// screen draws the view to cells, as a terminal does.
func (s *sitting) screen() uv.ScreenBuffer {
	buf := uv.NewScreenBuffer(s.w, s.window)
	uv.NewStyledString(s.View().Content).Draw(buf, buf.Bounds())
	return buf
}

// text is what stands on the screen.
func (s *sitting) text() string { return strings.TrimRight(s.screen().String(), "\n") }

func (s *sitting) sees(words ...string) *sitting {
	s.t.Helper()
	for _, w := range words {
		if !strings.Contains(s.text(), w) {
			s.t.Errorf("the screen does not show %q:\n%s", w, s.text())
		}
	}
	return s
}

func (s *sitting) misses(words ...string) *sitting {
	s.t.Helper()
	for _, w := range words {
		if strings.Contains(s.text(), w) {
			s.t.Errorf("the screen shows %q:\n%s", w, s.text())
		}
	}
	return s
}

func (s *sitting) in(p layout.Pane) *sitting {
	s.t.Helper()
	if s.at.Focus != p {
		s.t.Errorf("the focus is in %s, want %s", s.panes.Of(s.at.Focus).Name, s.panes.Of(p).Name)
	}
	return s
}

// atQuote checks which quote is current by the first words of its content.
func (s *sitting) atQuote(words string) *sitting {
	s.t.Helper()
	got := "none"
	if s.at.Quote != none {
		got = s.current().Quoted(s.at.Quote)
	}
	if !strings.HasPrefix(got, words) {
		s.t.Errorf("the current quote is %q, want %q", got, words)
	}
	return s
}

// check fails if the state points outside of what there is, or if the screen is not exactly as large as the window.
func (s *sitting) check(after string) {
	s.t.Helper()
	if s.w == 0 || s.quit {
		return
	}
	lines := s.windowLines()
	if len(lines) != s.window {
		s.t.Fatalf("after %s: %d lines in a window of %d", after, len(lines), s.window)
	}
	for i, l := range lines {
		if s.exact[l] == s.w {
			continue // most lines are those of the frame before
		}
		if err := exactly(l, s.w); err != nil {
			s.t.Fatalf("after %s: line %d: %v\n%q", after, i, err, l)
		}
		s.exact[l] = s.w
	}
}

// exactly reports a line that is not w cells wide by both ways of measuring, or that holds anything but text and
// colours.
func exactly(l string, w int) error {
	if g, c := graphemeWidth(l), codePointWidth(l); g != w || c != w {
		return fmt.Errorf("%d cells by graphemes, %d by code points, in a window of %d", g, c, w)
	}
	return onlyColours(l)
}

func windowOf(w, h int) tea.WindowSizeMsg { return tea.WindowSizeMsg{Width: w, Height: h} }
