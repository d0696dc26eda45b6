package reader

import (
	"slices"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/picking"
	"hearsay/ui/reader/view"
)

// extent moves the edges of a quote's content, or of a position's target.
func (m *model) extent() {
	it, ok := m.asked()
	if !ok {
		m.tell("nothing is in question: " + m.say("next-quote") + " goes to a quote")
		return
	}
	if m.at.Focus == layout.Positions {
		target := spans(positionOf(it).Target)
		m.picking.Begin(picking.Words{Label: "target", Spans: target, Near: view.Whole(spans(positionOf(it).Statement)).Start, From: m.at.Focus, Done: func(sp []analysis.Span) string {
			m.focusOn(layout.Positions)
			if slices.Equal(sp, target) {
				m.tell("the target is as it was")
				return ""
			}
			m.change(func(p *review.Writer, of review.Subject) review.Entry { return p.Target(of, sp) })
			return ""
		}})
		return
	}
	m.picking.Begin(picking.Words{Label: "content", Spans: content(it), From: m.at.Focus, Done: func(sp []analysis.Span) string {
		m.corrected("content", slices.Equal(sp, content(it)), func(p *review.Writer, of review.Subject) review.Entry { return p.Content(of, sp) })
		return ""
	}, Parts: func(first, second []analysis.Span) {
		now := *it.Now()
		if m.change(func(p *review.Writer, of review.Subject) review.Entry { return p.Split(of, now, first, second) }) {
			m.tell("two quotes now" + m.spaceGoesOn())
		}
	}})
}

// positionOf is a position as it was decided, else as the machine has it.
func positionOf(it overlay.Item) *review.Position {
	if it.Decision != nil && it.Decision.Position != nil {
		return it.Decision.Position
	}
	return it.Subject.Position
}

// corrected writes a correction of a part of the quote in question, if it is one, and tells how to go on.
func (m *model) corrected(what string, same bool, entry func(p *review.Writer, of review.Subject) review.Entry) {
	switch {
	case same:
		m.tell("the " + what + " is as it was")
	case m.change(entry):
		m.tell("the " + what + " is corrected" + m.spaceGoesOn())
	}
}

// source and cue choose the words that tell who, and those that attribute.
func (m *model) source() {
	m.wordsOf("source", func(q *review.Quote) []review.Words { return q.Source }, (*review.Writer).Source)
}

func (m *model) cue() {
	m.wordsOf("cue", func(q *review.Quote) []review.Words { return q.Cue }, (*review.Writer).Cue)
}

func (m *model) wordsOf(label string, have func(*review.Quote) []review.Words, write func(*review.Writer, review.Subject, []analysis.Span) review.Entry) {
	it, ok := m.asked()
	if !ok || m.at.Focus == layout.Positions {
		m.tell("no quote is in question")
		return
	}
	m.picking.Begin(picking.Words{Label: label, Spans: spans(have(it.Now())), Near: m.sentenceStart(view.Whole(content(it)).Start), From: m.at.Focus, Done: func(sp []analysis.Span) string {
		m.corrected(label, slices.Equal(sp, spans(have(it.Now()))), func(p *review.Writer, of review.Subject) review.Entry { return write(p, of, sp) })
		return ""
	}})
}

// sentenceStart is where the sentence begins that holds an offset.
func (m *model) sentenceStart(at int) int {
	start := 0
	for _, s := range m.current().Doc.Sentences {
		if s.Start > at {
			break
		}
		start = s.Start
	}
	return start
}

// missed adds what was missed: a position where those have the focus, else a quote.
func (m *model) missed() {
	if m.at.Focus == layout.Positions {
		m.missedPosition()
		return
	}
	o := m.current()
	m.picking.Begin(picking.Words{Label: "missed quote", Near: m.nearCurrent(o), From: m.at.Focus, Done: func(content []analysis.Span) string {
		if len(content) == 0 {
			m.tell("nothing was chosen: nothing is added")
			return ""
		}
		m.picking.Begin(picking.Words{Label: "its cue", Also: content, Near: m.nearby(nil, content), Done: func(cue []analysis.Span) string {
			m.picking.Begin(picking.Words{Label: "its source", Also: slices.Concat(content, cue), Near: m.nearby(cue, content), Done: func(source []analysis.Span) string {
				q := review.Quote{Content: review.WordsAt(o.Article.Text, content), Cue: review.WordsAt(o.Article.Text, cue), Source: review.WordsAt(o.Article.Text, source)}
				m.askWho("who says it", m.suggestion(source), (*model).meant, func(m *model, who []review.Who) { m.addQuote(q, who) })
				return ""
			}})
			return ""
		}})
		return ""
	}})
}

