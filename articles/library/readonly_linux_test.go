package library

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

// asNobody does something as a user who owns nothing. Of the superuser, who may write everywhere, only a single thread
// becomes one.
func asNobody(t *testing.T, do func()) {
	t.Helper()
	if os.Geteuid() == 0 {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		if err := syscall.Setfsuid(65534); err != nil {
			t.Skipf("this user cannot become another: %v", err)
		}
		defer syscall.Setfsuid(0)
	}
	do()
}

// A library on a medium that cannot be written is read all the same, and says what it is when somebody writes.
func TestAReadOnlyLibrary(t *testing.T) {
	folder, err := os.MkdirTemp("", "library") // t.TempDir would be closed to others
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "library.db")
	l := open(t, path, Options{Make: true})
	key := add(t, l, story(), findings("2"))
	note(t, l, key, "ida", "right")
	l.Close()
	chmod := func(name string, mode os.FileMode) {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	for _, modes := range [][2]os.FileMode{{0o555, 0o444}, {0o555, 0o666}, {0o777, 0o444}} {
		chmod(folder, modes[0])
		chmod(path, modes[1])
		asNobody(t, func() {
			l := open(t, path, Options{Make: true})
			if log, err := l.Log(ctx, key, "ida"); err != nil || len(log) != 1 {
				t.Errorf("%v: %v: %+v", modes, err, log)
			}
			_, err := l.Append(ctx, key, "ida", []byte("wrong"))
			is(t, err, ErrReadOnly, path)
			if _, err := openWith(ctx, path, Options{}, later(shelfmarks)); err != nil {
				is(t, err, ErrReadOnly, path)
			} else {
				t.Error("it is brought up to date nevertheless")
			}
			l.Close()
		})
	}
	chmod(path, 0)
	asNobody(t, func() {
		_, err := Open(ctx, path, Options{})
		is(t, err, ErrUnreadable, path)
	})
}
