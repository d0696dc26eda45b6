package following

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"time"

	"hearsay/analysis"
	"hearsay/articles/library"
	"hearsay/articles/library/voices"
	"hearsay/articles/outlook"
	"hearsay/articles/people"
)

// Narrowed says which articles and whose quotes are counted. The zero value is all of them.
type Narrowed struct {
	// Keys are those of articles; nil is all articles.
	Keys []string
	// Outlet is a part of an outlet's name, in any case.
	Outlet string
	// Since and Before bound the time of the article: from the first on, and before the second; zero is no bound. An
	// article without a date is in no time that is bounded.
	Since, Before time.Time
	// Speaker is a name, a part of one, or a handle: then only the quotes of these people are counted.
	Speaker string
}

// Outlook counts who is heard.
func (f *Follower) Outlook(ctx context.Context, n Narrowed) (*outlook.Outlook, error) {
	r, err := f.Register(ctx)
	if err != nil {
		return nil, err
	}
	at := make(map[[2]int64]int, len(r.Voices))
	for i := range r.Voices {
		at[[2]int64{r.Voices[i].Order, int64(r.Voices[i].Speaker)}] = i
	}
	whose, err := n.whose(r)
	if err != nil {
		return nil, err
	}
	var said []outlook.Said
	err = library.Look(f.Library, func(db *sql.DB) error {
		rows, err := db.QueryContext(ctx, `SELECT x.article, a.key, x.quote, x.speaker, x.kind, x.polarity, x.words,
			a.outlet, a.date, a.added FROM saying AS x JOIN article AS a ON a.number = x.article
			ORDER BY x.article, x.quote, x.speaker`)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var s outlook.Said
			var key, day string
			var speaker, kind, polarity int
			var added int64
			if err := rows.Scan(&s.Article, &key, &s.Quote, &speaker, &kind, &polarity, &s.Words, &s.Outlet, &day,
				&added); err != nil {
				return err
			}
			s.Kind, s.Polarity = analysis.Kind(kind), analysis.Polarity(polarity)
			s.When, s.Dated, s.Voice = voices.When(day, added), day != "", -1
			if v, ok := at[[2]int64{s.Article, int64(speaker)}]; ok {
				s.Voice = v
			}
			if n.takes(&s, key) && (whose == nil || s.Voice >= 0 && whose[r.Of(s.Voice)]) {
				said = append(said, s)
			}
		}
		return rows.Err()
	})
	if err != nil {
		return nil, err
	}
	return outlook.Of(said, r), nil
}

// whose are the people whose quotes are counted; nil is everybody's.
func (n *Narrowed) whose(r *people.Register) (map[int]bool, error) {
	if n.Speaker == "" {
		return nil, nil
	}
	out := map[int]bool{}
	for _, k := range r.Called(n.Speaker) {
		out[k] = true
	}
	if len(out) == 0 {
		return nil, nobody(n.Speaker)
	}
	return out, nil
}

func (n *Narrowed) takes(s *outlook.Said, key string) bool {
	bounded := !n.Since.IsZero() || !n.Before.IsZero()
	switch {
	case n.Keys != nil && !slices.Contains(n.Keys, key):
		return false
	case n.Outlet != "" && !strings.Contains(strings.ToLower(s.Outlet), strings.ToLower(n.Outlet)):
		return false
	case bounded && !s.Dated:
		return false
	case !n.Since.IsZero() && s.When.Before(n.Since):
		return false
	}
	return n.Before.IsZero() || s.When.Before(n.Before)
}
