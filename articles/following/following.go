// Package following follows people across the articles of a library: who they are, what they said in the order of
// time, where they stand, and who speaks of them. It joins the library, the reviews and the people.
//
// It promises that what it shows of an article is what was found there, as it was corrected; that what was decided
// about who is who is on the disk when Decide returns; and that a library that can only be read is followed as far as
// it was heard before.
package following

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"hearsay/analysis"
	"hearsay/articles/library"
	"hearsay/articles/library/voices"
	"hearsay/articles/people"
	"hearsay/articles/reviews"
)

// Follower follows people in a library.
type Follower struct {
	Library *library.Library
	// Choice says whose corrections count.
	Choice reviews.Choice
	// Now is the clock.
	Now func() time.Time
}

// ErrNobody is about a name that nobody in the library has.
var ErrNobody = errors.New("there is nobody of this name")

// Refresh finds out who is heard in the articles of which that is not known, and tells how far it is.
func (f *Follower) Refresh(ctx context.Context, progress func(done, of int)) error {
	var keys []string
	err := library.Look(f.Library, func(db *sql.DB) (err error) {
		keys, err = voices.Unheard(ctx, db)
		return err
	})
	if err != nil || len(keys) == 0 || !library.CanWrite(f.Library) {
		return err
	}
	for n, part := range slices.Collect(slices.Chunk(keys, atOnce)) {
		if err := f.hear(ctx, part); err != nil {
			return err
		}
		if progress != nil {
			progress(min((n+1)*atOnce, len(keys)), len(keys))
		}
	}
	return nil
}

// atOnce is how many articles are written at once: what is stopped in between stays.
const atOnce = 100

// hear finds out who is heard in some articles. One that is damaged is as if it had no voices: opening it tells of it.
func (f *Follower) hear(ctx context.Context, keys []string) error {
	type heard struct {
		key, text string
		found     *analysis.Document
	}
	var all []heard
	for _, key := range keys {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		text, d := f.corrected(ctx, key)
		all = append(all, heard{key, text, d})
	}
	return library.Change(ctx, f.Library, func(tx *sql.Tx) error {
		for _, h := range all {
			var number int64
			err := tx.QueryRowContext(ctx, "SELECT number FROM article WHERE key = ?", h.key).Scan(&number)
			if errors.Is(err, sql.ErrNoRows) {
				continue // it was removed meanwhile
			}
			if err == nil {
				err = voices.Write(ctx, tx, number, h.text, h.found)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// corrected is what was found in an article, as it was corrected.
func (f *Follower) corrected(ctx context.Context, key string) (string, *analysis.Document) {
	a, err := f.Library.Article(ctx, key)
	if err != nil {
		return "", &analysis.Document{}
	}
	d, err := f.Library.Analysis(ctx, key)
	if err != nil || d == nil {
		return a.Text, &analysis.Document{}
	}
	names, err := f.Library.Reviewers(ctx, key)
	if err != nil {
		return a.Text, d
	}
	if who := f.Choice.Of(names); who != "" {
		if c, _ := reviews.Correct(ctx, f.Library, key, who, a, d); c != nil {
			return a.Text, c.Sheet.Document
		}
	}
	return a.Text, d
}

// Log is what was decided about who is who.
func (f *Follower) Log(ctx context.Context) (log []people.Decision, damaged []string, err error) {
	err = library.Look(f.Library, func(db *sql.DB) (err error) {
		log, damaged, err = voices.Decisions(ctx, db)
		return err
	})
	return log, damaged, err
}

// Register is who is who among all voices of the library.
func (f *Follower) Register(ctx context.Context) (*people.Register, error) {
	return f.join(ctx, func(db *sql.DB, _ []people.Decision) ([]people.Voice, error) { return voices.All(ctx, db) })
}

// Around is who is who among those whose names begin or end as one does, and those who were joined with them by hand.
func (f *Follower) Around(ctx context.Context, name string) (*people.Register, error) {
	first, last := people.Ends(name)
	return f.join(ctx, func(db *sql.DB, log []people.Decision) ([]people.Voice, error) {
		return voices.Called(ctx, db, people.Beside(log, first, last))
	})
}

func (f *Follower) join(ctx context.Context, of func(*sql.DB, []people.Decision) ([]people.Voice, error)) (
	r *people.Register, err error) {
	err = library.Look(f.Library, func(db *sql.DB) error {
		log, _, err := voices.Decisions(ctx, db)
		if err != nil {
			return err
		}
		all, err := of(db, log)
		if err != nil {
			return err
		}
		known, err := voices.Renown(ctx, db)
		if err == nil {
			r = people.Join(all, log, known)
		}
		return err
	})
	return r, err
}

// Find finds the people that words stand for: a handle, or a name or a part of one. Whose own name it is comes before
// those who use it among others, and who is heard more before who is heard less.
func (f *Follower) Find(ctx context.Context, words string) (*people.Register, []int, error) {
	words = strings.TrimSpace(words)
	r, err := f.Around(ctx, words)
	if err != nil {
		return nil, nil, err
	}
	found := r.Called(words)
	if len(found) == 0 {
		if r, err = f.Register(ctx); err != nil {
			return nil, nil, err
		}
		found = r.Called(words)
	}
	if len(found) == 0 {
		return nil, nil, nobody(words)
	}
	return r, found, nil
}

func nobody(name string) error { return fmt.Errorf("%q: %w", name, ErrNobody) }

// OfVoice is the person behind a speaker of an article.
func (f *Follower) OfVoice(ctx context.Context, k people.Key) (*people.Register, int, error) {
	r, err := f.Around(ctx, k.Name)
	if err != nil {
		return nil, -1, err
	}
	if v := r.Find(k); v >= 0 {
		return r, r.Of(v), nil
	}
	return nil, -1, nobody(k.Name)
}

// Decide keeps decisions. When it returns they are on the disk.
func (f *Follower) Decide(ctx context.Context, all ...people.Decision) error {
	for i := range all {
		if all[i].Time.IsZero() {
			all[i].Time = f.Now().UTC()
		}
		if all[i].ID == "" {
			all[i] = all[i].Sign()
		}
	}
	_, err := f.Take(ctx, all)
	return err
}

// Take keeps decisions that are not there yet, as they were written elsewhere, and tells how many that were.
func (f *Follower) Take(ctx context.Context, all []people.Decision) (added int, err error) {
	err = library.Change(ctx, f.Library, func(tx *sql.Tx) (err error) {
		added, err = voices.Append(ctx, tx, all...)
		return err
	})
	return added, err
}

// Undo takes the last decision back, and returns it; Redo the last undoing. Where there is none, it is false.
func (f *Follower) Undo(ctx context.Context) (d people.Decision, done bool, err error) {
	return f.takeBack(ctx, people.LastStanding)
}

// Redo restores what was taken back last.
func (f *Follower) Redo(ctx context.Context) (d people.Decision, done bool, err error) {
	return f.takeBack(ctx, people.LastUndone)
}

func (f *Follower) takeBack(ctx context.Context, which func([]people.Decision) (people.Decision, bool)) (
	d people.Decision, done bool, err error) {
	log, _, err := f.Log(ctx)
	if err != nil {
		return d, false, err
	}
	d, done = which(log)
	if !done {
		return d, false, nil
	}
	return d, true, f.Decide(ctx, people.Decision{Act: people.Undo, Of: d.ID})
}
