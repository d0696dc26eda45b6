// Package library is the store on disk: the articles that were added, what was found in them, what people decided about
// it, and where they stopped reading. It is one SQLite file, which any number of programs may use at once.
//
// It promises that a decision is on the disk when Append returns and that nobody changes or deletes it afterwards; that
// what is read is what was written, or an error; that a library of an earlier version is brought up to date only after a
// backup, and one of a later version is left alone. Every error is an *Error that tells a person in one line what is wrong
// and what to do, or that of the context.
package library

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver, by the name "sqlite"
)

// Library is an open library. It is safe for use by several goroutines at once.
type Library struct {
	db       *sql.DB
	path     string
	options  Options
	readOnly bool
}

// Options are how a library is opened. The zero value is ready to use.
type Options struct {
	// Make begins a library where there is none; otherwise that is ErrMissing.
	Make bool
	// Patience is how long to wait while another program writes; 0 stands for five seconds.
	Patience time.Duration
	// Now is the clock; nil is the system's.
	Now func() time.Time
}

const defaultPatience = 5 * time.Second

// Open opens the library in a file and brings it up to date. One that can only be read is opened for reading.
func Open(ctx context.Context, path string, o Options) (*Library, error) {
	return openWith(ctx, path, o, steps())
}

// openWith opens a library of the version that some steps lead to.
func openWith(ctx context.Context, path string, o Options, steps []string) (*Library, error) {
	if o.Patience == 0 {
		o.Patience = defaultPatience
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fault(path, err)
	}
	l := &Library{path: path, options: o}
	if err := l.begin(); err != nil {
		return nil, err
	}
	if err := l.connect(ctx, steps); err != nil {
		l.Close()
		return nil, err
	}
	return l, nil
}

// Path is the library's file.
func (l *Library) Path() string { return l.path }

// Close ends the use of the library.
func (l *Library) Close() error {
	if l.db == nil {
		return nil
	}
	return fault(l.path, l.db.Close())
}

// begin makes an empty file where there is no library and one is wanted, which nobody else may read.
func (l *Library) begin() error {
	info, err := os.Stat(l.path)
	switch {
	case err == nil && info.IsDir():
		return &Error{Name: l.path, Err: ErrForeign, Hint: "it is a folder; name a file in it"}
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return fault(l.path, err)
	case !l.options.Make:
		return &Error{Name: l.path, Err: ErrMissing, Hint: "hearsay add FILE begins one"}
	}
	if err := os.MkdirAll(filepath.Dir(l.path), 0o700); err != nil {
		return fault(l.path, err)
	}
	f, err := os.OpenFile(l.path, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return fault(l.path, err)
	}
	return fault(l.path, f.Close())
}

// connect opens the file for writing or, where that cannot be, for reading.
func (l *Library) connect(ctx context.Context, steps []string) error {
	err := l.open(ctx, l.writing(), steps)
	if (errors.Is(err, ErrReadOnly) || errors.Is(err, ErrUnreadable)) && l.settled() {
		l.db.Close()
		l.readOnly = true
		err = l.open(ctx, l.reading(), steps)
	}
	return err
}

func (l *Library) open(ctx context.Context, address string, steps []string) error {
	var err error
	if l.db, err = sql.Open("sqlite", address); err != nil {
		return fault(l.path, err)
	}
	return l.migrate(ctx, steps)
}

// settled reports whether all that was ever written stands in the file itself: nobody has it open, nor has left it in
// haste, and it can be read without a trace.
func (l *Library) settled() bool {
	log, err := os.Stat(l.path + "-wal")
	return errors.Is(err, fs.ErrNotExist) || err == nil && log.Size() == 0
}

// writing is the address of a library that waits for others, and for the disk at the end of each transaction.
func (l *Library) writing() string {
	return l.address(url.Values{
		"_pragma": {
			"busy_timeout(" + strconv.FormatInt(l.options.Patience.Milliseconds(), 10) + ")",
			"journal_mode(wal)", "synchronous(full)", "fullfsync(1)", "foreign_keys(1)", "trusted_schema(0)", "cell_size_check(1)",
		},
		"_txlock": {"immediate"},
	})
}

// reading is the address of a library that is not to be touched.
func (l *Library) reading() string {
	return l.address(url.Values{"mode": {"ro"}, "immutable": {"1"}, "_pragma": {"trusted_schema(0)", "cell_size_check(1)"}})
}

func (l *Library) address(how url.Values) string {
	path := filepath.ToSlash(l.path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/Users
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: how.Encode()}).String()
}

// transact does several things at once or not at all.
func (l *Library) transact(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		return fault(l.path, err)
	}
	if err := do(tx); err != nil {
		tx.Rollback()
		return fault(l.path, err)
	}
	return fault(l.path, tx.Commit())
}
