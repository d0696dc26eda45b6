package subscriptions

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/library"
	"hearsay/articles/source"
	"hearsay/articles/source/feeds"
	"hearsay/articles/source/fetch"
	"hearsay/articles/source/format"
)

// known is what is kept of an item that was there before.
type known struct {
	there, kept bool
	sum         string
	tries       int
	fault       string
	article     sql.NullInt64
	length      int // of its article's text, in bytes
}

// removed reports whether a person has removed its article.
func (k known) removed() bool { return k.kept && !k.article.Valid }

// missed reports whether its page could not be had, and is to be asked for once more.
func (k known) missed() bool { return k.fault != "" && k.tries < mostTries }

// item takes in an item of a feed: its page, or what the feed itself holds where that fails or is longer. What is there
// already is left alone, unless the feed holds another text of it now, or its page could not be had before.
func (r *refreshing) item(ctx context.Context, f Feed, it feeds.Item, done *Report) error {
	was, err := r.known(ctx, f, it)
	if err != nil {
		return err
	}
	sum := ownSum(it)
	if errors.Is(it.Err, errGone) {
		sum = was.sum
	}
	if was.removed() || was.there && sum == was.sum && !was.missed() {
		return nil
	}
	if taken, err := r.elsewhere(ctx, f, it, was, sum, done); taken || err != nil {
		return err
	}
	a, page, wrong := r.article(ctx, it)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	now := taken{feed: f, item: it, was: was, sum: sum, article: a, page: page}
	if wrong != nil {
		now.fault = wrong.Error()
	}
	return r.take(ctx, now, done)
}

// ownSum is a sum of what the feed itself holds of an item.
func ownSum(it feeds.Item) string {
	sum := sha256.Sum256([]byte(it.Title + "\n" + it.Address + "\n" + it.Article.Text))
	return string(sum[:])
}

func (r *refreshing) known(ctx context.Context, f Feed, it feeds.Item) (was known, err error) {
	err = library.Look(r.Library, func(db *sql.DB) error {
		var sum []byte
		var length sql.NullInt64
		err := db.QueryRowContext(ctx, `SELECT feed_item.sum, kept, tries, fault, article, octet_length(text)
			FROM feed_item LEFT JOIN article ON number = article WHERE feed = ? AND feed_item.id = ?`, f.Number, it.ID).
			Scan(&sum, &was.kept, &was.tries, &was.fault, &was.article, &length)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		was.there, was.sum, was.length = err == nil, string(sum), int(length.Int64)
		return err
	})
	return was, err
}

// elsewhere takes an item that is new here for the one of another feed with the same page, which need not be fetched
// once more: sites have a feed for each of their sections.
func (r *refreshing) elsewhere(ctx context.Context, f Feed, it feeds.Item, was known, sum string, done *Report) (
	took bool, err error) {
	if was.there || it.Address == "" {
		return false, nil
	}
	err = library.Change(ctx, r.Library, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `INSERT INTO feed_item (feed, id, address, title, came, sum, kept, article, tries,
			fault) SELECT ?1, ?2, ?3, ?4, ?5, ?6, 1, article, 0, '' FROM feed_item
			WHERE address = ?3 AND feed <> ?1 AND article IS NOT NULL AND fault = ''
			AND EXISTS (SELECT 1 FROM feed WHERE number = ?1) LIMIT 1`,
			f.Number, it.ID, it.Address, it.Title, r.at.UnixMicro(), []byte(sum))
		if err != nil {
			return err
		}
		n, err := result.RowsAffected()
		took = n > 0
		return err
	})
	if took && err == nil {
		done.New++
	}
	return took, err
}

// article is that of an item's page, or what the feed itself holds where that is longer, or where the page cannot be
// had, which is the error. The page is what it was read from; nil where that is the feed.
func (r *refreshing) article(ctx context.Context, it feeds.Item) (articles.Article, *fetch.Page, error) {
	own := it.Article
	if it.Err != nil {
		own = articles.Article{}
	}
	own.ID = format.IDOf(cmp.Or(it.Address, it.ID))
	if it.Address == "" {
		return own, nil, it.Err
	}
	page, err := r.fetch(ctx, it.Address, fetch.Version{})
	if err != nil {
		return own, nil, err
	}
	read := source.Reader{Options: source.Options{Limit: r.Limit}}
	a, err := source.First(read.Read(page.Name, page.Reader()))
	if err != nil {
		if wrong := new(source.Error); errors.As(err, &wrong) {
			err = wrong.Err
		}
		return own, nil, err
	}
	from := page
	if len(a.Text) < len(own.Text) {
		a, from = own, nil
	}
	a.Title, a.Byline = cmp.Or(a.Title, it.Title), cmp.Or(a.Byline, it.Article.Byline)
	a.Outlet, a.Address = cmp.Or(a.Outlet, it.Article.Outlet), cmp.Or(a.Address, page.Address)
	if a.Date.IsZero() {
		a.Date = it.Article.Date
	}
	return a, from, nil
}

