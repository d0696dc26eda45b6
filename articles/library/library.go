// Package library is the store on disk: the articles that were added, what was found in them, what people decided about
// it, and where they stopped reading. It is one SQLite file, which any number of programs may use at once.
//
// It promises that a decision is on the disk when Append returns and that nobody changes or deletes it afterwards; that
// nothing is written once the file is no longer the one that was opened, which is ErrLost; that what is read is what
// was written, or an error; that a library of an earlier version is brought up to date only after a backup, and one of
// a later version is left alone. Every error is an *Error that tells a person in one line what is wrong and what to do,
// or that of the context.
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
	"sync"
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite" // the driver, by the name "sqlite"
)

// Library is an open library. It is safe for use by several goroutines at once.
type Library struct {
	db       *sql.DB
	path     string
	options  Options
	readOnly bool
	// draft is set for a file in the making, which nobody else knows of: it may be empty, and needs no backup.
	draft bool
	// asIs is set where the file is read as it stands, of whatever version, and not touched.
	asIs     bool
	patience atomic.Int64 // a time.Duration
	writing  sync.Mutex   // held for a write and the looks at the file before it and after it
	opened   identity
}

// Options are how a library is opened. The zero value is ready to use.
type Options struct {
	// Make begins a library where there is none; otherwise that is ErrMissing.
	Make bool
	// Patience is how long to wait while another program writes; 0 stands for five seconds.
	Patience time.Duration
	// Waiting is called when a fraction of a second was not enough and the wait goes on; nil for nobody.
	Waiting func()
	// Now is the clock; nil is the system's.
	Now func() time.Time
}

const (
	defaultPatience = 5 * time.Second
	// FirstWait is how long a program that writes is given before anybody is told of it: writing takes a few
	// milliseconds.
	FirstWait = 200 * time.Millisecond
)

// Open opens the library in a file and brings it up to date. One that can only be read is opened for reading.
func Open(ctx context.Context, path string, o Options) (*Library, error) {
	return openWith(ctx, path, o, steps())
}

// openWith opens a library of the version that some steps lead to.
func openWith(ctx context.Context, path string, o Options, steps []string) (*Library, error) {
	l, err := unopened(path, o)
	if err != nil {
		return nil, err
	}
	if err := l.begin(ctx, steps); err != nil {
		return nil, err
	}
	if err := l.start(ctx, steps); err != nil {
		return nil, err
	}
	return l, nil
}

// unopened is a library of which nothing but the name is known.
func unopened(path string, o Options) (*Library, error) {
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
	l.SetPatience(o.Patience)
	return l, nil
}

// start opens the file, which is there, and waits for programs that keep everybody from it. Where that fails nothing
// stays open.
func (l *Library) start(ctx context.Context, steps []string) error {
	before, err := os.Stat(l.path)
	if err != nil {
		return fault(l.path, err)
	}
	err = l.patiently(ctx, func() error {
		l.Close()
		return l.connect(ctx, steps)
	})
	if err == nil {
		err = l.recognize(ctx, before)
	}
	if err != nil {
		l.Close()
	}
	return err
}

// SetPatience says how long to wait from now on while another program writes.
func (l *Library) SetPatience(d time.Duration) { l.patience.Store(int64(d)) }

// Path is the library's file.
func (l *Library) Path() string { return l.path }

// Close ends the use of the library.
func (l *Library) Close() error {
	if l.db == nil {
		return nil
	}
	l.opened.release()
	return fault(l.path, l.db.Close())
}

// patiently does something again as long as another program stands in its way, until patience ends. What it does waits
// for the first fraction of a second itself.
func (l *Library) patiently(ctx context.Context, do func() error) error {
	until := time.Now().Add(time.Duration(l.patience.Load()))
	for told := false; ; told = true {
		err := do()
		if !errors.Is(err, ErrLocked) || ctx.Err() != nil || !time.Now().Before(until) {
			return err
		}
		if !told && l.options.Waiting != nil {
			l.options.Waiting()
		}
		time.Sleep(10 * time.Millisecond) // some locks are not waited for
	}
}