// nearCurrent is where to look for what was missed: behind the current quote if it is in sight, else from the top of what is.
func (m *model) nearCurrent(o *opened) int {
	if m.at.Quote == none || !m.inSight(m.at.Quote) {
		return o.text.TopOffset(&m.at)
	}
	return min(view.Whole(o.Doc.Quotes[m.at.Quote].Content).End, len(o.Article.Text)-1)
}

// nearby is where to look for the words beside others.
func (m *model) nearby(near, content []analysis.Span) int {
	if len(near) > 0 {
		return m.sentenceStart(view.Whole(near).Start)
	}
	return m.sentenceStart(view.Whole(content).Start)
}

func (m *model) addQuote(q review.Quote, who []review.Who) {
	o := m.current()
	q.Speakers = who
	e := o.desk.log.Writer().Add(o.machine.Engine, q)
	if !m.keep(e) {
		return
	}
	m.askAgain(e)
	m.tell("added: a quote that was missed")
}

// missedPosition adds a position: its target, its speaker, its side; its evidence is the sentence.
func (m *model) missedPosition() {
	o := m.current()
	m.picking.Begin(picking.Words{Label: "missed target", Near: m.nearCurrent(o), From: m.at.Focus, Done: func(target []analysis.Span) string {
		if len(target) == 0 {
			m.focusOn(layout.Positions)
			m.tell("nothing was chosen: nothing is added")
			return ""
		}
		m.askWho("who takes a side", "", (*model).meant, func(m *model, who []review.Who) {
			if len(who) == 0 {
				m.tell("a position is somebody's: " + m.say("missed") + " begins again")
				return
			}
			m.askSide(func(m *model, s analysis.Stance) {
				p := review.Position{Speaker: who[0], Stance: s.String(), Target: review.WordsAt(o.Article.Text, target), Statement: review.WordsAt(o.Article.Text, m.sentencesOf(target))}
				if m.keep(o.desk.log.Writer().AddPosition(o.machine.Engine, p)) {
					m.focusOn(layout.Positions)
					m.tell("added: a position that was missed")
				}
			})
		})
		return ""
	}})
}

// sentencesOf is the stretch of the sentences that hold words.
func (m *model) sentencesOf(words []analysis.Span) []analysis.Span {
	out := view.Whole(words)
	for _, s := range m.current().Doc.Sentences {
		if s.Overlaps(view.Whole(words)) {
			out.Start, out.End = min(out.Start, s.Start), max(out.End, s.End)
		}
	}
	return []analysis.Span{out}
}

// askSide offers the sides of a position.
func (m *model) askSide(done func(*model, analysis.Stance)) {
	var all []choice
	for _, s := range []analysis.Stance{analysis.Supports, analysis.Opposes, analysis.Neutral} {
		all = append(all, choice{segs: []draw.Seg{draw.Plain(" " + view.Signs[s] + " " + view.SideWords[s])}, words: view.SideWords[s], do: func(m *model) { done(m, s) }})
	}
	m.openMenu(menu{title: "Which side?", all: all, numbered: true})
}

// join makes one quote of the one in question and the next; of speakers, one of two.
func (m *model) join() {
	if m.at.Focus == layout.Speakers || m.at.Focus == layout.Card {
		m.same()
		return
	}
	it, ok := m.asked()
	o := m.current()
	if !ok || m.at.Focus == layout.Positions {
		m.tell("no quote is in question")
		return
	}
	d := o.desk
	for i := d.at + 1; i < len(d.sheet.Quotes); i++ {
		next := d.sheet.Quotes[i]
		if next.Place == analysis.None {
			continue
		}
		both := append(append([]analysis.Span(nil), content(it)...), content(next)...)
		if m.keep(d.log.Writer().Join(it.Subject, next.Subject, both)) {
			m.tell("joined with the next quote" + m.spaceGoesOn())
		}
		return
	}
	m.tell("no quote follows")
}
