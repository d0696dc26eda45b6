package library

import (
	"context"
	"database/sql"
	"errors"
)

const feedsStep = `
-- The feeds that a person follows, and how far each has been followed.
CREATE TABLE feed (
	number   INTEGER PRIMARY KEY AUTOINCREMENT,
	address  TEXT NOT NULL UNIQUE,
	title    TEXT NOT NULL,
	home     TEXT NOT NULL,
	folder   TEXT NOT NULL,
	added    INTEGER NOT NULL, -- microseconds since 1970
	asked    INTEGER NOT NULL, -- when it was refreshed last; 0 for never
	etag     TEXT NOT NULL,    -- what its server calls the state of then
	modified TEXT NOT NULL,
	fault    TEXT NOT NULL     -- what was wrong then; empty for nothing
) STRICT;

-- The items that were in it. Each article of an item that a person removes stays away.
CREATE TABLE feed_item (
	feed    INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
	id      TEXT NOT NULL,
	address TEXT NOT NULL,
	title   TEXT NOT NULL,
	came    INTEGER NOT NULL,  -- in which refresh its article came
	sum     BLOB NOT NULL,     -- of what the feed itself holds of it
	kept    INTEGER NOT NULL,  -- whether it has had an article
	article INTEGER REFERENCES article ON DELETE SET NULL,
	tries   INTEGER NOT NULL,  -- how often its page was asked for in vain
	fault   TEXT NOT NULL,     -- why there is no article, or only what the feed holds of it
	PRIMARY KEY (feed, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_item_article ON feed_item (article);
CREATE INDEX feed_item_address ON feed_item (address);
`

// feedRow is a feed that is followed, as one library gives it to another.
type feedRow struct{ address, title, home, folder string }

// takeFeeds follows the feeds that another library follows and this one does not. What they bring is asked for anew:
// articles that came with them have come as all articles do.
func takeFeeds(ctx context.Context, l, from *Library, done *Merged) error {
	kept, err := column(ctx, from, "SELECT name FROM sqlite_schema WHERE name = 'feed'")
	if err != nil || len(kept) == 0 {
		return nil // it is of a version that kept none
	}
	all, err := feedRows(ctx, from.db)
	if err != nil {
		done.Faults = append(done.Faults, "the feeds cannot be read ("+detail(err)+")")
	}
	if len(all) == 0 {
		return nil
	}
	return l.transact(ctx, func(tx *sql.Tx) error {
		done.Feeds = 0
		for _, f := range all {
			n, err := insertNew(ctx, tx, `INSERT INTO feed (address, title, home, folder, added, asked, etag, modified, fault)
				VALUES (?, ?, ?, ?, ?, 0, '', '', '') ON CONFLICT (address) DO NOTHING`,
				f.address, f.title, f.home, f.folder, microseconds(l.options.Now()))
			if err != nil {
				return err
			}
			done.Feeds += n
		}
		return nil
	})
}

func feedRows(ctx context.Context, db *sql.DB) (all []feedRow, err error) {
	rows, err := db.QueryContext(ctx, "SELECT address, title, home, folder FROM feed ORDER BY number")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var f feedRow
		if err := rows.Scan(&f.address, &f.title, &f.home, &f.folder); err != nil {
			return all, err
		}
		all = append(all, f)
	}
	return all, errors.Join(rows.Err(), rows.Close())
}
