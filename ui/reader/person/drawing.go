package person

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/articles/following"
	"hearsay/articles/people"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// row is a line of the page.
type row struct {
	segs []draw.Seg
	// words are those of the whole line, which are told in full below the page where it is current.
	words    string
	place    *following.Place
	section  bool
	question bool
	index    int // of the question
	voice    int // of the person's, or below zero
}

func (r *row) leads() bool { return r.place != nil || r.question }

// How much room the words of the current row get below the page, and from which height on there is any.
const (
	footLines  = 4
	footedFrom = 14
	wideFrom   = 90 // cells from which on each line names its outlet
	outletRoom = 18
	mostNames  = 6
)

// frame is where the page stands on a screen of w by h cells: all of it but the line of hints, and the line above it,
// which tells what was done.
func frame(w, h int) layout.Rect { return layout.Rect{W: w, H: max(h-2, 3)} }

// listed is how many rows have room.
func (p *Page) listed(h int) int {
	in := frame(p.w, h).H - 2
	if h >= footedFrom {
		in -= footLines + 1
	}
	return max(in, 1)
}

// Settle makes the rows for a screen of w by h cells, and brings the current one into sight.
func (p *Page) Settle(w, h int) {
	if p.page != nil && (p.w != w || p.h != h) {
		p.w, p.h = w, h
		p.rows = p.lay(w - 2)
		if p.at >= len(p.rows) || !p.rows[p.at].leads() {
			p.at = p.first()
		}
	}
	in := p.listed(h)
	if p.at < p.top || p.at >= p.top+in {
		p.top = min(max(p.top, p.at-in+1), p.at)
	}
	if p.at == p.first() && p.at < in {
		p.top = 0
	}
	p.top = min(max(p.top, 0), max(len(p.rows)-in, 0))
}

// lay makes the rows of the page.
func (p *Page) lay(w int) (rows []row) {
	f := p.page
	text := func(part theme.Part, s string) {
		for _, l := range cells.Wrap(cells.Clean(s), max(w-2, 8)) {
			rows = append(rows, row{segs: []draw.Seg{draw.As(part, " "+l)}, voice: -1})
		}
	}
	head := func(s string) {
		rows = append(rows, row{voice: -1}, row{segs: []draw.Seg{draw.Strong(" " + s)}, section: true, voice: -1})
	}
	text(theme.Plain, told.Count(len(f.Lines), "quote")+" in "+told.Count(f.Articles, "article")+kinds(f))
	if s := Sparkline(f.Lines); s != "" {
		text(theme.Plain, s)
	}
	for _, c := range []struct {
		what string
		all  []people.Count
	}{{"called", f.Names}, {"described as", f.Descriptions}, {"heard in", f.Outlets}} {
		if s := counts(c.all); s != "" {
			text(theme.Dim, c.what+" "+s)
		}
	}
	if len(f.Questions) > 0 {
		head("Is this the same person?")
	}
	for _, i := range f.Questions {
		why := cells.Clean(p.register.Questions[i].Why)
		rows = append(rows, row{segs: []draw.Seg{draw.Plain(" "), draw.Plain("? " + why)}, words: why, question: true,
			index: i, voice: -1})
	}
	if len(f.Topics) > 0 {
		head("Positions")
	}
	for i := range f.Topics {
		rows = append(rows, p.topic(&f.Topics[i], w)...)
	}
	head("Quotes")
	for i := range f.Lines {
		l := &f.Lines[i]
		rows = append(rows, p.line(&l.Place, w, bar(l)+polarity(l.Polarity), "", l.Voice))
	}
	if len(f.By) > 0 {
		head("Who speaks about them")
	}
	for i := range f.By {
		for k := range f.By[i].Lines {
			l := &f.By[i].Lines[k]
			rows = append(rows, p.line(&l.Place, w, bar(l), f.By[i].Name+": ", -1))
		}
	}
	return rows
}

// bar tells the kind of a quote, and how sure it is.
func bar(l *following.Line) string { return view.Bar(l.Kind, analysis.LevelOf(l.Certainty)) }

// polarity is the sign of what was denied or refused.
func polarity(p analysis.Polarity) string {
	switch p {
	case analysis.Denied:
		return "¬"
	case analysis.Refused:
		return "Ø"
	}
	return ""
}

// topic is what a person says on a topic: the topic, and a line for each position.
func (p *Page) topic(t *following.Topic, w int) []row {
	name := " " + cells.Clean(t.Name)
	head := []draw.Seg{draw.Plain(name)}
	switch {
	case t.Changes > 0:
		head = append(head, draw.Strong("  ± "+told.Count(t.Changes, "change")+" of side"))
	case t.Both:
		head = append(head, draw.Strong("  ± on both sides"), draw.Dim(", when is not known"))
	}
	rows := []row{{segs: head, voice: -1}}
	for i := range t.Sides {
		s := &t.Sides[i]
		mark := "  " + view.Signs[s.Stance] + " "
		if s.Changed {
			mark = "± " + view.Signs[s.Stance] + " "
		}
		rows = append(rows, p.line(&s.Place, w, mark+fmt.Sprintf("%-8s", view.SideWords[s.Stance]), "", -1))
	}
	return rows
}

// line is a line that leads to a place: when, where, what sort of line, and the words.
func (p *Page) line(at *following.Place, w int, mark, who string, voice int) row {
	outlet := ""
	if w >= wideFrom {
		outlet = cells.Fit(cells.Clean(cmp.Or(at.Outlet, at.Headline)), outletRoom) + "  "
	}
	words := cells.Clean(who) + cells.Clean(at.Text)
	left := []draw.Seg{draw.Plain(" "), draw.Dim(Day(at) + " " + outlet), draw.Plain(mark + " ")}
	room := max(w-draw.Width(left)-1, 1)
	shown := words
	if cells.Width(shown) > room {
		shown = cells.Truncate(shown, room)
	}
	return row{segs: append(left, draw.Plain(shown)), place: at, voice: voice,
		words: words + "\n" + from(at)}
}

