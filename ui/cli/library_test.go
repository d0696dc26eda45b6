package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearsay/articles/export/told"
)

// A flag wins over the environment, that over the configuration, and that over the usual place.
func TestWhereTheLibraryIs(t *testing.T) {
	h := newHousehold(t)
	folder := t.TempDir()
	conf := file(t, "config.toml", "library = '~/news/conf.db'")
	usual := filepath.Join(h.data, "hearsay", "library.db")
	for _, c := range []struct {
		args []string
		env  []string
		want string
	}{
		{nil, nil, usual},
		{nil, []string{"HEARSAY_CONFIG", conf, "HOME", folder}, filepath.Join(folder, "news", "conf.db")},
		{nil, []string{"HEARSAY_CONFIG", conf, "HEARSAY_LIBRARY", "env.db"}, "env.db"},
		{[]string{"--library", "flag.db"}, []string{"HEARSAY_CONFIG", conf, "HEARSAY_LIBRARY", "env.db"}, "flag.db"},
	} {
		s := h.story(append([]string{"library", "path"}, c.args...)...)
		s.env = terminal(c.env...)
		if got := s.run(); got.code != exitDone || got.out != c.want+"\n" || got.err != "" {
			t.Errorf("%v %v: exit code %d, %q, %q", c.args, c.env, got.code, got.out, got.err)
		}
	}
	other := filepath.Join(folder, "other.db")
	key, _, _ := strings.Cut(h.run("add", "--library", other, file(t, "a.txt", shortArticle)), " ")
	for _, args := range [][]string{{"list", "--library", other}, {"--library", other, key},
		{"analyze", "--library", other, key}} {
		if out := h.run(args...); !strings.Contains(out, "Harbour") {
			t.Errorf("%v writes %q", args, out)
		}
	}
	bad := h.story("list")
	bad.env = terminal("HEARSAY_CONFIG", file(t, "config.toml", "libary = 'x'"), "HEARSAY_LIBRARY", other)
	if got := bad.run(); got.code != exitDone || !strings.Contains(got.out, "Harbour") {
		t.Errorf("exit code %d, %q", got.code, got.out)
	} else {
		got.oneLine(t, `"libary"`)
	}
}

func TestBackupsAndChecks(t *testing.T) {
	h := newHousehold(t)
	h.story("library", "check").run().oneLine(t, "library.db", "no library here yet", "hearsay add")
	key := h.add(file(t, "a.txt", shortArticle))
	h.review(key)
	copied := strings.TrimSuffix(h.run("library", "backup"), "\n")
	if filepath.Dir(copied) != filepath.Join(h.data, "hearsay") {
		t.Errorf("the backup is %s", copied)
	}
	mine := filepath.Join(t.TempDir(), "mine.db")
	if out := h.run("library", "backup", mine); out != mine+"\n" {
		t.Errorf("%q", out)
	}
	h.story("library", "backup", mine).run().oneLine(t, mine, "such a file already", "name another")
	for _, l := range []string{copied, mine} {
		if out := h.run("library", "check", "--library",
			l); out != "all is well: 1 article, 1 analysis, 1 entry of reviews\n" {
			t.Errorf("%q", out)
		}
	}
}