// taken is an item with what came of it, on its way into the library.
type taken struct {
	feed    Feed
	item    feeds.Item
	was     known
	sum     string
	article articles.Article
	page    *fetch.Page // what it was read from; nil where that is the feed
	fault   string
}

// take keeps what came of an item. An article that is not longer than the one that is there changes nothing but what is
// known of the item.
func (r *refreshing) take(ctx context.Context, t taken, done *Report) error {
	if t.article.Text == "" || t.was.there && t.was.article.Valid && len(t.article.Text) <= t.was.length {
		if t.article.Text == "" && !t.was.kept {
			done.Lacking++
			t.fault = cmp.Or(t.fault, "it holds no text")
		}
		return library.Change(ctx, r.Library, func(tx *sql.Tx) error { return r.note(ctx, tx, t, t.was.article) })
	}
	d, err := r.analyze(ctx, t.article)
	if err != nil {
		return err
	}
	var original *library.Original
	if page := cmp.Or(t.page, t.feed.page); page != nil {
		original = library.NewOriginal(page.Address, page.Raw, r.Now())
	}
	_, _, err = library.AddWith(ctx, r.Library, t.article, d, func(tx *sql.Tx, number int64) error {
		if original != nil {
			if err := library.KeepOriginal(ctx, tx, number, original); err != nil {
				return err
			}
		}
		if err := r.note(ctx, tx, t, sql.NullInt64{Int64: number, Valid: true}); err != nil {
			return err
		}
		return superseded(ctx, tx, t, number)
	})
	switch {
	case err != nil:
		return err
	case t.was.article.Valid:
		done.Longer++
	default:
		done.New++
	}
	return nil
}

// analyze finds who said what in an article, as many at once as there are processors.
func (r *refreshing) analyze(ctx context.Context, a articles.Article) (*analysis.Document, error) {
	select {
	case r.minds <- struct{}{}:
		defer func() { <-r.minds }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	d, err := r.Analyze(ctx, a)
	if err != nil && ctx.Err() == nil {
		return nil, fmt.Errorf("%s: %w", a.Address, err)
	}
	return d, err
}

// note keeps what is known of an item, unless the feed is no longer followed.
func (r *refreshing) note(ctx context.Context, tx *sql.Tx, t taken, article sql.NullInt64) error {
	tries := 0
	if t.fault != "" {
		tries = t.was.tries + 1
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO feed_item (feed, id, address, title, came, sum, kept, article, tries, fault)
		SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 WHERE EXISTS (SELECT 1 FROM feed WHERE number = ?1)
		ON CONFLICT (feed, id) DO UPDATE SET address = excluded.address, title = excluded.title, sum = excluded.sum,
			came = iif(kept, came, excluded.came), kept = max(kept, excluded.kept), article = excluded.article,
			tries = excluded.tries, fault = excluded.fault`,
		t.feed.Number, t.item.ID, t.item.Address, t.item.Title, r.at.UnixMicro(), []byte(t.sum), article.Valid, article,
		tries, t.fault)
	return err
}

// superseded removes an article in whose place a longer one came, where it was no more than what the feed itself held,
// and nobody has read or reviewed it. Any other stays beside the longer one.
func superseded(ctx context.Context, tx *sql.Tx, t taken, by int64) error {
	if !t.was.article.Valid || t.was.fault == "" || t.was.article.Int64 == by {
		return nil
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM article WHERE number = ?1
		AND NOT EXISTS (SELECT 1 FROM entry WHERE article = ?1) AND NOT EXISTS (SELECT 1 FROM place WHERE article = ?1)
		AND NOT EXISTS (SELECT 1 FROM feed_item WHERE article = ?1)`, t.was.article.Int64)
	return err
}
