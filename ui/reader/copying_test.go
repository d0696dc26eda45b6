package reader

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hearsay/articles"
	"hearsay/articles/export"
)

// outside is what a reader reaches beyond itself, kept to be looked at.
type outside struct {
	file, words     string // what was added to which file
	format, written string
	item            export.Item
	address, script string
	env             []string
	refusal         error
}

// takingAway is a reader who may write files, open pages and run commands.
func takingAway(t *testing.T, w, h int) (*sitting, *outside) {
	out := &outside{}
	return sit(t, w, h, func(o *Options) {
		first := o.Items[0].Open
		o.Items[0].Open = func(ctx context.Context) (articles.Article, error) {
			a, err := first(ctx)
			a.Address = "https://bay.example/wall"
			return a, err
		}
		o.Formats = []Format{{"html", "a page", ".html"}, {"csv", "a table", ".csv"}}
		o.Export = func(format, path string, i export.Item) (string, error) {
			out.format, out.written, out.item = format, path, i
			return path, out.refusal
		}
		o.Append = func(path, words string) error {
			out.file, out.words = path, out.words+words
			return out.refusal
		}
		o.Browse = func(address string) error {
			out.address = address
			return nil
		}
		o.Commands = []Command{{Name: "note", Key: "X", Run: "note {speaker} {quote}", Show: true},
			{Name: "count", Key: "T", Run: "wc"}}
		o.Shell = func(_ context.Context, script string, env []string, words string) (string, error) {
			out.script, out.env, out.words = script, env, words
			return "first line\n\x1b[2Jsecond", out.refusal
		}
	}), out
}

// copies checks what was copied last.
func (s *sitting) copies(begins string, holds ...string) *sitting {
	s.t.Helper()
	if !strings.HasPrefix(s.copied, begins) {
		s.t.Errorf("copied is %q, want it to begin with %q", s.copied, begins)
	}
	for _, w := range holds {
		if !strings.Contains(s.copied, w) {
			s.t.Errorf("copied is %q, without %q", s.copied, w)
		}
	}
	return s
}

// In every pane y copies what the pane shows, and Y with where it is from.
func TestEveryPaneIsCopied(t *testing.T) {
	s, _ := takingAway(t, 160, 48)
	s.press("J", "y").copies("“We cannot wait another year,” … “The sea").sees("copied: “We cannot").press("Y").
		copies("“We cannot", "\n— Orla Fenn, “Council splits over harbour wall”, harbour.txt, "+
			"https://bay.example/wall#:~:text=We%20cannot%20wait%20another%20year%2C")
	s.press("3", "g", "y").copies("Orla Fenn, Mayor: 3 quotes\n1. Mayor Orla Fenn said", "(direct)\n3. Both of them").
		sees("copied all quotes of Fenn: Orla Fenn, Mayor: 3 quotes 1.")
	s.press("enter", "y").copies("A Orla Fenn\n", "Share of voice\n", "≠ disputed by Brandt").sees("copied the card")
	s.press("Y").copies("A Orla Fenn\n", "\n— “Council splits over harbour wall”, harbour.txt, https://bay.example/wall")
	s.press("4", "g", "y").copies("Orla Fenn supports the harbour wall must be rebuilt\nThe article: Mayor Orla Fenn said")
	s.press("w", "5", "y").copies("Direct quote · likely 0.80", "Who says it\n")
	sit(t, 160, 48).press("J", "Y").copies("“We", "harbour.txt")
}

// Rows that are marked are copied together, in order; they are seen to be marked, at every size, until it is ended.
func TestMarkedRowsAreCopiedTogether(t *testing.T) {
	for _, size := range [][2]int{{160, 48}, {100, 30}, {60, 20}, {40, 12}} {
		s, _ := takingAway(t, size[0], size[1])
		s.press("2", "g", "j", "V", "V").sees("2 marked: y copies them", "●").atQuote("that the old").check("marked")
		s.press("y").copies("“We cannot", "\n\nTomas Brandt, an engineer, warned").press("1", "V", "y").
			copies("“We cannot", "\n\nBoth of them agreed").press("2", "k", "V", "y")
		if strings.Contains(s.copied, "Brandt, an") {
			t.Errorf("%v: a mark that was taken away is copied: %q", size, s.copied)
		}
		s.press("esc").sees("nothing is marked any more").misses("●")
	}
	s, _ := takingAway(t, 160, 48)
	s.press("3", "g", "V", "V", "y").copies("Orla Fenn, Mayor: 3 quotes\n", "\n\nTomas Brandt, an engineer: 3 quotes\n").
		sees("3 Speakers 3/3 · 2 marked").press("F").misses("· 2 marked")
	s.press("4", "g", "V", "V", "Y").copies("Orla Fenn supports", "\n\nTomas Brandt opposes", "\n— “Council").
		press("t", "t", "V").sees("positions are marked where they stand in a list").press("esc", "c", "6", "V").
		sees("rows are marked in lists")
}

