package lines

import (
	"errors"
	"time"

	"hearsay/analysis"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/page"
	"hearsay/ui/reader/reviewing"
	"hearsay/ui/reader/view"
)

// host is a session as the review sees it.
type host struct{ s *session }

func (h host) Text() string               { return h.s.current().Article.Text }
func (h host) Sentences() []analysis.Span { return h.s.current().Doc.Sentences }

// Page is none: there are no lines on a screen to move by.
func (h host) Page() *page.Page { return nil }

// Reveal and Mark have nothing to show: what is in question is told once a command is done.
func (h host) Reveal(analysis.Span) {}
func (h host) Mark()                {}

func (h host) FocusOn(p layout.Pane)    { h.s.at.FocusOn(p) }
func (h host) Tell(s string)            { h.s.tell(s) }
func (h host) Key(action string) string { return letterOf(action) }

// Ask and Choose ask in lines of their own; the next line is the answer.
func (h host) Ask(q dialogue.Question) {
	if q.Done == nil {
		q.Done = func(string) string { return "" }
	}
	h.s.asked = asked{question: &q}
}

func (h host) Choose(q dialogue.Menu) { h.s.asked = asked{menu: &q} }

func (h host) At() *view.Place { return &h.s.at }

func (h host) Findings() *view.Findings {
	if o := h.s.current(); o != nil {
		return o.Findings
	}
	return nil
}

func (h host) Review() *reviewing.Review {
	if o := h.s.current(); o != nil {
		return o.review
	}
	return nil
}

// OpenReview opens the log of the current article.
func (h host) OpenReview() (*reviewing.Review, error) {
	o := h.s.current()
	if h.s.options.Desk == nil {
		return nil, errors.New("nothing can be kept here: there is no library")
	}
	log, err := h.s.options.Desk.Open(h.s.ctx, o.Article, o.machine)
	if err != nil {
		return nil, err
	}
	o.review = reviewing.Of(o.Article, o.machine, log).After(o.review)
	return o.review, nil
}

func (h host) Enter() {}

func (h host) ShowQuote(quote int) {
	h.s.makeCurrent(quote)
	h.s.review.Follow(quote)
}

func (h host) ShowPosition(position int) { h.s.at.Position = position }
func (h host) ShowsPosition(int) bool    { return true }

// Seen reports whether words are those that were told last.
func (h host) Seen(words ...analysis.Span) bool { return h.s.told.holds(words) }

// Near is behind the current quote, else where the reading is.
func (h host) Near() int {
	s, o := h.s, h.s.current()
	switch {
	case s.at.Quote != view.None:
		return max(min(view.Whole(o.Doc.Quotes[s.at.Quote].Content).End, len(o.Article.Text)-1), 0)
	case s.paragraph >= 0 && s.paragraph < len(o.Article.Paragraphs):
		return o.Article.Paragraphs[s.paragraph].Start
	}
	return 0
}

func (h host) Remember() {}

// NextArticle goes on with the next article, if that is how the session was begun.
func (h host) NextArticle() (number, of int, ok bool) {
	next := h.s.at.Item + 1
	if !h.s.options.Reviewing || next >= len(h.s.options.Items) || !h.s.turnTo(next) {
		return 0, 0, false
	}
	return next + 1, len(h.s.options.Items), true
}

func (h host) Pressed() string { return h.s.pressed }

// Width is more than anything needs: nothing is shortened here.
func (h host) Width() int { return 1 << 12 }

func (h host) Now() time.Time {
	if h.s.options.Now != nil {
		return h.s.options.Now()
	}
	return time.Now()
}
