package reviewing

import (
	"slices"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/picking"
	"hearsay/ui/reader/view"
)

// correcting puts right what is part of a quote or a position.
type correcting struct{ *Mode }

// extent moves the edges of a quote's content, or of a position's target.
func (m correcting) extent() {
	it, ok := m.inQuestion()
	switch {
	case !ok:
	case m.onPositions():
		m.target(it)
	default:
		m.content(it)
	}
}

func (m correcting) target(it overlay.Item) {
	had := spans(positionOf(it).Target)
	m.picking.Begin(picking.Words{Label: "target", Spans: had, Near: view.Whole(spans(positionOf(it).Statement)).Start,
		From: layout.Positions,
		Done: func(sp []analysis.Span) string {
			if len(sp) == 0 {
				return "a position has a target: " + m.host.Key("pick-leave") + " leaves it as it was"
			}
			m.host.FocusOn(layout.Positions)
			refusal := m.correct(it, "target", slices.Equal(sp, had), m.writer().Target(it.Subject, sp))
			if refusal != "" {
				m.host.FocusOn(layout.Article) // where the choice goes on
			}
			return refusal
		}})
}

func (m correcting) content(it overlay.Item) {
	had := content(it)
	m.picking.Begin(picking.Words{Label: "content", Spans: had, From: m.at().Focus,
		Done: func(sp []analysis.Span) string {
			if len(sp) == 0 {
				return "a quote has words: " + m.host.Key("pick-leave") + " leaves it as it was, and " + m.host.Key("reject") +
					" then says that it is none"
			}
			return m.correct(it, "content", slices.Equal(sp, had), m.writer().Content(it.Subject, sp))
		},
		Parts: func(first, second []analysis.Span) {
			now := *it.Now()
			m.tellRefusal(m.change(it, m.writer().Split(it.Subject, now, first, second)))
		}})
}

// correct writes a correction of a part of a quote or a position, if it is one, and goes on to the next. It returns why
// it could not be kept.
func (m correcting) correct(it overlay.Item, what string, same bool, e review.Entry) (refusal string) {
	if same {
		m.host.Tell(nameOf(it) + ": the " + what + " is as it was")
		return ""
	}
	name := nameOf(it)
	if err := m.keep(e); err != nil {
		return err.Error()
	}
	m.told(name+": "+telling{m.findings()}.said(e), m.goOn())
	return ""
}

// source and cue choose the words that tell who, and those that attribute.
func (m correcting) source() {
	m.wordsOf("source", func(q *review.Quote) []review.Words { return q.Source }, (*review.Writer).Source)
}

func (m correcting) cue() {
	m.wordsOf("cue", func(q *review.Quote) []review.Words { return q.Cue }, (*review.Writer).Cue)
}

func (m correcting) wordsOf(label string, have func(*review.Quote) []review.Words,
	entry func(*review.Writer, review.Subject, []analysis.Span) review.Entry) {
	if m.onPositions() {
		m.host.Tell("a position has no " + label + ": that is a quote's")
		return
	}
	it, ok := m.inQuestion()
	if !ok {
		return
	}
	had := spans(have(it.Now()))
	near := sentenceStart(m.host.Sentences(), view.Whole(content(it)).Start)
	m.picking.Begin(picking.Words{Label: label, Spans: had, Near: near, From: m.at().Focus,
		Done: func(sp []analysis.Span) string {
			return m.correct(it, label, slices.Equal(sp, had), entry(m.writer(), it.Subject, sp))
		}})
}

// sentenceStart is where the sentence begins that holds an offset.
func sentenceStart(sentences []analysis.Span, at int) int {
	start := 0
	for _, s := range sentences {
		if s.Start > at {
			break
		}
		start = s.Start
	}
	return start
}

