package subscriptions

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"time"

	"hearsay/articles/library"
	"hearsay/articles/source/feeds"
	"hearsay/articles/source/fetch"
)

// Report is what came of the refresh of a feed.
type Report struct {
	Feed Feed
	// New is how many articles came, and Longer how many came in a longer form than before.
	New, Longer int
	// Lacking is how many of its items had no text to be had.
	Lacking int
	// Err is why the feed could not be read.
	Err error
}

const (
	// atOnce is how many feeds are refreshed at once: most of the time of each is spent waiting for a server.
	atOnce = 8
	// mostItems is how many items of a feed are looked at, in its order: newest first, by all custom. A feed that holds
	// all that a site ever wrote is no reason to fetch it all.
	mostItems = 100
	// mostTries is how often the page of an item is asked for, one time a refresh.
	mostTries = 3
)

// Refresh asks the servers of feeds for what is new, several at once, and reports of each when all that it brought is
// kept. It ends early where the library fails, or the context ends.
func (k *Keeper) Refresh(ctx context.Context, all []Feed, report func(Report)) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	r := &refreshing{Keeper: k, at: k.Now(), minds: make(chan struct{}, runtime.GOMAXPROCS(0))}
	todo := make(chan Feed)
	var workers sync.WaitGroup
	var telling sync.Mutex
	for range min(atOnce, len(all)) {
		workers.Go(func() {
			for f := range todo {
				done, err := r.feed(ctx, f)
				if err != nil {
					stop(err)
					continue
				}
				telling.Lock()
				report(done)
				telling.Unlock()
			}
		})
	}
	for _, f := range all {
		select {
		case todo <- f:
		case <-ctx.Done():
		}
	}
	close(todo)
	workers.Wait()
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return nil
}

// refreshing is one run of Refresh.
type refreshing struct {
	*Keeper
	at    time.Time
	minds chan struct{} // as many as articles may be analysed at once

	lock  sync.Mutex
	hosts map[string]*sync.Mutex
}

// fetch asks for a page when no other is being asked of its host.
func (r *refreshing) fetch(ctx context.Context, address string, than fetch.Version) (*fetch.Page, error) {
	host := address
	if u, err := url.Parse(address); err == nil {
		host = strings.ToLower(u.Host)
	}
	r.lock.Lock()
	if r.hosts == nil {
		r.hosts = map[string]*sync.Mutex{}
	}
	if r.hosts[host] == nil {
		r.hosts[host] = &sync.Mutex{}
	}
	turn := r.hosts[host]
	r.lock.Unlock()
	turn.Lock()
	defer turn.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return r.Fetch(ctx, address, than)
}

// feed refreshes a feed. The error is the library's or the context's; what is wrong with the feed is in the report.
func (r *refreshing) feed(ctx context.Context, f Feed) (Report, error) {
	done := Report{Feed: f}
	page, err := r.fetch(ctx, f.Address, f.version)
	var c feeds.Channel
	if err == nil {
		c, err = r.read(page)
	}
	if ctx.Err() != nil {
		return done, ctx.Err()
	}
	if err != nil && !errors.Is(err, fetch.ErrUnchanged) {
		done.Err = err
		return done, r.asked(ctx, f, c, fetch.Version{}, err)
	}
	version := f.version
	if f.page = page; page != nil {
		version = page.Version
	}
	if page == nil {
		c.Title, c.Home = f.Title, f.Home
	}
	looked := map[string]bool{}
	for _, it := range c.Items[:min(len(c.Items), mostItems)] {
		if looked[it.ID] {
			continue
		}
		looked[it.ID] = true
		if err := r.item(ctx, f, it, &done); err != nil {
			return done, err
		}
	}
	if err := r.again(ctx, f, looked, &done); err != nil {
		return done, err
	}
	return done, r.asked(ctx, f, c, version, nil)
}

// asked keeps that a feed was refreshed. Only now is its version known: a refresh that breaks off is begun anew.
func (r *refreshing) asked(ctx context.Context, f Feed, c feeds.Channel, v fetch.Version, wrong error) error {
	return library.Change(ctx, r.Library, func(tx *sql.Tx) error {
		if wrong != nil {
			_, err := tx.ExecContext(ctx, "UPDATE feed SET asked = ?, fault = ? WHERE number = ?", r.at.UnixMicro(),
				wrong.Error(), f.Number)
			return err
		}
		_, err := tx.ExecContext(ctx, `UPDATE feed SET asked = ?, fault = '', etag = ?, modified = ?,
			title = coalesce(nullif(?, ''), title), home = coalesce(nullif(?, ''), home) WHERE number = ?`,
			r.at.UnixMicro(), v.ETag, v.Modified, c.Title, c.Home, f.Number)
		return err
	})
}

// again asks once more for the pages that could not be had before, of items that were not looked at now.
func (r *refreshing) again(ctx context.Context, f Feed, looked map[string]bool, done *Report) error {
	var all []feeds.Item
	err := library.Look(r.Library, func(db *sql.DB) error {
		rows, err := db.QueryContext(ctx, `SELECT id, address, title FROM feed_item WHERE feed = ? AND fault <> ''
			AND address <> '' AND tries < ? AND (article IS NOT NULL OR NOT kept)`, f.Number, mostTries)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			it := feeds.Item{Err: errGone}
			if err := rows.Scan(&it.ID, &it.Address, &it.Title); err != nil {
				return err
			}
			if !looked[it.ID] {
				all = append(all, it)
			}
		}
		return rows.Err()
	})
	if err != nil {
		return err
	}
	for _, it := range all {
		if err := r.item(ctx, f, it, done); err != nil {
			return err
		}
	}
	return nil
}

// errGone is about an item that its feed no longer holds.
var errGone = errors.New("the feed holds it no more")
