package library

import (
	"context"
	"database/sql"
	"time"
)

// Summary is what a list shows of an article.
type Summary struct {
	Key      string
	ID       string
	Headline string
	Outlet   string
	Address  string
	Date     time.Time
	Added    time.Time
	// Engine is the version of the newest engine that looked at it; empty where none has.
	Engine   string
	Language string
	// Quotes and Speakers are how many that engine found.
	Quotes, Speakers int
	// Entries is the length of the logs of all reviewers.
	Entries int
}

// All stands for a list of any length.
const All = -1

// List is the articles that were added last, so many at most, the very last first.
func (l *Library) List(ctx context.Context, most int) ([]Summary, error) {
	rows, err := l.db.QueryContext(ctx,
		`SELECT key, id, headline, outlet, address, date, added, engine, language, quotes, speakers,
			(SELECT count(*) FROM entry WHERE entry.article = last.number)
		FROM (SELECT number, key, id, headline, outlet, address, date, added FROM article ORDER BY number DESC LIMIT ?) AS last
		LEFT JOIN analysis ON analysis.article = last.number ORDER BY last.number DESC`, most)
	if err != nil {
		return nil, fault(l.path, err)
	}
	defer rows.Close()
	var all []Summary
	for rows.Next() {
		s, err := summary(rows)
		if err != nil {
			return nil, fault(l.path, err)
		}
		// An article has a row for each engine: the newest counts.
		if n := len(all); n == 0 || all[n-1].Key != s.Key {
			all = append(all, s)
		} else if CompareEngines(s.Engine, all[n-1].Engine) > 0 {
			all[n-1] = s
		}
	}
	return all, fault(l.path, rows.Err())
}

func summary(rows *sql.Rows) (s Summary, err error) {
	var engine, language sql.NullString
	var quotes, speakers sql.NullInt64
	var day string
	var added int64
	err = rows.Scan(&s.Key, &s.ID, &s.Headline, &s.Outlet, &s.Address, &day, &added, &engine, &language, &quotes,
		&speakers, &s.Entries)
	s.Added, s.Engine, s.Language = moment(added), engine.String, language.String
	s.Quotes, s.Speakers = int(quotes.Int64), int(speakers.Int64)
	// A date that is damaged is left out here: opening the article tells of it.
	s.Date, _ = readDate(day)
	return s, err
}
