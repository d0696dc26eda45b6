// Package reviewing is the reader's mode in which a person decides on what the machine found: quote after quote, and
// position after position, what is right and what it ought to be, alone or between two others. It holds the reviews,
// the keys and the panel; of the reader it needs a Host.
//
// It promises that a decision is on disk before its effect is shown; that nothing is decided which is not on the
// screen; that the status line names what was decided, so that it can be taken back; that no dialogue of several
// steps loses what was chosen, and none begins where nothing can be kept; and that in a review the panel with the
// question is there whenever the article has the focus.
package reviewing

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/picking"
	"hearsay/ui/reader/view"
)

// Mode is the reviewing of articles in one reader.
type Mode struct {
	host    Host
	picking *picking.Mode
	// between are two reviewers between whom is decided, or none.
	between []string
	seen    sight
	// offered are those who may be meant while somebody is asked for, nil else; typed counts how often they changed.
	offered []dialogue.Offer
	typed   int
}

// sight is what was brought on the screen last.
type sight struct {
	of     *Review
	at     int
	layout layout.Layout
}

// New is the mode of a reader. Where two reviewers are given it is decided between them.
func New(h Host, p *picking.Mode, between []string) *Mode {
	return &Mode{host: h, picking: p, between: between}
}

func (m *Mode) at() *view.Place          { return m.host.At() }
func (m *Mode) findings() *view.Findings { return m.host.Findings() }
func (m *Mode) review() *Review          { return m.host.Review() }

// On reports whether the article on the screen is being reviewed.
func (m *Mode) On() bool {
	f := m.findings()
	return f != nil && f.Doc != nil && m.review().On()
}

// Answering reports whether a digit answers the question: the question is put and has the focus.
func (m *Mode) Answering() bool {
	return m.On() && (m.at().Focus == layout.Article || m.at().Focus == layout.Review)
}

// toggle begins the review of the article, or ends it.
func (m *Mode) toggle() {
	if m.On() {
		m.End()
		return
	}
	m.host.Remember()
	m.Begin()
}

// Begin begins the review of the article, or goes on with it where it was left.
func (m *Mode) Begin() {
	if said, ok := m.begin(); ok && said != "" {
		m.host.Tell(said)
	}
}

func (m *Mode) begin() (said string, ok bool) {
	before := m.anchors()
	m.clear()
	r, err := m.host.OpenReview()
	if err != nil {
		m.host.Tell(err.Error())
		return "", false
	}
	r.on = true
	if len(m.between) == 2 {
		if err := r.decideBetween(m.between[0], m.between[1]); err != nil {
			m.host.Tell(err.Error())
		}
	}
	m.layOver(before)
	r.at = r.itemOf(m.at().Quote)
	r.lineUp()
	m.Keep()
	if said = m.resume(); said == "" {
		said = m.howTo()
	}
	return said, true
}

// clear makes room for the panel of the review: another panel that is open is closed, and the article has the focus.
func (m *Mode) clear() {
	at := m.at()
	if at.Panel != view.NoPanel && at.Panel != layout.Review {
		at.ClosePanel()
	}
	m.host.FocusOn(layout.Article)
}

// howTo is how to decide, for who begins; between two the status line tells it all the time.
func (m *Mode) howTo() string {
	if m.review().matters != nil {
		return ""
	}
	key := m.host.Key
	return fitting(m.host.Width()-1,
		fmt.Sprintf("reviewing: digits say who it is, %s right, %s no quote · %s ends", key("accept"), key("reject"),
			key("leave")),
		fmt.Sprintf("digits say who, %s right · %s ends", key("accept"), key("leave")))
}

// End ends the review of the article; its panel goes with it.
func (m *Mode) End() {
	before := m.anchors()
	m.review().on = false
	m.picking.End()
	m.layOver(before)
	m.Keep()
	if m.ready() {
		m.host.Tell("review ended: every decision is kept · " + m.host.Key("review") + " goes on with it")
	}
}

// Keep keeps panel and review together: in a review the panel is open whenever the article or the panel has the
// focus, and without one it is not.
func (m *Mode) Keep() {
	at := m.at()
	switch {
	case m.On() && at.Panel == view.NoPanel && at.Focus == layout.Article:
		at.Panel, at.PanelRow, at.List, at.Before = layout.Review, view.None, layout.Review, layout.Article
	case !m.On() && at.Panel == layout.Review:
		at.Panel, at.PanelRow = view.NoPanel, view.None
		if at.Focus == layout.Review {
			at.Focus = layout.Article
		}
		if at.List = layout.Quotes; at.Focus != layout.Article {
			at.List = at.Focus
		}
	}
}