// connect opens the file for writing or, where that cannot be, for reading.
func (l *Library) connect(ctx context.Context, steps []string) error {
	if l.asIs && l.settled() {
		l.readOnly = true
		return l.open(ctx, l.addressToRead(), steps)
	}
	err := l.open(ctx, l.addressToWrite(), steps)
	if (errors.Is(err, ErrReadOnly) || errors.Is(err, ErrUnreadable)) && l.settled() {
		l.db.Close()
		l.readOnly = true
		err = l.open(ctx, l.addressToRead(), steps)
	}
	return err
}

func (l *Library) open(ctx context.Context, address string, steps []string) error {
	var err error
	if l.db, err = sql.Open("sqlite", address); err != nil {
		return fault(l.path, err)
	}
	return migration{l, steps}.run(ctx)
}

// settled reports whether all that was ever written stands in the file itself: nobody has it open, nor has left it in
// haste, and it can be read without a trace.
func (l *Library) settled() bool {
	log, err := os.Stat(l.path + "-wal")
	return errors.Is(err, fs.ErrNotExist) || err == nil && log.Size() == 0
}

// addressToWrite is that of a library that waits for others, and for the disk at the end of each transaction.
func (l *Library) addressToWrite() string {
	wait := min(l.options.Patience, FirstWait)
	return l.address(url.Values{
		"_pragma": {
			"busy_timeout(" + strconv.FormatInt(wait.Milliseconds(), 10) + ")",
			"journal_mode(wal)", "synchronous(full)", "fullfsync(1)", "foreign_keys(1)", "trusted_schema(0)",
			"cell_size_check(1)", "cache_size(" + strconv.Itoa(-cacheKiB) + ")",
		},
		"_txlock": {"immediate"},
	})
}

// cacheKiB is how much of the file each connection keeps in memory: what a person's page with thousands of quotes, or a
// page of the list, is read of.
const cacheKiB = 16 << 10

// addressToRead is that of a library that is not to be touched.
func (l *Library) addressToRead() string {
	return l.address(url.Values{"mode": {"ro"}, "immutable": {"1"},
		"_pragma": {"trusted_schema(0)", "cell_size_check(1)"}})
}

// addressToLook is that of a library that is looked at as it stands, without a word on how it is to be written.
func (l *Library) addressToLook() string {
	wait := min(l.options.Patience, FirstWait)
	patience := "busy_timeout(" + strconv.FormatInt(wait.Milliseconds(), 10) + ")"
	return l.address(url.Values{"_pragma": {patience, "query_only(1)"}})
}

func (l *Library) address(how url.Values) string {
	path := filepath.ToSlash(l.path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/Users
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: how.Encode()}).String()
}

// transact does several things at once or not at all, in the file that was opened and in no other. When it returns,
// they stand in that file itself and not only in the log beside it.
func (l *Library) transact(ctx context.Context, do func(*sql.Tx) error) error {
	l.writing.Lock()
	defer l.writing.Unlock()
	if err := l.intact(ctx); err != nil {
		return err
	}
	var tx *sql.Tx
	err := l.patiently(ctx, func() (err error) {
		tx, err = l.db.BeginTx(ctx, nil)
		return fault(l.path, err)
	})
	if err != nil {
		return err
	}
	if err := do(tx); err != nil {
		tx.Rollback()
		return fault(l.path, err)
	}
	if err := tx.Commit(); err != nil {
		return fault(l.path, err)
	}
	return l.written(ctx)
}

// Look lets somebody read the tables that a package of its own keeps in a library.
func Look(l *Library, do func(*sql.DB) error) error { return fault(l.path, do(l.db)) }

// Change lets somebody write to such tables, all of it or nothing.
func Change(ctx context.Context, l *Library, do func(*sql.Tx) error) error {
	return l.transact(ctx, do)
}

// CanWrite reports whether a library can be written to.
func CanWrite(l *Library) bool { return !l.readOnly }
