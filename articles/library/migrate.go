package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// migration brings a library up to date: it takes the steps that the library has not taken yet, each of them wholly or
// not at all, after a backup of what there is.
type migration struct {
	*Library
	steps []string
}

// run takes all steps that are left.
func (l migration) run(ctx context.Context) error {
	steps := l.steps
	at, err := l.version(ctx)
	switch {
	case err != nil:
		return fault(l.path, err)
	case at == len(steps):
		return nil
	case at > len(steps):
		return &Error{Name: l.path, Err: fmt.Errorf("%w: it is of version %d, and this one knows none after %d", ErrNewer, at,
			len(steps)), Hint: whatToDo[ErrNewer]}
	case at == 0 && !l.draft:
		return l.emptied("there is nothing in it")
	case l.asIs:
		return nil
	case l.readOnly:
		return &Error{Name: l.path, Err: fmt.Errorf("%w, and it is of an earlier version", ErrReadOnly),
			Hint: "open it once where it can be written"}
	}
	return l.takeAll(ctx, at)
}

// takeAll takes the steps after those that were taken, and keeps a backup of what was there before. Where that turns
// out to be of no use, because nothing was changed by this program, it goes again.
func (l migration) takeAll(ctx context.Context, at int) (err error) {
	before, took := "", false
	if at > 0 && !l.draft {
		if before, err = l.backupBeside(ctx, fmt.Sprintf("version-%d", at)); err != nil {
			return err
		}
	}
	for n := at; n < len(l.steps) && err == nil; n++ {
		var one bool
		one, err = l.take(ctx, l.steps[n], n+1)
		took = took || one && err == nil
	}
	if before != "" && !took {
		os.Remove(before)
	}
	return err
}

// version is the number of steps the library has taken. A file of somebody else's is an error.
func (l migration) version(ctx context.Context) (version int, err error) {
	var id, tables int
	err = l.db.QueryRowContext(ctx,
		`SELECT (SELECT user_version FROM pragma_user_version), (SELECT application_id FROM pragma_application_id),
		(SELECT count(*) FROM sqlite_schema)`).Scan(&version, &id, &tables)
	empty := version == 0 && tables == 0
	if err == nil && id != applicationID && !empty {
		err = &Error{Name: l.path, Err: ErrForeign, Hint: whatToDo[ErrForeign]}
	}
	return version, err
}

// take takes one step, if no other program has done so meanwhile, and tells whether it did.
func (l migration) take(ctx context.Context, step string, version int) (took bool, err error) {
	err = l.transact(ctx, func(tx *sql.Tx) error {
		var at int
		if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&at); err != nil || at >= version {
			return err
		}
		took = true
		_, err := tx.ExecContext(ctx, step+fmt.Sprintf("\n;PRAGMA application_id = %d; PRAGMA user_version = %d",
			applicationID, version))
		return err
	})
	return took, err
}

// beside is the name of a file next to another that does not exist: that one's with a mark and the time in it.
func beside(path, mark string, now time.Time) string {
	ending := filepath.Ext(path)
	stem := strings.TrimSuffix(path, ending) + "-" + mark + "-" + now.Format("20060102-150405")
	for n := 1; ; n++ {
		name := stem + ending
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", stem, n, ending)
		}
		if _, err := os.Lstat(name); os.IsNotExist(err) || n == 1000 {
			return name
		}
	}
}

// BackupBeside writes a copy of the library next to it and returns its name, which tells the time.
func (l *Library) BackupBeside(ctx context.Context) (file string, err error) {
	return l.backupBeside(ctx, "backup")
}

// mostTries is how often a name is looked for that no other program takes meanwhile.
const mostTries = 20

func (l *Library) backupBeside(ctx context.Context, mark string) (file string, err error) {
	for range mostTries {
		file = beside(l.path, mark, l.options.Now())
		if err = l.Backup(ctx, file); !errors.Is(err, ErrExists) {
			break
		}
	}
	return file, err
}

// Backup writes a copy of the library, whole and as of now, to a file that does not exist yet. The copy is a library
// too.
func (l *Library) Backup(ctx context.Context, file string) error {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return fault(file, err)
	}
	defer f.Close()
	if _, err := l.db.ExecContext(ctx, "VACUUM INTO ?", file); err != nil {
		os.Remove(file)
		if err = fault(l.path, err); errors.Is(err, ErrFull) {
			return &Error{Name: file, Err: ErrFull, Hint: "name a file on another disk"}
		}
		return err
	}
	if err := f.Sync(); err != nil {
		os.Remove(file)
		return fault(file, err)
	}
	return nil
}

func microseconds(t time.Time) int64 { return t.UnixMicro() }

func moment(microseconds int64) time.Time { return time.UnixMicro(microseconds).UTC() }
