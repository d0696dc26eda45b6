package cli

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"hearsay/analysis"
	"hearsay/articles/export"
	"hearsay/ui/reader"
)

func terminal(more ...string) map[string]string {
	env := map[string]string{"TERM": "xterm-256color"}
	for i := 0; i+1 < len(more); i += 2 {
		env[more[i]] = more[i+1]
	}
	return env
}

// titles opens all items and returns their titles, or the errors.
func titles(t *testing.T, got outcome) []string {
	t.Helper()
	if got.opened == nil {
		t.Fatalf("the reader was not started: exit code %d, %q", got.code, got.err)
	}
	var all []string
	for _, item := range got.opened.Items {
		a, err := item.Open(context.Background())
		if err != nil {
			all = append(all, err.Error())
		} else {
			all = append(all, a.Title)
		}
	}
	return all
}

func TestReaderOffersTheSamples(t *testing.T) {
	got := story{t: t, keyboard: true, screen: true, env: terminal()}.run()
	if all := titles(t, got); got.code != exitDone || !got.opened.Choose || len(all) < 4 {
		t.Errorf("exit code %d, choice %v of %q", got.code, got.opened.Choose, all)
	}
	for _, item := range got.opened.Items {
		if item.Name == "" || item.About == "" {
			t.Errorf("an item has nothing to show: %+v", item)
		}
	}
}

func TestReaderOpensFilesInOrder(t *testing.T) {
	one := file(t, "one.txt", shortArticle)
	two := file(t, "two.md", "# Second things\n\nNothing was said about them today.\n")
	many := file(t, "many.jsonl", `{"id": "a", "title": "Alpha", "text": "It rained."}`+"\n"+
		`{"id": "b", "text": "It snowed."}`+"\n")
	got := story{t: t, args: []string{"--sample", "strait-call", one, two, many}, keyboard: true, screen: true,
		env: terminal()}.run()
	all := titles(t, got)
	if len(all) != 5 || all[2] != "Second things" || all[3] != "Alpha" || got.opened.Choose {
		t.Fatalf("titles are %q", all)
	}
	names := []string{"one.txt", "two.md", "Alpha", "b"}
	for i, want := range names {
		if got := got.opened.Items[i+1].Name; got != want {
			t.Errorf("item %d is called %q, want %q", i+1, got, want)
		}
	}
}

// What is piped in is read from standard input, and keys from the terminal.
func TestReaderReadsAPipe(t *testing.T) {
	for _, args := range [][]string{nil, {"-"}} {
		got := story{t: t, args: args, stdin: shortArticle, screen: true, env: terminal()}.run()
		if all := titles(t, got); len(all) != 1 || all[0] != "Harbour dredging to start in May" {
			t.Errorf("titles are %q", all)
		}
		if keys, _ := io.ReadAll(got.opened.Input); string(keys) != "keys" {
			t.Errorf("keys come from %q", keys)
		}
	}
}

// An article that is slow to come does not hold up the screen.
func TestReaderDoesNotWaitForAPipe(t *testing.T) {
	in, writer := io.Pipe()
	defer writer.Close()
	got := story{t: t, in: in, screen: true, env: terminal()}.run()
	if got.opened == nil || len(got.opened.Items) != 1 {
		t.Fatalf("exit code %d, %q", got.code, got.err)
	}
	open := got.opened.Items[0].Open
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	if _, err := open(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("an article that has not come: %v", err)
	}
	go func() {
		io.WriteString(writer, shortArticle)
		writer.Close()
	}()
	if a, err := open(context.Background()); err != nil || a.Text != shortArticle {
		t.Errorf("%v, %q", err, a.Text)
	}
}

func TestReaderWithoutAnythingToRead(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing.txt")
	for _, c := range []struct {
		name string
		args []string
		in   string
		says string
	}{
		{"no such file", []string{missing}, "", "no such file"},
		{"a directory", []string{t.TempDir()}, "", "directory"},
		{"an empty file", []string{file(t, "empty.txt", " \n")}, "", "empty"},
		{"a binary file", []string{file(t, "a.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")}, "", "not text"},
		{"an empty pipe", nil, "", "standard input: empty"},
	} {
		got := story{t: t, args: c.args, stdin: c.in, screen: true, env: terminal()}.run()
		if got.code != exitFailed || got.opened != nil {
			t.Errorf("%s: exit code %d, reader %v", c.name, got.code, got.opened)
		}
		got.oneLine(t, c.says)
	}
}

// Of several files those that can be read are, and the reader and the exit code tell of the rest.
func TestReaderReadsTheOthers(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "miss\x1bing.txt")
	got := story{t: t, args: []string{missing, file(t, "a.txt", shortArticle)}, keyboard: true, screen: true,
		env: terminal()}.run()
	if all := titles(t, got); got.code != exitFailed || len(all) != 1 {
		t.Errorf("exit code %d, titles %q", got.code, all)
	}
	if n := got.opened.Notices; len(n) != 1 || !strings.Contains(n[0], "no such file") || strings.Contains(n[0], "\x1b") {
		t.Errorf("notices are %q", n)
	}
	got.oneLine(t, "no such file")
}

