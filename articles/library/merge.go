package library

import (
	"context"
	"database/sql"
	"errors"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/library/voices"
)

// Merged is what a library took in of another one.
type Merged struct {
	// Articles, Analyses, Entries, Identities (decisions about who is who), Feeds and Tags, with saved queries, are how
	// many of them it did not have yet.
	Articles, Analyses, Entries, Identities, Feeds, Tags int
	// Faults are what of the other library could not be read, a line each. All else was taken.
	Faults []string
}

// Merge takes in what another library holds and this one does not: articles by their texts, what was found in them by
// the version of the engine, the entries of reviews, each as it was written, behind those that are here, and originals.
// To take it in once more changes nothing.
func (l *Library) Merge(ctx context.Context, from *Library) (Merged, error) {
	var done Merged
	keys, err := column(ctx, from, "SELECT key FROM article ORDER BY number")
	if err != nil {
		return done, fault(from.path, err)
	}
	for _, key := range keys {
		m, ok := from.toMerge(ctx, key, &done)
		if ctx.Err() != nil {
			return done, ctx.Err()
		}
		if !ok {
			continue
		}
		before := done
		err := l.transact(ctx, func(tx *sql.Tx) error {
			done = before
			m.done = &done
			return l.takeArticle(ctx, tx, &m)
		})
		if err != nil {
			return before, err
		}
	}
	if err := takeOriginals(ctx, l, from, &done); err != nil {
		return done, err
	}
	if err := takeFeeds(ctx, l, from, &done); err != nil {
		return done, err
	}
	if err := takeTags(ctx, l, from, &done); err != nil {
		return done, err
	}
	return done, takeIdentities(ctx, l, from, &done)
}

// takeIdentities adds what was decided about who is who, and is not here yet.
func takeIdentities(ctx context.Context, l, from *Library, done *Merged) error {
	all, damaged, err := voices.Decisions(ctx, from.db)
	if err != nil {
		return nil // it is of a version that kept none
	}
	done.Faults = append(done.Faults, damaged...)
	if len(all) == 0 {
		return nil
	}
	return l.transact(ctx, func(tx *sql.Tx) (err error) {
		done.Identities, err = voices.Append(ctx, tx, all...)
		return err
	})
}

// merging is an article with all that belongs to it, on its way from one library to another.
type merging struct {
	article articles.Article
	found   []*analysis.Document
	entries []Entry
	place   int // where the reading of it stopped; 0 where that is not known
	done    *Merged
}

// toMerge reads an article and what belongs to it. What is damaged is left out and told of; without its text there is
// no article.
func (l *Library) toMerge(ctx context.Context, key string, done *Merged) (m merging, ok bool) {
	var f Findings
	tell := func(err error) {
		if own := new(Error); errors.As(err, &own) {
			err = own.Err
		}
		f.add("%s: %v", key, err)
	}
	var err error
	if m.article, err = l.Article(ctx, key); err != nil {
		tell(err)
		done.Faults = append(done.Faults, f.Faults...)
		return m, false
	}
	engines, err := l.Engines(ctx, key)
	for _, e := range engines {
		d, err := l.AnalysisBy(ctx, key, e)
		if err != nil {
			tell(err)
		} else if d != nil {
			m.found = append(m.found, d)
		}
	}
	if err != nil {
		tell(err)
	}
	if m.entries, err = l.entriesOf(ctx, key); err != nil {
		tell(err)
	}
	m.place, _ = l.Place(ctx, key)
	done.Faults = append(done.Faults, f.Faults...)
	return m, true
}

// entriesOf are the entries of all reviewers of an article, in the order in which they were written. Damaged ones are
// left out, which is the error.
func (l *Library) entriesOf(ctx context.Context, key string) ([]Entry, error) {
	names, err := l.Reviewers(ctx, key)
	if err != nil {
		return nil, err
	}
	var all []Entry
	var faults []error
	for _, name := range names {
		log, err := l.Log(ctx, key, name)
		all = append(all, log...)
		faults = append(faults, err)
	}
	return all, errors.Join(faults...)
}

// takeArticle adds what of an article is not there yet.
func (l *Library) takeArticle(ctx context.Context, tx *sql.Tx, m *merging) error {
	if m.done == nil {
		m.done = &Merged{}
	}
	number, known, err := numberOfText(ctx, tx, m.article.Text)
	if err == nil && known == "" {
		m.done.Articles++
		number, _, err = insert(ctx, tx, m.article, l.options.Now())
	}
	if err != nil {
		return err
	}
	for _, d := range m.found {
		if err := l.takeFound(ctx, tx, number, d, m.done); err != nil {
			return err
		}
	}
	for _, e := range m.entries {
		n, err := insertNew(ctx, tx, `INSERT INTO entry (article, reviewer, time, sum, body) SELECT ?1, ?2, ?3, ?4, ?5
			WHERE NOT EXISTS (SELECT 1 FROM entry WHERE article = ?1 AND reviewer = ?2 AND time = ?3 AND body = ?5)`,
			number, e.Reviewer, microseconds(e.Time), e.sum(), e.Body)
		if err != nil {
			return err
		}
		m.done.Entries += n
	}
	if m.place > 0 {
		_, err = insertNew(ctx, tx, `INSERT INTO place (article, byte) VALUES (?, ?)
			ON CONFLICT (article) DO NOTHING`, number, m.place)
	}
	return err
}

// takeFound adds what an engine found, unless one of the same version has looked here too.
func (l *Library) takeFound(ctx context.Context, tx *sql.Tx, article int64, d *analysis.Document, done *Merged) error {
	var known bool
	err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM analysis WHERE article = ? AND engine = ?)",
		article, d.Engine).Scan(&known)
	if err != nil || known {
		return err
	}
	done.Analyses++
	return l.insertAnalysis(ctx, tx, article, d)
}

// insertNew inserts a row, if it is not there, and returns how many that were.
func insertNew(ctx context.Context, tx *sql.Tx, statement string, args ...any) (int, error) {
	result, err := tx.ExecContext(ctx, statement, args...)
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	return int(n), err
}