// Copies add up where that is asked for, on the clipboard or in a file.
func TestCopiesAddUp(t *testing.T) {
	s, out := takingAway(t, 160, 48)
	s.press("ctrl+y").sees("copied 1 quote: ctrl+y adds to it").press("J", "ctrl+y").
		sees("added to what was copied: 1 quote").copies("Mayor Orla Fenn said", "\n\n“We cannot").press("y").
		copies("“We cannot")
	s.press("W").sees("add 1 quote to the file harbour-quotes.txt").press("enter").
		sees("1 quote added to harbour-quotes.txt")
	if out.file != "harbour-quotes.txt" || !strings.HasPrefix(out.words, "“We") || !strings.HasSuffix(out.words, "\n\n") {
		t.Errorf("%q is written to %q", out.words, out.file)
	}
	s.press("W", "ctrl+u").typeIn("~/n.txt").press("enter", "J", "W").sees("add 1 quote to the file ~/n.txt")
	out.refusal = errors.New("the disk is full")
	s.press("enter").sees("the disk is full").press("esc").check("a refusal")
	sit(t, 160, 48).press("W").sees("nothing can be written here").press("E").sees("nothing can be written here").
		press("b").sees("no address on the web")
}

// From inside, all is exported, or the speaker, or what is marked, in every format; the file's name is told.
func TestExportFromInside(t *testing.T) {
	s, out := takingAway(t, 160, 48)
	s.press("E").sees("all: 8 quotes", "only Orla Fenn: 3 quotes").press("enter").sees("Export all", "html", "csv").
		press("2").sees("export as csv to harbour-quotes.csv").press("enter").sees("written: harbour-quotes.csv")
	if out.format != "csv" || out.item.Document != s.doc() || out.item.Part != "" {
		t.Errorf("%s: %+v", out.format, out.item)
	}
	s.press("3", "j", "E", "2", "1", "ctrl+u").typeIn("b.html").press("enter").sees("written: b.html")
	if got := out.item; len(got.Document.Quotes) != 3 || !strings.Contains(got.Part, "by Tomas Brandt, 3 of 8 quotes") {
		t.Errorf("%d quotes, %s", len(got.Document.Quotes), got.Part)
	}
	s.press("2", "g", "V", "V", "E").sees("only 2 quotes that are marked").press("1", "1")
	out.refusal = errors.New("there is a file harbour-quotes.html already: type another name")
	s.press("enter").sees("there is a file").press("esc", "F", "-", "-", "E").sees("only sure: 2 quotes", "all: 8 quotes").
		press("esc").check("left")
	s, out = takingAway(t, 160, 48)
	s.press("v", "a", "2", "v", "E", "1", "1", "enter")
	if got := out.item; !strings.HasPrefix(got.Reviewed, "Reviewed by ann: ") || got.On(0).Verdict != "right" ||
		got.On(1).Verdict != "corrected" {
		t.Errorf("%s, %+v", got.Reviewed, got.Judged)
	}
	s.press("E", "esc").press(":").typeIn("export").sees("export all, the speaker").press("esc")
}

// The title leads to the page that the article is from, where the terminal knows links.
func TestTheTitleIsALink(t *testing.T) {
	s, _ := takingAway(t, 120, 40)
	x, y := s.cellOf("Council splits")
	if got := s.screen().CellAt(x, y).Link.URL; got != "https://bay.example/wall" {
		t.Errorf("the title leads to %q", got)
	}
	s.check("a link")
	s = sit(t, 120, 40)
	if got := s.screen().CellAt(x, y).Link.URL; got != "" {
		t.Errorf("without an address it leads to %q", got)
	}
}

// The article is opened in the browser at the quote.
func TestTheBrowserOpensAtTheQuote(t *testing.T) {
	s, out := takingAway(t, 120, 40)
	s.press("b").sees("opened in the browser: bay.example")
	want := "https://bay.example/wall#:~:text=that%20the%20harbour%20wall%20must,"
	if !strings.HasPrefix(out.address, want) {
		t.Errorf("opened is %s", out.address)
	}
}

// A command has what is current in its environment and on its standard input, never in its script; what it prints is
// shown, and a key that was another action's is told.
func TestCommandsAreRun(t *testing.T) {
	s, out := takingAway(t, 120, 40)
	s.sees(`"T" is given to command-count`).press("]").atQuote("“We cannot")
	run := func(key string) {
		t.Helper()
		s.pending = nil
		s.model.press(keyOf(key))
		for _, c := range s.pending {
			if msg, ok := c().(ranMsg); ok {
				s.Update(msg)
			}
		}
	}
	run("X")
	s.sees("note", "first line", "second").check("a panel")
	if out.script != `note "$HEARSAY_SPEAKER" "$HEARSAY_QUOTE"` || !strings.HasPrefix(out.words, "“We cannot") {
		t.Errorf("the script is %s, the words are %s", out.script, out.words)
	}
	if env := strings.Join(out.env, "\n"); !strings.Contains(env, "HEARSAY_SPEAKER=Orla Fenn") ||
		!strings.Contains(env, "HEARSAY_ADDRESS=https://bay.example/wall") || !strings.Contains(env, "HEARSAY_KEY=harbour") ||
		!strings.Contains(env, "HEARSAY_SENTENCE=“We cannot") {
		t.Errorf("the environment is %s", env)
	}
	s.press("esc")
	run("T")
	s.sees("count: first line")
	out.refusal = errors.New("no such program")
	run("X")
	s.sees("note: no such program").press("?").typeIn("your").check("help")
	s.Update(tea.KeyPressMsg{})
}
