package cli

import (
	"context"
	"os/user"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/reviews"
	"hearsay/ui/reader"
)

// desk is a reviewer's, as the reader knows it.
type desk struct{ reviews.Desk }

// Look gives the review of an article of the library, nil for any other.
func (d desk) Look(ctx context.Context, a articles.Article) (reader.Log, error) {
	return logOrNone(d.Desk.Look(ctx, a))
}

// Open puts the article and what was found in it into the library, and goes on with its review.
func (d desk) Open(ctx context.Context, a articles.Article, found *analysis.Document) (reader.Log, error) {
	return logOrNone(d.Desk.Open(ctx, a, found))
}

// logOrNone keeps no log from becoming a log that is nothing.
func logOrNone(l *reviews.Log, err error) (reader.Log, error) {
	if l == nil {
		return nil, err
	}
	return l, err
}

// desk is where a reviewer of this name works.
func (p *program) desk(reviewer string) reviews.Desk {
	return reviews.Desk{Library: p.openLibrary, Reviewer: reviewer, Now: p.now}
}

// analyzed finds who said what in an article of which nothing is known.
func (p *program) analyzed(ctx context.Context, a articles.Article) (*analysis.Document, error) {
	return p.analyze(ctx, a, nil)
}

// reviewerName is who decides: the one that was named, or the one who is logged in.
func (p *program) reviewerName(named string) string {
	if named != "" {
		return named
	}
	for _, v := range []string{"USER", "LOGNAME", "USERNAME"} {
		if name := p.getenv(v); name != "" {
			return name
		}
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "reviewer"
}