// A backup is gone back to, and what was decided since comes back by taking in what it is kept as.
func TestABackupIsRestored(t *testing.T) {
	h := newHousehold(t)
	key := h.add(file(t, "a.txt", shortArticle))
	mine := filepath.Join(t.TempDir(), "mine.db")
	h.run("library", "backup", mine)
	h.review(key)
	inUse := h.library()
	lines := strings.Split(h.run("library", "restore", mine), "\n") // this program's own use is not seen
	inUse.Close()
	if len(lines) != 3 || lines[0] != "restored: 1 article, 1 analysis, 0 entries of reviews" {
		t.Fatalf("%q", lines)
	}
	kept, ok := strings.CutPrefix(lines[1], "what was there before is kept as ")
	if !ok || filepath.Dir(kept) != filepath.Join(h.data, "hearsay") {
		t.Fatalf("%q", lines)
	}
	if out := h.run("library", "check"); out != "all is well: 1 article, 1 analysis, 0 entries of reviews\n" {
		t.Errorf("%q", out)
	}
	for _, want := range []string{"1 entry of reviews", "0 entries of reviews"} {
		if out := h.run("library", "merge", kept); out != "taken in: 0 articles, 0 analyses, "+want+"\n" {
			t.Errorf("%q, want %q", out, want)
		}
	}
	text := file(t, "story.txt", shortArticle)
	for _, what := range []string{"restore", "merge"} {
		h.story("library", what, text).run().oneLine(t, text, "not a library of Hearsay's")
		none := h.story("library", what, text+".none").run()
		if none.oneLine(t, text+".none"); none.code != exitFailed {
			t.Errorf("%s of no file: exit code %d", what, none.code)
		}
		if got := h.story("library", what).run(); got.code != exitUsage {
			t.Errorf("%s of nothing: exit code %d", what, got.code)
		}
	}
	spoilt := strings.ReplaceAll(string(bytesOf(t, mine)), "We have waited nine years", "We have waited many years")
	damaged := file(t, "damaged.db", spoilt)
	h.story("library", "restore", damaged).run().oneLine(t, damaged, "is damaged", "hearsay library merge")
	got := h.story("library", "merge", damaged).run()
	if got.oneLine(t, key); got.code != exitFailed || !strings.HasPrefix(got.out, "taken in: 0 articles") {
		t.Errorf("exit code %d, %q", got.code, got.out)
	}
}

func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Whatever is wrong with the library is one line with a hint and the exit code 1; files are read all the same,
// and that nobody's corrections are there is told.
func TestALibraryInTrouble(t *testing.T) {
	article := file(t, "a.txt", shortArticle)
	for name, c := range map[string]struct {
		make func(t *testing.T, path string)
		says string
	}{
		"damaged": {func(t *testing.T, path string) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for i := 100; i < len(data); i += 7 {
				data[i] ^= 0x55
			}
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}, "hearsay library check"},
		"no library": {func(t *testing.T, path string) {
			if err := os.WriteFile(path, []byte(strings.Repeat("It rained. ", 1000)), 0o600); err != nil {
				t.Fatal(err)
			}
		}, "not a library of Hearsay's"},
		"emptied": {func(t *testing.T, path string) {
			if err := os.Truncate(path, 0); err != nil {
				t.Fatal(err)
			}
		}, "hearsay library restore"},
		"a folder": {func(t *testing.T, path string) {
			os.Remove(path)
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		}, "folder"},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHousehold(t)
			key := h.add(article)
			c.make(t, filepath.Join(h.data, "hearsay", "library.db"))
			for _, args := range [][]string{{"add", article}, {"list"}, {"remove", "-y", key}, {"library", "check"},
				{"library", "backup"}, {key},
				{"analyze", key}, {"lib:harbour"}} {
				got := h.story(args...).run()
				if got.code != exitFailed || got.out != "" {
					t.Errorf("%v: exit code %d, %q", args, got.code, got.out)
				}
				got.oneLine(t, c.says)
			}
			got := h.story(article).run()
			if got.code != exitDone || !strings.Contains(got.out, "nine years") {
				t.Errorf("exit code %d: a file is read as %q", got.code, got.out)
			}
			got.oneLine(t, "whether it was corrected cannot be told", "what the machine found", c.says)
		})
	}
}

// A check of a damaged library tells each fault in a line, once, and what to do.
func TestACheckTellsWhatToDo(t *testing.T) {
	h := newHousehold(t)
	key := h.add(file(t, "a.txt", shortArticle))
	copied := filepath.Join(t.TempDir(), "copy.db")
	h.run("library", "backup", copied)
	data, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	damaged := file(t, "damaged.db", strings.ReplaceAll(string(data), "We have waited nine years",
		"We have waited many years"))
	got := h.story("library", "check", "--library", damaged).run()
	lines := strings.Split(strings.TrimSuffix(got.out, "\n"), "\n")
	if got.code != exitFailed || len(lines) < 2 || !strings.HasPrefix(lines[0], key+": ") ||
		!strings.HasPrefix(lines[len(lines)-1], told.Count(len(lines)-1, "fault")+": ") {
		t.Errorf("exit code %d, %s", got.code, got.out)
	}
	got.oneLine(t, "hearsay library restore FILE", "hearsay export --all")
}
