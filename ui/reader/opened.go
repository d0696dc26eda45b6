package reader

import (
	"hearsay/analysis"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/page"
	"hearsay/ui/reader/view"
)

// opened is an article in the reader, with what was found in it so far.
type opened struct {
	*view.Findings
	item int
	err  error // why it could not be opened
	// machine is what was found, and desk the review of it, nil where there is none.
	machine   *analysis.Document
	desk      *desk
	reviewing bool
	run       *run        // the analysis at work, nil when none is
	stopped   error       // why the analysis came to no end; nil if it was not stopped
	last      *view.Place // where its reader left it, nil for one that was never left

	head   []draw.Seg // the lines above the text
	page   *page.Page
	marks  *page.Marks
	gutter []edge // one a line of the page
}

// edge tells which quotes stand on a line: the first two in reading order, none where there are fewer.
type edge [2]int32

// take keeps what was found, and shows it with what reviewers have corrected.
func (o *opened) take(doc *analysis.Document, log Log) {
	o.machine = doc
	if log == nil {
		o.Show(doc)
		return
	}
	o.desk = &desk{log: log, at: none}
	o.lay()
}
