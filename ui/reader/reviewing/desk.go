package reviewing

import (
	"context"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/review"
)

// Desk keeps what reviewers decide.
type Desk interface {
	// Look gives the review of an article as it was left; nil if nobody has reviewed it.
	Look(ctx context.Context, a articles.Article) (Log, error)
	// Open begins the review of an article, or goes on with it.
	Open(ctx context.Context, a articles.Article, found *analysis.Document) (Log, error)
	// Place is the byte at which the reading of an article stopped; 0 where it has not begun, or is not kept.
	Place(ctx context.Context, a articles.Article) (int, error)
	// Leave keeps the byte at which the reading of an article stops, if the article is kept at all.
	Leave(a articles.Article, at int) error
}

// Log holds what one reviewer decided on one article.
type Log interface {
	// Writer writes the reviewer's entries, and tells their name.
	Writer() *review.Writer
	// State is what the reviewer decided so far.
	State() *review.State
	// Keep adds an entry. When it returns, the entry is on disk, and in the state; or it is nowhere.
	Keep(review.Entry) error
	// Ready reports whether entries can be kept now; the error tells why not, and where those are that were kept.
	Ready() error
	// Others are what other reviewers decided on the article.
	Others() ([]review.Colleague, error)
}
