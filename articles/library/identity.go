package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// identity is how an open library's files are known again, and how much stood in them when this program last looked.
// Whatever is opened by its name can be replaced, moved, deleted, cut short or overwritten by others; SQLite would go
// on writing to a file that no name leads to, or over somebody else's pages.
//
// The files are looked at by their names alone: to open and close one of them would take from SQLite the locks that it
// has on it, as POSIX has it.
type identity struct {
	// file is the library's, and beside are those of SQLite's that belong to it, by the endings of their names.
	file   fs.FileInfo
	beside map[string]fs.FileInfo
	// last is the highest number that an entry was ever given, and sum that of the entry, nil where it is gone.
	last int64
	sum  []byte
	// hold keeps the files beside the library's from going and coming as connections do.
	hold *sql.Conn
}

func (i *identity) release() {
	if i.hold != nil {
		i.hold.Close()
	}
	*i = identity{}
}

// besideEndings are those of the files that SQLite keeps beside the library's while it is in use.
var besideEndings = [...]string{"-wal", "-shm"}

// recognize learns by what the library that was just opened will be known again; it was the file before that. One that
// is only read is never written to, and needs it not.
func (l *Library) recognize(ctx context.Context, before fs.FileInfo) error {
	if l.readOnly {
		return nil
	}
	hold, err := l.db.Conn(ctx)
	if err != nil {
		return fault(l.path, err)
	}
	l.opened.hold = hold
	// Whatever is damaged in what is read here will be told of by whoever reads it.
	_, _ = hold.ExecContext(ctx, "PRAGMA busy_timeout = 0")
	l.count(ctx)
	l.opened.beside = map[string]fs.FileInfo{}
	for _, ending := range besideEndings {
		if info, err := os.Stat(l.path + ending); err == nil {
			l.opened.beside[ending] = info
		}
	}
	if l.opened.file, err = os.Stat(l.path); err == nil && !os.SameFile(before, l.opened.file) {
		return l.lost("another file was put in its place")
	}
	return fault(l.path, err)
}

// count takes note of how far the log of reviews has come.
func (l *Library) count(ctx context.Context) {
	if n, sum, err := lastEntry(ctx, l.opened.hold, 0); err == nil {
		l.opened.last, l.opened.sum = n, sum
	}
}

// asker is whatever answers a question of one row.
type asker interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// lastEntry is the highest number that an entry was ever given, and the sum of the entry with the number at, or of that
// last one where at is 0.
func lastEntry(ctx context.Context, db asker, at int64) (last int64, sum []byte, err error) {
	err = db.QueryRowContext(ctx, `
		WITH log AS (SELECT coalesce(max(seq), 0) AS last FROM sqlite_sequence WHERE name = 'entry')
		SELECT last, (SELECT sum FROM entry WHERE number = iif(?1, ?1, last)) FROM log`, at).Scan(&last, &sum)
	return last, sum, err
}

// Intact reports whether the library is still the file that was opened, whole; otherwise the error is ErrLost.
func (l *Library) Intact(ctx context.Context) error {
	l.writing.Lock()
	defer l.writing.Unlock()
	return l.intact(ctx)
}

