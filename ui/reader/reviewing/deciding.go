package reviewing

import (
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/view"
)

// write is an entry on what is in question.
type write func(p *review.Writer, of review.Subject) review.Entry

// decide writes an entry on what is in question; where it is kept, the next is asked about.
func (m *Mode) decide(entry write) {
	it, ok := m.inQuestion()
	if !ok {
		return
	}
	name, e := nameOf(it), entry(m.writer(), it.Subject)
	said := telling{m.findings()}.said(e)
	if q := it.Now(); e.Act == review.SetSpeakers && q != nil && !m.review().blind() &&
		sameWho(q.Speakers, e.To.Speakers) {
		said = names(q.Speakers) + ", as it stood"
	}
	if err := m.keep(e); err != nil {
		m.host.Tell(err.Error())
		return
	}
	m.told(name+": "+said, m.goOn())
}

// change writes an entry on a quote or a position, which stays in question: more of it may be wrong. It returns why
// it could not be kept, in words.
func (m *Mode) change(it overlay.Item, e review.Entry) (refusal string) {
	name := nameOf(it)
	if err := m.keep(e); err != nil {
		return err.Error()
	}
	m.told(name+": "+telling{m.findings()}.said(e), m.host.Key("skip")+" goes on")
	return ""
}

// writer writes the reviewer's entries on the article.
func (m *Mode) writer() *review.Writer { return m.review().log.Writer() }

// accept says that what is asked about is right as it stands. What was decided so already is left as it is.
func (m *Mode) accept() {
	it, ok := m.inQuestion()
	switch {
	case !ok:
	case m.review().blind() && !decided(it):
		m.host.Tell("say who says it: a digit, " + m.host.Key("who") + ", or " + m.host.Key("nobody") + " for unknown")
	case decided(it) && it.Decision.Keeps() && it.Decision.JudgesSpeakers():
		name := nameOf(it)
		m.host.Tell(joined(name+": as it was decided", m.goOn()))
	default:
		m.decide(func(p *review.Writer, of review.Subject) review.Entry { return p.Accept(of) })
	}
}

func sameWho(a, b []review.Who) bool { return names(a) == names(b) }

// joined are words told one after the other.
func joined(first, second string) string {
	if second == "" {
		return first
	}
	return first + " · " + second
}

// reject says that it is no quote, or no position.
func (m *Mode) reject() {
	m.decide(func(p *review.Writer, of review.Subject) review.Entry { return p.Reject(of) })
}

// skip leaves it for later.
func (m *Mode) skip() {
	it, ok := m.asked()
	if !ok || decided(it) {
		if more := m.goOn(); more != "" {
			m.host.Tell(more)
		}
		return
	}
	m.decide(func(p *review.Writer, of review.Subject) review.Entry { return p.Skip(&of) })
}

// flag marks it to be looked at again.
func (m *Mode) flag() {
	if it, ok := m.inQuestion(); ok {
		m.tellRefusal(m.change(it, m.writer().Flag(&it.Subject)))
	}
}

func (m *Mode) tellRefusal(s string) {
	if s != "" {
		m.host.Tell(s)
	}
}

// saidBy says who says it: nobody where the article does not tell.
func (m *Mode) saidBy(who ...review.Who) {
	m.decide(func(p *review.Writer, of review.Subject) review.Entry { return p.Speakers(of, who...) })
}

// nobody says that the article does not tell who says it.
func (m *Mode) nobody() {
	if m.onPositions() {
		m.host.Tell(noPosition)
		return
	}
	m.saidBy()
}

// noPosition is why a position needs a speaker.
const noPosition = "a position is somebody's: say whose"

// sayByDigit says that it is the speaker of a digit.
func (m *Mode) sayByDigit() {
	f, n := m.findings(), -1
	if key := m.host.Pressed(); len(key) == 1 {
		n = int(key[0]) - '1'
	}
	if doc := m.review().sheet.Document; n >= 0 && n < len(doc.Speakers) {
		m.saidBy(review.WhoOf(f.Article.Text, doc, n))
		return
	}
	m.host.Tell("there is no speaker " + m.host.Pressed() + ": " + m.host.Key("who") + " takes a name, " +
		m.host.Key("next-pane") + " goes to the next pane")
}

