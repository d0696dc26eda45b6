package reviewing

import (
	"fmt"
	"slices"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/pane"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// shownRecent is how many of the last decisions are shown.
const shownRecent = 3

// recent are the last decisions, the newest first.
func (p *panel) recent() {
	all := p.r.log.State().Recent(shownRecent)
	if len(all) > 0 {
		p.Heading("Last decisions")
	}
	for _, e := range all {
		i := p.r.about(e)
		if i == view.None {
			p.Say(draw.Strong(fmt.Sprintf("%-11s ", deed(e))), draw.Dim(p.positionIn(e)))
			continue
		}
		p.Jump(pane.Item(i), draw.Strong(fmt.Sprintf("%-11s ", deed(e))), draw.Plain(p.words(i)))
	}
}

// positionIn is the position that an entry is about: "Orla Fenn: the harbour wall"; empty where it is about none.
func (p *panel) positionIn(e review.Entry) string {
	if e.Of == nil || e.Of.Position == nil {
		return ""
	}
	return e.Of.Position.Speaker.Name + ": " + p.F.OneLine(spans(e.Of.Position.Target))
}

// words are the beginning of those of a thing to decide on, as much as a row has room for.
func (p *panel) words(i int) string {
	words := content(p.r.sheet.Quotes[i])
	if most := 4 * p.W; len(words) > 0 && words[0].Len() > most {
		words = []analysis.Span{{Start: words[0].Start, End: words[0].Start + most}}
	}
	return p.F.OneLine(words)
}

// linesBefore is how many of those before the one in question the line begins with.
const linesBefore = 2

// items are all there is to decide on, in the order of the sitting from the one in question on, those before it after
// them, then the rest.
func (p *panel) items() {
	line := slices.DeleteFunc(slices.Clone(p.r.inLine), func(i int) bool { return i == view.None })
	from := max(slices.Index(line, p.r.at)-linesBefore, 0)
	p.some("In line", line[from:])
	p.some("Before them", line[:from])
	inLine := make([]bool, len(p.r.sheet.Quotes))
	for _, i := range line {
		inLine[i] = true
	}
	var rest []int
	for i, in := range inLine {
		if !in {
			rest = append(rest, i)
		}
	}
	p.some("Not in line", rest)
}

func (p *panel) some(heading string, items []int) {
	if len(items) == 0 {
		return
	}
	p.Heading(heading)
	for _, i := range items {
		p.item(i)
	}
}

func (p *panel) item(i int) {
	it, words := p.r.sheet.Quotes[i], p.words(i)
	if p.filter != "" && !find.Matches(p.filter, stateWords(it)+words) {
		return
	}
	who, letter, not := view.None, " ", ""
	if !(p.r.blind() && !decided(it)) {
		letter = "?"
		if not = view.PolaritySigns[polarityOf(p.F, it)]; not != "" {
			not += " "
		}
		if q := it.Now(); len(q.Speakers) > 0 {
			who = p.F.Named(q.Speakers[0].Name)
			letter = view.Letter(who)
		}
	}
	v := verdicts[it.Verdict()]
	sign := v.sign + " "
	if it.Decision != nil && it.Decision.Flagged {
		sign = v.sign + "!"
	}
	if p.W >= wordRoom {
		sign += cells.Fit(v.word, 10)
	}
	asked := draw.Plain("  ")
	if i == p.r.at {
		asked = draw.Strong("› ")
	}
	p.Jump(pane.Item(i), asked, draw.Strong(sign+" "), draw.Of(who, letter+" "), draw.Strong(not), draw.Plain(words))
}

// wordRoom is the least width of the panel for the words of verdicts beside their signs.
const wordRoom = 50

// orphans are decisions that fit nothing now; they are kept.
func (p *panel) orphans() {
	if len(p.r.sheet.Orphans) == 0 {
		return
	}
	p.Heading("Kept, though they fit nothing now")
	for _, o := range p.r.sheet.Orphans {
		p.Text(theme.Dim, wordsOf(o.Of)+o.Reason)
	}
}

// wordsOf are the words of what was decided on, before what is told of it.
func wordsOf(of review.Subject) string {
	switch {
	case of.Quote != nil && len(of.Quote.Content) > 0:
		return "“" + of.Quote.Content[0].Text + "”: "
	case of.Speaker != nil:
		return "“" + of.Speaker.Name + "”: "
	}
	return ""
}
