package library

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// mischief is something that others do to a library's files while it is open.
type mischief struct {
	name string
	do   func(path, backup string) error
	says string
}

// mischiefs are all that loses decisions; backup is one of an earlier day.
func mischiefs() []mischief {
	over := func(path string, data []byte) error { // in place: the file stays the same one
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_TRUNC, 0)
		if err != nil {
			return err
		}
		_, err = f.Write(data)
		return errors.Join(err, f.Close())
	}
	sized := func(path string, data []byte) ([]byte, error) {
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		return append(data, make([]byte, max(0, int(info.Size())-len(data)))...), nil
	}
	return []mischief{
		{"replaced", func(path, backup string) error {
			return os.Rename(backup, path)
		}, "another file was put in its place"},
		{"replaced by a file of the same size", func(path, _ string) error {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return errors.Join(os.WriteFile(path+".new", data, 0o600), os.Rename(path+".new", path))
		}, "another file was put in its place"},
		{"deleted", func(path, _ string) error { return os.Remove(path) }, "deleted or moved"},
		{"its folder renamed", func(path, _ string) error {
			return os.Rename(filepath.Dir(path), filepath.Dir(path)+"-old")
		}, "deleted or moved"},
		{"emptied", func(path, _ string) error { return os.Truncate(path, 0) }, "cut short to 0 of "},
		{"cut short", func(path, _ string) error { return os.Truncate(path, 8192) }, "cut short to 8192 of "},
		{"written over by a backup", func(path, backup string) error {
			data, err := os.ReadFile(backup)
			if err == nil {
				data, err = sized(path, data)
			}
			if err != nil {
				return err
			}
			return over(path, data)
		}, "something else was written over it"},
		{"written over by a backup of this moment", func(path, backup string) error {
			l, err := Open(ctx, path, Options{})
			if err != nil {
				return err
			}
			err = errors.Join(l.Backup(ctx, backup+".now"), l.Close())
			data, err2 := os.ReadFile(backup + ".now")
			return errors.Join(err, err2, over(path, data))
		}, "something else was written over it"},
		{"written over by a text", func(path, _ string) error {
			data, err := sized(path, []byte(strings.Repeat("It rained. ", 5000)))
			if err != nil {
				return err
			}
			return over(path, data)
		}, "something else was written over it"},
		{"its log deleted", func(path, _ string) error { return os.Remove(path + "-wal") }, "with -wal"},
		{"the memory of its log deleted", func(path, _ string) error { return os.Remove(path + "-shm") }, "with -shm"},
	}
}

// Whatever is done to the library's files while it is open: the next decision is not acknowledged, nor any after it,
// and the error tells why.
func TestNothingIsWrittenToALostLibrary(t *testing.T) {
	for _, c := range mischiefs() {
		t.Run(c.name, func(t *testing.T) {
			path := newPath(t)
			l := open(t, path, Options{Make: true})
			key := add(t, l, story(), findings("2"))
			backup := filepath.Join(t.TempDir(), "backup.db")
			if err := l.Backup(ctx, backup); err != nil {
				t.Fatal(err)
			}
			note(t, l, key, "ida", "right")
			time.Sleep(10 * time.Millisecond) // file systems tell times no finer
			if err := c.do(path, backup); err != nil {
				t.Fatal(err)
			}
			for range 2 {
				_, err := l.Append(ctx, key, "ida", []byte("wrong"))
				is(t, err, ErrLost, path, c.says)
			}
			_, _, err := l.Add(ctx, plain("rain", "It rained."), nil)
			is(t, err, ErrLost)
			is(t, l.SetPlace(ctx, key, 3), ErrLost)
			is(t, l.Keep(ctx, key, findings("3")), ErrLost)
			is(t, l.Remove(ctx, key, true), ErrLost)
			is(t, l.Intact(ctx), ErrLost)
		})
	}
}

// What was put in the library's place is left as it was, by the program that lost it and by those that come next.
func TestWhatWasPutInItsPlaceIsWhole(t *testing.T) {
	path := newPath(t)
	w := startWriter(t, path, "ida")
	for range 50 {
		w.next()
	}
	backup := filepath.Join(t.TempDir(), "backup.db")
	other := open(t, path, Options{})
	if err := other.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	for range 200 {
		w.next()
	}
	other.Close()
	if err := os.Rename(backup, path); err != nil {
		t.Fatal(err)
	}
	for w.next() {
	}
	if err := w.cmd.Wait(); err == nil || !strings.Contains(w.errs.String(), "another file was put in its place") {
		t.Errorf("%v: the writer says %q", err, w.errs.String())
	}
	l := open(t, path, Options{})
	key := mustFind(t, l)
	log, err := l.Log(ctx, key, "ida")
	f, err2 := l.Check(ctx)
	if err != nil || err2 != nil || len(f.Faults) > 0 || len(log) < 50 || len(log) >= len(w.told) {
		t.Errorf("%v, %v: %+v, %d entries of %d", err, err2, f, len(log), len(w.told))
	}
	note(t, l, key, "ida", "on")
}

