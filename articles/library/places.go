package library

import (
	"context"
	"database/sql"
	"errors"
)

// SetPlace keeps where a person stopped reading an article: a byte of its text.
func (l *Library) SetPlace(ctx context.Context, article string, at int) error {
	return l.transact(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `INSERT INTO place (article, byte)
			SELECT number, ? FROM article WHERE key = ?
			ON CONFLICT (article) DO UPDATE SET byte = excluded.byte`, at, article)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return errors.Join(noArticle(article), err)
		}
		return nil
	})
}

// Place is the byte at which a person stopped reading an article; 0 where they have not begun.
func (l *Library) Place(ctx context.Context, article string) (int, error) {
	var at, length int
	err := l.db.QueryRowContext(ctx,
		"SELECT byte, octet_length(text) FROM place JOIN article ON number = article WHERE key = ?", article).Scan(&at,
		&length)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return max(min(at, length), 0), fault(l.path, err)
}
