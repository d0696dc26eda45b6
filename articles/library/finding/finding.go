// Package finding finds articles in a library by the language of queries, and the places in them that a query means; it
// keeps what people call articles, and the queries that they save.
//
// It promises that what it finds is what the query says and nothing else, in the order that is asked for; that values
// reach the database as values and never as statements; and that what Tag and Save were told is on the disk when they
// return.
package finding

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"hearsay/articles/library"
	"hearsay/articles/query"
)

// Order is the column by which articles are listed.
type Order string

// The orders. Added is that in which articles came.
const (
	Added    Order = "added"
	Date     Order = "date"
	Title    Order = "title"
	Outlet   Order = "outlet"
	Quotes   Order = "quotes"
	Speakers Order = "speakers"
)

// columns are what the orders stand for; of articles that are equal in them, that which came last is first.
var columns = map[Order]string{Added: "a.number", Date: "a.date", Title: "a.headline", Outlet: "a.outlet",
	Quotes: "a.quotes", Speakers: "a.speakers"}

// Orders are all orders.
func Orders() []Order { return []Order{Added, Date, Title, Outlet, Quotes, Speakers} }

// Page is a part of what a query finds: so many at most from the offset on, in an order, the last first where it is
// backwards. All (-1) is no bound.
type Page struct {
	Order     Order
	Backwards bool
	Offset    int
	Most      int
}

// Row is what a list shows of an article.
type Row struct {
	Key, ID, Headline, Outlet, Address string
	Date, Added                        time.Time
	// Quotes and Speakers are how many the newest engine found, where one has Analysed it, and Top the names of those who
	// speak most.
	Quotes, Speakers int
	Analysed         bool
	Top              []string
	Tags             []string
	// Read is true where somebody has opened it, Entries how many decisions about it were made.
	Read    bool
	Entries int
}

// atOnce is how many articles are read at once for whoever searches first.
const atOnce = 200

// Index reads the words of the articles that were in a library before words were kept, and tells how far it is.
func Index(ctx context.Context, lib *library.Library, progress func(done, of int)) error {
	all, done := 0, 0
	err := library.Look(lib, func(db *sql.DB) error {
		return db.QueryRowContext(ctx, "SELECT count(*) FROM unindexed").Scan(&all)
	})
	for err == nil && done < all && library.CanWrite(lib) {
		err = library.Change(ctx, lib, func(tx *sql.Tx) error { return indexSome(ctx, tx) })
		if done = min(done+atOnce, all); err == nil && progress != nil {
			progress(done, all)
		}
	}
	return err
}

func indexSome(ctx context.Context, tx *sql.Tx) error {
	const some = "(SELECT article FROM unindexed ORDER BY article LIMIT ?)"
	_, err := tx.ExecContext(ctx, `INSERT INTO article_words (rowid, headline, text, byline, outlet)
		SELECT number, headline, text, byline, outlet FROM article WHERE number IN `+some, atOnce)
	if err == nil {
		_, err = tx.ExecContext(ctx, "DELETE FROM unindexed WHERE article IN "+some, atOnce)
	}
	return err
}

// Finder finds articles in a library.
type Finder struct {
	Library *library.Library
	// Now is the clock.
	Now func() time.Time
}

// Parse reads a query, in which saved queries may stand.
func (f Finder) Parse(ctx context.Context, s string) (query.Expr, error) {
	e, err := query.Parse(s)
	if err != nil {
		return nil, err
	}
	views, err := Views(ctx, f.Library)
	if err != nil {
		return nil, err
	}
	return query.Expand(e, func(name string) (string, bool) {
		for _, v := range views {
			if strings.EqualFold(v.Name, name) {
				return v.Query, true
			}
		}
		return "", false
	})
}

// Asked reads what stands behind the "@" of a name for articles: the name of a saved query, else a query.
func (f Finder) Asked(ctx context.Context, s string) (query.Expr, error) {
	if isView(ctx, f.Library, s) {
		s = "@" + s
	}
	return f.Parse(ctx, s)
}