// What is put back where it was is the library again.
func TestALibraryThatComesBack(t *testing.T) {
	path := newPath(t)
	l := open(t, path, Options{Make: true})
	key := add(t, l, story(), nil)
	away := filepath.Dir(path) + "-away"
	for range 2 {
		if err := os.Rename(filepath.Dir(path), away); err != nil {
			t.Fatal(err)
		}
		_, err := l.Append(ctx, key, "ida", []byte("right"))
		is(t, err, ErrLost)
		if err := os.Rename(away, filepath.Dir(path)); err != nil {
			t.Fatal(err)
		}
		note(t, l, key, "ida", "right")
	}
	if log, err := l.Log(ctx, key, "ida"); err != nil || len(log) != 2 {
		t.Errorf("%v: %+v", err, log)
	}
}

// Other programs that use the library, also those that remove what was decided last, are no mischief.
func TestOthersMayUseTheLibrary(t *testing.T) {
	path := newPath(t)
	l := open(t, path, Options{Make: true})
	first := add(t, l, story(), nil)
	second := add(t, l, plain("rain", "It rained."), nil)
	for range 3 {
		note(t, l, second, "ida", "right")
		w := startWriter(t, path, "ben")
		for range 20 {
			w.next()
		}
		note(t, l, first, "ida", "right")
		w.in.Close()
		for w.next() {
		}
		if err := w.cmd.Wait(); err != nil {
			t.Errorf("%v: %s", err, w.errs.String())
		}
	}
	other := open(t, path, Options{})
	note(t, l, second, "ida", "right")
	if err := other.Remove(ctx, second, true); err != nil {
		t.Error(err)
	}
	note(t, l, first, "ida", "right")
	if f, err := l.Check(ctx); err != nil || len(f.Faults) > 0 || f.Articles != 1 {
		t.Errorf("%v: %+v", err, f)
	}
}

// A library without a byte in it is damage, and so is one without a table: nobody begins a new one there.
func TestAnEmptiedLibraryIsDamage(t *testing.T) {
	path := newPath(t)
	add(t, open(t, path, Options{Make: true}), story(), nil)
	for name, empty := range map[string]func() error{
		"no byte": func() error { return os.WriteFile(path, nil, 0o600) },
		"no table": func() error {
			whole := filepath.Join(t.TempDir(), "whole.db")
			l, err := openWith(ctx, whole, Options{Make: true}, []string{"SELECT 1"})
			if err == nil {
				_, err = l.db.Exec("PRAGMA user_version = 0; PRAGMA application_id = 0")
			}
			if err = errors.Join(err, l.Close()); err != nil {
				return err
			}
			return os.Rename(whole, path)
		},
		"only its log": func() error {
			return errors.Join(os.Remove(path), os.WriteFile(path+"-wal", []byte(words), 0o600))
		},
	} {
		t.Run(name, func(t *testing.T) {
			removeAll(path)
			if err := os.WriteFile(path, nil, 0o600); err != nil {
				t.Fatal(err)
			}
			if err := empty(); err != nil {
				t.Fatal(err)
			}
			before, _ := os.ReadFile(path)
			for _, makes := range []bool{false, true} {
				_, err := Open(ctx, path, Options{Make: makes})
				is(t, err, ErrDamaged, path, "hearsay library restore")
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) {
				t.Error("the file was changed")
			}
		})
	}
}

// Whoever waits for another program is told before their patience ends.
func TestWaitingIsTold(t *testing.T) {
	path := newPath(t)
	l := open(t, path, Options{Make: true})
	key := add(t, l, story(), nil)
	waiting := make(chan time.Time, 9)
	other := open(t, path, Options{Waiting: func() { waiting <- time.Now() }})
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	done := make(chan error)
	go func() {
		_, err := other.Append(ctx, key, "ida", []byte("right"))
		done <- err
	}()
	if d := (<-waiting).Sub(began); d > 2*time.Second {
		t.Errorf("it is told after %v", d)
	}
	tx.Rollback()
	if err := <-done; err != nil || len(waiting) > 0 {
		t.Errorf("%v, and it was told again %d times", err, len(waiting))
	}
	other.SetPatience(FirstWait)
	tx, err = l.db.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	began = time.Now()
	_, err = other.Append(ctx, key, "ida", []byte("right"))
	is(t, err, ErrLocked)
	if d := time.Since(began); d > 2*time.Second {
		t.Errorf("the impatient are told after %v", d)
	}
}
