package library

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"
)

func noon() time.Time { return time.Date(2027, 1, 2, 12, 0, 0, 0, time.UTC) }

// twoDays is a library in which something was decided on two days, and a backup of the first.
func twoDays(t *testing.T) (path, backup, key string) {
	t.Helper()
	path, backup = newPath(t), filepath.Join(t.TempDir(), "backup.db")
	l := open(t, path, Options{Make: true})
	key = add(t, l, story(), findings("2"))
	note(t, l, key, "ida", "right")
	if err := l.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	note(t, l, key, "ida", "wrong")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return path, backup, key
}

// logIn is what ida decided, as a library has it.
func logIn(t *testing.T, path, key string) (bodies []string) {
	t.Helper()
	l := open(t, path, Options{})
	defer l.Close()
	log, err := l.Log(ctx, key, "ida")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range log {
		bodies = append(bodies, string(e.Body))
	}
	return bodies
}

// Whatever has become of the library, a backup takes its place; what was there is kept, and the backup is as it was.
func TestALibraryIsRestored(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(path string) error
		kept  bool
	}{
		"whole":   {func(string) error { return nil }, true},
		"emptied": {func(path string) error { return os.Truncate(path, 0) }, true},
		"text": {func(path string) error {
			return os.WriteFile(path, []byte(strings.Repeat(words, 99)), 0o600)
		}, true},
		"gone": {os.Remove, false},
		"linked": {func(path string) error {
			if err := os.Rename(path, path+".real"); err != nil {
				return err
			}
			return os.Symlink("library.db.real", path)
		}, true},
		"with the log of a program that was killed": {func(path string) error {
			return os.WriteFile(path+"-wal", []byte(words), 0o600)
		}, true},
	} {
		t.Run(name, func(t *testing.T) {
			path, backup, key := twoDays(t)
			if err := c.spoil(path); err != nil {
				t.Fatal(err)
			}
			before, _ := os.ReadFile(path)
			whole, _ := os.ReadFile(backup)
			done, err := Restore(ctx, path, backup, Options{Now: noon})
			want := Findings{Articles: 1, Analyses: 1, Entries: 1}
			if err != nil || !reflect.DeepEqual(done.Findings, want) || (done.Kept != "") != c.kept {
				t.Fatalf("%v: %+v", err, done)
			}
			if c.kept {
				if !strings.Contains(filepath.Base(done.Kept), "-replaced-20270102-120000") {
					t.Errorf("what was there is kept as %s", done.Kept)
				}
				if kept, err := os.ReadFile(done.Kept); err != nil || string(kept) != string(before) {
					t.Errorf("%v: what was there is kept otherwise", err)
				}
			}
			if log, err := os.ReadFile(path + "-wal"); err == nil {
				t.Errorf("%q is left beside it", log)
			}
			if after, _ := os.ReadFile(backup); string(after) != string(whole) || len(files(t, backup)) != 1 {
				t.Errorf("the backup was changed, or has company: %q", files(t, backup))
			}
			if log := logIn(t, path, key); !reflect.DeepEqual(log, []string{"right"}) {
				t.Errorf("the log is %q", log)
			}
			for _, name := range files(t, path) {
				if strings.HasPrefix(name, ".") {
					t.Errorf("%s is left", name)
				}
			}
		})
	}
}

