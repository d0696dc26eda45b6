package asking

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/theme"
)

const wide, high = 80, 20

// animals is a menu with a heading and three choices, which note what was chosen.
func animals(chosen *string) *Menu {
	mn := &Menu{Title: "Animals", Numbered: true, All: []Choice{{Heading: true, Segs: []draw.Seg{draw.Strong("At sea")}}}}
	for _, name := range []string{"seal", "gull", "sea lion"} {
		mn.All = append(mn.All, Choice{Segs: []draw.Seg{draw.Plain(name)}, Words: name, Do: func() { *chosen = name }})
	}
	mn.Open()
	return mn
}

func press(mn *Menu, keys ...string) (done Outcome) {
	for _, k := range keys {
		key := tea.KeyPressMsg{Text: k, Code: []rune(k)[0]}
		switch k {
		case "enter":
			key = tea.KeyPressMsg{Code: tea.KeyEnter}
		case "esc":
			key = tea.KeyPressMsg{Code: tea.KeyEscape}
		case "down":
			key = tea.KeyPressMsg{Code: tea.KeyDown}
		}
		done, _ = mn.Press(key, "q", wide, high)
		mn.Settle(wide, high)
	}
	return done
}

func TestAMenuTellsWhatWasChosen(t *testing.T) {
	for _, c := range []struct {
		about string
		keys  []string
		want  string
	}{
		{"the first choice stands under the heading", []string{"enter"}, "seal"},
		{"down goes to the next", []string{"down", "enter"}, "gull"},
		{"the last stays the last", []string{"down", "down", "down", "down", "enter"}, "sea lion"},
		{"a digit chooses", []string{"3"}, "sea lion"},
		{"typing narrows down", []string{"l", "i", "o", "enter"}, "sea lion"},
		{"a digit that was typed is a letter", []string{"l", "2", "enter"}, ""},
	} {
		chosen := ""
		done := press(animals(&chosen), c.keys...)
		if done.Do != nil {
			done.Do()
		}
		if chosen != c.want || done.Closed != (c.want != "") || done.Quit {
			t.Errorf("%s: %+v, and %q is chosen", c.about, done, chosen)
		}
	}
}

func TestAMenuIsLeft(t *testing.T) {
	left := false
	mn := animals(new(string))
	mn.Left = func() { left = true }
	if done := press(mn, "s", "esc"); !done.Closed || done.Quit || done.Do == nil {
		t.Errorf("esc does %+v", done)
	} else if done.Do(); !left {
		t.Error("leaving it is not told")
	}
	if done := mn.Click(0, 0, wide, high, false); !done.Closed {
		t.Errorf("a click outside does %+v", done)
	}
	mn = animals(new(string))
	mn.Stays = true
	if done := press(mn, "g", "esc"); done.Closed || done.Quit || len(mn.Shown()) != 4 {
		t.Errorf("with nothing behind it, esc takes back what was typed: %+v", done)
	}
	if done := press(mn, "esc"); !done.Quit {
		t.Errorf("and then it is the end: %+v", done)
	}
	if done := press(mn, "q"); !done.Quit {
		t.Errorf("as with the key that quits: %+v", done)
	}
	if done := mn.Click(0, 0, wide, high, false); done.Closed {
		t.Errorf("and a click outside does nothing: %+v", done)
	}
}

// Whatever the room, a menu covers whole cells of the screen and leaves the lines as wide as they were.
func TestAMenuFitsTheScreen(t *testing.T) {
	th := theme.New(theme.Screen{})
	for w := 30; w < 120; w += 7 {
		for h := 8; h < 30; h += 5 {
			lines := make([]string, h)
			for i := range lines {
				lines[i] = strings.Repeat("雨", w/2) + strings.Repeat(" ", w%2)
			}
			mn := animals(new(string))
			mn.Settle(w, h)
			mn.Over(th, false, w, h, lines)
			for i, l := range lines {
				if got := ansi.StringWidth(l); got != w {
					t.Fatalf("%d×%d: line %d takes %d cells: %q", w, h, i, got, l)
				}
			}
			if x, y := mn.Cursor(w, h); x < 0 || x >= w || y < 0 || y >= h {
				t.Fatalf("%d×%d: the cursor stands at %d, %d", w, h, x, y)
			}
		}
	}
}

// A prompt follows what is typed, answers with what is suggested where nothing is, and fits its line.
func TestAPromptAsks(t *testing.T) {
	var seen []string
	p, _ := NewPrompt(dialogue.Question{Label: "who", Suggested: "Anna Bell",
		Typed: func(s string) { seen = append(seen, s) }, About: func(s string, room int) string { return "→ " + s }})
	if got := p.Answer(); got != "Anna Bell" {
		t.Errorf("nothing typed answers %q", got)
	}
	for _, r := range "Tom" {
		p.Type(tea.KeyPressMsg{Text: string(r), Code: r})
	}
	if got := p.Answer(); got != "Tom" || strings.Join(seen, " ") != "T To Tom" {
		t.Errorf("the answer is %q after %q", got, seen)
	}
	th := theme.New(theme.Screen{})
	for w := 8; w < 60; w++ {
		if got := ansi.StringWidth(p.Line(th, w)); got != w {
			t.Errorf("the line takes %d cells of %d: %q", got, w, p.Line(th, w))
		}
		if x := p.Cursor(w); x < 0 || x >= w {
			t.Errorf("the cursor stands at %d of %d", x, w)
		}
	}
	if line := ansi.Strip(p.Line(th, 40)); !strings.HasPrefix(line, " who Tom") || !strings.HasSuffix(line, "→ Tom ") {
		t.Errorf("the line is %q", line)
	}
}
