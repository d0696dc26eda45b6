package reader

import (
	"hearsay/analysis"
	"hearsay/ui/reader/pane"
	"hearsay/ui/reader/reviewing"
	"hearsay/ui/reader/view"
)

// none stands for no quote, no speaker, no position.
const none = view.None

// opened is an article in the reader, with what was found in it so far.
type opened struct {
	*view.Findings
	text pane.Text
	item int
	err  error // why it could not be opened
	// machine is what was found, and review what was decided on it, nil where nothing is.
	machine *analysis.Document
	review  *reviewing.Review
	run     *run        // the analysis at work, nil when none is
	stopped error       // why the analysis came to no end; nil if it was not stopped
	place   int         // where the reading stopped the last time, as was kept: a byte
	fault   error       // why it is not known what was reviewed
	begun   bool        // the quotes were on the screen
	last    *view.Place // where its reader left it, nil for one that was never left
}

// take keeps what was found, and shows it with what reviewers have corrected.
func (o *opened) take(doc *analysis.Document, log Log) {
	o.machine = doc
	if log == nil {
		o.Show(doc)
		return
	}
	o.review = reviewing.Of(o.Article, doc, log)
	o.review.Lay(o.Findings)
}
