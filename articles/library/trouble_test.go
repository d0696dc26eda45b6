package library

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestNoLibraryYet(t *testing.T) {
	path := newPath(t)
	_, err := Open(ctx, path, Options{})
	is(t, err, ErrMissing, path, "hearsay add")
	if _, err := os.Stat(filepath.Dir(path)); !os.IsNotExist(err) {
		t.Error("looking for a library leaves a trace")
	}
}

// What is not a library is left alone, whatever it is.
func TestWhatIsNoLibrary(t *testing.T) {
	folder := t.TempDir()
	foreign := filepath.Join(folder, "foreign.db")
	l, err := openWith(ctx, foreign, Options{Make: true}, []string{"CREATE TABLE address (name TEXT)"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.db.Exec("PRAGMA application_id = 7"); err != nil {
		t.Fatal(err)
	}
	l.Close()
	text := filepath.Join(folder, "story.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat(words, 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{foreign, text, folder} {
		before, _ := os.ReadFile(path)
		_, err := Open(ctx, path, Options{Make: true})
		is(t, err, ErrForeign, path)
		if after, _ := os.ReadFile(path); string(after) != string(before) {
			t.Errorf("%s was changed", path)
		}
	}
	_, err = Open(ctx, filepath.Join(text, "library.db"), Options{Make: true})
	is(t, err, ErrUnreadable, "story.txt")
}

// A name may hold what addresses give a meaning to.
func TestOddNames(t *testing.T) {
	for _, name := range []string{"a b.db", "50%?mode=ro#x&y.db", "%41.db", "新聞.db", "file:x.db"} {
		path := filepath.Join(t.TempDir(), name)
		l := open(t, path, Options{Make: true})
		add(t, l, story(), nil)
		l.Close()
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Who comes while another program writes is told so when their patience ends, and nothing is lost.
func TestALockedLibrary(t *testing.T) {
	path := newPath(t)
	l := open(t, path, Options{Make: true})
	key := add(t, l, story(), nil)
	other := open(t, path, Options{Patience: 20 * time.Millisecond})
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = other.Append(ctx, key, "ida", []byte("right"))
	is(t, err, ErrLocked, path, "try again")
	if strings.Contains(err.Error(), "SQLITE_BUSY") {
		t.Errorf("the words are SQLite's: %v", err)
	}
	_, _, err = other.Add(ctx, plain("rain", "It rained."), nil)
	is(t, err, ErrLocked)
	if _, err := other.Article(ctx, key); err != nil {
		t.Errorf("it cannot be read meanwhile: %v", err)
	}
	tx.Rollback()
	note(t, other, key, "ida", "right")
}

// A full disk costs nothing of what was kept before, and when there is room again, all is as ever.
func TestAFullDisk(t *testing.T) {
	l := newLibrary(t)
	l.db.SetMaxOpenConns(2) // the quota is a connection's, and one of the two is never used to write
	key := add(t, l, story(), nil)
	if _, err := l.db.Exec("PRAGMA max_page_count = 40"); err != nil {
		t.Fatal(err)
	}
	var kept int
	var err error
	for err == nil && kept < 1000 {
		if _, err = l.Append(ctx, key, "ida", []byte(strings.Repeat("right ", 200))); err == nil {
			kept++
		}
	}
	is(t, err, ErrFull, l.Path(), "free some")
	_, _, err = l.Add(ctx, plain("long", strings.Repeat("It rained. ", 10_000)), nil)
	is(t, err, ErrFull)
	log, err := l.Log(ctx, key, "ida")
	if err != nil || len(log) != kept || kept == 0 {
		t.Errorf("%v: %d entries of %d", err, len(log), kept)
	}
	if _, err := l.db.Exec("PRAGMA max_page_count = 4000"); err != nil {
		t.Fatal(err)
	}
	note(t, l, key, "ida", "right")
	if f, err := l.Check(ctx); err != nil || len(f.Faults) > 0 || f.Articles != 1 || f.Entries != kept+1 {
		t.Errorf("%v: %+v", err, f)
	}
}

// What was spoilt in a text or in findings is told, and all else is read.
func TestDamagedRows(t *testing.T) {
	l := newLibrary(t)
	key := add(t, l, story(), findings("2"))
	for _, c := range []struct{ spoil, says string }{
		{"UPDATE analysis SET document = replace(document, '0.75', '0.76')", "what was found is not as it was written"},
		{"UPDATE article SET text = replace(text, 'nine', 'five')", "its text is not the one that was added"},
		{"UPDATE article SET paragraphs = '[[0, 4000, \"body\"]]'", "no part of the text"},
		{"UPDATE article SET paragraphs = '[[0, 4]]'", "not a start, an end and a role"},
		{"UPDATE article SET date = 'soon'", "soon"},
	} {
		copied := filepath.Join(t.TempDir(), "library.db")
		if err := l.Backup(ctx, copied); err != nil {
			t.Fatal(err)
		}
		spoilt := open(t, copied, Options{})
		if _, err := spoilt.db.Exec(c.spoil); err != nil {
			t.Fatal(err)
		}
		f, err := spoilt.Check(ctx)
		if err != nil || len(f.Faults) == 0 || !strings.Contains(strings.Join(f.Faults, "\n"), c.says) ||
			!strings.Contains(f.Faults[0], key) {
			t.Errorf("%s: %v: %+v", c.spoil, err, f)
		}
		if _, err := spoilt.List(ctx, All); err != nil {
			t.Errorf("%s: %v", c.spoil, err)
		}
		_, err = spoilt.Article(ctx, key)
		_, err2 := spoilt.Analysis(ctx, key)
		is(t, errors.Join(err, err2), ErrDamaged)
	}
}

// Whoever gives up is not told that anything is wrong.
func TestGivingUp(t *testing.T) {
	l := newLibrary(t)
	key := add(t, l, story(), nil)
	stopped, stop := context.WithCancel(ctx)
	stop()
	_, err := l.Append(stopped, key, "ida", nil)
	_, err2 := l.List(stopped, All)
	_, err3 := l.Check(stopped)
	for _, err := range []error{err, err2, err3} {
		if !errors.Is(err, context.Canceled) || errors.As(err, new(*Error)) {
			t.Errorf("the error is %v", err)
		}
	}
}