// Settle brings the quote in question on the screen where the question, or the screen, has changed.
func (m *Mode) Settle(l layout.Layout) {
	if !m.On() || m.picking.On() || m.review().at == view.None {
		m.seen = sight{}
		return
	}
	r := m.review()
	now := sight{r, r.at, l}
	if words := content(r.sheet.Quotes[r.at]); now != m.seen && !m.host.Seen(words...) {
		m.host.Reveal(view.Whole(words))
	}
	m.seen = now
}

// resume asks about the quote that is current, or the next that is not decided. It returns what is to be told.
func (m *Mode) resume() string {
	if r := m.review(); slices.Contains(r.inLine, r.at) && !decided(r.sheet.Quotes[r.at]) {
		m.AskAbout(r.at)
		return ""
	}
	return m.nextOpen()
}

// relay lays the decisions over the article anew. What was current stays so, wherever it stands now.
func (m *Mode) relay() { m.layOver(m.anchors()) }

func (m *Mode) layOver(before anchors) {
	m.review().Lay(m.findings())
	m.host.Mark()
	m.anchor(before)
}

// anchors are what is current, by what it is instead of by its number.
type anchors struct {
	quote, position, asked *overlay.Item
	speaker, only, column  string
}

func (m *Mode) anchors() anchors {
	f, r, at := m.findings(), m.review(), m.at()
	name := func(speaker int) string {
		if speaker == view.None || speaker >= len(f.Doc.Speakers) {
			return ""
		}
		return f.Doc.Speakers[speaker].Name
	}
	a := anchors{speaker: name(at.Speaker), only: name(at.Only), column: name(at.Column)}
	item := func(i int, of func(*overlay.Sheet, int) overlay.Item) *overlay.Item {
		if i == view.None {
			return nil
		}
		it := overlay.Item{Machine: i}
		if r != nil && r.sheet != nil {
			it = of(r.sheet, i)
		}
		return &it
	}
	a.quote = item(at.Quote, (*overlay.Sheet).Quote)
	if len(f.Doc.Positions) > 0 { // hidden ones have no number
		a.position = item(at.Position, (*overlay.Sheet).Position)
	}
	if r.asked() != view.None {
		a.asked = &r.sheet.Quotes[r.at]
	}
	return a
}

func (m *Mode) anchor(a anchors) {
	f, r, at := m.findings(), m.review(), m.at()
	place := func(items []overlay.Item, it *overlay.Item) int {
		if it == nil {
			return view.None
		}
		if i := itemIn(items, *it); i != view.None {
			return items[i].Place
		}
		return view.None
	}
	at.Quote, at.Position = place(r.sheet.Quotes, a.quote), view.None
	if len(f.Doc.Positions) > 0 {
		at.Position = place(r.sheet.Positions, a.position)
	}
	at.Evidence, at.Topic = view.None, view.None
	at.Speaker, at.Only, at.Column = f.Named(a.speaker), f.Named(a.only), f.Named(a.column)
	if a.asked != nil {
		r.at = itemIn(r.sheet.Quotes, *a.asked)
	}
	if at.Position != view.None {
		at.Topic = f.TopicOf[at.Position]
	}
}

// Follow has the quote in question be the one that is current.
func (m *Mode) Follow(quote int) {
	if m.On() {
		m.review().at = m.review().itemOf(quote)
	}
}

// asked is what a decision is about: the current position where the positions have the focus, else the quote in
// question.
func (m *Mode) asked() (it overlay.Item, ok bool) {
	r, at := m.review(), m.at()
	switch {
	case m.onPositions() && at.Position != view.None && len(m.findings().Doc.Positions) > 0:
		return r.sheet.Position(at.Position), true
	case m.onPositions() || r.at == view.None:
		return overlay.Item{}, false
	}
	return r.sheet.Quotes[r.at], true
}

// onPositions reports whether positions are decided on, rather than quotes.
func (m *Mode) onPositions() bool { return m.at().Focus == layout.Positions }