// askNote asks for a remark on what is asked about, or on the article.
func (m *Mode) askNote() {
	it, ok := m.asked()
	of, name := &it.Subject, "the article"
	if ok {
		name = nameOf(it)
	} else {
		of = nil
	}
	m.host.Ask(dialogue.Question{Label: "note on " + name, Done: func(s string) string {
		s = strings.TrimSpace(s)
		if s == "" {
			return "nothing is written yet"
		}
		e := m.writer().Note(of, s)
		if err := m.keep(e); err != nil {
			return err.Error()
		}
		m.told(name + ": " + telling{m.findings()}.said(e))
		return ""
	}})
}

// turning takes decisions back and restores them.
type turning struct{ *Mode }

// undo takes the last decision back, and redo restores it; what it was about is asked about again.
func (m turning) undo() {
	m.turnBack((*review.Writer).Undo, "nothing is left to take back", func(e review.Entry) string {
		return "taken back: " + telling{m.findings()}.undone(e, m.review().named(e))
	})
}

func (m turning) redo() {
	m.turnBack((*review.Writer).Redo, "nothing is left to restore", func(e review.Entry) string {
		return "restored: " + m.review().namedBefore(e) + telling{m.findings()}.said(e)
	})
}

func (m turning) turnBack(write func(*review.Writer, *review.State) (review.Entry, bool), none string,
	told func(review.Entry) string) {
	r := m.review()
	if r == nil {
		m.host.Tell(none)
		return
	}
	e, ok := write(r.log.Writer(), r.log.State())
	old, known := r.log.State().Entry(e.Names)
	if !ok || !known {
		m.host.Tell(none)
		return
	}
	if !m.On() && old.Act != review.Same { // what is decided on quotes is seen in the review alone
		m.host.Tell("decisions are taken back and restored in the review: " + m.host.Key("review") + " opens it")
		return
	}
	if err := m.keep(e); err != nil {
		m.host.Tell(err.Error())
		return
	}
	m.askAgain(old)
	m.host.Tell(told(old))
}

// askAgain asks about what an entry was about.
func (m turning) askAgain(e review.Entry) {
	if joins(e) {
		joining(m).showJoined(e)
	}
	if i := m.review().about(e); i != view.None {
		m.AskAbout(i)
	} else if it, ok := m.review().position(e); ok && it.Place != analysis.None && m.On() {
		m.host.ShowPosition(it.Place)
	} else if e.Act == review.AddQuote && m.On() {
		m.askBefore(e)
	}
}

// askBefore asks about the quote that was in question when one was added that is gone; where that is not known, about
// the one that stands before it.
func (m turning) askBefore(e review.Entry) {
	r, i := m.review(), view.None
	if it, ok := r.before[e.ID]; ok {
		i = itemIn(r.sheet.Quotes, it)
	}
	for k := 0; i == view.None && k < len(r.sheet.Quotes) && len(e.Of.Quote.Content) > 0; k++ {
		words := content(r.sheet.Quotes[k])
		if view.Start(words) > e.Of.Quote.Content[0].Start {
			i = max(k-1, 0)
		}
	}
	if i == view.None {
		i = len(r.sheet.Quotes) - 1
	}
	if i >= 0 {
		m.AskAbout(i)
	}
}

// complete says that nothing is missed in the article, or that something may be after all.
func (m *Mode) complete() {
	r := m.review()
	e := r.log.Writer().Complete()
	if r.log.State().Complete() {
		e = r.log.Writer().Reopen()
	}
	if err := m.keep(e); err != nil {
		m.host.Tell(err.Error())
		return
	}
	said := "reopened: the article does not count for recall"
	if r.log.State().Complete() {
		said = "complete: nothing is missed; the article counts for recall"
		if n := r.sheet.Undecided(); n > 0 {
			said = "complete: nothing is missed; it counts for recall once " + told.Count(n, "undecided quote") + " " + verb(n) +
				" decided"
		}
	}
	m.told(said)
}

func verb(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// Gone are the words in question that are no quote any more.
func (m *Mode) Gone() (words []analysis.Span, ok bool) {
	if !m.On() || m.review().at == view.None || m.at().Quote != view.None {
		return nil, false
	}
	return content(m.review().sheet.Quotes[m.review().at]), true
}
