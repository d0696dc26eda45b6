package outlook

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/following"
	"hearsay/articles/library"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/theme"
)

// drawn is the page on a screen of w by h cells.
func drawn(t *testing.T, p *Page, w, h int) string {
	t.Helper()
	p.Settle(w, h)
	lines := make([]string, h)
	for i := range lines {
		lines[i] = strings.Repeat(" ", w)
	}
	p.Over(theme.New(theme.Screen{Dark: true}), false, w, h, lines)
	for i, l := range lines {
		if n := ansi.StringWidth(l); n != w {
			t.Errorf("line %d has %d cells of %d: %q", i, n, w, ansi.Strip(l))
		}
		lines[i] = ansi.Strip(l)
	}
	return strings.Join(lines, "\n")
}

func TestTheOutlookLeadsToAPerson(t *testing.T) {
	ctx := context.Background()
	lib, err := library.Open(ctx, filepath.Join(t.TempDir(), "library.db"), library.Options{Make: true})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	for i, name := range []string{"Elin Vasstrand", "Elin Vasstrand", "Tor Brandvold\x1b[2J"} {
		text := fmt.Sprintf("%s said: “We waited %d years.”", name, i)
		d := &analysis.Document{Engine: "1", Quotes: []analysis.Quote{{Kind: analysis.Direct, Speakers: []int{0},
			Content: []analysis.Span{{Start: len(name) + 7, End: len(text)}}}}, Speakers: []analysis.Speaker{{Name: name,
			Names: []string{name}, Type: analysis.Person, Gender: analysis.Female}}}
		if _, _, err := lib.Add(ctx, articles.Article{ID: fmt.Sprint(i), Text: text, Outlet: "Wire"}, d); err != nil {
			t.Fatal(err)
		}
	}
	followed, asked := "", dialogue.Question{}
	p := New(ctx, Host{Follower: func(context.Context) (*following.Follower, error) {
		return &following.Follower{Library: lib}, nil
	}, Person: func(_, name string) { followed = name }, Ask: func(q dialogue.Question) { asked = q }})
	if !strings.Contains(drawn(t, p, 80, 24), "counting") {
		t.Error("what is waited for is not told")
	}
	p.Type(p.Open()())
	for _, w := range []string{"3 articles with quotes · 3 quotes", "Kinds of quote", "direct", "100 %", "women",
		"Elin Vasstrand", "Wire"} {
		if s := drawn(t, p, 100, 48); !strings.Contains(s, w) {
			t.Errorf("the page lacks %q:\n%s", w, s)
		}
	}
	for _, size := range [][2]int{{160, 48}, {100, 30}, {60, 20}, {40, 12}, {30, 8}} {
		for _, k := range "jGkg}}{j" {
			p.Press(tea.KeyPressMsg{Text: string(k), Code: k}, "q", size[0], size[1])
			if strings.Contains(drawn(t, p, size[0], size[1]), "\x1b[2J") {
				t.Fatal("a name acts on the terminal")
			}
		}
	}
	for p.at = 0; p.lines[p.at].Handle == ""; p.at++ {
	}
	done, _ := p.Press(tea.KeyPressMsg{Code: tea.KeyEnter}, "q", 80, 24)
	if done.Do == nil {
		t.Fatal("a speaker's line leads nowhere")
	}
	if done.Do(); followed != "Elin Vasstrand" {
		t.Errorf("it leads to %q", followed)
	}
	done, _ = p.Press(tea.KeyPressMsg{Text: "/", Code: '/'}, "q", 80, 24)
	done.Do()
	if asked.Done(" ") == "" || asked.Done("Brandvold") != "" || followed != "Brandvold" {
		t.Errorf("a name that was typed leads to %q", followed)
	}
}

func TestAnOutlookOnNoLibrary(t *testing.T) {
	p := New(context.Background(), Host{Follower: func(context.Context) (*following.Follower, error) {
		return nil, errors.New("there is no library")
	}})
	p.Type(p.Open()())
	if s := drawn(t, p, 60, 12); !strings.Contains(s, "there is no library") {
		t.Errorf("%s", s)
	}
	p.Press(tea.KeyPressMsg{Code: tea.KeyEnter}, "q", 60, 12)
}
