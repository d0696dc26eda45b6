package settings

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"hearsay/ui/cli/oneline"
)

// Whatever is wrong in a configuration is told in a line each, and the rest of it holds.
func TestConfigurationFaults(t *testing.T) {
	for _, c := range []struct {
		name, toml string
		want       Settings
		says       []string // the beginning of each fault, after the file's name
	}{
		{"all settings", "theme = 'light'\nmouse = false\nwidth = 66\n[keys]\nhelp = 'h'\nquit = ['q', 'ctrl+q']",
			Settings{Theme: "light", Width: 66, Keys: map[string][]string{"help": {"h"}, "quit": {"q", "ctrl+q"}}}, nil},
		{"an empty file", "", Default(), nil},
		{"a misspelt setting", "theme = 'dark'\n\nwidht = 70\nmouse = false",
			Settings{Theme: "dark"}, []string{`:3: there is no setting "widht"`}},
		{"two misspelt settings", "thema = 1\nwidth = 50\n[colours]\nx = 1",
			Settings{Theme: "auto", Mouse: true, Width: 50},
			[]string{`:1: there is no setting "thema"`, `:3: there is no setting "colours`}},
		{"only what is sure", "show = 'sure'", Settings{Theme: "auto", Mouse: true, Show: "sure"}, nil},
		{"nothing remembered", "recent = false", Settings{Theme: "auto", Mouse: true, Forget: true}, nil},
		{"remembered or not", "recent = 'maybe'", Default(), []string{`: recent is true or false, not "maybe"`}},
		{"no such level", "show = 'certain'", Default(), []string{`: show is all, likely, sure, not "certain"`}},
		{"commands", "[commands]\ncount = 'wc -w'\n[commands.note]\nkey = 'X'\nrun = 'cat >> n'\nshow = true",
			Settings{Theme: "auto", Mouse: true, Commands: []Command{{Name: "count", Run: "wc -w"},
				{Name: "note", Key: "X", Run: "cat >> n", Show: true}}}, nil},
		{"commands that are none", "[commands]\na = 3\nb = ''\n[commands.c]\nkey = 3\nrun = 'x'\n[commands.d]\nruns = 'x'",
			Default(), []string{": commands.a is a script", ": commands.b is a script", ": commands.c has 3 as its key",
				`: commands.d has no "runs"`}},
		{"a table of commands that is none", "commands = 'x'", Default(), []string{": commands is a table"}},
		{"colours", "[colors]\nspeakers = ['#ff0000', 'blue', 33]\ndim = 8", Settings{Theme: "auto", Mouse: true,
			Colours: map[string][]string{"speakers": {"#ff0000", "blue", "33"}, "dim": {"8"}}}, nil},
		{"colours that are none", "colors = 'red'", Default(), []string{": colors is a table"}},
		{"no such theme", "theme = 'blue'\nwidth = 50", Settings{Theme: "auto", Mouse: true, Width: 50},
			[]string{`: theme is auto, dark, light, terminal, not "blue"`}},
		{"a theme that is a number", "theme = 3", Default(), []string{": theme is auto, dark, light, terminal, not 3"}},
		{"a mouse that is a word", "mouse = 'maybe'", Default(), []string{`: mouse is true or false, not "maybe"`}},
		{"a width out of range", "width = 4000", Default(), []string{": width is 20 to 400 cells"}},
		{"a width with a fraction", "width = 60.5", Default(), []string{": width is 20 to 400 cells"}},
		{"no width in particular", "width = 0", Default(), nil},
		{"a library", "library = '~/news.db'", Settings{Theme: "auto", Mouse: true, Library: "~/news.db"}, nil},
		{"a library that is nowhere", "library = 'news.db'", Default(),
			[]string{`: library is the whole path of a file, such as "~/news/library.db", not "news.db"`}},
		{"a library that is a number", "library = 3", Default(), []string{": library is the whole path of a file"}},
		{"keys that are none", "[keys]\nquit = 5\nhelp = ['?', 1]\nback = []\nnext = ''\nsearch = '/'",
			Settings{Theme: "auto", Mouse: true, Keys: map[string][]string{"search": {"/"}, "back": {}}},
			[]string{": keys.help is a key or a list", ": keys.next is a key or a list", ": keys.quit is a key or a list"}},
		{"a table of keys that is none", "keys = 'vim'", Default(), []string{": keys is a table"}},
		{"a broken file", "theme = 'dark'\nwidth = = 3", Default(), []string{":2: "}},
		{"a setting twice", "theme = 'dark'\ntheme = 'light'", Default(), []string{":2: "}},
		{"no text at all", "\x00\x01\xff", Default(), []string{":1: "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := fileOf(t, "config.toml", c.toml)
			got := Default()
			faults := File{path, true}.apply(&got)
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("settings are %+v, want %+v", got, c.want)
			}
			if len(faults) != len(c.says) {
				t.Fatalf("faults are %q, want %d", faults, len(c.says))
			}
			for i, f := range faults {
				if !strings.HasPrefix(f, path+c.says[i]) {
					t.Errorf("fault is %q, want it to begin with %q", f, path+c.says[i])
				}
			}
		})
	}
}

func TestConfigurationThatCannotBeRead(t *testing.T) {
	folder := t.TempDir()
	big := fileOf(t, "big.toml", strings.Repeat("# all work and no play\n", 100_000))
	for _, c := range []struct {
		file File
		says string
	}{
		{File{filepath.Join(folder, "none.toml"), false}, ""},
		{File{filepath.Join(folder, "none.toml"), true}, "no such file"},
		{File{folder, true}, "directory"},
		{File{big, true}, "too large"},
		{File{}, ""},
	} {
		got := Default()
		faults := strings.Join(c.file.apply(&got), "\n")
		if !reflect.DeepEqual(got, Default()) || c.says == "" && faults != "" || !strings.Contains(faults, c.says) {
			t.Errorf("%+v: settings are %+v, faults %q, want %q", c.file, got, faults, c.says)
		}
	}
}

func TestConfigIsFoundInItsFolder(t *testing.T) {
	home := t.TempDir()
	path := filepath.Join(home, "hearsay", "config.toml")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("width = 44"), 0o600); err != nil {
		t.Fatal(err)
	}
	none := func(string) string { return "" }
	named := func(string) string { return "named.toml" }
	if s, faults := Of(Find("", none, home), none); s.Width != 44 || faults != nil {
		t.Errorf("settings are %+v, faults %q", s, faults)
	}
	if c := Find("flag.toml", named, home); c.path != "flag.toml" {
		t.Errorf("the flag gives %q", c.path)
	}
	if c := Find("", named, home); c.path != "named.toml" {
		t.Errorf("the environment gives %q", c.path)
	}
}

func FuzzConfiguration(f *testing.F) {
	for _, seed := range []string{"theme = 'dark'", "[keys]\na = ['b']", "keys.a.b = 1", "width = 1e9", "[[keys]]",
		"mouse = 2026-01-01", "\"\\u001b\" = 1"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s := Default()
		for _, fault := range (File{path: "c.toml"}).decode(data, &s) {
			if !strings.HasPrefix(fault, "c.toml") || strings.ContainsFunc(oneline.Clean(fault), oneline.Unsafe) {
				t.Errorf("fault %q", fault)
			}
		}
		if s.Width != 0 && (s.Width < Narrowest || s.Width > Widest) {
			t.Errorf("width is %d", s.Width)
		}
	})
}

// file writes a file and returns its path.
func fileOf(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
