package cli

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// Whatever is wrong in a configuration is told in a line each, and the rest of it holds.
func TestConfigurationFaults(t *testing.T) {
	for _, c := range []struct {
		name, toml string
		want       settings
		says       []string // the beginning of each fault, after the file's name
	}{
		{"all settings", "theme = 'light'\nmouse = false\nwidth = 66\n[keys]\nhelp = 'h'\nquit = ['q', 'ctrl+q']",
			settings{theme: "light", width: 66, keys: map[string][]string{"help": {"h"}, "quit": {"q", "ctrl+q"}}}, nil},
		{"an empty file", "", builtIn(), nil},
		{"a misspelt setting", "theme = 'dark'\n\nwidht = 70\nmouse = false",
			settings{theme: "dark"}, []string{`:3: there is no setting "widht"`}},
		{"two misspelt settings", "thema = 1\nwidth = 50\n[colours]\nx = 1",
			settings{theme: "auto", mouse: true, width: 50}, []string{`:1: there is no setting "thema"`, `:3: there is no setting "colours`}},
		{"no such theme", "theme = 'blue'\nwidth = 50", settings{theme: "auto", mouse: true, width: 50}, []string{`: theme is auto, dark, light, not "blue"`}},
		{"a theme that is a number", "theme = 3", builtIn(), []string{": theme is auto, dark, light, not 3"}},
		{"a mouse that is a word", "mouse = 'maybe'", builtIn(), []string{`: mouse is true or false, not "maybe"`}},
		{"a width out of range", "width = 4000", builtIn(), []string{": width is 20 to 400 cells"}},
		{"a width with a fraction", "width = 60.5", builtIn(), []string{": width is 20 to 400 cells"}},
		{"no width in particular", "width = 0", builtIn(), nil},
		{"a library", "library = '~/news.db'", settings{theme: "auto", mouse: true, library: "~/news.db"}, nil},
		{"a library that is nowhere", "library = 'news.db'", builtIn(), []string{`: library is the whole path of a file, such as "~/news/library.db", not "news.db"`}},
		{"a library that is a number", "library = 3", builtIn(), []string{": library is the whole path of a file"}},
		{"keys that are none", "[keys]\nquit = 5\nhelp = ['?', 1]\nback = []\nnext = ''\nsearch = '/'",
			settings{theme: "auto", mouse: true, keys: map[string][]string{"search": {"/"}, "back": {}}},
			[]string{": keys.help is a key or a list", ": keys.next is a key or a list", ": keys.quit is a key or a list"}},
		{"a table of keys that is none", "keys = 'vim'", builtIn(), []string{": keys is a table"}},
		{"a broken file", "theme = 'dark'\nwidth = = 3", builtIn(), []string{":2: "}},
		{"a setting twice", "theme = 'dark'\ntheme = 'light'", builtIn(), []string{":2: "}},
		{"no text at all", "\x00\x01\xff", builtIn(), []string{":1: "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := file(t, "config.toml", c.toml)
			got := builtIn()
			faults := configFile{path, true}.apply(&got)
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
	big := file(t, "big.toml", strings.Repeat("# all work and no play\n", 100_000))
	for _, c := range []struct {
		file configFile
		says string
	}{
		{configFile{filepath.Join(folder, "none.toml"), false}, ""},
		{configFile{filepath.Join(folder, "none.toml"), true}, "no such file"},
		{configFile{folder, true}, "directory"},
		{configFile{big, true}, "too large"},
		{configFile{}, ""},
	} {
		got := builtIn()
		faults := strings.Join(c.file.apply(&got), "\n")
		if !reflect.DeepEqual(got, builtIn()) || c.says == "" && faults != "" || !strings.Contains(faults, c.says) {
			t.Errorf("%+v: settings are %+v, faults %q, want %q", c.file, got, faults, c.says)
		}
	}
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
	if o.Theme != "light" || o.Width != 80 || o.MouseOff || !reflect.DeepEqual(o.Keys, map[string][]string{"help": {"h"}}) {
		t.Errorf("options are %+v", o)
	}
	if len(o.Notices) > 0 {
		t.Errorf("notices are %q", o.Notices)
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
	if s, faults := settle(findConfig("", none, home), none); s.width != 44 || faults != nil {
		t.Errorf("settings are %+v, faults %q", s, faults)
	}
	if c := findConfig("flag.toml", named, home); c.path != "flag.toml" {
		t.Errorf("the flag gives %q", c.path)
	}
	if c := findConfig("", named, home); c.path != "named.toml" {
		t.Errorf("the environment gives %q", c.path)
	}
}

// A slip in the configuration keeps nobody from reading: the reader tells of it in its status line, a pipe on standard error.
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

func FuzzConfiguration(f *testing.F) {
	for _, seed := range []string{"theme = 'dark'", "[keys]\na = ['b']", "keys.a.b = 1", "width = 1e9", "[[keys]]", "mouse = 2026-01-01", "\"\\u001b\" = 1"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s := builtIn()
		for _, fault := range (configFile{path: "c.toml"}).decode(data, &s) {
			if !strings.HasPrefix(fault, "c.toml") || strings.ContainsFunc(clean(fault), unsafeRune) {
				t.Errorf("fault %q", fault)
			}
		}
		if s.width != 0 && (s.width < narrowest || s.width > widest) {
			t.Errorf("width is %d", s.width)
		}
	})
}