// Keeps reports whether the library is whole and still has an article and all entries that its reviewer is known to
// have made on it; otherwise the error is ErrLost. Another program may have deleted the rows and left the file.
func (l *Library) Keeps(ctx context.Context, article, reviewer string, entries []Entry) error {
	if err := l.Intact(ctx); err != nil {
		return err
	}
	var last int64
	for _, e := range entries {
		last = max(last, e.Number)
	}
	var there bool
	var kept int
	err := l.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM article WHERE key = ?1),
		(SELECT count(*) FROM entry JOIN article ON article.number = article
		WHERE key = ?1 AND reviewer = ?2 AND entry.number <= ?3)`, article, reviewer, last).Scan(&there, &kept)
	switch said := fault(l.path, err); {
	case errors.Is(said, ErrDamaged):
		return l.lost("another program has spoilt it")
	case err != nil:
		return said
	case !there:
		return l.lost("another program has removed the article from it")
	case kept < len(entries):
		return l.lost("another program has removed reviews from it")
	}
	return nil
}

func (l *Library) intact(ctx context.Context) error {
	if l.opened.file == nil { // it is being opened, or only read
		return nil
	}
	now, err := l.same()
	if err != nil {
		return err
	}
	if now.Size() == l.opened.file.Size() && now.ModTime().Equal(l.opened.file.ModTime()) {
		return nil
	}
	if err := l.sameContent(ctx); err != nil {
		return err
	}
	l.opened.file = now
	return nil
}

// same looks at the files behind the names: whether they are those that were opened, and not shorter. A library never
// shrinks.
func (l *Library) same() (fs.FileInfo, error) {
	was := l.opened.file
	now, err := os.Stat(l.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, l.lost("it was deleted or moved")
	case err != nil:
		return nil, fault(l.path, err)
	case !os.SameFile(was, now):
		return nil, l.lost("another file was put in its place")
	case now.Size() < was.Size():
		return nil, l.lost(fmt.Sprintf("it was cut short to %d of %d bytes", now.Size(), was.Size()))
	}
	for ending, was := range l.opened.beside {
		if now, err := os.Stat(l.path + ending); err != nil || !os.SameFile(was, now) {
			return nil, l.lost("its file with " + ending + " at the end of the name was deleted or replaced")
		}
	}
	return now, nil
}

// sameContent looks whether a file that somebody has written to is still the library, and not another one that was
// written over it: all that was ever kept is there. It looks through a connection of its own, which remembers nothing
// of the file, and has the others look anew.
func (l *Library) sameContent(ctx context.Context) error {
	fresh, err := sql.Open("sqlite", l.addressToLook())
	if err != nil {
		return fault(l.path, err)
	}
	defer fresh.Close()
	same, err := l.holdsAll(ctx, fresh)
	switch said := fault(l.path, err); {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(said, ErrLocked) || errors.Is(said, ErrUnreadable):
		return said
	case err != nil || !same:
		return l.lost("something else was written over it")
	}
	l.db.SetMaxIdleConns(0)
	l.db.SetMaxIdleConns(mostIdle)
	return nil
}

// holdsAll reports whether a file has the version and the entries that the library had. An entry that is gone may have
// gone with its article.
func (l *Library) holdsAll(ctx context.Context, db *sql.DB) (bool, error) {
	var id, version, was int
	if err := l.opened.hold.QueryRowContext(ctx, "PRAGMA user_version").Scan(&was); err != nil {
		return false, err
	}
	err := db.QueryRowContext(ctx, `SELECT application_id, user_version
		FROM pragma_application_id, pragma_user_version`).Scan(&id, &version)
	if err != nil || id != applicationID || version < was {
		return false, err
	}
	// A backup is written without a log beside it, and would have to be turned to one first.
	var logged bool
	err = db.QueryRowContext(ctx, `SELECT hex(substr(data, 19, 1)) = '02'
		FROM sqlite_dbpage WHERE pgno = 1`).Scan(&logged)
	if err != nil || !logged {
		return false, err
	}
	last, sum, err := lastEntry(ctx, db, l.opened.last)
	same := sum == nil || l.opened.sum == nil || string(sum) == string(l.opened.sum)
	return same && last >= l.opened.last, err
}

// mostIdle is how many connections wait for use.
const mostIdle = 2

func (l *Library) lost(how string) error {
	return &Error{Name: l.path, Err: fmt.Errorf("%w: %s", ErrLost, how), Hint: whatToDo[ErrLost]}
}

// written ends a write: it brings what was written from the log beside the library into the library's own file, so that
// nobody who puts another file in its place finds the log of this one beside it, and looks whether what was written
// stands behind the library's name.
func (l *Library) written(ctx context.Context) error {
	if l.opened.file == nil {
		return nil
	}
	// Where others read at this moment, or the reader gives up, the log keeps it: it is as safe there, and comes into
	// the file with the next write.
	_, _ = l.opened.hold.ExecContext(context.WithoutCancel(ctx), "PRAGMA wal_checkpoint(TRUNCATE)")
	now, err := l.same()
	if err != nil {
		return err
	}
	l.count(context.WithoutCancel(ctx))
	l.opened.file = now
	return nil
}
