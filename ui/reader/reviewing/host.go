package reviewing

import (
	"time"

	"hearsay/analysis"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/picking"
	"hearsay/ui/reader/view"
)

// Host is what a review needs of the reader.
type Host interface {
	picking.Host
	// At is where the reader is; what is current may be set.
	At() *view.Place
	// Findings are those of the current article, nil before it is open; Review is its review, nil where there is none.
	Findings() *view.Findings
	Review() *Review
	// OpenReview opens the log of the current article and makes its review.
	OpenReview() (*Review, error)
	// Enter goes where the current row of the review's panel leads.
	Enter()
	// Mark has the article drawn anew once its findings have changed.
	Mark()
	// ShowQuote makes a quote current and scrolls to it, ShowPosition a position, though a filter hid it.
	ShowQuote(quote int)
	ShowPosition(position int)
	// ShowsPosition reports whether nothing keeps a position out of its list.
	ShowsPosition(position int) bool
	// Seen reports whether words of the article are on the screen; of no words, whether the article is.
	Seen(words ...analysis.Span) bool
	// Near is the byte that is looked at: behind the current quote if that is seen, else the first that is.
	Near() int
	// Remember keeps the place before a jump.
	Remember()
	// NextArticle goes on to the next article and tells which of how many it is; false where there is none to go on to.
	NextArticle() (number, of int, ok bool)
	// Choose asks for one of several choices.
	Choose(dialogue.Menu)
	// Pressed is the key that is being answered, Width the screen's in cells, and Now the time.
	Pressed() string
	Width() int
	Now() time.Time
}
