package reader

import (
	"errors"
	"slices"
	"time"

	"hearsay/analysis"
	"hearsay/ui/reader/asking"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/page"
	"hearsay/ui/reader/reviewing"
	"hearsay/ui/reader/view"
)

// host is the reader as its modes see it.
type host struct{ m *model }

// Text, Sentences and Page are those of the current article.
func (h host) Text() string               { return h.m.current().Article.Text }
func (h host) Sentences() []analysis.Span { return h.m.current().Doc.Sentences }
func (h host) Page() *page.Page           { return h.m.current().text.Page() }

func (h host) Reveal(words analysis.Span) { h.m.reveal(words) }
func (h host) FocusOn(p layout.Pane)      { h.m.focusOn(p) }
func (h host) Tell(s string)              { h.m.tell(s) }
func (h host) Key(action string) string   { return h.m.say(action) }

// Ask asks for words in the status line. A refused answer stays to be bettered.
func (h host) Ask(q dialogue.Question) {
	if q.Done == nil {
		q.Done = func(string) string { return "" }
	}
	h.m.ask(q)
}

// Choose asks for one of several choices.
func (h host) Choose(q dialogue.Menu) { h.m.openMenu(asking.MenuOf(q)) }

// At is where the reader is, Findings and Review are the current article's.
func (h host) At() *view.Place { return &h.m.at }

func (h host) Findings() *view.Findings {
	if o := h.m.current(); o != nil {
		return o.Findings
	}
	return nil
}

func (h host) Review() *reviewing.Review {
	if o := h.m.current(); o != nil {
		return o.review
	}
	return nil
}

// OpenReview opens the log of the current article, for decisions to be kept in.
func (h host) OpenReview() (*reviewing.Review, error) {
	o := h.m.current()
	desk := deskOf(h.m, o.item)
	if desk == nil {
		return nil, errors.New("nothing can be kept here: there is no library")
	}
	log, err := desk.Open(h.m.ctx, o.Article, o.machine)
	if err != nil {
		return nil, err
	}
	o.review = reviewing.Of(o.Article, o.machine, log).After(o.review)
	return o.review, nil
}

// Enter goes where the current row of the review's panel leads.
func (h host) Enter() { h.m.enter(layout.Review) }

// Mark has the edges of the current article drawn anew.
func (h host) Mark() { h.m.current().text.Mark(h.m.current().Findings) }

func (h host) ShowQuote(quote int)             { h.m.choose(quote) }
func (h host) ShowsPosition(position int) bool { return h.m.view().Shows(position) }

// ShowPosition makes a position current, though a filter hid it.
func (h host) ShowPosition(position int) {
	h.m.view().ShowPosition(position)
	h.m.panes.Unhide(h.m.view(), layout.Positions, position)
}

// Seen reports whether words of the article are on the screen: where they stand, in the panel that asks about them,
// or in the list of quotes. Of no words it reports whether the article is.
func (h host) Seen(words ...analysis.Span) bool {
	m, o := h.m, h.m.current()
	if m.layout.Panes[layout.Article].Empty() {
		return len(words) > 0 && (m.at.Focus == layout.Review || m.at.Focus == layout.Quotes)
	}
	if o.text.Page() == nil || len(words) == 0 {
		return o.text.Page() != nil
	}
	in := o.text.Sight(&m.at)
	return slices.ContainsFunc(words, in.Overlaps)
}

// Near is where to look for what was missed: behind the current quote if it is in sight, else from the top of what is.
func (h host) Near() int {
	m, o := h.m, h.m.current()
	if m.at.Quote == none || !m.inSight(m.at.Quote) {
		return o.text.TopOffset(&m.at)
	}
	return min(view.Whole(o.Doc.Quotes[m.at.Quote].Content).End, len(o.Article.Text)-1)
}

func (h host) Remember() { h.m.remember() }

// NextArticle goes on with the next article, if that is how the reader was opened and there is one.
func (h host) NextArticle() (number, of int, ok bool) {
	next := h.m.at.Item + 1
	if !h.m.options.Reviewing || next >= len(h.m.options.Items) {
		return 0, 0, false
	}
	h.m.goTo(next)
	return next + 1, len(h.m.options.Items), true
}

func (h host) Pressed() string { return h.m.pressed }
func (h host) Width() int      { return h.m.w }
func (h host) Now() time.Time  { return h.m.options.now() }
