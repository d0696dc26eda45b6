package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

// What can be wrong with a library. Most errors of this package wrap one of these.
var (
	ErrMissing    = errors.New("there is no library here yet")
	ErrForeign    = errors.New("not a library of Hearsay's")
	ErrNewer      = errors.New("a later Hearsay has written this library")
	ErrDamaged    = errors.New("the library is damaged")
	ErrLost       = errors.New("the library is lost")
	ErrLocked     = errors.New("the library is in use by another program")
	ErrReadOnly   = errors.New("the library can be read only")
	ErrFull       = errors.New("there is no room left for the library")
	ErrUnreadable = errors.New("the library cannot be opened")
	ErrNoArticle  = errors.New("no such article in the library")
	ErrNotFound   = errors.New("no article of the library is found")
	ErrSeveral    = errors.New("several articles are meant")
	ErrReviewed   = errors.New("the article has been reviewed")
	ErrExists     = errors.New("there is such a file already")
	ErrNoOriginal = errors.New("what it was read from is not kept")
	ErrNoReviewer = errors.New("a review without a reviewer")
)

// Error tells what is wrong with a library, or with an article in it, and what to do about it.
type Error struct {
	// Name is the library's file, or what the article was called.
	Name string
	// Err is what is wrong.
	Err error
	// Hint is what to do, a clause in lower case; it may be empty.
	Hint string
}

// Error is one line, as far as Name is.
func (e *Error) Error() string {
	s := e.Name + ": " + e.Err.Error()
	if e.Hint != "" {
		s += "; " + e.Hint
	}
	return s
}

// Unwrap makes errors.Is and errors.As see what is wrong.
func (e *Error) Unwrap() error { return e.Err }

// whatToDo says how each trouble is met.
var whatToDo = map[error]string{
	ErrForeign:    "if it was one, hearsay library restore FILE goes back to a backup; else name another: --library",
	ErrNewer:      "update Hearsay, or name another file with --library",
	ErrDamaged:    "hearsay library check tells how far, hearsay library restore FILE goes back to a backup",
	ErrLost:       "nothing is written to it: start anew with the one that is there now",
	ErrLocked:     "try again when it is done",
	ErrReadOnly:   "see the permissions of the file and its folder with ls -l",
	ErrFull:       "free some on the disk; all that was kept before is safe",
	ErrUnreadable: "see the permissions of the file and its folder with ls -l",
	ErrExists:     "name another",
}

// fault makes an *Error of what SQLite or the operating system say about a file.
func fault(path string, err error) error {
	var own *Error
	var said *sqlite.Error
	if err == nil || errors.As(err, &own) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	what := ErrDamaged // a row that does not hold what its table's rows do
	switch {
	case errors.As(err, &said):
		what = meaning(said.Code())
	case errors.Is(err, syscall.ENOSPC):
		what = ErrFull
	case errors.Is(err, fs.ErrExist):
		what = ErrExists
	case errors.As(err, new(*fs.PathError)):
		what = ErrUnreadable
	}
	if what == ErrLocked { // SQLite says the same, in its own words
		return &Error{Name: path, Err: what, Hint: whatToDo[what]}
	}
	return &Error{Name: path, Err: fmt.Errorf("%w (%s)", what, detail(err)), Hint: whatToDo[what]}
}

// meaning is the trouble behind one of SQLite's result codes.
func meaning(code int) error {
	switch code & 0xff {
	case codes.SQLITE_BUSY, codes.SQLITE_LOCKED:
		return ErrLocked
	case codes.SQLITE_READONLY:
		return ErrReadOnly
	case codes.SQLITE_FULL:
		return ErrFull
	case codes.SQLITE_NOTADB:
		return ErrForeign
	case codes.SQLITE_CANTOPEN, codes.SQLITE_PERM, codes.SQLITE_AUTH, codes.SQLITE_IOERR, codes.SQLITE_NOMEM:
		return ErrUnreadable
	}
	// What is left is a file whose tables are not as they were made.
	return ErrDamaged
}

// detail is what was said, without the path that already stands before it.
func detail(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}
