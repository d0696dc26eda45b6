package cli

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"hearsay/ui/cli/files"
	"hearsay/ui/cli/oneline"
)

// names are the files of a folder.
func names(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return strings.Join(out, " ")
}

func content(t *testing.T, path ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// One speaker's quotes of one kind, or what is sure, are exported alone; what is left says that it is a part.
func TestAPartIsExported(t *testing.T) {
	const text = "Mayor Ines Caro said on Friday that the old bridge would close.\n\n“It is not safe,” Caro " +
		"told reporters.\n\nPiet Wolff, a shopkeeper, called the plan “a death sentence for the quarter.”\n"
	export := func(args ...string) outcome {
		return story{t: t, args: append([]string{"export"}, args...), stdin: text}.run()
	}
	for _, c := range []struct {
		args        []string
		holds, not  string
		parts, told string
	}{
		{[]string{"--speaker", "caro"}, "It is not safe", "death", "by caro, 2 of 3 quotes", ""},
		{[]string{"--speaker", "Caro", "--kind", "direct"},
			"It is not safe", "would close", "by Caro, direct, 1 of", ""},
		{[]string{"--kind", "mixed,indirect"}, "would close", "not safe,”\n", "mixed or indirect, 2 of", ""},
		{[]string{"--speaker", "Putin"}, "No quotes were found", "Caro, direct", "by Putin, 0 of 3", "no quotes by Putin"},
	} {
		got := export(append(c.args, "-f", "text")...)
		_, list, _ := strings.Cut(got.out, "QUOTES\n")
		if got.code != exitDone || !strings.Contains(list, c.holds) || strings.Contains(list, c.not) ||
			!strings.Contains(got.out, "A part of it: quotes "+c.parts) || !strings.Contains(got.err, c.told) {
			t.Errorf("%v: exit code %d, %q\n%s", c.args, got.code, got.err, got.out)
		}
	}
	for _, wrong := range [][]string{{"--kind", "spoken"}, {"--speaker", " "}} {
		if got := export(append(wrong, "-f", "csv")...); got.code != exitUsage {
			t.Errorf("%v: exit code %d, %q", wrong, got.code, got.err)
		}
	}
}

// Every format writes a sample, to standard output, to a file and to a folder, and says the same in each.
func TestEveryFormat(t *testing.T) {
	folder := t.TempDir()
	for _, name := range exportNames() {
		in := filepath.Join(folder, name)
		got := story{t: t, args: []string{"export", "-f", name, "-o", in + "/", "--sample", "strait-call"}}.run()
		if got.code != exitDone || got.out != "" || got.err != "" {
			t.Errorf("%s: exit code %d, %q, %q", name, got.code, got.out, got.err)
		}
		files := names(t, in)
		if name == "brat" {
			if files != "annotation.conf strait-call.ann strait-call.txt" {
				t.Errorf("%s: the folder has %s", name, files)
			}
			continue
		}
		out := story{t: t, args: []string{"export", "--format", name, "--sample", "strait-call"}}.run()
		file := filepath.Join(folder, name+".out")
		got = story{t: t, args: []string{"export", "--format", name, "-o", file, "--sample", "strait-call"}}.run()
		if want := content(t, in, files); len(want) < 1000 || out.out != want || out.code != exitDone ||
			got.code != exitDone || content(t, file) != want {
			t.Errorf("%s: exit codes %d and %d, %d bytes in the folder, %d in the pipe", name, out.code, got.code, len(want),
				len(out.out))
		}
	}
}

func TestTheEndingTellsTheFormat(t *testing.T) {
	folder := t.TempDir()
	for name, begins := range map[string]string{"a.html": "<!doctype html>", "a.md": "# ", "a.csv": "article,title,",
		"a.jsonl": `{"id":"a",`, "a.JSON": "[\n", "a.jsonld": `{"@context":`, "a.conll": "-DOCSTART-", "a.txt": "Harbour"} {
		got := story{t: t, args: []string{"export", "-o", filepath.Join(folder, name), file(t, "a.txt", shortArticle)},
			analyze: marking}.run()
		if s := content(t, folder, name); got.code != exitDone || got.err != "" || !strings.HasPrefix(s, begins) {
			t.Errorf("%s: exit code %d, %q, %.60q", name, got.code, got.err, s)
		}
	}
}

// several are three articles, two of which have ids that lead elsewhere.
const several = `{"id": "../../up", "text": "Zoë: “Never.” she said."}` + "\n" + `{"id": "a", "text": "It rained."}` +
	"\n" + `{"id": "A", "text": "Zoë: “Now 😀.” she said."}` + "\n"

func TestAFolderHasAFileForEachArticle(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new", "pages")
	args := []string{"export", "-f", "html", "-o", folder + "/", file(t, "in.jsonl", several)}
	got := story{t: t, args: args, analyze: marking}.run()
	if got.code != exitDone || got.err != "" || names(t, folder) != "A-2.html _.._.._up.html a.html" {
		t.Fatalf("exit code %d, %q, %s", got.code, got.err, names(t, folder))
	}
	// The same again changes nothing; what is different is not written over unasked.
	if got := (story{t: t, args: args, analyze: marking}).run(); got.code != exitDone || got.err != "" {
		t.Errorf("again: exit code %d, %q", got.code, got.err)
	}
	if err := os.WriteFile(filepath.Join(folder, "a.html"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	got = story{t: t, args: args, analyze: marking}.run()
	if got.code != exitFailed || content(t, folder, "a.html") != "mine" {
		t.Errorf("exit code %d, %q", got.code, content(t, folder, "a.html"))
	}
	got.oneLine(t, "a.html is already there", "--force")
	got = story{t: t, args: append(args, "--force"), analyze: marking}.run()
	if got.code != exitDone || !strings.HasPrefix(content(t, folder, "a.html"), "<!doctype html>") {
		t.Errorf("exit code %d, %q, %.60q", got.code, got.err, content(t, folder, "a.html"))
	}
}

// What an article was read from is never lost, and brat's files may stand beside it.
func TestAnArticleIsNotWrittenOver(t *testing.T) {
	page := "<html><body><article><h1>Rain</h1><p>" + strings.Repeat("Zoë: “Never.” she said, and it rained on. ", 20) +
		"</p></article></body></html>"
	for _, more := range [][]string{nil, {"--force"}} {
		path := file(t, "a.html", page)
		got := story{t: t, args: append([]string{"export", "-f", "html", "-o", filepath.Dir(path), path}, more...),
			analyze: marking}.run()
		if got.code != exitFailed || content(t, path) != page {
			t.Errorf("exit code %d, %q", got.code, content(t, path))
		}
		got.oneLine(t, "a.html", "read from", "-o")
	}
	path := file(t, "a.txt", shortArticle)
	got := story{t: t, args: []string{"export", "-f", "brat", "-o", filepath.Dir(path), path}, analyze: marking}.run()
	if got.code != exitDone || got.err != "" || names(t, filepath.Dir(path)) != "a.ann a.txt annotation.conf" ||
		content(t, path) != shortArticle {
		t.Errorf("exit code %d, %q, %s", got.code, got.err, names(t, filepath.Dir(path)))
	}
}

// A file keeps what it held until there is something whole to put in its place.
func TestAFileIsReplacedWhole(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "out.csv")
	old := func() {
		if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	old()
	ctx, stop := context.WithCancel(context.Background())
	in, writer := io.Pipe()
	defer writer.Close()
	time.AfterFunc(20*time.Millisecond, stop)
	for name, s := range map[string]story{
		"stopped":          {args: []string{"export", "-o", path}, in: in, interrupt: ctx},
		"nothing readable": {args: []string{"export", "-o", path, filepath.Join(folder, "missing.txt")}},
	} {
		s.t = t
		if got := s.run(); got.code == exitDone || content(t, path) != "old" || names(t, folder) != "out.csv" {
			t.Errorf("%s: exit code %d, the file has %q, the folder %s", name, got.code, content(t, path), names(t, folder))
		}
	}
	got := story{t: t, args: []string{"export", "-o", path, file(t, "a.txt", shortArticle),
		filepath.Join(folder, "missing.txt")}, analyze: marking}.run()
	info, err := os.Stat(path)
	if err != nil || got.code != exitFailed || !strings.HasPrefix(content(t, path), "article,") ||
		names(t, folder) != "out.csv" || info.Mode().Perm() != 0o640 {
		t.Errorf("exit code %d, %q, %s, %v", got.code, content(t, path), names(t, folder), err)
	}
	got.oneLine(t, "missing.txt")
}

func TestPlacesThatCannotBeWritten(t *testing.T) {
	article := file(t, "a.txt", shortArticle)
	for _, args := range [][]string{{"-o", filepath.Join(filepath.Dir(article), "none", "a.csv")},
		{"-f", "csv", "-o", article + "/"}, {"-f", "csv", "-o", filepath.Join(article, "x")}} {
		got := story{t: t, args: append(append([]string{"export"}, args...), article)}.run()
		if got.code != exitFailed {
			t.Errorf("%v: exit code %d, %q", args, got.code, got.err)
		}
		got.oneLine(t, "cannot be written")
	}
	if _, err := os.Stat("/dev/full"); err == nil {
		got := story{t: t, args: []string{"export", "-f", "csv", "-o", "/dev/full", article}}.run()
		if got.code != exitFailed {
			t.Errorf("/dev/full: exit code %d", got.code)
		}
		got.oneLine(t, "/dev/full", "is the disk full?")
	}
}

// A page holds one article; whoever has more is told where to put them.
func TestAPageHoldsOneArticle(t *testing.T) {
	got := story{t: t, args: []string{"export", "-f", "html"}, stdin: several, analyze: marking}.run()
	if got.code != exitFailed || strings.Count(got.out, "<!doctype html>") != 1 {
		t.Errorf("exit code %d, %d pages", got.code, strings.Count(got.out, "<!doctype html>"))
	}
	got.oneLine(t, "one article only", "-o pages/")
}

func TestSeveralArticlesInOneOutput(t *testing.T) {
	for format, want := range map[string]int{"csv": 3, "jsonl": 3, "w3c": 3, "prodigy": 3, "doccano": 3,
		"doccano-spans": 3} {
		got := story{t: t, args: []string{"export", "-f", format}, stdin: several, analyze: marking}.run()
		all := strings.Split(strings.TrimSuffix(got.out, "\n"), "\n")
		if got.code != exitDone || len(all) != want {
			t.Errorf("%s: exit code %d, %d lines\n%s", format, got.code, len(all), got.out)
		}
		for _, l := range all {
			if format != "csv" && !json.Valid([]byte(l)) {
				t.Errorf("%s: %q", format, l)
			}
		}
	}
	if got := (story{t: t, args: []string{"export", "-f", "markdown"}, stdin: several,
		analyze: marking}).run(); strings.Count(got.out, "\n---\n\n# ") != 2 {
		t.Errorf("Markdown is\n%s", got.out)
	}
	got := story{t: t, args: []string{"export", "-f", "csv", "--offsets", "utf16"}, stdin: several, analyze: marking}.run()
	if !strings.Contains(got.out, ",6,13,") {
		t.Errorf("UTF-16 offsets are missing in\n%s", got.out)
	}
}

// What goes to a tool and comes back scores as what was found.
func TestWhatToolsReadScoresTheSame(t *testing.T) {
	for format, name := range map[string]string{"brat": "", "prodigy": "p.jsonl", "doccano": "d.jsonl",
		"jsonl": "j.jsonl"} {
		to := filepath.Join(t.TempDir(), name)
		articles := file(t, "in.jsonl", goldLine+wrongLine)
		if got := (story{t: t, args: []string{"export", "-f", format, "-o", to, articles},
			analyze: marking}).run(); got.code != exitDone {
			t.Fatalf("%s: exit code %d, %q", format, got.code, got.err)
		}
		got := story{t: t, args: []string{"score", to}, analyze: marking}.run()
		if got.code != exitDone || !strings.Contains(got.out, "\nstrict      P 1.000  R 1.000  F1 1.000 ") ||
			!strings.HasPrefix(got.out, "2 documents (0 without a prediction), 2 gold, 2 predicted\n") {
			t.Errorf("%s: exit code %d, %q\n%s", format, got.code, got.err, got.out)
		}
	}
}

// Nothing that an article holds gets at the terminal, in any format.
func TestHostileArticlesInEveryFormat(t *testing.T) {
	hostile := "\x1b]0;owned\aThe mayor said \u009b2J“we \x1bP1;2|x\x1b\\ \u202eevil”.\x00\r\n\x08\x08"
	for _, name := range exportNames() {
		if name == "brat" {
			continue // it goes to no terminal
		}
		got := story{t: t, args: []string{"export", "-f", name,
			file(t, "a.jsonl", asRecord(t, "\x1b[2J</script>", hostile))}}.run()
		if got.code != exitDone || got.out == "" {
			t.Errorf("%s: exit code %d, %q", name, got.code, got.err)
		}
		for _, r := range got.out + got.err {
			if oneline.Unsafe(r) && !unicode.IsSpace(r) {
				t.Errorf("%s passes on %q", name, r)
			}
		}
	}
}

func TestFileNamesLeadNowhereElse(t *testing.T) {
	n := files.Names{}
	var got []string
	for _, id := range []string{"a", "A", "a", "../b", "/etc/passwd", `c:\d`, "", ".", "..", ".hidden", "-rf", "con",
		"NUL.txt", "x.", "a b\n\x1b", "Zoë’s 新聞", strings.Repeat("é", 300)} {
		got = append(got, n.Name(id))
	}
	want := []string{"a", "A-2", "a-3", "_.._b", "_etc_passwd", "c__d", "_", "_-2", "_-3", "_.hidden", "_-rf", "_con",
		"_NUL.txt", "x", "a_b__", "Zoë_s_新聞", strings.Repeat("é", 60)}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// FuzzFileNames: whatever the ids, names are short, stay in the folder and differ.
func FuzzFileNames(f *testing.F) {
	f.Add("a", "../a")
	f.Add("a-2", "A")
	f.Fuzz(func(t *testing.T, one, other string) {
		n := files.Names{}
		seen := map[string]bool{}
		for _, id := range []string{one, other, one, other} {
			name := n.Name(id)
			if seen[strings.ToLower(name)] || filepath.Base(name) != name || len(name) > 140 ||
				strings.ContainsFunc(name, oneline.Unsafe) || strings.HasPrefix(name, ".") {
				t.Errorf("%q is called %q", id, name)
			}
			seen[strings.ToLower(name)] = true
		}
	})
}
