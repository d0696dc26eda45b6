package reader

import (
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/articles/review"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// decide writes an entry on what is asked about; where it is kept, the next is asked about.
func (m *model) decide(entry func(p *review.Writer, of review.Subject) review.Entry) {
	if m.change(entry) {
		m.goOn()
	}
}

// change writes an entry on what is asked about, which stays in question: more of it may be wrong.
func (m *model) change(entry func(p *review.Writer, of review.Subject) review.Entry) bool {
	it, ok := m.asked()
	if !ok {
		m.tell("nothing is in question: " + m.whatNext())
		return false
	}
	return m.keep(entry(m.current().desk.log.Writer(), it.Subject))
}

// whatNext says what there is to do where nothing is in question.
func (m *model) whatNext() string {
	if d := m.current().desk; m.at.Focus != layout.Positions && d.next() == none {
		return "all in line is decided: " + m.say("complete") + " says that nothing is missed, " + m.say("missed") + " adds what is"
	}
	return m.say("next-quote") + " goes to a quote"
}

// goOn goes to the next thing in question: a position where those have the focus, else a quote.
func (m *model) goOn() {
	if m.at.Focus != layout.Positions {
		m.nextOpen()
		return
	}
	if i := m.openPosition(m.at.Position); i != none {
		m.view().ShowPosition(i)
		m.panes.Unhide(m.view(), layout.Positions, i)
		return
	}
	m.tell("no further position is undecided")
}

// accept says that what is asked about is right as it stands. What was decided so already is left as it is.
func (m *model) accept() {
	it, ok := m.asked()
	if ok && m.current().blind() && !decided(it) {
		m.tell("say who says it: a digit, " + m.say("who") + ", or " + m.say("nobody") + " for unknown")
		return
	}
	if ok && decided(it) && it.Decision.Keeps() && it.Decision.JudgesSpeakers() {
		m.goOn()
		return
	}
	m.decide(func(p *review.Writer, of review.Subject) review.Entry { return p.Accept(of) })
}

// reject says that it is no quote, or no position.
func (m *model) reject() {
	m.decide(func(p *review.Writer, of review.Subject) review.Entry { return p.Reject(of) })
}

// skip leaves it for later.
func (m *model) skip() {
	it, ok := m.asked()
	if !ok || decided(it) {
		m.goOn()
		return
	}
	m.decide(func(p *review.Writer, of review.Subject) review.Entry { return p.Skip(&of) })
}

// flag marks it to be looked at again.
func (m *model) flag() {
	if m.change(func(p *review.Writer, of review.Subject) review.Entry { return p.Flag(&of) }) {
		m.tell("flagged: to be looked at again")
	}
}

// saidBy says who says it: nobody where the article does not tell.
func (m *model) saidBy(who ...review.Who) {
	m.decide(func(p *review.Writer, of review.Subject) review.Entry { return p.Speakers(of, who...) })
}

// nobody says that the article does not tell who says it.
func (m *model) nobody() { m.saidBy() }

// sayByDigit says that it is the speaker of a digit.
func (m *model) sayByDigit() {
	o := m.current()
	n := -1
	if len(m.pressed) == 1 {
		n = int(m.pressed[0]) - '1'
	}
	if doc := o.desk.sheet.Document; n >= 0 && n < len(doc.Speakers) {
		m.saidBy(review.WhoOf(o.Article.Text, doc, n))
		return
	}
	m.tell("there is no such speaker: " + m.say("who") + " takes a name")
}

// note asks for a remark on what is asked about.
func (m *model) askNote() {
	it, ok := m.asked()
	of := &it.Subject
	if !ok {
		of = nil // on the article
	}
	m.ask(prompt{label: "note", done: func(m *model, s string, _ view.Place) {
		if s = strings.TrimSpace(s); s != "" && m.keep(m.current().desk.log.Writer().Note(of, s)) {
			m.tell("noted: " + s)
		}
	}}, "")
}

// otherKind offers the kinds of a quote, or the sides of a position.
func (m *model) otherKind() {
	it, ok := m.asked()
	if !ok {
		m.tell("nothing is in question")
		return
	}
	if m.at.Focus == layout.Positions {
		m.askSide(func(m *model, side analysis.Stance) {
			m.decide(func(p *review.Writer, of review.Subject) review.Entry { return p.Stance(of, side) })
		})
		return
	}
	var all []choice
	for _, k := range []analysis.Kind{analysis.Direct, analysis.Mixed, analysis.Indirect} {
		all = append(all, choice{segs: []draw.Seg{draw.Plain(" " + view.Bars[k] + " " + k.String()), draw.Dim(" · " + view.KindMeans[k])}, words: k.String(), do: func(m *model) {
			if k.String() == it.Now().Kind {
				m.tell("the kind is " + k.String() + " as it was")
			} else if m.change(func(p *review.Writer, of review.Subject) review.Entry { return p.Kind(of, k) }) {
				m.tell("the kind is " + k.String() + m.spaceGoesOn())
			}
		}})
	}
	m.openMenu(menu{title: "Which kind? It is " + it.Now().Kind, all: all, numbered: true})
}

func (m *model) spaceGoesOn() string { return ": " + m.say("skip") + " goes on" }

// undo takes the last decision back, and redo restores it; what it was about is asked about again.
func (m *model) undo() {
	m.turnBack((*review.Writer).Undo, "taken back", "nothing is left to take back")
}
func (m *model) redo() { m.turnBack((*review.Writer).Redo, "restored", "nothing is left to restore") }

func (m *model) turnBack(write func(*review.Writer, *review.State) (review.Entry, bool), done, none string) {
	d := m.current().desk
	if d == nil {
		m.tell(none)
		return
	}
	e, ok := write(d.log.Writer(), d.log.State())
	old, known := d.log.State().Entry(e.Names)
	switch {
	case !ok || !known:
		m.tell(none)
	case !m.reviews() && old.Act != review.Same: // what is decided on quotes is seen in the review alone
		m.tell("decisions are taken back and restored in the review: " + m.say("review") + " opens it")
	case m.keep(e):
		m.askAgain(old)
		m.tell(done + ": " + deed(old))
	}
}

// askAgain asks about what an entry was about.
func (m *model) askAgain(e review.Entry) {
	if joins(e) {
		m.showJoined(e)
	}
	if e.Of == nil || e.Of.Quote == nil {
		return
	}
	if i := m.current().desk.about(e); i != none {
		m.askAbout(i)
	}
}

// about is the quote that an entry is about, or none.
func (d *desk) about(e review.Entry) int {
	if e.Of == nil || e.Of.Quote == nil {
		return none
	}
	of := identity(*e.Of)
	for i, it := range d.sheet.Quotes {
		if identity(it.Subject) == of || it.Subject.Added == e.ID {
			return i
		}
	}
	return none
}

// complete says that nothing is missed in the article, or that something may be after all.
func (m *model) complete() {
	d := m.current().desk
	if d.log.State().Complete() {
		if m.keep(d.log.Writer().Reopen()) {
			m.tell("reopened: the article does not count for recall")
		}
		return
	}
	if !m.keep(d.log.Writer().Complete()) {
		return
	}
	if n := d.sheet.Undecided(); n > 0 {
		m.tell("complete: nothing is missed; it counts for recall once " + told.Count(n, "undecided quote") + " " + verb(n) + " decided")
		return
	}
	m.tell("complete: nothing is missed; the article counts for recall")
}

func verb(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// verdicts are the signs and words of what was decided.
var verdicts = map[review.Verdict]struct{ sign, word string }{
	review.Undecided: {"·", "undecided"}, review.Right: {"✓", "right"}, review.Corrected: {"~", "corrected"},
	review.Wrong: {"✗", "wrong"}, review.Joined: {"&", "joined"}, review.Missed: {"+", "missed"},
}

// deed is what an entry did, in words.
func deed(e review.Entry) string {
	if joins(e) {
		return oneOfTwo(*e.Of.Speaker, e.To.Speakers[0])
	}
	if w, ok := actWords[e.Act]; ok {
		return w
	}
	return string(e.Act)
}

var actWords = map[review.Act]string{review.Accept: "right", review.Reject: "wrong", review.SetSpeakers: "who says it", review.SetContent: "its content",
	review.SetKind: "its kind", review.SetSource: "its source", review.SetCue: "its cue", review.AddQuote: "a missed quote", review.AddPosition: "a missed position",
	review.SetStance: "its side", review.SetTarget: "its target", review.Skip: "skipped", review.Flag: "a flag", review.Note: "a note"}

// gone are the words in question that are no quote any more.
func (m *model) gone(o *opened) (words []analysis.Span, ok bool) {
	if !o.reviewing || o.desk.at == none || m.at.Quote != none {
		return nil, false
	}
	return content(o.desk.sheet.Quotes[o.desk.at]), true
}
