package reviewing

import (
	"fmt"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/keys"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/pane"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// Entry is the review's panel in the registry of panes.
func (m *Mode) Entry() pane.Entry {
	return pane.Entry{Pane: asked{mode: m}, Name: "Review", In: keys.Review, Go: keys.Action{Name: "review"},
		Enter: keys.Action{Name: "place-of-item"}}
}

// asked is the panel that asks what is right.
type asked struct {
	pane.Panel
	mode *Mode
}

// About is the quote in question; while somebody is asked for it changes with what is typed.
func (a asked) About(pane.View) int {
	if a.mode.offered != nil {
		return -2 - a.mode.typed
	}
	return a.mode.review().asked()
}

// Empty says that there is no review.
func (asked) Empty(v pane.View) string {
	return "nothing is reviewed: " + v.Say("review") + " begins"
}

// Rows are the question, the speakers by digit or those that may be meant by what is typed, and all there is to decide
// on with what was decided.
func (a asked) Rows(v pane.View, w int) []pane.Row {
	r := a.mode.review()
	if r == nil || r.sheet == nil {
		return nil
	}
	p := panel{Writer: pane.Writer{F: v.Findings, W: w}, r: r, key: v.Say, filter: v.At.Filters[layout.Review],
		offered: a.mode.offered}
	p.question(!v.Layout.Panes[layout.Article].Empty())
	p.colleagues()
	p.standing()
	p.items()
	p.orphans()
	return p.Writer.Rows
}

// panel collects the rows of the review's panel.
type panel struct {
	pane.Writer
	r      *Review
	key    func(action string) string
	filter string
	// offered are those who may be meant by what is typed now; nil where nobody is asked for.
	offered []dialogue.Offer
}

// mostOffered is how many of those who may be meant are listed.
const mostOffered = 9

// offers lists those who may be meant, each behind the letter that names them.
func (p *panel) offers() {
	for _, o := range p.offered[:min(len(p.offered), mostOffered)] {
		p.Say(draw.As(theme.Key, o.Sign+" "), draw.Of(o.Speaker, o.Name))
	}
	if more := len(p.offered) - mostOffered; more > 0 {
		p.Say(draw.Dim(fmt.Sprintf("and %d more", more)))
	}
	if len(p.offered) == 0 {
		p.Say(draw.Dim("nobody of that name yet: a new speaker"))
	}
}

// question is what is asked. Where the article is not on the screen the words in question stand here.
func (p *panel) question(articleSeen bool) {
	if p.r.at == view.None {
		return
	}
	it := p.r.sheet.Quotes[p.r.at]
	p.Heading(p.r.questionOf(p.F, it)[0])
	if !articleSeen {
		p.Text(theme.Plain, "“"+p.F.OneLine(content(it))+"”")
	}
	p.Say(p.r.answer(p.F, it, p.W-panelIndent)...)
	if two := p.r.matters; two != nil {
		p.colleague(draw.As(theme.Key, p.key("take-first")+" "), two.a, it)
		p.colleague(draw.As(theme.Key, p.key("take-second")+" "), two.b, it)
	}
	if p.offered != nil {
		p.offers()
	} else {
		p.digits()
	}
	p.grounds(it)
	if it.Decision != nil {
		if segs := verdictSegs(it); len(segs) > 0 {
			p.Say(segs...)
		}
		for _, n := range it.Decision.Notes {
			p.Text(theme.Dim, "note: "+n)
		}
	}
}

// standing is how far the reviewer is, and in which order they go.
func (p *panel) standing() {
	pr := p.r.progress()
	p.Heading(fmt.Sprintf("%s · %d of %d decided", p.r.Reviewer(), pr.Reviewed, pr.Of))
	if pr.Right.Of > 0 {
		p.Say(draw.Dim("accuracy so far "), draw.Strong(pr.Right.String()))
	}
	if two := p.r.matters; two != nil {
		p.Say(draw.Dim("where " + two.a.Name + " and " + two.b.Name + " differ"))
	} else {
		p.Say(draw.Dim(orderWords(p.r.sitting())))
	}
	if p.r.log.State().Complete() {
		p.Say(draw.Strong("complete"), draw.Dim(" · nothing is missed"))
	}
}

// panelIndent are the cells of the panel's width that rows leave free, with the mark of the current row.
const panelIndent = 6

// questions are what is asked of a quote by its polarity, the fullest first.
var questions = [...][]string{
	analysis.Said:    {"Who says this?", "Who says this?", "Who?"},
	analysis.Denied:  {"Who is said not to have said this?", "Who did not say this?", "Not by?"},
	analysis.Refused: {"Who declined to comment?", "Who declined to comment?", "Refused by?"},
}

// questionOf is what is asked of a quote, the fullest first. It does not tell what is hidden.
func (r *Review) questionOf(f *view.Findings, it overlay.Item) []string {
	if r.blind() && !decided(it) {
		return questions[analysis.Said]
	}
	return questions[polarityOf(f, it)]
}

// answer is who says it, as decided or as the machine has it, and how sure that is. That it was not said stands right
// behind who is named, whose name is made as short as that needs in so many cells.
func (r *Review) answer(f *view.Findings, it overlay.Item, room int) []draw.Seg {
	if r.blind() && !decided(it) {
		return []draw.Seg{draw.Dim(hiddenAnswer)}
	}
	q, segs := it.Now(), r.whoBy(f, it, nil)
	if p := polarityOf(f, it); p != analysis.Said {
		not := draw.Strong(" · " + view.PolaritySigns[p] + " " + p.String())
		room -= draw.Width([]draw.Seg{not})
		if draw.Width(segs) > room {
			segs = shortened(r.whoBy(f, it, f.Short), room)
		}
		segs = append(segs, not)
	}
	if it.Place != analysis.None && !decided(it) {
		segs = append(segs, draw.Plain(" · "+analysis.Sure(f.Doc.Quotes[it.Place].Certainty())))
	}
	return append(segs, draw.Plain(" · "+q.Kind))
}

// whoBy are the speakers of a quote by letter and a form of their names, the whole one where that is nil or does not
// know them.
func (r *Review) whoBy(f *view.Findings, it overlay.Item, form func(speaker int) string) (segs []draw.Seg) {
	q := it.Now()
	for i, who := range q.Speakers {
		if i > 0 {
			segs = append(segs, draw.Plain(" and "))
		}
		s, name := f.Named(who.Name), who.Name
		if form != nil && s != view.None {
			name = form(s)
		}
		segs = append(segs, draw.Named(s, view.Letter(s)+" "+name))
	}
	if len(q.Speakers) > 0 {
		return segs
	}
	segs = append(segs, draw.Strong("? unknown"))
	if it.Place != analysis.None && !decided(it) {
		if who, name := f.Perhaps(it.Place); name != "" {
			segs = append(segs, draw.Strong(", perhaps "), draw.Named(who, name))
		}
	}
	return segs
}

// shortened are segments in no more than so many cells, the first of them as far as it has room, and so on.
func shortened(segs []draw.Seg, room int) (out []draw.Seg) {
	for _, s := range segs {
		w := draw.Width([]draw.Seg{s})
		if w > room {
			s.Text = cells.Truncate(s.Text, max(room, 0))
			return append(out, s)
		}
		out, room = append(out, s), room-w
	}
	return out
}

// polarityOf tells whether a quote was said at all, as it stands in the article that is shown.
func polarityOf(f *view.Findings, it overlay.Item) analysis.Polarity {
	if it.Place != analysis.None {
		return f.Doc.Quotes[it.Place].Polarity
	}
	return review.PolarityNamed(it.Now().Polarity)
}

// verdictSegs are the sign and the word of what was decided; none where nothing was.
func verdictSegs(it overlay.Item) (segs []draw.Seg) {
	if decided(it) {
		v := verdicts[it.Verdict()]
		segs = append(segs, draw.Strong(v.sign+" "+v.word+" "))
	}
	if it.Decision != nil && it.Decision.Flagged {
		segs = append(segs, draw.Strong("! flagged "))
	}
	if it.Decision != nil && it.Decision.Skipped && !decided(it) {
		segs = append(segs, draw.Dim("skipped "))
	}
	if n := len(segs); n > 0 {
		segs[n-1].Text = strings.TrimSuffix(segs[n-1].Text, " ")
	}
	return segs
}

// stateWords are the words by which an item is filtered.
func stateWords(it overlay.Item) string {
	var b strings.Builder
	if !decided(it) {
		b.WriteString(verdicts[review.Undecided].word + " ")
	}
	for _, s := range verdictSegs(it) {
		b.WriteString(s.Text + " ")
	}
	if it.Decision != nil {
		b.WriteString(strings.Join(it.Decision.Notes, " "))
	}
	return b.String()
}

// digits tells which digit is which speaker, as many on a line as have room.
func (p *panel) digits() {
	var segs []draw.Seg
	for _, next := range p.r.digits(p.F, p.key) {
		if len(segs) > 0 && draw.Width(segs)+draw.Width(next) > p.W-3 {
			p.Say(segs...)
			segs = nil
		}
		segs = append(segs, next...)
	}
	p.Say(segs...)
}

// lastDigit is the last digit that a speaker can have.
const lastDigit = 9

// digits are the answers by digit, each with its speaker.
func (r *Review) digits(f *view.Findings, key func(string) string) (out [][]draw.Seg) {
	add := func(key string, who draw.Seg) {
		out = append(out, []draw.Seg{draw.As(theme.Key, key), draw.Plain(" "), who, draw.Plain("  ")})
	}
	for i := range min(len(r.sheet.Document.Speakers), lastDigit) {
		add(fmt.Sprint(i+1), draw.Of(i, f.Short(i)))
	}
	if k := key("nobody"); k != "" {
		add(k, draw.Plain("unknown"))
	}
	return out
}

// grounds are the links that led the machine to the speaker.
func (p *panel) grounds(it overlay.Item) {
	if it.Place == analysis.None || p.r.blind() && !decided(it) {
		return
	}
	why := p.F.Doc.Quotes[it.Place].Why
	for _, l := range why.Chain {
		p.Text(theme.Dim, "↓ "+l.Reason)
	}
	p.Text(theme.Dim, why.Unknown)
}

// colleagues are what others decided on the quote, once the reviewer has asked to see it.
func (p *panel) colleagues() {
	if len(p.r.others) == 0 || p.r.at == view.None {
		return
	}
	p.Heading("Others")
	for _, c := range p.r.others {
		p.colleague(draw.Plain(""), c, p.r.sheet.Quotes[p.r.at])
	}
}

func (p *panel) colleague(key draw.Seg, c review.Colleague, it overlay.Item) {
	segs := []draw.Seg{key, draw.Strong(c.Name + " ")}
	p.Say(append(segs, p.r.otherAnswer(p.F, c, it, p.W-panelIndent-draw.Width(segs))...)...)
}

// otherAnswer is what a colleague decided on a quote, in so many cells.
func (r *Review) otherAnswer(f *view.Findings, c review.Colleague, it overlay.Item, room int) []draw.Seg {
	d, ok := c.State.On(it.Subject)
	switch {
	case !ok && it.Machine == analysis.None:
		return []draw.Seg{draw.Dim("has no such quote")}
	case !ok || !d.Decided():
		return []draw.Seg{draw.Dim("undecided")}
	}
	other := overlay.Item{Subject: it.Subject, Machine: it.Machine, Place: analysis.None, Decision: &d}
	segs := append(verdictSegs(other), draw.Plain(" "))
	if d.Quote == nil || d.Verdict() == review.Wrong {
		return segs
	}
	return append(segs, r.answer(f, other, room-draw.Width(segs))...)
}
