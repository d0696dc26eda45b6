package cli

import (
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Every way of calling the program that cannot be understood ends with 2 and one line that says what to do.
func TestWrongUsage(t *testing.T) {
	article := file(t, "a.txt", shortArticle)
	for _, c := range []struct {
		name  string
		story story
		says  []string
	}{
		{"unknown flag", story{args: []string{"--colour"}}, []string{"unknown flag: --colour", "hearsay --help"}},
		{"a flag without its value", story{args: []string{"--theme"}}, []string{"--theme", "hearsay --help"}},
		{"unknown flag of a command", story{args: []string{"analyze", "--xml"}}, []string{"--xml", "hearsay analyze --help"}},
		{"unknown theme", story{args: []string{"--theme", "blue", article}}, []string{`"blue"`, "auto, dark, light"}},
		{"a column too narrow", story{args: []string{"--width", "3", article}}, []string{"20 to 400", "3"}},
		{"a width that is no number", story{args: []string{"--width", "wide", article}},
			[]string{"--width is a number, not “wide” (see hearsay --help)"}},
		{"a width beyond all numbers", story{args: []string{"--width", "99999999999999999999", article}},
			[]string{"--width is a number, and “99999999999999999999” is too large"}},
		{"examples that are no number", story{args: []string{"review", "stats", "--examples", "x"}},
			[]string{"--examples is a number, not “x” (see hearsay review stats --help)"}},
		{"errors that are no number", story{args: []string{"score", "--errors=", article}},
			[]string{"--errors is a number, not “”"}},
		{"a seed that is no number", story{args: []string{"review", "sample", "--seed", "abc"}},
			[]string{"--seed is a number, 0 or more, not “abc”"}},
		{"a seed below nothing", story{args: []string{"review", "sample", "--seed", "-3"}},
			[]string{"--seed is a number, 0 or more, not “-3”"}},
		{"a switch that is neither", story{args: []string{"--plain=perhaps", article}},
			[]string{"--plain is true or false, not “perhaps”"}},
		{"opposites", story{args: []string{"--plain", "--screen", article}}, []string{"--plain", "--screen"}},
		{"no terminal for the reader", story{args: []string{"--screen", article}}, []string{"--screen", "terminal"}},
		{"nothing to write", story{args: []string{"--plain"}, keyboard: true}, []string{"name a FILE"}},
		{"nothing to analyse", story{args: []string{"analyze"}, keyboard: true}, []string{"name a FILE"}},
		{"unknown format", story{args: []string{"analyze", "--format", "xml", article}},
			[]string{`"xml"`, "json, jsonl, text"}},
		{"nothing to add", story{args: []string{"add"}, keyboard: true}, []string{"name a FILE"}},
		{"nothing to remove", story{args: []string{"remove"}, keyboard: true}, []string{"name a KEY", "hearsay list"}},
		{"nobody to ask", story{args: []string{"remove", "3f9a2c1"}}, []string{"--yes"}},
		{"the library as such", story{args: []string{"library"}},
			[]string{"path, check, backup, restore, merge, original or versions", "hearsay library --help"}},
		{"no such thing to do with the library", story{args: []string{"library", "burn"}},
			[]string{`"burn"`, "path, check, backup"}},
		{"two backups at once", story{args: []string{"library", "backup", "a", "b"}}, []string{"one FILE", "2"}},
		{"a list by something", story{args: []string{"list", "--by", "colour"}}, []string{"added, date", "colour"}},
		{"a query of another field", story{args: []string{"list", "a", "speeker:x"}}, []string{"“speeker:” (3)", "speaker"}},
		{"a query that ends too soon", story{args: []string{"search", `said:"no`}}, []string{"quotation mark"}},
		{"no query", story{args: []string{"search"}}, []string{"QUERY"}},
		{"tags of nothing", story{args: []string{"tag", "--add", "x"}}, []string{"KEYs"}},
		{"no tag", story{args: []string{"tag", "abcdef1"}}, []string{"--add"}},
		{"views of what", story{args: []string{"views", "show"}}, []string{`"show"`}},
		{"nothing to export", story{args: []string{"export", "-f", "csv"}, keyboard: true},
			[]string{"name a FILE", "--sample"}},
		{"no format to export in", story{args: []string{"export", article}}, []string{"-f", "html, markdown, text"}},
		{"an ending of no format", story{args: []string{"export", "-o", "a.docx", article}},
			[]string{"-f", "html, markdown, text"}},
		{"unknown format to export in", story{args: []string{"export", "-f", "docx", article}},
			[]string{`"docx"`, "html, markdown, text"}},
		{"unknown unit", story{args: []string{"export", "-f", "csv", "--offsets", "bytes", article}},
			[]string{`"bytes"`, "points, utf16"}},
		{"a unit that a format does not have", story{args: []string{"export", "-f", "w3c", "--offsets", "utf16", article}},
			[]string{"w3c", "csv and doccano"}},
		{"several files on standard output", story{args: []string{"export", "-f", "brat", article}},
			[]string{"brat", "-o brat/"}},
		{"two pages in one", story{args: []string{"export", "-f", "html", article, article}}, []string{"html", "-o pages/"}},
		{"two pages in one file", story{args: []string{"export", "-o", article + ".html", article, article}},
			[]string{"html", "-o pages/"}},
		{"an article as its own output", story{args: []string{"export", "-o", article, article}},
			[]string{"a.txt", "another file"}},
		{"unknown sample to export", story{args: []string{"export", "-f", "csv", "--sample", "weather"}},
			[]string{"weather", "strait-call"}},
		{"nothing to score", story{args: []string{"score"}}, []string{"GOLD"}},
		{"too much to score", story{args: []string{"score", "a", "b", "c"}}, []string{"GOLD and PRED", "3"}},
		{"unknown format of figures", story{args: []string{"score", "-f", "jsonl", article}},
			[]string{`"jsonl"`, "text, json"}},
		{"fewer errors than none", story{args: []string{"score", "--errors", "-1", article}}, []string{"--errors", "-1"}},
		{"gold and predictions in one pipe", story{args: []string{"score", "-", "-"}}, []string{"only once"}},
		{"standard input twice", story{args: []string{"analyze", "-", "-"}}, []string{"only once"}},
		{"an empty name", story{args: []string{""}}, []string{"empty name"}},
		{"unknown sample", story{args: []string{"--sample", "weather"}}, []string{"weather", "strait-call"}},
		{"unknown sample to write", story{args: []string{"samples", "weather"}}, []string{"weather", "strait-call"}},
		{"two samples to write", story{args: []string{"samples", "a", "b"}}, []string{"one article"}},
		{"unknown shell", story{args: []string{"completion", "tcsh"}}, []string{"tcsh", "bash, zsh, fish, powershell"}},
		{"no shell", story{args: []string{"completion"}}, []string{"bash, zsh, fish, powershell"}},
		{"an argument too many", story{args: []string{"keys", "all"}}, []string{`"all"`}},
		{"help on nothing", story{args: []string{"help", "me"}}, []string{`"me"`}},
		{"a command mistyped", story{args: []string{"analyse", article}}, []string{"analyse", "hearsay analyze"}},
		{"control codes", story{args: []string{"--\x1b]0;owned\a"}}, []string{`\x1b]0;owned\a`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.story.t = t
			got := c.story.run()
			if got.code != exitUsage || got.out != "" || got.opened != nil {
				t.Errorf("exit code %d, output %q, want %d and none", got.code, got.out, exitUsage)
			}
			got.oneLine(t, c.says...)
		})
	}
}

func TestHelpOfEveryCommand(t *testing.T) {
	for _, command := range [][]string{nil, {"analyze"}, {"export"}, {"import"}, {"review"}, {"review", "stats"},
		{"review", "sample"}, {"review", "agreement"}, {"review", "adjudicate"}, {"review", "export-gold"}, {"add"},
		{"list"}, {"search"}, {"tag"}, {"views"}, {"views", "save"},
		{"remove"}, {"library"}, {"library", "path"}, {"stats"}, {"people"}, {"people", "list"}, {"people", "show"},
		{"people", "join"}, {"people", "part"}, {"people", "rename"}, {"people", "nobody"}, {"people", "questions"},
		{"library", "check"}, {"library", "backup"}, {"score"}, {"samples"}, {"completion"}, {"keys"}, {"man"}} {
		byFlag := story{t: t, args: append(command, "--help")}.run()
		byCommand := story{t: t, args: append([]string{"help"}, command...)}.run()
		if byFlag.code != exitDone || byFlag.err != "" || !strings.Contains(byFlag.out, "\nUsage:\n") {
			t.Errorf("%v --help: exit code %d, %q", command, byFlag.code, byFlag.err)
		}
		if byCommand.out != byFlag.out {
			t.Errorf("help %v and %v --help differ:\n%s\n%s", command, command, byCommand.out, byFlag.out)
		}
		for _, line := range strings.Split(byFlag.out, "\n") {
			if n := len([]rune(line)); n > 105 {
				t.Errorf("%v --help has a line of %d characters: %s", command, n, line)
			}
		}
	}
}

func TestVersion(t *testing.T) {
	got := story{t: t, args: []string{"--version"}}.run()
	if got.code != exitDone || !strings.HasPrefix(got.out, "hearsay ") || strings.TrimSpace(got.out) == "hearsay" {
		t.Errorf("exit code %d, %q", got.code, got.out)
	}
}

func TestVersionNamesTagOrCommit(t *testing.T) {
	commit := []debug.BuildSetting{{Key: "vcs.revision", Value: "0123456789abcdef0123"},
		{Key: "vcs.modified", Value: "true"}}
	for _, c := range []struct {
		module   string
		settings []debug.BuildSetting
		want     string
	}{
		{"v1.2.3", commit, "1.2.3"},
		{"(devel)", nil, release},
		{"", commit[:1], release + "+0123456789ab"},
		{"v0.0.0-20261123124307-0123456789ab+dirty", commit, release + "+0123456789ab.changed"},
	} {
		if got := versionOf(&debug.BuildInfo{Main: debug.Module{Version: c.module}, Settings: c.settings}); got != c.want {
			t.Errorf("version of %q is %q, want %q", c.module, got, c.want)
		}
	}
}

func TestSamplesAreListedAndWritten(t *testing.T) {
	list := story{t: t, args: []string{"samples"}}.run()
	lines := strings.Split(strings.TrimSpace(list.out), "\n")
	if list.code != exitDone || len(lines) < 4 {
		t.Fatalf("exit code %d, %d samples", list.code, len(lines))
	}
	for _, line := range lines {
		name := strings.Fields(line)[0]
		got := story{t: t, args: []string{"samples", name}}.run()
		if words := len(strings.Fields(got.out)); got.code != exitDone || words < 400 {
			t.Errorf("samples %s: exit code %d, %d words", name, got.code, words)
		}
	}
}

func TestCompletionScripts(t *testing.T) {
	for _, shell := range shells() {
		got := story{t: t, args: []string{"completion", shell}}.run()
		if got.code != exitDone || !strings.Contains(got.out, "hearsay") {
			t.Errorf("completion %s: exit code %d, %d bytes", shell, got.code, len(got.out))
		}
	}
	got := story{t: t, args: []string{"__complete", "--theme", ""}}.run()
	if !strings.Contains(got.out, "dark\n") {
		t.Errorf("--theme is completed by %q", got.out)
	}
	got = story{t: t, args: []string{"__complete", "export", "--format", ""}}.run()
	if !strings.Contains(got.out, "brat\n") || !strings.Contains(got.out, "doccano-spans\n") {
		t.Errorf("export --format is completed by %q", got.out)
	}
	got = story{t: t, args: []string{"__complete", "samples", ""}}.run()
	if !strings.Contains(got.out, "strait-call\n") {
		t.Errorf("samples is completed by %q", got.out)
	}
}

// Whatever sort of flag a command has, a wrong value is told without the words of the language behind it.
func TestEveryFlagSaysWhatItTakes(t *testing.T) {
	var visit func(c *cobra.Command, path []string)
	visit = func(c *cobra.Command, path []string) {
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if kind := f.Value.Type(); kind == "string" || kind == "stringArray" || f.Name == "help" {
				return
			}
			got := story{t: t, args: append(slices.Clone(path), "--"+f.Name+"=\x1bodd")}.run()
			if got.code != exitUsage || strings.Contains(got.err, "strconv") || strings.Contains(got.err, "parsing") {
				t.Errorf("%v --%s: exit code %d, %q", path, f.Name, got.code, got.err)
			}
			got.oneLine(t, "--"+f.Name+" is ", "odd")
		})
		for _, sub := range c.Commands() {
			visit(sub, append(slices.Clone(path), sub.Name()))
		}
	}
	visit(rootCommand(&program{}), nil)
}
