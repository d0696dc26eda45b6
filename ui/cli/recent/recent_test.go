package recent

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// What was read last comes first, once, and the oldest is forgotten; a file that makes no sense is none.
func TestWhatWasReadLastComesFirst(t *testing.T) {
	path := File(t.TempDir())
	if got := Load(path); got != nil {
		t.Errorf("without a file: %+v", got)
	}
	for i := range most + 10 {
		if err := Add(path, []Entry{{Ref: fmt.Sprint("file:/", i), Title: "T"}}); err != nil {
			t.Fatal(err)
		}
	}
	again := []Entry{{Ref: "file:/30", Title: "Again", Cast: make([]string, 3*mostSpeakers)}, {Ref: "sample:x"}}
	if err := Add(path, again); err != nil {
		t.Fatal(err)
	}
	all := Load(path)
	if len(all) != most || all[0].Title != "Again" || len(all[0].Cast) != mostSpeakers || all[1].Ref != "sample:x" ||
		all[2].Ref != fmt.Sprint("file:/", most+9) {
		t.Errorf("%d entries, first %+v", len(all), all[:min(len(all), 3)])
	}
	if n := len(slices.DeleteFunc(all, func(e Entry) bool { return e.Ref != "file:/30" })); n != 1 {
		t.Errorf("an article is remembered %d times", n)
	}
	for _, broken := range []string{"", "{", `[{"title": "no ref"}]`, "\x00\xff"} {
		if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := Load(path); len(got) != 0 {
			t.Errorf("%q is read as %+v", broken, got)
		}
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); err != nil || len(left) != 1 {
		t.Errorf("left behind: %q, %v", left, err)
	}
	if err := Add(filepath.Join(path, "below"), again); err == nil {
		t.Error("it is kept below a file")
	}
}
