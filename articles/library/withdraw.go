package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Withdrawn are articles that were taken out of a library with all that belongs to them: reviews, places, tags.
type Withdrawn struct {
	articles []withdrawn
}

// Len is how many articles they are.
func (w *Withdrawn) Len() int { return len(w.articles) }

// withdrawn is one of them, as rows of the tables that they stood in, and the items of feeds that it came by.
type withdrawn struct {
	number  int64
	article row
	rows    []row
	items   [][2]any // feed, id
	from    *Original
}

// row is a row of a table.
type row struct {
	table   string
	columns []string
	values  []any
}

// derived are the tables that are made anew of others when an article comes, and that of originals, which go by
// themselves.
var derived = []string{"read_from", "voice", "saying", "side", "spoken_of", "company", "unheard", "unindexed"}

// Withdraw takes articles out of a library, reviews and all, so that Return can bring them back. What has no such
// article is passed over.
func Withdraw(ctx context.Context, l *Library, keys []string) (*Withdrawn, error) {
	var w *Withdrawn
	err := l.transact(ctx, func(tx *sql.Tx) error {
		w = &Withdrawn{}
		tables, err := belonging(ctx, tx)
		if err != nil {
			return err
		}
		for _, key := range keys {
			if err := w.take(ctx, tx, tables, key); err != nil {
				return err
			}
		}
		return nil
	})
	return w, err
}

// belonging are the tables whose rows go with their article, the log in the order in which it was written.
func belonging(ctx context.Context, tx *sql.Tx) (tables []string, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT s.name FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) AS f
		WHERE s.type = 'table' AND f."table" = 'article' AND f."from" = 'article' AND f.on_delete = 'CASCADE' ORDER BY s.name`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		if !slices.Contains(derived, name) {
			tables = append(tables, name)
		}
	}
	return tables, rows.Err()
}

// take keeps an article's rows, and deletes them.
func (w *Withdrawn) take(ctx context.Context, tx *sql.Tx, tables []string, key string) error {
	var one withdrawn
	err := tx.QueryRowContext(ctx, "SELECT number FROM article WHERE key = ?", key).Scan(&one.number)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	own, err := rowsOf(ctx, tx, "article", "number", one.number)
	if err != nil {
		return err
	}
	one.article = own[0]
	for _, t := range tables {
		some, err := rowsOf(ctx, tx, t, "article", one.number)
		if err != nil {
			return err
		}
		one.rows = append(one.rows, some...)
	}
	if one.from, err = originalIn(ctx, tx, one.number); err != nil {
		return err
	}
	items, err := rowsOf(ctx, tx, "feed_item", "article", one.number)
	if err != nil {
		return err
	}
	for _, r := range items {
		one.items = append(one.items, [2]any{r.value("feed"), r.value("id")})
	}
	w.articles = append(w.articles, one)
	_, err = tx.ExecContext(ctx, "DELETE FROM article WHERE number = ?", one.number)
	return err
}

// originalIn is what an article was read from; nil where that is not kept, or damaged.
func originalIn(ctx context.Context, tx *sql.Tx, article int64) (o *Original, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT place, name, came, size, original.sum, packed FROM read_from
		JOIN original ON original.number = original WHERE article = ?`, article)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		o, _ = scanOriginal(rows) // opening the article has told of one that is damaged
	}
	return o, rows.Err()
}

// rowsOf are the rows of a table, of this program's own name, with a number in a column.
func rowsOf(ctx context.Context, tx *sql.Tx, table, column string, number int64) (all []row, err error) {
	rows, err := tx.QueryContext(ctx, fmt.Sprintf("SELECT * FROM %q WHERE %q = ?", table, column), number)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		r := row{table, names, make([]any, len(names))}
		to := make([]any, len(names))
		for i := range to {
			to[i] = &r.values[i]
		}
		if err := rows.Scan(to...); err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	return all, rows.Err()
}

func (r *row) value(column string) any { return r.values[slices.Index(r.columns, column)] }

// Return brings withdrawn articles back as they were. One that came again meanwhile stays as it is.
func Return(ctx context.Context, l *Library, w *Withdrawn) error {
	return l.transact(ctx, func(tx *sql.Tx) error {
		for i := range w.articles {
			if err := w.articles[i].bring(ctx, tx); err != nil {
				return err
			}
		}
		return nil
	})
}

func (w *withdrawn) bring(ctx context.Context, tx *sql.Tx) error {
	var there, taken bool
	err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM article WHERE sum = ?),
		EXISTS (SELECT 1 FROM article WHERE number = ?)`, w.article.value("sum"), w.number).Scan(&there, &taken)
	if err != nil || there {
		return err
	}
	number := w.number
	if taken { // another one came meanwhile
		if err := tx.QueryRowContext(ctx, "SELECT max(number) + 1 FROM article").Scan(&number); err != nil {
			return err
		}
	}
	if err := w.article.insert(ctx, tx, "number", number); err != nil {
		return err
	}
	for i := range w.rows {
		if err := w.rows[i].insert(ctx, tx, "article", number); err != nil {
			return err
		}
	}
	if w.from != nil {
		if err := KeepOriginal(ctx, tx, number, w.from); err != nil {
			return err
		}
	}
	for _, it := range w.items {
		if _, err := tx.ExecContext(ctx, "UPDATE feed_item SET article = ? WHERE feed = ? AND id = ?", number, it[0],
			it[1]); err != nil {
			return err
		}
	}
	return nil
}

// insert inserts a row with a number in a column. An entry of the log gets a number of its own, behind those that are
// there.
func (r *row) insert(ctx context.Context, tx *sql.Tx, column string, number int64) error {
	var names, marks []string
	var values []any
	for i, name := range r.columns {
		switch {
		case name == column:
			values = append(values, number)
		case name == "number":
			continue
		default:
			values = append(values, r.values[i])
		}
		names, marks = append(names, fmt.Sprintf("%q", name)), append(marks, "?")
	}
	_, err := tx.ExecContext(ctx, fmt.Sprintf("INSERT INTO %q (%s) VALUES (%s)", r.table, strings.Join(names, ", "),
		strings.Join(marks, ", ")), values...)
	return err
}
