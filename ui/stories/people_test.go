//go:build unix

package stories

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// A folder is added, a person followed through it, joined with another spelling, parted again by undoing, and a line of
// the page leads to its place; the next time all is as it was left.
func TestAReaderFollowsAPerson(t *testing.T) {
	folder := t.TempDir()
	for i, name := range []string{"Johanna Caro", "Johanna Caro", "J. Caro", "Tomas Caro"} {
		words := fmt.Sprintf("Bridge news %d\n\n%s said on Monday: “We counted %d cracks in the bridge.”\n", i+1, name, i+1)
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.txt", i+1)), []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lib := filepath.Join(t.TempDir(), "news.db")
	add := exec.Command(program, "add", "--library", lib, folder)
	add.Env = append(os.Environ(), "HEARSAY_CONFIG=/dev/null")
	if out, err := add.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	first := filepath.Join(folder, "1.txt")
	open(t, "--library", lib, first).Sees("A Johanna Caro", "2 Quotes 1/").Press("P").
		Sees("Johanna Caro in the library", "2 quotes in 2 articles", "Is this the same person?", "J. Caro").
		Press("&").Sees("The same as Johanna Caro").Press("J").Press(".").Press("enter").
		Sees("3 quotes in 3 articles", "are one: u undoes").
		Press("u").Sees("2 quotes in 2 articles", "undone").
		Press("ctrl+r").Sees("3 quotes in 3 articles").
		Press("G").Press("enter").Sees("We counted 3 cracks").
		Press("H").Sees("We counted 1 cracks").Press("q").Quits(0)
	open(t, "--library", lib, first).Sees("A Johanna Caro", "2 Quotes 1/").Press("P").
		Sees("3 quotes in 3 articles").Press("esc").Sees("2 Quotes 1/").Press("q").Quits(0)
}