// from tells where words stand.
func from(at *following.Place) string {
	return strings.Join(nonEmpty(cells.Clean(at.Headline), cells.Clean(at.Outlet), strings.TrimSpace(Day(at))), " · ")
}

func nonEmpty(all ...string) (out []string) {
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Day is when an article came out; when it was added stands in brackets.
func Day(p *following.Place) string {
	if p.Dated {
		return " " + p.When.Format(time.DateOnly) + " "
	}
	return "(" + p.When.Format(time.DateOnly) + ")"
}

func kinds(f *following.Page) string {
	s := ""
	for _, k := range []analysis.Kind{analysis.Direct, analysis.Mixed, analysis.Indirect} {
		if n := f.Kinds[k]; n > 0 {
			s += fmt.Sprintf(" · %d %s", n, k)
		}
	}
	if f.Denied > 0 {
		s += fmt.Sprintf(" · %d denied", f.Denied)
	}
	if f.Refused > 0 {
		s += fmt.Sprintf(" · %d refused", f.Refused)
	}
	return s
}

func counts(all []people.Count) string {
	var out []string
	for _, c := range all[:min(len(all), mostNames)] {
		s := c.Words
		if c.Articles > 1 {
			s += fmt.Sprintf(" (%d)", c.Articles)
		}
		out = append(out, s)
	}
	if more := len(all) - mostNames; more > 0 {
		out = append(out, fmt.Sprintf("%d more", more))
	}
	return strings.Join(out, "; ")
}

// Over draws the page on top of the lines of a screen of w by h cells.
func (p *Page) Over(th *theme.Theme, dumb bool, w, h int, lines []string) {
	r := frame(w, h)
	in, rows := r.W-2, p.listed(h)
	var body []string
	if wait := p.waiting(); wait != "" {
		for _, l := range cells.Wrap(wait, max(in-2, 1)) {
			body = append(body, draw.Line(th, in, draw.Plain(" "+l)))
		}
	}
	foot := ""
	if p.waiting() == "" {
		for i := p.top; i < p.top+rows; i++ {
			body = append(body, p.drawn(th, dumb, i, in))
		}
		if h >= footedFrom {
			body = append(body, p.below(th, in)...)
		}
		if len(p.rows) > rows {
			foot = fmt.Sprintf("%d–%d of %d", p.top+1, min(p.top+rows, len(p.rows)), len(p.rows))
		}
	}
	title := []draw.Seg{draw.Strong(" " + cells.Clean(p.Name()) + " "), draw.Dim("in the library ")}
	for i, l := range draw.Frame(th, r, title, foot, true, draw.Pad(body, r.Inner()), nil) {
		if y := r.Y + i; y < len(lines) {
			lines[y] = draw.Overlay(lines[y], l, r.X, r.X+r.W, w)
		}
	}
}

// drawn is a row of the page.
func (p *Page) drawn(th *theme.Theme, dumb bool, i, w int) string {
	if i >= len(p.rows) {
		return draw.Line(th, w)
	}
	segs := append([]draw.Seg{}, p.rows[i].segs...)
	if i == p.at && p.rows[i].leads() {
		segs[0].Text = draw.Mark(dumb)
		segs = draw.Chosen(segs, true)
	}
	return draw.Line(th, w, segs...)
}

// below tells the words of the current row in full, as far as they have room, and where they stand.
func (p *Page) below(th *theme.Theme, w int) (out []string) {
	out = append(out, draw.Line(th, w, draw.Dim(strings.Repeat("─", w))))
	words, from := "", ""
	if r := p.current(); r != nil {
		words, from, _ = strings.Cut(r.words, "\n")
	}
	wrapped := cells.Wrap(words, max(w-2, 1))
	room := footLines - 1
	for i, l := range wrapped {
		if i == room-1 && len(wrapped) > room {
			l = cells.Truncate(l+" …"+strings.Repeat(" ", w), max(w-2, 1))
		}
		if i < room {
			out = append(out, draw.Line(th, w, draw.Plain(" "+l)))
		}
	}
	for len(out) < footLines {
		out = append(out, draw.Line(th, w))
	}
	return append(out, draw.Line(th, w, draw.Dim(" "+from)))
}

// bars are those of a sparkline, from nothing to most.
var bars = []rune(" ▁▂▃▄▅▆▇█")

// mostMonths is how many months a sparkline shows: the last ones.
const mostMonths = 36

// Sparkline draws how many quotes there are in each month, with the first and the last of the months; it is empty where
// there is one month alone.
func Sparkline(lines []following.Line) string {
	counts := map[int]int{}
	first, last := 0, 0
	for i := range lines {
		if !lines[i].Dated {
			continue
		}
		m := month(lines[i].When)
		if first == 0 || m < first {
			first = m
		}
		last = max(last, m)
		counts[m]++
	}
	if first == last {
		return ""
	}
	first = max(first, last-mostMonths+1)
	most := 1
	for m := first; m <= last; m++ {
		most = max(most, counts[m])
	}
	var b strings.Builder
	for m := first; m <= last; m++ {
		n := counts[m]
		b.WriteRune(bars[(n*(len(bars)-1)+most-1)/most])
	}
	name := func(m int) string { return fmt.Sprintf("%d-%02d", (m-1)/12, (m-1)%12+1) }
	return fmt.Sprintf("%s %s %s, %d at most in a month", name(first), b.String(), name(last), most)
}

// month counts months from the year 0.
func month(t time.Time) int { return t.Year()*12 + int(t.Month()) }
