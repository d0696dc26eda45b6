package library

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"hearsay/articles/library/document"
	"hearsay/articles/library/voices"
)

// later are the steps of a Hearsay to come.
func later(more ...string) []string { return append(steps(), more...) }

const shelfmarks = "CREATE TABLE shelfmark (article INTEGER PRIMARY KEY REFERENCES article, mark TEXT); INSERT INTO " +
	"shelfmark SELECT number, 'new' FROM article"

// files are the names beside the library that begin with its own.
func files(t *testing.T, l string) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(filepath.Dir(l), "*"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		all[i] = filepath.Base(all[i])
	}
	return all
}

// A library of an earlier version is brought up to date with all that it holds, after a backup that an earlier Hearsay
// reads.
func TestAnEarlierLibraryIsBroughtUpToDate(t *testing.T) {
	path := newPath(t)
	l := open(t, path, Options{Make: true})
	key := add(t, l, story(), findings("2"))
	note(t, l, key, "ida", "right")
	l.Close()
	now := func() time.Time { return time.Date(2027, 1, 2, 3, 4, 5, 0, time.UTC) }
	l, err := openWith(ctx, path, Options{Now: now}, later(shelfmarks, "ALTER TABLE shelfmark ADD COLUMN colour TEXT"))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if mark, err := column(ctx, l, "SELECT mark FROM shelfmark WHERE colour IS NULL"); err != nil ||
		strings.Join(mark, " ") != "new" {
		t.Errorf("%v: %q", err, mark)
	}
	note(t, l, key, "ida", "wrong")
	if log, err := l.Log(ctx, key, "ida"); err != nil || len(log) != 2 {
		t.Errorf("%v: %+v", err, log)
	}
	name := fmt.Sprintf("library-version-%d-20270102-030405.db", len(steps()))
	backup := open(t, filepath.Join(filepath.Dir(path), name), Options{})
	if log, err := backup.Log(ctx, key, "ida"); err != nil || len(log) != 1 {
		t.Errorf("%v: %+v", err, log)
	}
	if f, err := backup.Check(ctx); err != nil || len(f.Faults) > 0 || f.Analyses != 1 {
		t.Errorf("%v: %+v", err, f)
	}
}

// Programs that come at the same time bring it up to date once.
func TestSeveralBringItUpToDateAtOnce(t *testing.T) {
	path := newPath(t)
	l := open(t, path, Options{Make: true})
	key := add(t, l, story(), nil)
	l.Close()
	var wait sync.WaitGroup
	for range 5 {
		wait.Go(func() {
			l, err := openWith(ctx, path, Options{}, later(shelfmarks))
			if err != nil {
				t.Error(err)
				return
			}
			defer l.Close()
			if marks, err := column(ctx, l, "SELECT mark FROM shelfmark"); err != nil || len(marks) != 1 {
				t.Errorf("%v: %q", err, marks)
			}
			note(t, l, key, "ida", "right")
		})
	}
	wait.Wait()
	begins := fmt.Sprintf("library-version-%d-", len(steps()))
	if all := files(t, path); len(all) != 2 || !strings.HasPrefix(all[0], begins) {
		t.Errorf("there are %q, want the library and one backup", all)
	}
}

// A step that breaks off leaves the version before it, without half a table and without a backup that nobody needs.
func TestABrokenStepLeavesTheLibraryAsItWas(t *testing.T) {
	const broken = "CREATE TABLE half (a); INSERT INTO nowhere VALUES (1)"
	path := newPath(t)
	l := open(t, path, Options{Make: true})
	key := add(t, l, story(), nil)
	note(t, l, key, "ida", "right")
	l.Close()
	for _, c := range []struct {
		steps  []string
		tables string
		files  int
	}{
		{later(broken), "", 1},
		{later(shelfmarks, broken), "shelfmark", 2}, // the first of the two steps was whole, so what was before it is kept
	} {
		_, err := openWith(ctx, path, Options{}, c.steps)
		is(t, err, ErrDamaged, "nowhere")
		if all := files(t, path); len(all) != c.files {
			t.Errorf("there are %q, want %d", all, c.files)
		}
		l, err := openWith(ctx, path, Options{}, c.steps[:len(c.steps)-1])
		if err != nil {
			t.Fatal(err)
		}
		tables, err := column(ctx, l, "SELECT name FROM sqlite_schema WHERE name IN ('half', 'shelfmark')")
		if err != nil || strings.Join(tables, " ") != c.tables {
			t.Errorf("%v: there are %q, want %q", err, tables, c.tables)
		}
		if log, err := l.Log(ctx, key, "ida"); err != nil || len(log) != 1 {
			t.Errorf("%v: %+v", err, log)
		}
		l.Close()
	}
}

