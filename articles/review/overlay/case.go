package overlay

import (
	"hearsay/analysis"
	"hearsay/articles/review"
)

// Case is an article under review.
type Case struct {
	// Article is its id, Outlet where it appeared.
	Article, Outlet string
	Text            string
	Machine         *analysis.Document
	// State is the reviewer's, Other another reviewer's; nil where there is none.
	State, Other *review.State
}

// Sheet lays a state over the case's document.
func (c *Case) Sheet(s *review.State) *Sheet {
	if s == nil {
		s = review.NewState()
	}
	return Of(c.Text, c.Machine, s)
}

// Undecided is how many of the machine's quotes have no verdict.
func (s *Sheet) Undecided() int {
	n := 0
	for _, item := range s.Quotes {
		if item.Verdict() == review.Undecided {
			n++
		}
	}
	return n
}

// Finished reports whether a state is one that training and recall can rest on: the article is complete, and no quote
// is undecided.
func (s *Sheet) Finished(state *review.State) bool { return state.Complete() && s.Undecided() == 0 }