// A backup that is none, or not whole, or the library itself, changes nothing.
func TestWhatIsNotRestored(t *testing.T) {
	path, backup, key := twoDays(t)
	data, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	put := func(name, data string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	newer := filepath.Join(folder, "newer.db")
	l, err := openWith(ctx, newer, Options{Make: true}, later(shelfmarks))
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	for _, c := range []struct {
		from string
		want error
		says string
	}{
		{put("spoilt.db", strings.ReplaceAll(string(data), "nine years", "five years")), ErrDamaged, "library merge"},
		{put("short.db", string(data[:len(data)/2])), ErrDamaged, ""},
		{put("empty.db", ""), ErrDamaged, "empty"},
		{put("text.db", strings.Repeat(words, 99)), ErrForeign, ""},
		{filepath.Join(folder, "none.db"), ErrUnreadable, "no such file"},
		{newer, ErrNewer, ""},
		{path, ErrExists, "the library itself"},
		{folder, ErrForeign, ""},
	} {
		_, err := Restore(ctx, path, c.from, Options{})
		is(t, err, c.want, c.from, c.says)
		if log := logIn(t, path, key); len(log) != 2 || len(files(t, path)) != 1 {
			t.Errorf("%s: the log is %q, and there are %q", c.from, log, files(t, path))
		}
	}
}

// A backup by an earlier Hearsay is brought up to date in its copy.
func TestAnEarlierBackupIsRestored(t *testing.T) {
	path, backup, _ := twoDays(t)
	before, _ := os.ReadFile(backup)
	draft := filepath.Join(filepath.Dir(path), "copy.db")
	if err := copyAsIs(ctx, backup, draft, Options{}); err != nil {
		t.Fatal(err)
	}
	l, err := openWith(ctx, draft, Options{}, later(shelfmarks))
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if after, _ := os.ReadFile(backup); string(after) != string(before) {
		t.Error("the backup was changed")
	}
}

// As long as a program has the library open nothing is restored, and its number is told; also where its file was
// replaced.
func TestALibraryInUseIsNotRestored(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files that are open keep their names there")
	}
	path, backup, _ := twoDays(t)
	for _, replaced := range []bool{false, true} {
		w := startWriter(t, path, idle)
		w.next()
		if replaced {
			if err := os.Rename(path, path+".old"); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		_, err := Restore(ctx, path, backup, Options{})
		if is(t, err, ErrLocked, path, "end that program"); !strings.Contains(err.Error(), "number") {
			t.Errorf("the error is %v", err)
		}
		w.in.Close()
		for w.next() {
		}
		w.cmd.Wait()
		if _, err := Restore(ctx, path, backup, Options{}); err != nil {
			t.Error(err)
		}
	}
}

// What a program held of a library that was lost is saved, and is taken in by the one that is there now, once.
func TestWhatWasHeldIsSavedAndTakenIn(t *testing.T) {
	path, backup, key := twoDays(t)
	l := open(t, path, Options{Now: noon})
	rain := plain("rain", "It rained.")
	second := add(t, l, rain, nil)
	note(t, l, second, "ida", "wet")
	log, err := l.Log(ctx, key, "ida")
	log2, err2 := l.Log(ctx, second, "ida")
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	if err := os.Rename(backup, path); err != nil {
		t.Fatal(err)
	}
	is(t, l.Intact(ctx), ErrLost)
	file, err := l.Rescue(ctx, []Held{{story(), findings("2"), log}, {rain, nil, log2}})
	if err != nil || file != filepath.Join(filepath.Dir(path), "library-rescued-20270102-120000.db") {
		t.Fatalf("%q, %v", file, err)
	}
	l.Close()
	now := open(t, path, Options{})
	rescued := open(t, file, Options{})
	want := Merged{Articles: 1, Entries: 2} // one entry is in the backup
	for range 2 {
		if done, err := now.Merge(ctx, rescued); err != nil || !reflect.DeepEqual(done, want) {
			t.Errorf("%v: %+v, want %+v", err, done, want)
		}
		want = Merged{}
	}
	got, err := now.Log(ctx, key, "ida")
	if err != nil || len(got) != 2 || string(got[1].Body) != "wrong" || !got[1].Time.Equal(log[1].Time) {
		t.Errorf("%v: %+v, want %+v", err, got, log)
	}
	if got := logIn(t, path, second); !reflect.DeepEqual(got, []string{"wet"}) {
		t.Errorf("the other's log is %q", got)
	}
	if f, err := now.Check(ctx); err != nil || len(f.Faults) > 0 {
		t.Errorf("%v: %+v", err, f)
	}
}

// Where the library's folder is gone, what was held is saved in another; where there is none, that is told.
func TestWhatWasHeldIsSavedElsewhere(t *testing.T) {
	path, _, key := twoDays(t)
	l := open(t, path, Options{})
	log, err := l.Log(ctx, key, "ida")
	if err != nil {
		t.Fatal(err)
	}
	held := []Held{{story(), nil, log}}
	if err := os.Rename(filepath.Dir(path), filepath.Dir(path)+"-old"); err != nil {
		t.Fatal(err)
	}
	_, err = l.Rescue(ctx, held)
	is(t, err, ErrUnreadable, path)
	state := filepath.Join(t.TempDir(), "state", "hearsay")
	none := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(none, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := l.Rescue(ctx, held, none, filepath.Join(none, "below"), state)
	if err != nil || filepath.Dir(file) != state {
		t.Fatalf("%q, %v", file, err)
	}
	if got := logIn(t, file, key); len(got) != 2 {
		t.Errorf("%q", got)
	}
}

// Two libraries become one: articles by their texts, findings by engine, and all that was decided; what is damaged is
// told of and left out.
func TestTwoLibrariesAreMerged(t *testing.T) {
	a, b := newLibrary(t), newLibrary(t)
	key := add(t, a, story(), findings("1"))
	note(t, a, key, "ida", "right")
	add(t, b, plain("rain", "It rained."), nil)
	spoilt := add(t, b, plain("snow", "It snowed."), nil)
	add(t, b, story(), findings("1"))
	add(t, b, story(), findings("2"))
	note(t, b, key, "ida", "wrong")
	note(t, b, key, "ben", "right")
	note(t, b, spoilt, "ben", "right")
	if err := b.SetPlace(ctx, key, 9); err != nil {
		t.Fatal(err)
	}
	if _, err := b.db.Exec("UPDATE article SET text = 'It hailed.' WHERE key = ?", spoilt); err != nil {
		t.Fatal(err)
	}
	done, err := a.Merge(ctx, b)
	if len(done.Faults) != 1 || !strings.Contains(done.Faults[0], spoilt) {
		t.Errorf("the faults are %q", done.Faults)
	}
	done.Faults = nil
	if want := (Merged{Articles: 1, Analyses: 1, Entries: 2}); err != nil || !reflect.DeepEqual(done, want) {
		t.Errorf("%v: %+v", err, done)
	}
	place, err := a.Place(ctx, key)
	engines, err2 := a.Engines(ctx, key)
	if err != nil || err2 != nil || place != 9 || !reflect.DeepEqual(engines, []string{"2", "1"}) {
		t.Errorf("%v, %v: at %d, by %q", err, err2, place, engines)
	}
	if who, err := a.Reviewers(ctx, key); err != nil || !reflect.DeepEqual(who, []string{"ben", "ida"}) {
		t.Errorf("%v: %q", err, who)
	}
	if got := logIn(t, a.Path(), key); !reflect.DeepEqual(got, []string{"right", "wrong"}) {
		t.Errorf("the log is %q", got)
	}
}
