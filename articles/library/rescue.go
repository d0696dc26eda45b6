package library

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"hearsay/analysis"
	"hearsay/articles"
)

// Held is what a program has in its memory of an article of a library, when the library is lost.
type Held struct {
	Article articles.Article
	// Found is what was found in the article; it may be nil.
	Found *analysis.Document
	// Entries are those of one reviewer, in the order of their log, each as it was read or appended.
	Entries []Entry
}

// Rescue writes what is held to a library of its own and returns the name of its file, which tells the time. It stands
// beside the library, or else in the first of some folders that takes it. Merge takes it in.
func (l *Library) Rescue(ctx context.Context, held []Held, folders ...string) (file string, err error) {
	beside := filepath.Dir(behindLinks(l.path))
	if _, err := os.Stat(beside); !errors.Is(err, fs.ErrNotExist) { // a folder that was moved away is not made again
		folders = append([]string{beside}, folders...)
	}
	err = &Error{Name: l.path, Err: ErrUnreadable, Hint: "there is no folder to save to"}
	for _, folder := range folders {
		if file, err = l.rescueIn(ctx, folder, held); err == nil || ctx.Err() != nil {
			return file, err
		}
	}
	return "", err
}

func (l *Library) rescueIn(ctx context.Context, folder string, held []Held) (file string, err error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fault(folder, err)
	}
	for range mostTries {
		file = beside(filepath.Join(folder, filepath.Base(l.path)), "rescued", l.options.Now())
		err = build(ctx, file, l.options, steps(), func(to *Library) error { return to.takeHeld(ctx, held) })
		if !errors.Is(err, ErrExists) {
			break
		}
	}
	return file, err
}

// takeHeld takes in what somebody held of other articles' library.
func (l *Library) takeHeld(ctx context.Context, held []Held) error {
	for _, h := range held {
		m := merging{article: h.Article, entries: h.Entries}
		if h.Found != nil {
			m.found = append(m.found, h.Found)
		}
		if err := l.transact(ctx, func(tx *sql.Tx) error { return l.takeArticle(ctx, tx, &m) }); err != nil {
			return err
		}
	}
	return nil
}
