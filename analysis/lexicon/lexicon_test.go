package lexicon

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

func TestEveryListIsRead(t *testing.T) {
	if len(Files()) == 0 {
		t.Fatal("there are no lists")
	}
	for _, file := range Files() {
		for _, s := range Sections(file) {
			if len(s.Entries) == 0 {
				t.Errorf("%s [%s] is empty", file, s.Name)
			}
		}
	}
}

func TestALineThatDoesNotFitIsRefusedWithItsNumber(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"a word without a section":  {"bob\n", `line 1, "bob": stands in no section`},
		"upper case":                {"[kin]\nUncle\n", `line 2, "Uncle": upper case`},
		"a blank before":            {"[kin]\n uncle\n", `line 2, " uncle": stray blanks`},
		"a blank behind":            {"[kin]\nuncle \n", `line 2, "uncle ": stray blanks`},
		"two blanks between":        {"[kin]\ngreat  uncle\n", `line 2, "great  uncle": stray blanks`},
		"a tab":                     {"[kin]\ngreat\tuncle\n", `stray blanks`},
		"a line end of DOS":         {"[kin]\r\nuncle\r\n", `line 1, "[kin]\r": `},
		"a word twice":              {"# who\n[kin]\nuncle\naunt\n\nuncle\n", `line 6, "uncle": stands twice`},
		"a word with two values":    {"[names]\nbob: robert\nbob: rob\n", `line 3, "bob: rob": stands twice`},
		"a section twice":           {"[kin]\nuncle\n[kin]\naunt\n", `line 3, "[kin]": stands twice`},
		"a section without a name":  {"[]\nuncle\n", `line 1, "[]": nothing is in it`},
		"a section without entries": {"[kin]\n\n[men]\nuncle\n", `"[men]": the section before it: nothing is in it`},
		"nothing behind the last":   {"[kin]\nuncle\n[men]\n", `at the end: nothing is in it`},
		"a colon without a value":   {"[names]\nbob:\n", `line 2, "bob:": stray blanks`},
		"a value of blanks":         {"[names]\nbob:  rob\n", `line 2, "bob:  rob": stray blanks`},
		"nothing at all":            {"# words\n", `nothing is in it`},
	} {
		_, err := read(c.content)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

func TestAListIsReadAsItStands(t *testing.T) {
	sections, err := read("# Short forms.\n[nicknames]\nbob: robert\n\n# Kin.\n[kin]\nsister-in-law\nall of them\n")
	if err != nil {
		t.Fatal(err)
	}
	if len(sections) != 2 || sections[0].Name != "nicknames" || sections[1].Name != "kin" {
		t.Fatalf("the sections are %v", sections)
	}
	if got := sections[0].Entries; len(got) != 1 || got[0] != (Entry{"bob", "robert"}) {
		t.Errorf("nicknames: %v", got)
	}
	if got := sections[1].Entries; len(got) != 2 || got[0].Word != "sister-in-law" || got[1].Word != "all of them" {
		t.Errorf("kin: %v", got)
	}
}

// panics is what a function panics with, empty where it does not.
func panics(do func()) (told string) {
	defer func() {
		if r := recover(); r != nil {
			told, _ = r.(string)
			if err, ok := r.(error); ok {
				told = err.Error()
			}
		}
	}()
	do()
	return ""
}

func TestAskingForWhatDoesNotFitFailsAtOnce(t *testing.T) {
	damaged := fstest.MapFS{"kin.txt": {Data: []byte("[kin]\nUncle\n")}}
	known := map[string]int{"noun": 1}
	robert := map[string]int{"robert": 1}
	all := map[string]int{"noun": 1, "adverb": 2, "verb": 3}
	for name, c := range map[string]struct {
		do   func()
		want string
	}{
		"no such file":      {func() { Sections("nouns/kith") }, "english/nouns/kith.txt: there is no such file"},
		"no such section":   {func() { List("cues/verbs", "sing") }, "there is no section [sing]"},
		"values as words":   {func() { Words("names/nicknames", "nicknames") }, "takes no values"},
		"words as values":   {func() { Values("cues/verbs", "say") }, "a value is missing"},
		"an unknown value":  {func() { Table("names/nicknames", "nicknames", robert) }, "there is no value"},
		"an unknown group":  {func() { Groups("cues/others", known) }, "there is no group [adverb]"},
		"a group too many":  {func() { Groups("cues/others", all) }, "not all of the groups"},
		"a file with fault": {func() { mustRead(damaged, "kin.txt") }, `english/kin.txt, line 2, "Uncle": upper case`},
	} {
		if told := panics(c.do); !strings.Contains(told, c.want) {
			t.Errorf("%s: %q, want %q", name, told, c.want)
		}
	}
}

// Lists that no stage asks for by their own names: all sections of these files are.
var readWhole = regexp.MustCompile(`(?:\b(?:Sections|Groups)\(|\{)"([a-z]+/[a-z-]+)"`)

func TestNoListGoesUnread(t *testing.T) {
	source := sources(t)
	whole := map[string]bool{}
	for _, m := range readWhole.FindAllStringSubmatch(source, -1) {
		whole[m[1]] = true
	}
	for _, file := range Files() {
		for _, s := range Sections(file) {
			if !whole[file] && !strings.Contains(source, `, "`+s.Name+`"`) {
				t.Errorf("nobody asks for [%s] of english/%s.txt", s.Name, file)
			}
		}
	}
}

// sources are the files of the stages, and of what joins people, without their tests, in one string.
func sources(t *testing.T) string {
	var all strings.Builder
	read := func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		content, err := os.ReadFile(path)
		all.Write(content)
		return err
	}
	err := errors.Join(filepath.WalkDir("..", read), filepath.WalkDir("../../articles/people", read))
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// What a program pays for the lists before it begins: all but the given names, which are read when the first is asked
// for.
func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		for _, file := range Files() {
			if content, err := fs.ReadFile(folder, "english/"+file+".txt"); err != nil {
				b.Fatal(err)
			} else if _, err := read(string(content)); err != nil && !strings.Contains(file, "given") {
				b.Fatal(err)
			}
		}
	}
}
