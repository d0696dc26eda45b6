package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"hearsay/analysis"
	"hearsay/articles"
)

// shortestKey is how many digits of its text's sum an article's key has, unless another one has these already.
const shortestKey = 7

// Add keeps an article with what was found in it, which may be nil, and returns its key. An article whose text is there
// already is not added again and stays as it is: its analysis is kept beside those of other versions of the engine.
func (l *Library) Add(ctx context.Context, a articles.Article, d *analysis.Document) (key string, added bool,
	err error) {
	return AddWith(ctx, l, a, d, func(*sql.Tx, int64) error { return nil })
}

// AddWith keeps an article as Add does, and what somebody notes of it by its number in tables of their own, all of it
// or nothing.
func AddWith(ctx context.Context, l *Library, a articles.Article, d *analysis.Document,
	note func(tx *sql.Tx, article int64) error) (key string, added bool, err error) {
	err = l.transact(ctx, func(tx *sql.Tx) error {
		number, known, err := numberOfText(ctx, tx, a.Text)
		if err == nil && known == "" {
			added = true
			number, known, err = insert(ctx, tx, a, l.options.Now())
		}
		if err == nil && d != nil {
			err = l.insertAnalysis(ctx, tx, number, d)
		}
		if err == nil {
			err = note(tx, number)
		}
		key = known
		return err
	})
	if err != nil {
		return "", false, err
	}
	return key, added, nil
}

// numberOfText finds the article that has a text; its key is empty where there is none.
func numberOfText(ctx context.Context, tx *sql.Tx, text string) (number int64, key string, err error) {
	err = tx.QueryRowContext(ctx, "SELECT number, key FROM article WHERE sum = ?", textSum(text)).Scan(&number, &key)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return number, key, err
}

func insert(ctx context.Context, tx *sql.Tx, a articles.Article, now time.Time) (number int64, key string, err error) {
	sum := textSum(a.Text)
	if key, err = freeKey(ctx, tx, digits(sum)); err != nil {
		return 0, "", err
	}
	paragraphs, err := writeParagraphs(a.Paragraphs)
	if err != nil {
		return 0, "", &Error{Name: a.ID, Err: err}
	}
	result, err := tx.ExecContext(ctx,
		`INSERT INTO article (key, sum, added, id, headline, title, byline, outlet, date, address, paragraphs, text)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		key, sum, microseconds(now), a.ID, a.Headline(), a.Title, a.Byline, a.Outlet, writeDate(a.Date), a.Address,
		paragraphs, a.Text)
	if err != nil {
		return 0, "", err
	}
	number, err = result.LastInsertId()
	return number, key, err
}

// freeKey is the shortest beginning of the digits that is no other article's key.
func freeKey(ctx context.Context, tx *sql.Tx, digits string) (string, error) {
	for n := shortestKey; ; n++ {
		var taken bool
		err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM article WHERE key = ?)", digits[:n]).Scan(&taken)
		if err != nil || !taken {
			return digits[:n], err
		}
	}
}

// Article is the article with a key.
func (l *Library) Article(ctx context.Context, key string) (articles.Article, error) {
	var a articles.Article
	var sum []byte
	var day, paragraphs string
	err := l.db.QueryRowContext(ctx,
		"SELECT id, title, byline, outlet, date, address, sum, paragraphs, text FROM article WHERE key = ?", key).
		Scan(&a.ID, &a.Title, &a.Byline, &a.Outlet, &day, &a.Address, &sum, &paragraphs, &a.Text)
	if errors.Is(err, sql.ErrNoRows) {
		return a, noArticle(key)
	}
	if err != nil {
		return a, fault(l.path, err)
	}
	if !isText(sum, a.Text) {
		return a, l.damaged(key, "its text is not the one that was added")
	}
	if a.Date, err = readDate(day); err == nil {
		a.Paragraphs, err = readParagraphs(paragraphs, a.Text)
	}
	if err != nil {
		return a, l.damaged(key, err.Error())
	}
	return a, nil
}

func noArticle(name string) error {
	return &Error{Name: name, Err: ErrNoArticle, Hint: "hearsay list shows their keys"}
}

// damaged is about an article, or what belongs to it, that is not as it was written.
func (l *Library) damaged(key, how string) error {
	return &Error{Name: key, Err: fmt.Errorf("%w: %s", ErrDamaged, how), Hint: whatToDo[ErrDamaged]}
}

// writeDate writes a date with its time and zone; none is empty.
func writeDate(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}

func readDate(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.RFC3339Nano, s)
}

// Remove deletes an article with all that belongs to it. Where there are reviews of it that must be asked for;
// otherwise it is ErrReviewed.
func (l *Library) Remove(ctx context.Context, key string, withReviews bool) error {
	return l.transact(ctx, func(tx *sql.Tx) error {
		var number, entries int64
		err := tx.QueryRowContext(ctx,
			"SELECT number, (SELECT count(*) FROM entry WHERE article = number) FROM article WHERE key = ?", key).Scan(&number,
			&entries)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			return noArticle(key)
		case err != nil:
			return err
		case entries > 0 && !withReviews:
			return &Error{Name: key, Err: ErrReviewed, Hint: "--with-reviews removes the reviews too"}
		}
		_, err = tx.ExecContext(ctx, "DELETE FROM article WHERE number = ?", number)
		return err
	})
}
