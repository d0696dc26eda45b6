package reader

import (
	"fmt"
	"slices"

	"hearsay/analysis"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/pane"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// shownRecent is how many of the last decisions are shown.
const shownRecent = 3

// recent are the last decisions, the newest first.
func (w *deskWriter) recent() {
	all := w.d.log.State().Recent(shownRecent)
	if len(all) > 0 {
		w.Heading("Last decisions")
	}
	for _, e := range all {
		i := w.d.about(e)
		if i == none {
			w.Say(draw.Dim(deed(e)))
			continue
		}
		w.Jump(pane.Item(i), draw.Strong(fmt.Sprintf("%-11s ", deed(e))), draw.Plain(w.o.OneLine(cut(content(w.d.sheet.Quotes[i]), w.W))))
	}
}

// linesBefore is how many of those before the one in question the line begins with.
const linesBefore = 2

// items are all there is to decide on, in the order of the sitting from the one in question on, those before it after them,
// then the rest.
func (w *deskWriter) items(m *model) {
	line := slices.DeleteFunc(slices.Clone(w.d.inLine), func(i int) bool { return i == none })
	from := max(slices.Index(line, w.d.at)-linesBefore, 0)
	w.some(m, "In line", line[from:])
	w.some(m, "Before them", line[:from])
	inLine := make([]bool, len(w.d.sheet.Quotes))
	for _, i := range line {
		inLine[i] = true
	}
	var rest []int
	for i, in := range inLine {
		if !in {
			rest = append(rest, i)
		}
	}
	w.some(m, "Not in line", rest)
}

func (w *deskWriter) some(m *model, heading string, items []int) {
	if len(items) == 0 {
		return
	}
	w.Heading(heading)
	for _, i := range items {
		w.item(m, i)
	}
}

func (w *deskWriter) item(m *model, i int) {
	it := w.d.sheet.Quotes[i]
	words := w.o.OneLine(cut(content(it), w.W))
	if m.at.Filters[layout.Review] != "" && !m.view().Passes(layout.Review, stateWords(it)+words) {
		return
	}
	who, letterOf := none, " "
	if q := it.Now(); !(w.o.blind() && !decided(it)) {
		letterOf = "?"
		if len(q.Speakers) > 0 {
			who = w.o.Named(q.Speakers[0].Name)
			letterOf = view.Letter(who)
		}
	}
	v := verdicts[it.Verdict()]
	sign := v.sign + " "
	if it.Decision != nil && it.Decision.Flagged {
		sign = v.sign + "!"
	}
	if w.W >= wordRoom {
		sign += cells.Fit(v.word, 10)
	}
	asked := draw.Plain("  ")
	if i == w.d.at {
		asked = draw.Strong("› ")
	}
	w.Jump(pane.Item(i), asked, draw.Strong(sign+" "), draw.Of(who, letterOf+" "), draw.Plain(words))
}

// wordRoom is the least width of the panel for the words of verdicts beside their signs.
const wordRoom = 50

// cut is the beginning of words, as much as a row has room for.
func cut(spans []analysis.Span, w int) []analysis.Span {
	if len(spans) == 0 || spans[0].Len() < 4*w {
		return spans
	}
	return []analysis.Span{{Start: spans[0].Start, End: spans[0].Start + 4*w}}
}

// orphans are decisions that fit nothing now; they are kept.
func (w *deskWriter) orphans() {
	if len(w.d.sheet.Orphans) == 0 {
		return
	}
	w.Heading("Kept, though they fit nothing now")
	for _, o := range w.d.sheet.Orphans {
		words := ""
		if q := o.Of.Quote; q != nil && len(q.Content) > 0 {
			words = "“" + q.Content[0].Text + "”: "
		} else if who := o.Of.Speaker; who != nil {
			words = "“" + who.Name + "”: "
		}
		w.Text(theme.Dim, words+o.Reason)
	}
}