// sentencesOf is the stretch of the sentences that hold words.
func sentencesOf(sentences, words []analysis.Span) []analysis.Span {
	out := view.Whole(words)
	for _, s := range sentences {
		if s.Overlaps(view.Whole(words)) {
			out.Start, out.End = min(out.Start, s.Start), max(out.End, s.End)
		}
	}
	return []analysis.Span{out}
}

// askSide offers the sides of a position. Leaving it does what left does, which may be nil.
func (m *Mode) askSide(title string, left func(), done func(analysis.Stance)) {
	var all []dialogue.Choice
	for _, s := range []analysis.Stance{analysis.Supports, analysis.Opposes, analysis.Neutral} {
		all = append(all, dialogue.Choice{Text: view.Signs[s] + " " + view.SideWords[s], Words: view.SideWords[s],
			Do: func() { done(s) }})
	}
	m.host.Choose(dialogue.Menu{Title: title, Choices: all, Left: left})
}

// kind offers the kinds of a quote, and whether it was said at all; of a position the sides.
func (m correcting) kind() {
	it, ok := m.inQuestion()
	switch {
	case !ok:
	case m.onPositions():
		m.askSide("Which side?", nil, func(side analysis.Stance) {
			m.decide(func(p *review.Writer, of review.Subject) review.Entry { return p.Stance(of, side) })
		})
	default:
		title := "Which kind? It is " + it.Now().Kind + ", " + polarityOf(m.findings(), it).String()
		all := append(m.kinds(it), dialogue.Choice{Text: "Was it said at all?", Heading: true})
		m.host.Choose(dialogue.Menu{Title: title, Choices: append(all, m.polarities(it)...)})
	}
}

func (m correcting) kinds(it overlay.Item) (all []dialogue.Choice) {
	for _, k := range []analysis.Kind{analysis.Direct, analysis.Mixed, analysis.Indirect} {
		word := k.String()
		all = append(all, dialogue.Choice{Text: view.Bar(k, analysis.Certain) + " " + word,
			Aside: " · " + view.KindMeans[k], Words: word,
			Do: func() { m.become(it, word, word == it.Now().Kind, m.writer().Kind(it.Subject, k)) }})
	}
	return all
}

func (m correcting) polarities(it overlay.Item) (all []dialogue.Choice) {
	now := polarityOf(m.findings(), it)
	for _, p := range []analysis.Polarity{analysis.Said, analysis.Denied, analysis.Refused} {
		word := p.String()
		all = append(all, dialogue.Choice{Text: cells.Fit(view.PolaritySigns[p], 1) + " " + word,
			Aside: " · " + polarityMeans[p], Words: word,
			Do: func() { m.become(it, word, p == now, m.writer().Polarity(it.Subject, p)) }})
	}
	return all
}

var polarityMeans = [...]string{
	analysis.Said:    "these are the speaker's words, or what they said",
	analysis.Denied:  "the article tells that it was not said",
	analysis.Refused: "the speaker declined to say anything",
}

// become makes a quote what a word says, unless it is so already.
func (m correcting) become(it overlay.Item, word string, same bool, e review.Entry) {
	if same {
		m.host.Tell(nameOf(it) + ": " + word + " as it was")
		return
	}
	m.tellRefusal(m.change(it, e))
}

// join makes one quote of the one in question and the next; of speakers, one of two.
func (m correcting) join() {
	switch m.at().Focus {
	case layout.Speakers, layout.Card:
		joining(m).same()
		return
	case layout.Positions:
		m.host.Tell("positions are not joined: " + m.host.Key("extent") + " chooses what one is on")
		return
	}
	it, ok := m.inQuestion()
	if !ok {
		return
	}
	r := m.review()
	for _, next := range r.sheet.Quotes[r.at+1:] {
		if next.Place == analysis.None {
			continue
		}
		both := slices.Concat(content(it), content(next))
		m.tellRefusal(m.change(it, m.writer().Join(it.Subject, next.Subject, both)))
		return
	}
	m.host.Tell("no quote follows " + nameOf(it))
}
