package lessons

import (
	"context"
	"time"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/review"
	"hearsay/ui/reader/reviewing"
)

// Desk is one at which decisions can be tried: they are kept nowhere, and gone with the next opening.
type Desk struct{ Now func() time.Time }

// Look finds that nobody has reviewed the article.
func (Desk) Look(context.Context, articles.Article) (reviewing.Log, error) { return nil, nil }

// Open begins a review.
func (d Desk) Open(_ context.Context, a articles.Article, _ *analysis.Document) (reviewing.Log, error) {
	w := &review.Writer{Reviewer: "you", Article: a.ID, Text: a.Text, Now: d.Now}
	return &log{writer: w, state: review.Fold(nil)}, nil
}

// Place is the beginning, and Leave keeps nothing.
func (Desk) Place(context.Context, articles.Article) (int, error) { return 0, nil }
func (Desk) Leave(articles.Article, int) error                    { return nil }

// log holds decisions as long as the article is open.
type log struct {
	writer *review.Writer
	state  *review.State
}

func (l *log) Writer() *review.Writer              { return l.writer }
func (l *log) State() *review.State                { return l.state }
func (l *log) Keep(e review.Entry) error           { l.state.Add(e); return nil }
func (l *log) Ready() error                        { return nil }
func (l *log) Others() ([]review.Colleague, error) { return nil, nil }
