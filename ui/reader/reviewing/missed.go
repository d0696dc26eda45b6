package reviewing

import (
	"fmt"
	"slices"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/picking"
	"hearsay/ui/reader/view"
)

// missed adds what was missed: a position where those have the focus, else a quote. What is chosen step by step is
// kept until it is added; whoever leaves a step goes to the one before.
func (m *Mode) missed() {
	if m.onPositions() {
		(&missedPosition{Mode: m}).target()
		return
	}
	(&missedQuote{Mode: m, from: m.at().Focus}).words()
}

// step names a step of a dialogue: "missed quote 2 of 4: its cue".
func (m *Mode) step(dialogue string, n, of int, what string) string {
	if m.host.Width() < stackedRoom {
		return fmt.Sprintf("%d/%d %s", n, of, what)
	}
	return fmt.Sprintf("%s %d of %d: %s", dialogue, n, of, what)
}

// nothingYet says why a step cannot be the last one without words.
func (m *Mode) nothingYet() string {
	return "nothing was chosen: " + m.host.Key("pick-edge") + " holds words, " + m.host.Key("pick-leave") + " leaves"
}

// missedQuote is a quote on its way to be added: its words, its cue, its source and who says it.
type missedQuote struct {
	*Mode
	from                 layout.Pane
	content, cue, source []analysis.Span
	typed                string
}

// steps are how many steps there are.
const quoteSteps, positionSteps = 4, 3

func (d *missedQuote) words() {
	d.picking.Begin(picking.Words{Label: d.step("missed quote", 1, quoteSteps, "its words"), Spans: d.content,
		Near: d.host.Near(), From: d.from,
		Done: func(sp []analysis.Span) string {
			if len(sp) == 0 {
				return d.nothingYet()
			}
			d.content = sp
			d.cueWords()
			return ""
		}})
}

func (d *missedQuote) cueWords() {
	d.picking.Begin(picking.Words{Label: d.step("missed quote", 2, quoteSteps, "its cue"), Spans: d.cue, Also: d.content,
		Near: sentenceStart(d.host.Sentences(), d.content[0].Start),
		Back: d.words, Step: "the words", Done: func(sp []analysis.Span) string {
			d.cue = sp
			d.sourceWords()
			return ""
		}})
}

func (d *missedQuote) sourceWords() {
	near := d.content
	if len(d.cue) > 0 {
		near = d.cue
	}
	d.picking.Begin(picking.Words{Label: d.step("missed quote", 3, quoteSteps, "its source"), Spans: d.source,
		Also: slices.Concat(d.content, d.cue),
		Near: sentenceStart(d.host.Sentences(), near[0].Start), Back: d.cueWords, Step: "the cue",
		Done: func(sp []analysis.Span) string {
			d.source = sp
			d.speaker()
			return ""
		}})
}

func (d *missedQuote) speaker() {
	d.askWho(whoAsked{label: d.step("missed quote", 4, quoteSteps, "who says it"),
		suggested: naming{d.findings()}.suggestion(d.source), typed: &d.typed,
		back: "the source", left: d.sourceWords, done: d.add})
}

// add adds the quote. It returns why it could not be kept.
func (d *missedQuote) add(who []review.Who) (refusal string) {
	text, r := d.host.Text(), d.review()
	e := r.log.Writer().Add(r.machine.Engine, review.Quote{Content: review.WordsAt(text, d.content),
		Cue:    review.WordsAt(text, d.cue),
		Source: review.WordsAt(text, d.source), Speakers: who})
	asked, known := overlay.Item{}, r.at != view.None
	if known {
		asked = r.sheet.Quotes[r.at]
	}
	if err := d.keep(e); err != nil {
		return err.Error()
	}
	if known {
		r.before[e.ID] = asked
	}
	turning{d.Mode}.askAgain(e)
	d.told(r.namedBefore(e) + telling{d.findings()}.said(e))
	return ""
}

// missedPosition is a position on its way to be added: its target, whose it is, and on which side; its evidence is
// the sentence.
type missedPosition struct {
	*Mode
	words []analysis.Span
	typed string
	whose review.Who
}

func (d *missedPosition) target() {
	d.picking.Begin(picking.Words{Label: d.step("missed position", 1, positionSteps, "its target"), Spans: d.words,
		Near: d.host.Near(), From: layout.Positions,
		Done: func(sp []analysis.Span) string {
			if len(sp) == 0 {
				return d.nothingYet()
			}
			d.words = sp
			d.speaker()
			return ""
		}})
}

func (d *missedPosition) speaker() {
	d.askWho(whoAsked{label: d.step("missed position", 2, positionSteps, "who takes a side"), typed: &d.typed,
		back: "the target", left: d.target,
		done: func(who []review.Who) string {
			if len(who) == 0 {
				return noPosition
			}
			d.whose = who[0]
			d.side()
			return ""
		}})
}

func (d *missedPosition) side() {
	d.askSide(d.step("missed position", 3, positionSteps, "which side?"), d.speaker, d.add)
}

func (d *missedPosition) add(s analysis.Stance) {
	text, r := d.host.Text(), d.review()
	e := r.log.Writer().AddPosition(r.machine.Engine, review.Position{Speaker: d.whose, Stance: s.String(),
		Target:    review.WordsAt(text, d.words),
		Statement: review.WordsAt(text, sentencesOf(d.host.Sentences(), d.words))})
	if err := d.keep(e); err != nil {
		d.side()
		d.host.Tell(err.Error())
		return
	}
	d.host.FocusOn(layout.Positions)
	for _, it := range r.sheet.Positions {
		if it.Subject.Added == e.ID && it.Place != analysis.None {
			d.host.ShowPosition(it.Place)
		}
	}
	d.told(r.namedBefore(e) + telling{d.findings()}.said(e))
}
