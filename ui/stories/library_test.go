//go:build unix

package stories

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"hearsay/ui/screen/drive"
)

// An article that was added is offered, opens at once by its key, and is there when its file is gone.
func TestAReaderKeepsAnArticle(t *testing.T) {
	path := file(t, "bridge.txt", story)
	lib := filepath.Join(t.TempDir(), "news.db")
	add := exec.Command(program, "add", "--library", lib, path)
	add.Env = append(os.Environ(), "HEARSAY_CONFIG=/dev/null")
	line, err := add.Output()
	key, title, _ := strings.Cut(strings.TrimSpace(string(line)), "  ")
	if err != nil || title != "Bridge to close for a year" {
		t.Fatalf("%v: add writes %q", err, line)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	open(t, "--library", lib, key).Sees("Bridge to close for a year", "A Caro", "2 Quotes 1/").Press("q").Quits(0)
	drive.Start(t, program, drive.Options{Env: []string{"HEARSAY_LIBRARY=" + lib}, Width: 120, Height: 36}).
		Sees("Choose an article", "Bridge to close for a year", "Reinholt and Rahmani").
		Press("enter").Sees("Ines Caro", "2 Quotes 1/").Press("q").Quits(0)
}
