package library

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"hearsay/articles/library/voices"
)

// Findings are what a check came upon.
type Findings struct {
	// Articles, Analyses and Entries are how many of them there are.
	Articles, Analyses, Entries int
	// Faults are what is wrong, a line each, and none twice.
	Faults []string
}

// mostFaults is how many faults are told of: nobody reads more.
const mostFaults = 100

// Check looks through all that is kept: that the file is whole, that what belongs together is there, that texts,
// findings and entries are as they were written, and that all spans lie in their texts. What is wrong with the library
// is no error but what was asked for; the error is the context's.
func (l *Library) Check(ctx context.Context) (Findings, error) {
	var f Findings
	for _, part := range []struct {
		of    string
		check func(context.Context, *Findings) error
	}{{"the file", l.checkFile}, {"the articles", l.checkArticles}, {"what was found", l.checkAnalyses},
		{"what reviewers decided", l.checkEntries},
		{"who is who", func(ctx context.Context, f *Findings) error { return checkIdentities(ctx, l, f) }},
		{"the originals", func(ctx context.Context, f *Findings) error { return checkOriginals(ctx, l, f) }}} {
		if err := part.check(ctx, &f); err != nil {
			if ctx.Err() != nil {
				return f, ctx.Err()
			}
			f.add("%s cannot be read to the end (%s)", part.of, detail(err))
		}
	}
	return f, nil
}

func (f *Findings) add(format string, args ...any) {
	line := strings.Join(strings.Fields(fmt.Sprintf(format, args...)), " ")
	if len(f.Faults) < mostFaults && !slices.Contains(f.Faults, line) {
		f.Faults = append(f.Faults, line)
	}
}

// checkFile has SQLite look at its file. All that it finds is of pages that nobody knows by number, so it comes to one
// line.
func (l *Library) checkFile(ctx context.Context, f *Findings) error {
	lines, err := integrity(ctx, l)
	var places []string
	for _, line := range strings.Split(strings.Join(lines, "\n"), "\n") {
		if line != "" && line != "ok" && !strings.HasPrefix(line, "***") {
			places = append(places, line)
		}
	}
	switch len(places) {
	case 0:
	case 1:
		f.add("the file is damaged (%s)", places[0])
	default:
		f.add("the file is damaged in %d places (the first: %s)", len(places), places[0])
	}
	if err != nil {
		return err
	}
	lines, err = column(ctx, l,
		`SELECT format('%d of the rows of %s belong to no article', count(*), "table") FROM pragma_foreign_key_check GROUP BY "table"`)
	for _, line := range lines {
		f.add("%s", line)
	}
	return err
}

// integrity is what SQLite says of its file. Each index of words is looked into first, at the same state of the file:
// SQLite remembers how an index was laid out, and only as it searches does it see that another program has changed that
// since.
func integrity(ctx context.Context, l *Library) (lines []string, err error) {
	indexes, err := column(ctx, l, "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'")
	if err != nil {
		return nil, err
	}
	c, err := l.db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	if _, err := c.ExecContext(ctx, "BEGIN DEFERRED"); err != nil {
		return nil, err
	}
	defer c.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
	for _, name := range indexes {
		var rows int
		// One that cannot be searched is told of by what comes next.
		_ = c.QueryRowContext(ctx, fmt.Sprintf("SELECT count(*) FROM %q WHERE %q MATCH 'a'", name, name)).Scan(&rows)
	}
	rows, err := c.QueryContext(ctx, "PRAGMA integrity_check")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return lines, err
		}
		lines = append(lines, line)
	}
	return lines, rows.Err()
}

func (l *Library) checkArticles(ctx context.Context, f *Findings) error {
	keys, err := column(ctx, l, "SELECT key FROM article ORDER BY number")
	for _, key := range keys {
		f.Articles++
		if _, err := l.Article(ctx, key); err != nil {
			if own := new(Error); errors.As(err, &own) {
				err = own.Err // what to do is to be told once, not of each
			}
			f.add("%s: %v", key, err)
		}
	}
	return err
}

func (l *Library) checkAnalyses(ctx context.Context, f *Findings) error {
	rows, err := l.db.QueryContext(ctx, `SELECT key, engine, analysis.sum, document, text, quotes, speakers
		FROM analysis JOIN article ON number = article ORDER BY number, engine`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var key, engine, data, text string
		var sum []byte
		var quotes, speakers int
		if err := rows.Scan(&key, &engine, &sum, &data, &text, &quotes, &speakers); err != nil {
			return err
		}
		f.Analyses++
		switch d, err := readDocument(data, text, sum); {
		case err != nil:
			f.add("%s: by engine %s: %v", key, engine, err)
		case d.Engine != engine || len(d.Quotes) != quotes || len(d.Speakers) != speakers:
			f.add("%s: by engine %s: what was found is not what stands beside it", key, engine)
		}
	}
	return rows.Err()
}

// checkIdentities looks at what was decided about who is who. A library of an earlier version keeps none.
func checkIdentities(ctx context.Context, l *Library, f *Findings) error {
	kept, err := column(ctx, l, "SELECT name FROM sqlite_schema WHERE name = 'identity'")
	if err != nil || len(kept) == 0 {
		return err
	}
	_, damaged, err := voices.Decisions(ctx, l.db)
	for _, line := range damaged {
		f.add("%s", line)
	}
	return err
}

func (l *Library) checkEntries(ctx context.Context, f *Findings) error {
	rows, err := l.db.QueryContext(ctx, "SELECT number, reviewer, time, sum, body FROM entry ORDER BY number")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var e Entry
		var at int64
		var sum []byte
		if err := rows.Scan(&e.Number, &e.Reviewer, &at, &sum, &e.Body); err != nil {
			return err
		}
		f.Entries++
		if e.Time = moment(at); string(sum) != string(e.sum()) {
			f.add("entry %d of review is not as it was written", e.Number)
		}
	}
	return rows.Err()
}
