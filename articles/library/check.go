package library

import (
	"context"
	"fmt"
)

// Findings are what a check came upon.
type Findings struct {
	// Articles, Analyses and Entries are how many of them there are.
	Articles, Analyses, Entries int
	// Faults are what is wrong, a line each.
	Faults []string
}

// mostFaults is how many faults are told of: nobody reads more.
const mostFaults = 100

// Check looks through all that is kept: that the file is whole, that what belongs together is there, that texts, findings
// and entries are as they were written, and that all spans lie in their texts. What is wrong with the library is no error
// but what was asked for; the error is the context's.
func (l *Library) Check(ctx context.Context) (Findings, error) {
	var f Findings
	for _, part := range []func(context.Context, *Findings) error{l.checkFile, l.checkArticles, l.checkAnalyses, l.checkEntries} {
		if err := part(ctx, &f); err != nil {
			if ctx.Err() != nil {
				return f, ctx.Err()
			}
			f.add("%v", err)
		}
	}
	return f, nil
}

func (f *Findings) add(format string, args ...any) {
	if len(f.Faults) < mostFaults {
		f.Faults = append(f.Faults, fmt.Sprintf(format, args...))
	}
}

// checkFile has SQLite look at its file.
func (l *Library) checkFile(ctx context.Context, f *Findings) error {
	lines, err := column(ctx, l, "PRAGMA integrity_check")
	for _, line := range lines {
		if line != "ok" {
			f.add("%s", line)
		}
	}
	if err != nil {
		return err
	}
	lines, err = column(ctx, l, `SELECT format('a row of %s belongs to no article', "table") FROM pragma_foreign_key_check`)
	for _, line := range lines {
		f.add("%s", line)
	}
	return err
}

func (l *Library) checkArticles(ctx context.Context, f *Findings) error {
	keys, err := column(ctx, l, "SELECT key FROM article ORDER BY number")
	for _, key := range keys {
		f.Articles++
		if _, err := l.Article(ctx, key); err != nil {
			f.add("%v", err)
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
