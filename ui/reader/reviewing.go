package reader

import (
	"fmt"
	"slices"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/queue"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// reviews reports whether the article on the screen is being reviewed.
func (m *model) reviews() bool {
	o := m.current()
	return o != nil && o.reviewing && o.Doc != nil
}

// toggleReview begins the review of the article, or ends it.
func (m *model) toggleReview() {
	o := m.current()
	if o.reviewing {
		m.endReview(o)
		return
	}
	m.remember()
	m.beginReview(o)
}

func (m *model) beginReview(o *opened) {
	if !m.openLog(o) {
		return
	}
	o.reviewing = true
	o.desk.keepCast(o.Doc.Speakers)
	m.relay(o)
	m.at.OpenPanel(layout.Review)
	m.at.List = layout.Review
	o.desk.at = o.desk.itemOf(m.at.Quote)
	if len(m.options.Between) == 2 {
		m.between(o)
		m.relay(o)
	}
	o.lineUp()
	m.resume()
}

// openLog opens the article's log, for decisions to be kept in.
func (m *model) openLog(o *opened) bool {
	if m.options.Desk == nil {
		m.tell("nothing can be kept here: there is no library")
		return false
	}
	log, err := m.options.Desk.Open(m.ctx, o.Article, o.machine)
	if err != nil {
		m.tell(err.Error())
		return false
	}
	o.desk = &desk{log: log, at: none}
	return true
}

// resume asks about the quote that is current, or the next that is not decided.
func (m *model) resume() {
	if d := m.current().desk; slices.Contains(d.inLine, d.at) && !decided(d.sheet.Quotes[d.at]) {
		m.askAbout(d.at)
		return
	}
	m.nextOpen()
}

func (m *model) endReview(o *opened) {
	o.reviewing = false
	m.picking.End()
	m.relay(o)
	if m.at.Panel == layout.Review {
		m.at.ClosePanel()
	}
	m.tell("review closed: every decision is kept")
}

// relay lays the decisions over the article anew. What was current stays so, wherever it stands now.
func (m *model) relay(o *opened) {
	before := m.anchors(o)
	o.lay()
	m.anchor(o, before)
}

// anchors are what is current, by what it is instead of by its number.
type anchors struct {
	quote, position, asked *overlay.Item
	speaker, only, column  string
}

func (m *model) anchors(o *opened) anchors {
	a := anchors{speaker: o.Name(m.at.Speaker), only: o.Name(m.at.Only), column: o.Name(m.at.Column)}
	item := func(items func(int) overlay.Item, i int) *overlay.Item {
		if i == none {
			return nil
		}
		it := overlay.Item{Machine: i}
		if o.desk.sheet != nil {
			it = items(i)
		}
		return &it
	}
	a.quote = item(func(i int) overlay.Item { return o.desk.sheet.Quote(i) }, m.at.Quote)
	if len(o.Doc.Positions) > 0 { // hidden ones have no number
		a.position = item(func(i int) overlay.Item { return o.desk.sheet.Position(i) }, m.at.Position)
	}
	if o.desk.at != none {
		a.asked = &o.desk.sheet.Quotes[o.desk.at]
	}
	return a
}

func (m *model) anchor(o *opened, a anchors) {
	d := o.desk
	place := func(items []overlay.Item, it *overlay.Item) int {
		if it == nil {
			return none
		}
		if i := itemIn(items, *it); i != none {
			return items[i].Place
		}
		return none
	}
	m.at.Quote, m.at.Position = place(d.sheet.Quotes, a.quote), none
	if len(o.Doc.Positions) > 0 {
		m.at.Position = place(d.sheet.Positions, a.position)
	}
	m.at.Evidence, m.at.Topic = none, none
	m.at.Speaker, m.at.Only, m.at.Column = o.Named(a.speaker), o.Named(a.only), o.Named(a.column)
	if a.asked != nil {
		d.at = itemIn(d.sheet.Quotes, *a.asked)
	}
	if m.at.Position != none {
		m.at.Topic = o.TopicOf[m.at.Position]
	}
}

// asked is what a decision is about: the current position where the positions have the focus, else the quote in question.
func (m *model) asked() (it overlay.Item, ok bool) {
	o := m.current()
	switch d := o.desk; {
	case m.at.Focus == layout.Positions && m.at.Position != none && len(o.Doc.Positions) > 0:
		return d.sheet.Position(m.at.Position), true
	case m.at.Focus == layout.Positions || d.at == none:
		return overlay.Item{}, false
	default:
		return d.sheet.Quotes[d.at], true
	}
}

// askAbout puts a quote in question and shows it where it stands.
func (m *model) askAbout(i int) {
	o := m.current()
	o.desk.at = i
	it := o.desk.sheet.Quotes[i]
	if it.Place != analysis.None {
		m.choose(it.Place)
		o.desk.at = i
		return
	}
	m.at.Quote = none
	m.reveal(view.Whole(content(it)))
}

// nextOpen asks about the next quote in line that is not decided, round the end if need be.
func (m *model) nextOpen() {
	if i := m.current().desk.next(); i != none {
		m.askAbout(i)
		return
	}
	m.current().desk.at = none // a key pressed once too often must not change what is decided
	if n := m.current().desk.openPositions(); n > 0 {
		m.tell("all quotes in line are decided; the two differ on " + told.Count(n, "position") + ": " + m.say("position") + " leads to the positions")
		return
	}
	if m.onward() {
		return
	}
	m.tell(m.whatNext())
}

// onward goes on with the review of the next article, if that is how the reader was opened and there is one.
func (m *model) onward() bool {
	next := m.at.Item + 1
	if !m.options.Reviewing || next >= len(m.options.Items) {
		return false
	}
	m.goTo(next)
	m.tell(fmt.Sprintf("all in line was decided: here is article %d of %d", next+1, len(m.options.Items)))
	if o := m.current(); o != nil && o.Doc != nil && !o.reviewing {
		m.beginReview(o)
	}
	return true
}

// next is the next quote in line that is not decided; what was skipped comes after what was not.
func (d *desk) next() int {
	at, skipped := slices.Index(d.inLine, d.at), none
	for k := range d.inLine {
		i := d.inLine[(at+1+k)%len(d.inLine)]
		switch {
		case i == none || decided(d.sheet.Quotes[i]):
		case d.sheet.Quotes[i].Decision == nil || !d.sheet.Quotes[i].Decision.Skipped:
			return i
		case skipped == none:
			skipped = i
		}
	}
	return skipped
}

// keep puts an entry on disk, and then on the screen.
func (m *model) keep(e review.Entry) bool {
	o := m.current()
	if err := o.desk.log.Keep(e); err != nil {
		m.tell(err.Error())
		return false
	}
	m.relay(o)
	return true
}

// progress is how far the reviewer is in the line, and how often the machine was right so far.
func (o *opened) progress() queue.Progress { return queue.ProgressOf(o.desk.queue, o.cases()) }
