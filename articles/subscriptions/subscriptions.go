// Package subscriptions follows feeds for a person: it keeps which in a library, asks their servers for what is new,
// and adds the articles with what is found in them. It joins the library, what fetches pages, and what reads feeds.
//
// It promises that nothing is fetched but on a person's word; that a host is asked one thing at a time; that an article
// is never replaced by a shorter one, nor by none; that an article that a person removed does not come back; and that
// what was told as done is on the disk, at whatever moment the program ends.
package subscriptions

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/library"
	"hearsay/articles/source/details"
	"hearsay/articles/source/feeds"
	"hearsay/articles/source/fetch"
	"hearsay/articles/source/format"
)

// Keeper keeps a person's feeds in a library.
type Keeper struct {
	Library *library.Library
	// Fetch fetches the page of an address, where its server has a later one than that of a version.
	Fetch func(ctx context.Context, address string, than fetch.Version) (*fetch.Page, error)
	// Analyze finds who said what in an article.
	Analyze func(ctx context.Context, a articles.Article) (*analysis.Document, error)
	// Limit is the most bytes a page or a feed may have.
	Limit int64
	// Now is the clock.
	Now func() time.Time
}

// Feed is a feed that a person follows.
type Feed struct {
	Number  int64
	Address string
	// Title is what the feed calls itself, Home the address of its site, and Folder where a person put it, with strokes
	// between folders in each other; each may be empty.
	Title, Home, Folder string
	// Asked is when it was refreshed last, the zero time for never, and Fault what was wrong then.
	Asked time.Time
	Fault string
	// Articles are how many it has brought that are in the library, New those of the last refresh, Unread those that
	// nobody has begun to read, and Lacking the items of which no text is to be had.
	Articles, New, Unread, Lacking int

	version fetch.Version
	page    *fetch.Page // as it came in this refresh; nil where it did not
}

// Name is what to call a feed: its title, or its address.
func (f *Feed) Name() string {
	if f.Title != "" {
		return f.Title
	}
	return f.Address
}

// ErrNone is about a name that no feed has.
var ErrNone = errors.New("no feed is called so")

// List is all feeds, by folder and title.
func (k *Keeper) List(ctx context.Context) (all []Feed, err error) {
	err = library.Look(k.Library, func(db *sql.DB) error {
		rows, err := db.QueryContext(ctx, `SELECT number, address, title, home, folder, asked, fault, etag, modified,
			(SELECT count(article) FROM feed_item WHERE feed = number),
			(SELECT count(article) FROM feed_item WHERE feed = number AND came = asked),
			(SELECT count(article) FROM feed_item WHERE feed = number AND article NOT IN (SELECT article FROM place)),
			(SELECT count(*) FROM feed_item WHERE feed = number AND NOT kept)
			FROM feed ORDER BY folder, title COLLATE NOCASE, number`)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var f Feed
			var asked int64
			if err := rows.Scan(&f.Number, &f.Address, &f.Title, &f.Home, &f.Folder, &asked, &f.Fault, &f.version.ETag,
				&f.version.Modified, &f.Articles, &f.New, &f.Unread, &f.Lacking); err != nil {
				return err
			}
			if asked > 0 {
				f.Asked = time.UnixMicro(asked).UTC()
			}
			all = append(all, f)
		}
		return rows.Err()
	})
	return all, err
}

// Find finds the feeds that words stand for: one's number or address; or the title, or else a part of it or of the
// address.
func (k *Keeper) Find(ctx context.Context, words string) ([]Feed, error) {
	all, err := k.List(ctx)
	if err != nil {
		return nil, err
	}
	words = strings.ToLower(strings.TrimSpace(words))
	for _, is := range []func(f Feed) bool{
		func(f Feed) bool {
			return strconv.FormatInt(f.Number, 10) == words || strings.ToLower(f.Address) == words
		},
		func(f Feed) bool { return strings.ToLower(f.Title) == words },
		func(f Feed) bool {
			return words != "" && (strings.Contains(strings.ToLower(f.Title), words) ||
				strings.Contains(strings.ToLower(f.Address), words))
		},
	} {
		if found := slices.DeleteFunc(slices.Clone(all), func(f Feed) bool { return !is(f) }); len(found) > 0 {
			return found, nil
		}
	}
	return nil, fmt.Errorf("%q: %w", words, ErrNone)
}

// Look fetches a feed to follow and returns what is to be known of it. The address of a page leads to the feed that the
// page names first.
func (k *Keeper) Look(ctx context.Context, address string) (feeds.Outline, error) {
	page, err := k.Fetch(ctx, address, fetch.Version{})
	if err != nil {
		return feeds.Outline{}, err
	}
	c, err := k.read(page)
	if !errors.Is(err, feeds.ErrNoFeed) {
		return feeds.Outline{Address: details.WebAddress(address), Title: c.Title, Home: c.Home}, err
	}
	named := feeds.Named(page.Reader(), page.Address)
	if len(named) == 0 {
		return feeds.Outline{}, fmt.Errorf("%w, and names none", feeds.ErrNoFeed)
	}
	if page, err = k.Fetch(ctx, named[0], fetch.Version{}); err == nil {
		c, err = k.read(page)
	}
	if err != nil {
		return feeds.Outline{}, fmt.Errorf("its feed %s: %w", named[0], err)
	}
	return feeds.Outline{Address: named[0], Title: c.Title, Home: c.Home}, nil
}

// read reads a feed.
func (k *Keeper) read(page *fetch.Page) (feeds.Channel, error) {
	c, err := feeds.Open(page.Name, bytes.NewReader(page.Body), format.Options{Limit: k.Limit})
	if own := new(format.Error); errors.As(err, &own) {
		err = own.Err // whoever tells it names the feed by its address
	}
	return c, err
}

// Follow keeps feeds that are not followed yet, and tells how many that were.
func (k *Keeper) Follow(ctx context.Context, all ...feeds.Outline) (added int, err error) {
	err = library.Change(ctx, k.Library, func(tx *sql.Tx) error {
		added = 0
		for _, o := range all {
			result, err := tx.ExecContext(ctx, `INSERT INTO feed (address, title, home, folder, added, asked, etag, modified,
				fault) VALUES (?, ?, ?, ?, ?, 0, '', '', '') ON CONFLICT (address) DO NOTHING`,
				o.Address, o.Title, o.Home, o.Folder, k.Now().UnixMicro())
			if err != nil {
				return err
			}
			n, err := result.RowsAffected()
			if err != nil {
				return err
			}
			added += int(n)
		}
		return nil
	})
	return added, err
}

// Leave ends the following of a feed. What it brought stays in the library.
func (k *Keeper) Leave(ctx context.Context, f Feed) error {
	return library.Change(ctx, k.Library, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM feed WHERE number = ?", f.Number)
		return err
	})
}