// A first step that breaks off leaves an empty file, in which a library can be begun.
func TestABrokenBeginning(t *testing.T) {
	path := newPath(t)
	_, err := openWith(ctx, path, Options{Make: true}, []string{steps()[0] + "; INSERT INTO nowhere VALUES (1)"})
	is(t, err, ErrDamaged)
	_, err = Open(ctx, path, Options{})
	is(t, err, ErrMissing)
	add(t, open(t, path, Options{Make: true}), story(), nil)
}

// An earlier Hearsay leaves a later one's library alone and says so.
func TestALaterLibraryIsLeftAlone(t *testing.T) {
	path := newPath(t)
	l, err := openWith(ctx, path, Options{Make: true}, later(shelfmarks, shelfmarks[:0]))
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []Options{{}, {Make: true}} {
		_, err = Open(ctx, path, o)
		is(t, err, ErrNewer, path, fmt.Sprintf("version %d", len(steps())+2), "update")
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the file was changed (%v)", err)
	}
}

// A backup is a library of its own, and is written over nothing.
func TestABackup(t *testing.T) {
	l := newLibrary(t)
	key := add(t, l, story(), findings("2"))
	note(t, l, key, "ida", "right")
	first, err := l.BackupBeside(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if second, err := l.BackupBeside(ctx); err != nil || second == first {
		t.Errorf("%v: two backups bear the name %s", err, second)
	}
	note(t, l, key, "ida", "wrong")
	is(t, l.Backup(ctx, first), ErrExists, first)
	is(t, l.Backup(ctx, filepath.Join(t.TempDir(), "no", "where.db")), ErrUnreadable, "where.db")
	copied := open(t, first, Options{})
	if f, err := copied.Check(ctx); err != nil || len(f.Faults) > 0 || f.Articles != 1 || f.Analyses != 1 ||
		f.Entries != 1 {
		t.Errorf("%v: %+v", err, f)
	}
	note(t, copied, key, "ida", "it can be worked with")
}

// A library of each earlier version opens with all that it holds; where who is heard was not kept yet, the articles
// are told of which it is to be found out.
func TestEveryEarlierVersionIsBroughtUpToDate(t *testing.T) {
	for version := 1; version < len(steps()); version++ {
		path := newPath(t)
		l, err := openWith(ctx, path, Options{Make: true}, steps()[:version])
		if err != nil {
			t.Fatal(err)
		}
		key := add(t, l, story(), nil)
		note(t, l, key, "ida", "right")
		data, err := document.Encode(findings("2"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := l.db.ExecContext(ctx, `INSERT INTO analysis (article, engine, made, language, quotes, speakers, sum,
			document) VALUES (1, '2', 0, 'en', 1, 1, ?, ?)`, sumOf(data), string(data)); err != nil {
			t.Fatal(err)
		}
		l.Close()
		l = open(t, path, Options{})
		if keys, err := voices.Unheard(ctx, l.db); err != nil || len(keys) != 1 || keys[0] != key {
			t.Errorf("from version %d: %v, unheard: %q", version, err, keys)
		}
		var quotes int
		if err := l.db.QueryRowContext(ctx, "SELECT quotes FROM listed WHERE headline = 'Harbour to open in May'").
			Scan(&quotes); err != nil || quotes != 1 {
			t.Errorf("from version %d: %v: listed with %d quotes", version, err, quotes)
		}
		if f, err := l.Check(ctx); err != nil || len(f.Faults) > 0 || f.Analyses != 1 || f.Entries != 1 {
			t.Errorf("from version %d: %v: %+v", version, err, f)
		}
	}
}