// Where the screen cannot be drawn on, or is not wanted, the article is written as text.
func TestPlainText(t *testing.T) {
	article := file(t, "a.txt", shortArticle)
	for _, c := range []struct {
		name   string
		story  story
		reader bool
		told   bool // that --lines is there
	}{
		{"a terminal", story{keyboard: true, screen: true, env: terminal()}, true, false},
		{"output into a pipe", story{keyboard: true, env: terminal()}, false, false},
		{"asked for", story{args: []string{"--plain"}, keyboard: true, screen: true, env: terminal()}, false, false},
		{"a dumb terminal", story{keyboard: true, screen: true, env: terminal("TERM", "dumb")}, false, true},
		{"a terminal of no kind", story{keyboard: true, screen: true}, false, true},
		{"a dumb terminal, forced", story{args: []string{"--screen"}, keyboard: true, screen: true,
			env: terminal("TERM", "dumb")}, true, false},
		{"no keyboard", story{screen: true, noKeyboard: true, env: terminal()}, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.story.t, c.story.args = t, append(c.story.args, article)
			got := c.story.run()
			if got.code != exitDone || (got.err != "") != c.told {
				t.Errorf("exit code %d, %q", got.code, got.err)
			}
			if (got.opened != nil) != c.reader || strings.Contains(got.out, "We have waited nine years") == c.reader {
				t.Errorf("reader %v, output %q", got.opened != nil, got.out)
			}
		})
	}
}

func TestTerminalsAndColours(t *testing.T) {
	article := file(t, "a.txt", shortArticle)
	for _, c := range []struct {
		env           map[string]string
		args          []string
		noColor, dumb bool
	}{
		{terminal(), nil, false, false},
		{terminal("NO_COLOR", "yes"), nil, true, false},
		{terminal("NO_COLOR", "0"), nil, true, false},
		{terminal("NO_COLOR", ""), nil, false, false},
		{terminal("TERM", "dumb"), []string{"--screen"}, false, true},
	} {
		got := story{t: t, args: append(c.args, article), keyboard: true, screen: true, env: c.env}.run()
		if o := got.opened; o == nil || o.NoColor != c.noColor || o.Dumb != c.dumb {
			t.Errorf("%v: options are %+v", c.env, o)
		}
	}
	got := story{t: t, args: []string{"--no-mouse", article}, keyboard: true, screen: true,
		env: terminal("HEARSAY_MOUSE", "on")}.run()
	if !got.opened.MouseOff {
		t.Error("--no-mouse leaves the mouse on")
	}
}

func TestReaderThatStops(t *testing.T) {
	article := file(t, "a.txt", shortArticle)
	broken := story{t: t, args: []string{article}, keyboard: true, screen: true, env: terminal(),
		readerErr: errors.New("no size")}.run()
	if broken.code != exitFailed {
		t.Errorf("exit code %d", broken.code)
	}
	broken.oneLine(t, "no size", "--plain")
	stopped := story{t: t, args: []string{article}, keyboard: true, screen: true, env: terminal(),
		readerErr: context.Canceled}.run()
	if stopped.code != exitInterrupted || stopped.err != "" {
		t.Errorf("exit code %d, %q", stopped.code, stopped.err)
	}
}

// A file with more articles than anyone steps through is cut, and the cut is told.
func TestReaderOffersSoManyArticles(t *testing.T) {
	many := file(t, "many.jsonl", strings.Repeat(`{"text": "It rained."}`+"\n", mostOffered+5))
	got := story{t: t, args: []string{many}, keyboard: true, screen: true, env: terminal()}.run()
	if got.opened == nil || len(got.opened.Items) != mostOffered {
		t.Fatalf("exit code %d, %q", got.code, got.err)
	}
	got.oneLine(t, "first 1,000")
}

// A flag wins over an environment variable, that over the file, and that over what is built in.
func TestSettingsInOrderOfRank(t *testing.T) {
	article := file(t, "a.txt", shortArticle)
	conf := file(t, "config.toml", "theme = 'light'\nwidth = 60\nmouse = false\nkeys.help = 'h'")
	env := map[string]string{"TERM": "xterm", "HEARSAY_CONFIG": conf, "HEARSAY_WIDTH": "70", "HEARSAY_MOUSE": "on"}
	got := story{t: t, args: []string{"--width", "80", article}, keyboard: true, screen: true, env: env}.run()
	if got.code != exitDone || got.opened == nil {
		t.Fatalf("exit code %d, %q", got.code, got.err)
	}
	o := got.opened
	if o.Theme != "light" || o.Width != 80 || o.MouseOff ||
		!reflect.DeepEqual(o.Keys, map[string][]string{"help": {"h"}}) {
		t.Errorf("options are %+v", o)
	}
	if len(o.Notices) > 0 {
		t.Errorf("notices are %q", o.Notices)
	}
}

