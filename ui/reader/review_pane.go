package reader

import (
	"fmt"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/pane"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// reviewRows are the question, the speakers by digit, and all there is to decide on with what was decided.
func (m *model) reviewRows(o *opened) []pane.Row {
	if o.desk == nil {
		return nil
	}
	w := deskWriter{pane.Writer{F: o.Findings, W: m.layout.Inner(layout.Review).W}, o, o.desk}
	w.question()
	w.colleagues()
	w.standing()
	if m.at.Filters[layout.Review] == "" {
		w.recent()
	}
	w.items(m)
	w.orphans()
	return w.Rows
}

// deskWriter collects the rows of the review panel.
type deskWriter struct {
	pane.Writer
	o *opened
	d *desk
}

func (w *deskWriter) question() {
	if w.d.at == none {
		return
	}
	it := w.d.sheet.Quotes[w.d.at]
	w.Heading("Who says this?")
	w.Say(w.o.answer(it)...)
	w.digits()
	w.grounds(it)
	if it.Decision != nil {
		w.Say(verdictSegs(it)...)
		for _, n := range it.Decision.Notes {
			w.Text(theme.Dim, "note: "+n)
		}
	}
}

// standing is how far the reviewer is, and in which order they go.
func (w *deskWriter) standing() {
	p := w.o.progress()
	w.Heading(fmt.Sprintf("%s · %d of %d decided", w.d.reviewer(), p.Reviewed, p.Of))
	w.Say(draw.Dim(orderWords(w.d.sitting())))
	if p.Right.Of > 0 {
		w.Say(draw.Dim("accuracy so far "), draw.Strong(p.Right.String()))
	}
	if w.d.log.State().Complete() {
		w.Say(draw.Strong("complete"), draw.Dim(" · nothing is missed"))
	}
}

// answer is who says it, as decided or as the machine has it, and how sure that is.
func (o *opened) answer(it overlay.Item) []draw.Seg {
	if o.blind() && !decided(it) {
		return []draw.Seg{draw.Dim(hiddenAnswer)}
	}
	q := it.Now()
	segs := []draw.Seg{}
	for i, who := range q.Speakers {
		if i > 0 {
			segs = append(segs, draw.Plain(" and "))
		}
		s := o.Named(who.Name)
		segs = append(segs, draw.Named(s, view.Letter(s)+" "+who.Name))
	}
	if len(q.Speakers) == 0 {
		segs = append(segs, draw.Strong("? unknown"))
	}
	if q.Confidence > 0 && !decided(it) {
		segs = append(segs, draw.Plain(" · "+analysis.Sure(q.Confidence)))
	}
	return append(segs, draw.Plain(" · "+q.Kind))
}

// verdictSegs are the sign and the word of what was decided.
func verdictSegs(it overlay.Item) []draw.Seg {
	v := verdicts[it.Verdict()]
	segs := []draw.Seg{draw.Strong(v.sign + " " + v.word)}
	if it.Decision != nil && it.Decision.Flagged {
		segs = append(segs, draw.Strong(" ! flagged"))
	}
	if it.Decision != nil && it.Decision.Skipped && !decided(it) {
		segs = append(segs, draw.Dim(" skipped"))
	}
	return segs
}

// stateWords are the words by which an item is filtered.
func stateWords(it overlay.Item) string {
	var b strings.Builder
	for _, s := range verdictSegs(it) {
		b.WriteString(s.Text + " ")
	}
	if it.Decision != nil {
		b.WriteString(strings.Join(it.Decision.Notes, " "))
	}
	return b.String()
}

// digits tells which digit is which speaker, as many on a line as have room.
func (w *deskWriter) digits() {
	var segs []draw.Seg
	add := func(key string, who draw.Seg) {
		next := []draw.Seg{draw.As(theme.Key, key), draw.Plain(" "), who, draw.Plain("  ")}
		if len(segs) > 0 && draw.Width(segs)+draw.Width(next) > w.W-3 {
			w.Say(segs...)
			segs = nil
		}
		segs = append(segs, next...)
	}
	for i := range min(len(w.d.sheet.Document.Speakers), 9) {
		add(fmt.Sprint(i+1), draw.Of(i, w.o.Short(i)))
	}
	add("0", draw.Plain("unknown"))
	w.Say(segs...)
}

// grounds are the links that led the machine to the speaker.
func (w *deskWriter) grounds(it overlay.Item) {
	if it.Place == analysis.None || w.o.blind() && !decided(it) {
		return
	}
	why := w.o.Doc.Quotes[it.Place].Why
	for _, l := range why.Chain {
		w.Text(theme.Dim, "↓ "+l.Reason)
	}
	w.Text(theme.Dim, why.Unknown)
}

// colleagues are what others decided on the quote, once the reviewer has asked to see it.
func (w *deskWriter) colleagues() {
	if len(w.d.others) == 0 || w.d.at == none {
		return
	}
	w.Heading("Others")
	for _, c := range w.d.others {
		w.Say(append([]draw.Seg{draw.Strong(c.Name + " ")}, w.o.otherAnswer(c, w.d.sheet.Quotes[w.d.at])...)...)
	}
}

// otherAnswer is what a colleague decided on a quote.
func (o *opened) otherAnswer(c review.Colleague, it overlay.Item) []draw.Seg {
	d, ok := c.State.On(it.Subject)
	if !ok || !d.Decided() {
		return []draw.Seg{draw.Dim("undecided")}
	}
	other := overlay.Item{Subject: it.Subject, Machine: it.Machine, Decision: &d}
	segs := append(verdictSegs(other), draw.Plain(" "))
	if d.Quote == nil || d.Verdict() == review.Wrong {
		return segs
	}
	return append(segs, o.answer(other)...)
}

// The least widths of the screen for the whole question, and for the accuracy beside it.
const stackedRoom, wideRoom = 60, 80

// reviewInfo is the question, with how far the reviewer is.
func (m *model) reviewInfo(o *opened) (left, right []draw.Seg) {
	d := o.desk
	p := o.progress()
	right = []draw.Seg{draw.Dim(fmt.Sprintf(" %d/%d", p.Reviewed, p.Of))}
	question := " Who says this? "
	switch {
	case m.w < stackedRoom:
		question = " Who? "
	case p.Right.Of > 0 && m.w >= wideRoom:
		right = append(right, draw.Dim(" · accuracy "+p.Right.String()))
	}
	right = append(right, draw.Plain(" "))
	if d.at == none {
		return []draw.Seg{draw.Dim(" nothing is in question")}, right
	}
	it := d.sheet.Quotes[d.at]
	left = append([]draw.Seg{draw.Strong(question)}, o.answer(it)...)
	if it.Decision != nil {
		left = append(append(left, draw.Plain(" · ")), verdictSegs(it)...)
	}
	return left, right
}
