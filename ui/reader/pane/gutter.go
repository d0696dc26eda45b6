package pane

import (
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/page"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// edge tells which quotes stand on a line: the first two in reading order, none where there are fewer.
type edge [2]int32

// Mark notes which quotes stand where: on the text, and at the edge of each line.
func (t *Text) Mark(f *view.Findings) {
	if t.page == nil {
		return
	}
	var marks []page.Mark
	t.gutter = make([]edge, t.page.Len())
	for i := range t.gutter {
		t.gutter[i] = edge{none, none}
	}
	if f.Doc == nil {
		t.marks = page.NewMarks(nil)
		return
	}
	for i, q := range f.Doc.Quotes {
		if !f.SureEnough(i) || !f.Says(i, f.Narrowed) {
			continue
		}
		ink := page.Ink{Speaker: f.First(i) + 1, Flags: Flag(q.Kind, q.Polarity)}
		if f.Level(i) == analysis.Unsure {
			ink.Flags |= page.Unsure
		}
		for _, sp := range q.Content {
			marks = append(marks, page.Mark{Span: sp, Ink: ink})
			t.note(sp, i)
		}
	}
	t.marks = page.NewMarks(marks)
}

// note puts a quote at the edge of the lines on which a stretch of it stands.
func (t *Text) note(sp analysis.Span, quote int) {
	for l := t.page.LineAt(sp.Start); l <= t.page.LineAt(max(sp.End-1, sp.Start)); l++ {
		if t.page.Line(l).Empty() {
			continue
		}
		switch e := &t.gutter[l]; {
		case e[0] == none || e[0] == int32(quote):
			e[0] = int32(quote)
		case e[1] == none:
			e[1] = int32(quote)
		}
	}
}

// Flag is how the words of a kind of quote are marked, and how those that were not said.
func Flag(k analysis.Kind, p analysis.Polarity) page.Flags {
	flags := [...]page.Flags{analysis.Indirect: page.Indirect, analysis.Mixed: page.Mixed, analysis.Direct: page.Direct}[k]
	if p != analysis.Said {
		flags |= page.Unsaid
	}
	return flags
}

// edgeOf draws the letters and the edge of the quotes on a line in w cells, and the spare ones before them; the current
// quote comes first and has the widest edge. What was not said has its sign in place of the kind's bar, and beside the
// mark of the current quote. A verdict stands before the letters; where two leave it no cell, in place of the bar.
func (t *Text) edgeOf(v View, i, w, spare int) string {
	e := t.gutter[i]
	if e[0] == none {
		return strings.Repeat(" ", w+spare)
	}
	first, second := int(e[0]), int(e[1])
	if second != none && second == v.At.Quote {
		first, second = second, first
	}
	segs := edgeLetters(v, first, second, w >= 4)
	who, q := v.First(first), v.Doc.Quotes[first]
	sign := view.PolaritySigns[q.Polarity]
	bar, behind := v.Bar(first)
	if verdict := v.verdict(first); w >= 4 && verdict != "" && joint(v.Findings, first) != who {
		if spare > 0 {
			segs, w, spare = append([]draw.Seg{draw.Strong(verdict)}, segs...), w+spare, 0
		} else if sign == "" {
			sign = verdict
		}
	}
	if sign != "" {
		segs = append(segs, draw.Strong(sign))
	}
	switch {
	case first == v.At.Quote:
		segs = append(segs, draw.Named(who, draw.Mark(v.Dumb)))
	case sign == "":
		segs = append(segs, draw.Of(who, bar))
	}
	if draw.Width(segs) < w && !v.Theme.Coloured() { // else the words are seen to be faint
		segs = append(segs, draw.Plain(behind))
	}
	return strings.Repeat(" ", spare) + draw.Line(v.Theme, w, segs...)
}

// verdict is the sign of what was decided on a quote; empty where nothing was.
func (v View) verdict(quote int) string {
	if v.Judged != nil && v.Judged[quote].Decided {
		return v.Judged[quote].Sign
	}
	return ""
}

// edgeLetters are the letters of the quotes on a line: that of the first one's speaker, and where there is room for two
// cells that of another beside it. The speakers of a joint source stand in the order in which lists name them; the
// second quote's stands in front, so that the first one's is at its bar.
func edgeLetters(v View, first, second int, two bool) []draw.Seg {
	letter := func(s int) draw.Seg { return draw.Of(s, view.Letter(s)) }
	who := v.First(first)
	switch {
	case !two:
		return []draw.Seg{letter(who)}
	case joint(v.Findings, first) != who:
		return []draw.Seg{letter(who), letter(joint(v.Findings, first))}
	case v.verdict(first) != "":
		return []draw.Seg{draw.Strong(v.verdict(first)), letter(who)}
	}
	if second != none && v.First(second) != who {
		return []draw.Seg{letter(v.First(second)), letter(who)}
	}
	return []draw.Seg{draw.Plain(" "), letter(who)}
}

// joint is the next speaker of a joint source after the first, who is it themselves where there is no other, or where
// all is narrowed down to one.
func joint(f *view.Findings, quote int) int {
	who := f.First(quote)
	if f.Narrowed != none {
		return who
	}
	for _, s := range f.Doc.Quotes[quote].Speakers {
		if s != who {
			return s
		}
	}
	return who
}

// Overview draws the whole article at the right edge of its pane, a piece for each line of the screen: whose quotes
// stand where, and which part is in sight. It is nil where all of the article is.
func (t *Text) Overview(v View) []string {
	h := v.Layout.Inner(layout.Article).H
	if t.page == nil || t.maxTop() == 0 || h == 0 || !v.Layout.Framed {
		return nil
	}
	out := make([]string, h)
	top, total := t.Top(v.At), t.Lines()
	for y := range out {
		from, to := y*total/h, max((y+1)*total/h, y*total/h+1)
		out[y] = t.piece(v, from, to, from < top+h && top < to)
	}
	return out
}

// StripAt is what a piece of the overview stands for, counted from its top: the line in its middle, and the quote whose
// colour it has, or None.
func (t *Text) StripAt(v View, y int) (line, quote int) {
	h, total := max(v.Layout.Inner(layout.Article).H, 1), t.Lines()
	from, to := y*total/h, max((y+1)*total/h, y*total/h+1)
	return (from + to) / 2, t.quoteWithin(from-len(t.head), to-len(t.head))
}

// piece stands for some lines of the article: a broad mark in the speaker's colour where there is a quote, and the sign
// of what was not said where it is none.
func (t *Text) piece(v View, from, to int, inSight bool) string {
	quote := t.quoteWithin(from-len(t.head), to-len(t.head))
	mark, look := "│", theme.Look{Part: theme.Dim}
	unsaid := ""
	if quote != none {
		unsaid = view.PolaritySigns[v.Doc.Quotes[quote].Polarity]
	}
	switch {
	case unsaid != "" && inSight:
		mark, look = unsaid, theme.Look{Speaker: v.First(quote) + 1, Part: theme.Strong}
	case unsaid != "":
		mark, look = unsaid, theme.Look{Speaker: v.First(quote) + 1}
	case quote != none && inSight:
		mark, look = "█", theme.Look{Speaker: v.First(quote) + 1}
	case quote != none:
		mark, look = "▐", theme.Look{Speaker: v.First(quote) + 1}
	case inSight:
		mark, look = "┃", theme.Look{Part: theme.Strong}
	}
	return v.Theme.Paint(look, mark)
}

// quoteWithin is the first quote at the edge of some lines of the page, or none.
func (t *Text) quoteWithin(from, to int) int {
	for l := max(from, 0); l < min(to, len(t.gutter)); l++ {
		if t.gutter[l][0] != none {
			return int(t.gutter[l][0])
		}
	}
	return none
}