// The reader writes articles and words to files, over nothing that is there, and runs what somebody gave a key to.
func TestTheReaderReachesOut(t *testing.T) {
	folder := t.TempDir()
	conf := file(t, "config.toml", "[commands.note]\nkey = 'X'\nrun = 'tr a-z A-Z; echo {speaker}'")
	got := story{t: t, args: []string{file(t, "a.txt", shortArticle)}, keyboard: true, screen: true,
		env: map[string]string{"TERM": "xterm", "HEARSAY_CONFIG": conf, "HOME": folder}}.run()
	o := got.opened
	if o == nil || !reflect.DeepEqual(o.Commands, []reader.Command{{Name: "note", Key: "X",
		Run: "tr a-z A-Z; echo {speaker}"}}) {
		t.Fatalf("exit code %d, %q, %+v", got.code, got.err, o)
	}
	a, err := o.Items[0].Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	doc, err := o.Analyze(t.Context(), a, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range o.Formats {
		path := filepath.Join(folder, "out-"+f.Name+f.Ending)
		written, err := o.Export(f.Name, path, export.Item{Article: a, Document: doc})
		if err != nil || written != path || names(t, folder) == "" {
			t.Errorf("%s: %q, %v", f.Name, written, err)
		}
		if _, err := o.Export(f.Name, path, export.Item{Article: a, Document: doc}); f.Ending != "/" &&
			(err == nil || !strings.Contains(err.Error(), "already")) {
			t.Errorf("%s is written over: %v", f.Name, err)
		}
	}
	for range 2 {
		if err := o.Append("~/notes.txt", "so it is\n"); err != nil {
			t.Fatal(err)
		}
	}
	if got := content(t, folder, "notes.txt"); got != "so it is\nso it is\n" {
		t.Errorf("the notes are %q", got)
	}
	if err := o.Append(filepath.Join(folder, "none", "notes.txt"), "x"); err == nil {
		t.Error("words are written into no folder")
	}
	if _, err := o.Export("odt", "x", export.Item{}); err == nil {
		t.Error("there is a format odt")
	}
	if o.Browse("file:///etc/passwd") == nil {
		t.Error("a file is opened in the browser")
	}
}

// What was set by keys holds the next time, unless the configuration says otherwise.
func TestHabitsHoldTheNextTime(t *testing.T) {
	article, data := file(t, "a.txt", shortArticle), t.TempDir()
	start := func(show string, leave func(reader.Options)) reader.Habits {
		t.Helper()
		got := story{t: t, args: []string{article}, keyboard: true, screen: true, data: data, read: leave,
			env: map[string]string{"TERM": "xterm", "HEARSAY_SHOW": show}}.run()
		if got.code != exitDone || got.opened == nil {
			t.Fatalf("exit code %d, %q", got.code, got.err)
		}
		return got.opened.Habits
	}
	want := reader.Habits{Least: analysis.Certain, Split: 45}
	if got := start("", func(o reader.Options) { o.Keep(want) }); got != (reader.Habits{}) {
		t.Errorf("at first they are %+v", got)
	}
	if got := start("", nil); got != want {
		t.Errorf("then they are %+v", got)
	}
	if got := start("all", nil); got.Least != analysis.Unsure || got.Split != 45 {
		t.Errorf("where all is asked for they are %+v", got)
	}
}

// A slip in the configuration keeps nobody from reading: the reader tells of it in its status line, a pipe on standard
// error.
func TestConfigurationFaultsAreTold(t *testing.T) {
	article := file(t, "a.txt", shortArticle)
	conf := file(t, "config.toml", "\"wi\x1bdth\" = 3")
	conf2 := file(t, "config.toml", "widht = 3")
	env := map[string]string{"TERM": "xterm", "HEARSAY_THEME": "\x1b[2Jred"}
	in := story{t: t, args: []string{"--config", conf2, article}, keyboard: true, screen: true, env: env}.run()
	if in.code != exitDone || in.opened == nil || len(in.opened.Notices) != 2 {
		t.Fatalf("exit code %d, reader started with %+v", in.code, in.opened)
	}
	if n := in.opened.Notices; !strings.Contains(n[0], "widht") || !strings.Contains(n[1], `HEARSAY_THEME`) {
		t.Errorf("notices are %q", n)
	}
	out := story{t: t, args: []string{"--config", conf, article}}.run()
	if out.code != exitDone || out.out == "" {
		t.Errorf("exit code %d, output %q", out.code, out.out)
	}
	out.oneLine(t, "config.toml:1: ")
}
