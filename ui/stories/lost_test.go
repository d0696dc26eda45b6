//go:build unix

package stories

import (
	"database/sql"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"hearsay/ui/screen/drive"
)

// decided opens the article under review, with one decision made after a backup was taken.
func decided(t *testing.T) (s *drive.Session, lib, backup string) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "shelf")
	lib, backup = filepath.Join(folder, "news.db"), filepath.Join(t.TempDir(), "backup.db")
	path := file(t, "bridge.txt", story)
	hearsay(t, "add", "--library", lib, path)
	hearsay(t, "library", "backup", "--library", lib, backup)
	args := []string{"--library", lib, "--reviewer", "ann", path}
	s = drive.Start(t, program, drive.Options{Args: args, Width: 200, Height: 44})
	s.Sees("2 Quotes 1/3").Press("v").Sees("ann · 0 of 3 decided").Press("a").Sees("ann · 1 of 3 decided")
	return s, lib, backup
}

// saved is the file of which the program says at the end that what was decided is safe in it.
func saved(t *testing.T, s *drive.Session) string {
	t.Helper()
	told := strings.ReplaceAll(s.Text(), "\n", "") // the terminal breaks lines where it will
	found := regexp.MustCompile(`is safe in (\S+\.db): hearsay library merge`).FindStringSubmatch(told)
	if found == nil {
		t.Fatalf("what was saved is not told:\n%s", s.Text())
	}
	return found[1]
}

// lock keeps all other programs from writing to a library until release is called.
func lock(t *testing.T, lib string) (release func()) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+lib+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		tx.Rollback()
		db.Close()
	}
}

// Whatever becomes of the library while it is open, the next key says so, nothing is decided any more, and what was
// decided before comes back from the file that is told.
func TestALibraryIsLostUnderItsReader(t *testing.T) {
	for name, c := range map[string]struct {
		do      func(lib, backup string) error
		says    string
		restore bool // the library has to be restored first
	}{
		"replaced": {func(lib, backup string) error {
			return os.Rename(backup, lib)
		}, "another file was put in its place", false},
		"deleted": {func(lib, _ string) error { return os.Remove(lib) }, "it was deleted or moved", false},
		"emptied": {func(lib, _ string) error { return os.Truncate(lib, 0) }, "it was cut short to 0 of", true},
		"folder renamed": {func(lib, _ string) error {
			return os.Rename(filepath.Dir(lib), filepath.Dir(lib)+"-old")
		}, "it was deleted or moved", false},
	} {
		t.Run(name, func(t *testing.T) {
			s, lib, backup := decided(t)
			kept, err := os.ReadFile(backup)
			if err != nil {
				t.Fatal(err)
			}
			if err := c.do(lib, backup); err != nil {
				t.Fatal(err)
			}
			s.Press("a").Sees("nothing can be decided now", c.says, "hearsay library merge", "ann · 1 of 3 decided")
			for _, key := range []string{"2", "e", "r", "+", "D", "v"} {
				s.Press("J").Misses("nothing can be decided now").Press(key).Sees("nothing can be decided now", c.says)
			}
			s.Press("v").Sees("nothing can be decided now").Press("q").Quits(1)
			told := saved(t, s)
			if c.restore {
				out, err := exec.Command(program, "add", "--library", lib, file(t, "ferry.txt", story)).CombinedOutput()
				if err == nil || !strings.Contains(string(out), "hearsay library restore") {
					t.Errorf("%v: to add to an empty library says %q", err, out)
				}
				if err := os.WriteFile(backup, kept, 0o600); err != nil {
					t.Fatal(err)
				}
				hearsay(t, "library", "restore", "--library", lib, backup)
			}
			hearsay(t, "library", "merge", "--library", lib, told)
			oneDecided(t, lib)
			if out := hearsay(t, "library", "check", "--library", lib); !strings.HasPrefix(out, "all is well") {
				t.Error(out)
			}
		})
	}
}

// Who quits without a further key is told all the same, and loses nothing.
func TestALibraryIsLostBeforeTheReaderQuits(t *testing.T) {
	s, lib, backup := decided(t)
	if err := os.Rename(backup, lib); err != nil {
		t.Fatal(err)
	}
	s.Press("q").Quits(1)
	hearsay(t, "library", "merge", "--library", lib, saved(t, s))
	oneDecided(t, lib)
}

// oneDecided fails unless a library holds the one decision.
func oneDecided(t *testing.T, lib string) {
	t.Helper()
	out := hearsay(t, "review", "stats", "--library", lib)
	if !strings.Contains(out, "ann: 1 quote decided, in 1 article\n") {
		t.Errorf("the figures are\n%s", out)
	}
}

// While another program writes, the reader says so at once instead of after seconds; then it goes on.
func TestALockedLibraryIsToldAtOnce(t *testing.T) {
	s, lib, _ := decided(t)
	release := lock(t, lib)
	began := time.Now()
	s.Press("a").Sees("in use by another program: nothing was decided; press the key again", "ann · 1 of 3 decided")
	if waited := time.Since(began); waited > 3*time.Second { // the machine may have other things to do
		t.Errorf("it is told after %v", waited)
	}
	release()
	s.Press("a").Sees("ann · 2 of 3 decided").Press("q").Quits(0)
}
