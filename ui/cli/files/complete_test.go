package files

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A path gets more of itself, as far as all that begin so are called alike.
func TestAPathIsCompleted(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"news/a.txt", "newt.txt", "old story.md", ".hidden/b.txt", "ümlaut", "üb"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	home := func(path string) string { return strings.Replace(path, "~", dir, 1) }
	for typed, want := range map[string]string{"~/n": "~/new", "~/news": "~/news/", "~/news/": "~/news/a.txt",
		"~/o": "~/old story.md", "~/.h": "~/.hidden/", "~/x": "~/x", "n": "n", "": "", "~/": "~/", "~/gone/a": "~/gone/a",
		"~/ü": "~/ü"} {
		if got := Complete(typed, home); got != want {
			t.Errorf("%q becomes %q, want %q", typed, got, want)
		}
	}
}
