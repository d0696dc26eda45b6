package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Restored is what Restore did.
type Restored struct {
	// Findings are what there is in the library now.
	Findings
	// Kept is the file of the library that was there before; empty where there was none.
	Kept string
}

// Restore puts a copy of a backup in the place of the library in a file. The backup is checked, and stays as it is;
// what stood in the place before is kept beside it, whole or not. While a program has the library open, as far as that
// can be known, it is ErrLocked. At every moment there is either the one library or the other behind the name.
func Restore(ctx context.Context, path, backup string, o Options) (Restored, error) {
	var done Restored
	l, err := unopened(path, o)
	if err != nil {
		return done, err
	}
	from, err := os.Stat(backup)
	if err != nil {
		return done, fault(backup, err)
	}
	path = behindLinks(l.path)
	if now, err := os.Stat(path); err == nil && os.SameFile(now, from) {
		return done, &Error{Name: backup, Err: ErrExists, Hint: "it is the library itself; name a backup of it"}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return done, fault(path, err)
	}
	err = drafted(path, func(draft string) (err error) {
		if done.Findings, err = copyChecked(ctx, backup, draft, l.options); err != nil {
			return err
		}
		done.Kept, err = exchange(path, draft, l.options)
		return err
	})
	return done, err
}

// copyChecked makes a library of this version of a backup, and makes sure that it is whole.
func copyChecked(ctx context.Context, backup, draft string, o Options) (Findings, error) {
	if err := copyAsIs(ctx, backup, draft, o); err != nil {
		return Findings{}, err
	}
	l, err := unopened(draft, o)
	if err != nil {
		return Findings{}, err
	}
	l.draft = true
	if err := l.start(ctx, steps()); err != nil {
		return Findings{}, named(err, draft, backup)
	}
	defer l.Close()
	f, err := l.Check(ctx)
	if err == nil && len(f.Faults) > 0 {
		err = &Error{Name: backup, Err: fmt.Errorf("%w in %d places: %s", ErrDamaged, len(f.Faults), f.Faults[0]),
			Hint: "nothing was restored; hearsay library merge FILE takes in what can be read of it"}
	}
	if err != nil {
		return f, err
	}
	return f, errors.Join(l.Close(), fault(draft, syncFile(draft)))
}

// copyAsIs copies a library of any version that is known, without a change to its file.
func copyAsIs(ctx context.Context, backup, draft string, o Options) error {
	o.Make = false
	l, err := unopened(backup, o)
	if err != nil {
		return err
	}
	l.asIs = true
	if err := l.begin(ctx, nil); err != nil {
		return err
	}
	if err := l.start(ctx, steps()); err != nil {
		return err
	}
	defer l.Close()
	_, err = l.db.ExecContext(ctx, "VACUUM INTO ?", draft) // a file without a byte is as good as none
	return fault(backup, err)
}

// named has an error tell of the file that a person knows.
func named(err error, draft, file string) error {
	if own := new(Error); errors.As(err, &own) && own.Name == draft {
		return &Error{Name: file, Err: own.Err, Hint: own.Hint}
	}
	return err
}

// exchange gives a library that is whole the name of another, which is kept under a name of its own.
func exchange(path, draft string, o Options) (kept string, err error) {
	release, err := alone(path)
	if err != nil {
		return "", err
	}
	defer release()
	kept, err = setAside(path, o)
	if err == nil {
		err = os.Rename(draft, path)
	}
	if err != nil {
		takeBack(path, kept)
		return "", fault(path, linkFault(path, err))
	}
	os.Remove(path + "-shm") // it is the memory of the log that went with the other
	syncFolder(filepath.Dir(path))
	return kept, nil
}

// setAside gives a library and the log beside it a further name, under which they are kept. Where the file system knows
// no second names, the library's own goes.
func setAside(path string, o Options) (kept string, err error) {
	kept = beside(path, "replaced", o.Now())
	if err = os.Link(path, kept); err != nil && !errors.Is(err, fs.ErrNotExist) {
		err = os.Rename(path, kept)
	}
	none := errors.Is(err, fs.ErrNotExist)
	if err != nil && !none {
		return "", err
	}
	info, err := os.Stat(path + "-wal")
	switch {
	case err == nil && info.Size() > 0:
		err = os.Rename(path+"-wal", kept+"-wal")
	case none:
		kept = ""
		fallthrough
	default:
		err = os.Remove(path + "-wal") // nothing stands in it
	}
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return kept, err
}

// takeBack gives what was set aside its name again.
func takeBack(path, kept string) {
	if kept == "" {
		return
	}
	if _, err := os.Lstat(path); err == nil {
		os.Remove(kept)
	} else {
		os.Rename(kept, path)
	}
	os.Rename(kept+"-wal", path+"-wal")
}