func isView(ctx context.Context, lib *library.Library, name string) bool {
	views, err := Views(ctx, lib)
	return err == nil && slices.ContainsFunc(views, func(v View) bool { return strings.EqualFold(v.Name, name) })
}

// Find is a page of the articles that a query means.
func (f Finder) Find(ctx context.Context, e query.Expr, p Page) (all []Row, err error) {
	if _, ok := columns[p.Order]; !ok {
		return nil, fmt.Errorf("articles cannot be ordered by %q", p.Order)
	}
	err = library.Look(f.Library, func(db *sql.DB) error {
		numbers, err := f.numbers(ctx, db, e, p)
		if err != nil {
			return err
		}
		q, err := prepared(ctx, db)
		if err != nil {
			return err
		}
		defer q.close()
		for _, n := range numbers {
			r, err := q.row(ctx, n)
			if errors.Is(err, sql.ErrNoRows) {
				continue // it was removed meanwhile
			}
			if err != nil {
				return err
			}
			all = append(all, r)
		}
		return nil
	})
	return all, err
}

// numbers are those of the articles of a page. In the order in which articles came they are looked for among a few
// first, and then among more and more: what is found at all is mostly found among the first.
func (f Finder) numbers(ctx context.Context, db *sql.DB, e query.Expr, p Page) ([]int64, error) {
	if p.Order != Added || p.Most < 0 || e == (query.All{}) {
		return f.numbersAmong(ctx, db, e, p, everything)
	}
	var last int64
	if err := db.QueryRowContext(ctx, "SELECT coalesce(max(number), 0) FROM listed").Scan(&last); err != nil {
		return nil, err
	}
	var all []int64
	want := p.Offset + p.Most
	step := int64(firstLooked)
	for done := int64(0); done < last && len(all) < want; done, step = done+step, step*moreLooked {
		in := among{done + 1, done + step}
		if p.Backwards {
			in = among{last - done - step + 1, last - done}
		}
		found, err := f.numbersAmong(ctx, db, e, Page{Order: Added, Backwards: p.Backwards, Most: want - len(all)}, in)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all[min(p.Offset, len(all)):], nil
}

// firstLooked is among how many articles is looked first, and moreLooked how many times as many come next. Set so that
// a word that stands in every fifth article fills a page at once, and one that stands nowhere costs little more than to
// look among all.
const firstLooked, moreLooked = 1000, 4

// numbersAmong are those of the articles of a page of some articles.
func (f Finder) numbersAmong(ctx context.Context, db *sql.DB, e query.Expr, p Page, in among) (all []int64, err error) {
	where, args := f.where(e, in)
	direction := " ASC"
	if p.Backwards {
		direction = " DESC"
	}
	rows, err := db.QueryContext(ctx, "SELECT a.number FROM listed AS a WHERE "+where+" ORDER BY "+columns[p.Order]+
		direction+", a.number DESC LIMIT ? OFFSET ?", append(args, p.Most, p.Offset)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	return all, rows.Err()
}

// rowQueries read what a list shows of an article by its number: the row itself, those who speak most, the tags. They
// are made ready once for all rows of a page.
type rowQueries struct{ article, top, tags *sql.Stmt }

func prepared(ctx context.Context, db *sql.DB) (q rowQueries, err error) {
	for _, one := range []struct {
		to        **sql.Stmt
		statement string
	}{{&q.article, `SELECT a.key, a.id, a.headline, a.outlet, a.address, a.date, a.added, l.quotes, l.speakers,
		EXISTS (SELECT 1 FROM analysis WHERE article = a.number), EXISTS (SELECT 1 FROM place WHERE article = a.number),
		(SELECT count(*) FROM entry WHERE article = a.number)
		FROM article AS a JOIN listed AS l ON l.number = a.number WHERE a.number = ?`},
		{&q.top, `SELECT name FROM voice WHERE article = ? AND quotes > 0 ORDER BY words DESC, speaker LIMIT ` + mostTop},
		{&q.tags, "SELECT name FROM tag WHERE article = ? ORDER BY name"}} {
		if *one.to, err = db.PrepareContext(ctx, one.statement); err != nil {
			q.close()
			return q, err
		}
	}
	return q, nil
}

func (q *rowQueries) close() {
	for _, s := range []*sql.Stmt{q.article, q.top, q.tags} {
		if s != nil {
			s.Close()
		}
	}
}

// mostTop is how many of those who speak most are named.
const mostTop = "3"

func (q *rowQueries) row(ctx context.Context, number int64) (r Row, err error) {
	var added int64
	var day string
	err = q.article.QueryRowContext(ctx, number).Scan(&r.Key, &r.ID, &r.Headline, &r.Outlet, &r.Address, &day, &added,
		&r.Quotes, &r.Speakers, &r.Analysed, &r.Read, &r.Entries)
	if err != nil {
		return r, err
	}
	r.Added = time.UnixMicro(added).UTC()
	r.Date, _ = time.Parse(time.RFC3339Nano, day) // one that is damaged is left out: opening the article tells of it
	if r.Top, err = column(q.top.QueryContext(ctx, number)); err == nil {
		r.Tags, err = column(q.tags.QueryContext(ctx, number))
	}
	return r, err
}

// Count is how many articles a query means.
func (f Finder) Count(ctx context.Context, e query.Expr) (n int, err error) {
	where, args := f.where(e, everything)
	err = library.Look(f.Library, func(db *sql.DB) error {
		return db.QueryRowContext(ctx, "SELECT count(*) FROM listed AS a WHERE "+where, args...).Scan(&n)
	})
	return n, err
}

// Keys are those of the articles that a query means, that which came last first.
func (f Finder) Keys(ctx context.Context, e query.Expr) (keys []string, err error) {
	where, args := f.where(e, everything)
	err = library.Look(f.Library, func(db *sql.DB) (err error) {
		keys, err = strs(ctx, db, "SELECT b.key FROM listed AS a JOIN article AS b ON b.number = a.number WHERE "+where+
			" ORDER BY a.number DESC", args...)
		return err
	})
	return keys, err
}

// strs reads a column of words.
func strs(ctx context.Context, db *sql.DB, statement string, args ...any) (out []string, err error) {
	return column(db.QueryContext(ctx, statement, args...))
}

// column reads a column of words of what a query has given.
func column(rows *sql.Rows, err error) (out []string, _ error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// Values are those of a field that begin like a prefix, as far as the library has some: what completes a query.
func (f Finder) Values(ctx context.Context, field query.Field, prefix string) (out []string, err error) {
	statement := map[query.Field]string{
		query.Speaker: `SELECT name FROM voice WHERE name LIKE ?1 ESCAPE '\' OR name LIKE '% ' || ?1 ESCAPE '\'
			GROUP BY name ORDER BY sum(quotes) DESC, name LIMIT 12`,
		query.Outlet: `SELECT DISTINCT outlet FROM article WHERE outlet LIKE ? ESCAPE '\' AND outlet <> ''
			ORDER BY outlet LIMIT 12`,
		query.Feed: `SELECT title FROM feed WHERE title LIKE ? ESCAPE '\' ORDER BY title LIMIT 12`,
		query.Tag:  `SELECT DISTINCT name FROM tag WHERE name LIKE ? ESCAPE '\' ORDER BY name LIMIT 12`,
		query.Lang: `SELECT DISTINCT language FROM analysis WHERE language LIKE ? ESCAPE '\' ORDER BY language LIMIT 12`,
		"@":        `SELECT name FROM view WHERE name LIKE ? ESCAPE '\' ORDER BY name LIMIT 12`,
	}[field]
	if statement == "" {
		return nil, nil
	}
	err = library.Look(f.Library, func(db *sql.DB) (err error) {
		out, err = strs(ctx, db, statement, literal.Replace(prefix)+"%")
		return err
	})
	return out, err
}

// ErrNone is about a name that nothing has.
var ErrNone = errors.New("there is none of this name")

// View is a saved query.
type View struct{ Name, Query string }

// Views are the saved queries, by their names.
func Views(ctx context.Context, lib *library.Library) (all []View, err error) {
	err = library.Look(lib, func(db *sql.DB) error {
		rows, err := db.QueryContext(ctx, "SELECT name, query FROM view ORDER BY name")
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var v View
			if err := rows.Scan(&v.Name, &v.Query); err != nil {
				return err
			}
			all = append(all, v)
		}
		return rows.Err()
	})
	return all, err
}

// Save saves a query by a name, in place of what had it. The query must be one that can be read.
func Save(ctx context.Context, lib *library.Library, v View) error {
	if v.Name == "" || strings.ContainsAny(v.Name, " \t\n\r\"“”()@:") {
		return fmt.Errorf("%q is no name for a saved query: take one word without @, colon, bracket and mark", v.Name)
	}
	e, err := query.Parse(v.Query)
	if err != nil {
		return err
	}
	return library.Change(ctx, lib, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO view (name, query) VALUES (?, ?)
			ON CONFLICT (name) DO UPDATE SET query = excluded.query`, v.Name, query.String(e))
		return err
	})
}

// Forget removes a saved query.
func Forget(ctx context.Context, lib *library.Library, name string) error {
	forgot := int64(0)
	err := library.Change(ctx, lib, func(tx *sql.Tx) error {
		r, err := tx.ExecContext(ctx, "DELETE FROM view WHERE name = ?", name)
		if err == nil {
			forgot, err = r.RowsAffected()
		}
		return err
	})
	if err == nil && forgot == 0 {
		err = fmt.Errorf("@%s: %w", name, ErrNone)
	}
	return err
}

// Tag gives articles tags and takes others from them, all of it or nothing, and returns how many were changed.
func Tag(ctx context.Context, lib *library.Library, keys, add, remove []string) (changed int, err error) {
	err = library.Change(ctx, lib, func(tx *sql.Tx) error {
		changed = 0
		for _, key := range keys {
			touched := false
			one := func(statement, tag string) error {
				r, err := tx.ExecContext(ctx, statement, key, tag)
				if err != nil {
					return err
				}
				n, err := r.RowsAffected()
				touched = touched || n > 0
				return err
			}
			for _, t := range add {
				if err := one(`INSERT OR IGNORE INTO tag (article, name) SELECT number, ?2 FROM article WHERE key = ?1`, t); err != nil {
					return err
				}
			}
			for _, t := range remove {
				if err := one(`DELETE FROM tag WHERE article = (SELECT number FROM article WHERE key = ?1) AND name = ?2`, t); err != nil {
					return err
				}
			}
			if touched {
				changed++
			}
		}
		return nil
	})
	return changed, err
}

// TagsOf are the tags of an article.
func TagsOf(ctx context.Context, lib *library.Library, key string) (tags []string, err error) {
	err = library.Look(lib, func(db *sql.DB) (err error) {
		tags, err = strs(ctx, db, `SELECT name FROM tag JOIN article ON number = article WHERE key = ? ORDER BY name`, key)
		return err
	})
	return tags, err
}

// Tagged is a tag and how many articles have it.
type Tagged struct {
	Name     string
	Articles int
}

// Tags are all tags, those of most articles first.
func Tags(ctx context.Context, lib *library.Library) (all []Tagged, err error) {
	err = library.Look(lib, func(db *sql.DB) error {
		rows, err := db.QueryContext(ctx, "SELECT name, count(*) FROM tag GROUP BY name ORDER BY count(*) DESC, name")
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var t Tagged
			if err := rows.Scan(&t.Name, &t.Articles); err != nil {
				return err
			}
			all = append(all, t)
		}
		return rows.Err()
	})
	return all, err
}