// inQuestion is what is to be decided on. It is not there where nothing is in question, which is told, and not yet
// where the quote is not on the screen: that is shown first, for nobody to decide unseen.
func (m *Mode) inQuestion() (it overlay.Item, ok bool) {
	if it, ok = m.asked(); !ok {
		m.host.Tell("nothing is in question: " + m.whatNext())
		return it, false
	}
	if m.onPositions() || m.host.Seen(content(it)...) {
		return it, true
	}
	m.host.FocusOn(layout.Article)
	m.host.Reveal(view.Whole(content(it)))
	m.host.Tell(nameOf(it) + " was not on the screen: here it is, and nothing is decided yet")
	return it, false
}

// AskAbout puts a quote in question, by its number among all there are to decide on, and shows it where it stands.
func (m *Mode) AskAbout(i int) {
	r := m.review()
	r.at = i
	it := r.sheet.Quotes[i]
	if it.Place != analysis.None {
		m.host.ShowQuote(it.Place)
		r.at = i
		return
	}
	m.at().Quote = view.None
	m.host.Reveal(view.Whole(content(it)))
}

// nextOpen asks about the next quote in line that is not decided, round the end if need be. It returns what is to be
// told where there is none.
func (m *Mode) nextOpen() string {
	r := m.review()
	if i := r.next(); i != view.None {
		m.AskAbout(i)
		return ""
	}
	r.at = view.None // a key pressed once too often must not change what is decided
	if n := r.openPositions(); n > 0 {
		return "all quotes in line are decided; the two differ on " + told.Count(n, "position") + ": " +
			m.host.Key("position") +
			" leads to the positions"
	}
	if n, of, ok := m.host.NextArticle(); ok {
		if f := m.findings(); f != nil && f.Doc != nil && !m.On() {
			m.begin()
		}
		return fmt.Sprintf("all in line was decided: here is article %d of %d", n, of)
	}
	return m.whatNext()
}

// whatNext says what there is to do where nothing is in question.
func (m *Mode) whatNext() string {
	if !m.onPositions() && m.review().next() == view.None {
		return "all in line is decided: " + m.host.Key("complete") + " says that nothing is missed, " + m.host.Key("missed") +
			" adds what is"
	}
	return m.host.Key("next-quote") + " goes to a quote"
}

// goOn goes to the next thing in question: a position where those have the focus, else a quote. It returns what is to
// be told.
func (m *Mode) goOn() string {
	if !m.onPositions() {
		return m.nextOpen()
	}
	if i := m.OpenPosition(m.at().Position); i != view.None {
		m.host.ShowPosition(i)
		f := m.findings()
		p := f.Doc.Positions[i]
		return "next: " + f.Short(p.Speaker) + " " + view.SideWords[p.Stance] + " " + f.Target(i) + f.JudgedPositions[i].Views
	}
	return "no further position is undecided"
}

// OpenPosition is the first position behind another that is to be decided on, or None: of those that are shown, or on
// which the two differ between whom it is decided.
func (m *Mode) OpenPosition(behind int) int {
	r := m.review()
	for i := behind + 1; i < len(m.findings().Doc.Positions); i++ {
		it := r.sheet.Position(i)
		wanted := r.matters == nil && m.host.ShowsPosition(i) || r.matters != nil && r.matters.on(it) != nil
		if wanted && !decided(it) {
			return i
		}
	}
	return view.None
}

// ready reports whether what is decided can be kept, and tells why not.
func (m *Mode) ready() bool {
	r := m.review()
	if r == nil {
		return true
	}
	err := r.log.Ready()
	if err != nil {
		m.host.Tell(err.Error())
	}
	return err == nil
}

// keep puts entries on disk, and then on the screen. It returns why that could not be.
func (m *Mode) keep(entries ...review.Entry) error {
	for _, e := range entries {
		if err := m.review().log.Keep(e); err != nil {
			return err
		}
		m.relay()
	}
	return nil
}

// told tells what was done, how it is taken back, and what else there is to tell, as far as there is room for the
// second.
func (m *Mode) told(done string, more ...string) {
	more = slices.DeleteFunc(more, func(s string) bool { return s == "" })
	rest := strings.Join(append([]string{""}, more...), " · ")
	back := m.host.Key("undo")
	m.host.Tell(fitting(m.host.Width()-1, done+" · "+back+" takes it back"+rest, done+" · "+back+" undoes"+rest,
		done+rest))
}

// fitting is the first of some ways to say a thing, the fullest first, that has room in so many cells, or the last.
func fitting(w int, ways ...string) string {
	for _, s := range ways {
		if cells.Width(s) <= w {
			return s
		}
	}
	return ways[len(ways)-1]
}
