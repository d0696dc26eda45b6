package reviewing

import (
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/pane"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// words are the beginning of those of a thing to decide on, as much as a row has room for.
func (p *panel) words(i int) string {
	words := content(p.r.sheet.Quotes[i])
	if most := 4 * p.W; len(words) > 0 && words[0].Len() > most {
		words = []analysis.Span{{Start: words[0].Start, End: words[0].Start + most}}
	}
	return p.F.OneLine(words)
}

// linesBefore is how many of those before the one in question the list begins with.
const linesBefore = 2

// items are all there is to decide on in one list, in the order of the sitting: from a little before the one in
// question on, and from the beginning again. What is not in line stands apart.
func (p *panel) items() {
	line := slices.DeleteFunc(slices.Clone(p.r.inLine), func(i int) bool { return i == view.None })
	from := max(slices.Index(line, p.r.at)-linesBefore, 0)
	if len(line) > 0 {
		p.Say()
	}
	p.some(line[from:])
	if from > 0 {
		p.Say(draw.Dim("from the beginning"))
	}
	p.some(line[:from])
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
	if len(rest) > 0 {
		p.Heading("Not in line")
	}
	p.some(rest)
}

func (p *panel) some(items []int) {
	for _, i := range items {
		p.item(i)
	}
}

// item is a row: the sign of what was decided, nothing where nothing was; the letters of who says it; its words.
func (p *panel) item(i int) {
	it, words := p.r.sheet.Quotes[i], p.words(i)
	if p.filter != "" && !find.Matches(p.filter, stateWords(it)+words) {
		return
	}
	sign, asked := " ", draw.Plain("  ")
	if decided(it) {
		sign = verdicts[it.Verdict()].sign
	}
	if it.Decision != nil && it.Decision.Flagged {
		sign += "!"
	}
	if i == p.r.at {
		asked = draw.Strong("› ")
	}
	segs := append([]draw.Seg{asked, draw.Strong(cells.Fit(sign, 2) + " ")}, p.letters(it)...)
	p.Jump(pane.Item(i), append(segs, draw.Plain(words))...)
}

// letters are those of all who say it, in the cells that two take at least, and the sign of what was not said.
func (p *panel) letters(it overlay.Item) (segs []draw.Seg) {
	hidden := p.r.blind() && !decided(it)
	q := it.Now()
	for _, who := range q.Speakers {
		if !hidden {
			s := p.F.Named(who.Name)
			segs = append(segs, draw.Of(s, view.Letter(s)))
		}
	}
	if len(q.Speakers) == 0 && !hidden {
		segs = append(segs, draw.Plain("?"))
	}
	segs = append(segs, draw.Plain(strings.Repeat(" ", max(2-draw.Width(segs), 0))+" "))
	if not := view.PolaritySigns[polarityOf(p.F, it)]; not != "" && !hidden {
		segs = append(segs, draw.Strong(not+" "))
	}
	return segs
}

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
