package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Entry is a line of the log of reviews: something that a reviewer decided about an article. What its body says is the
// business of whoever wrote it.
type Entry struct {
	// Number grows from entry to entry and is never given twice.
	Number   int64
	Article  string // its key
	Reviewer string
	Time     time.Time
	Body     []byte
}

// Append adds an entry to the log of an article and a reviewer. When it returns, the entry is on the disk.
func (l *Library) Append(ctx context.Context, article, reviewer string, body []byte) (Entry, error) {
	if reviewer == "" {
		return Entry{}, &Error{Name: article, Err: ErrNoReviewer, Hint: "give the reviewer a name"}
	}
	body = append([]byte{}, body...) // the caller's own may change, and none is not the same as NULL
	e := Entry{Article: article, Reviewer: reviewer, Time: moment(microseconds(l.options.Now())), Body: body}
	err := l.transact(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `INSERT INTO entry (article, reviewer, time, sum, body)
			SELECT number, ?, ?, ?, ? FROM article WHERE key = ?`, reviewer, microseconds(e.Time), e.sum(), body,
			article)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return errors.Join(noArticle(article), err)
		}
		e.Number, err = result.LastInsertId()
		return err
	})
	if err != nil {
		return Entry{}, err
	}
	return e, nil
}

// sum tells whether the entry is as it was written.
func (e *Entry) sum() []byte {
	return sumOf([]byte(e.Reviewer), fmt.Append(nil, microseconds(e.Time)), e.Body)
}

// Log is all that a reviewer decided about an article, in the order of time. Entries that were damaged are left out,
// and the error tells of them beside those that were not.
func (l *Library) Log(ctx context.Context, article, reviewer string) ([]Entry, error) {
	rows, err := l.db.QueryContext(ctx,
		`SELECT entry.number, time, entry.sum, body FROM entry JOIN article ON article.number = article
		WHERE key = ? AND reviewer = ? ORDER BY entry.number`, article, reviewer)
	if err != nil {
		return nil, fault(l.path, err)
	}
	defer rows.Close()
	var all []Entry
	var lost []string
	for rows.Next() {
		e := Entry{Article: article, Reviewer: reviewer}
		var at int64
		var sum []byte
		if err := rows.Scan(&e.Number, &at, &sum, &e.Body); err != nil {
			return all, fault(l.path, err)
		}
		if e.Body == nil {
			e.Body = []byte{}
		}
		if e.Time = moment(at); string(sum) == string(e.sum()) {
			all = append(all, e)
		} else {
			lost = append(lost, fmt.Sprint(e.Number))
		}
	}
	if err := rows.Err(); err != nil {
		return all, fault(l.path, err)
	}
	if len(lost) > 0 {
		return all, l.damaged(article, "entries of review are not as they were written: "+strings.Join(lost, ", "))
	}
	return all, nil
}

// Reviewers are those who decided something about an article, in the order of the alphabet.
func (l *Library) Reviewers(ctx context.Context, article string) ([]string, error) {
	all, err := column(ctx, l,
		"SELECT DISTINCT reviewer FROM entry JOIN article ON article.number = article WHERE key = ? ORDER BY reviewer",
		article)
	return all, fault(l.path, err)
}
