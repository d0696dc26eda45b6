// Package turns reads transcripts and interviews: texts in which those who speak take turns, each of which begins with
// a label, "REED:", "Q:", "The Prime Minister:", or is a question set in bold letters, or the answer below it.
//
// It promises that the parts of a turn are ranges of whole tokens of the text, in reading order and without those of
// another turn or of a label; that what only looks like a label opens no turn; and that time grows in proportion to the
// text.
package turns

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/names"
	"hearsay/analysis/text"
)

// Turn is what one speaker says until another one does.
type Turn struct {
	// Label names who speaks, with title and role; empty where nothing stands before the words.
	Label text.Span
	// Cue is the colon behind the label, or what stands in its place; empty where nothing does.
	Cue text.Span
	// Content are the words, without what stands in brackets among them.
	Content []text.Span
	// Named is where the text names who speaks, if the label does not by itself: "A:" in an interview.
	Named text.Span
	// Unnamed says why nobody can be named; empty where somebody is, or may be.
	Unnamed string
	// reason is why this is a turn, a clause in lower case.
	reason string
}

// Turns are the turns of a text.
type Turns struct {
	// All are the turns in reading order.
	All []Turn
	// Text is the text in which the labels count as names.
	Text *annotated.Text
	// heads are where the turns' labels stand.
	heads []text.Span
}

// Find finds the turns of a text. Strong are stretches of it that are set in bold letters or as headings, as the
// questions of an interview may be, in reading order.
func Find(t *annotated.Text, strong []text.Span) *Turns {
	r := &reader{text: t, lines: linesOf(t)}
	r.readStrong(strong)
	r.knowNames()
	labels := r.accepted()
	out := &Turns{Text: t}
	if len(labels) > 0 {
		out.Text = r.named(labels)
		r.text = out.Text
		out.All = r.labelled(labels)
	} else {
		out.All = r.interview()
	}
	for i := range out.All {
		if l := out.All[i].Label; !l.Empty() {
			l.End = max(l.End, out.All[i].Cue.End)
			out.heads = append(out.heads, l)
		}
	}
	return out
}

// reader reads the turns of one text.
type reader struct {
	text   *annotated.Text
	lines  []line
	strong []bool // of each line: whether it stands in bold letters
	known  known
	people []someone
}

// readStrong notes which lines stand in bold letters: those that a stretch covers but for marks.
func (r *reader) readStrong(strong []text.Span) {
	r.strong = make([]bool, len(r.lines))
	for k, l := range r.lines {
		p := r.span(l)
		for len(strong) > 0 && strong[0].End <= p.Start {
			strong = strong[1:]
		}
		r.strong[k] = len(strong) > 0 && strong[0].Covers(p) || starred(p.Of(r.text.String))
	}
}

// starred reports whether a line stands between the marks that Markdown has for bold letters, or is a heading of its.
func starred(s string) bool {
	if len(s) > 6 && (s[:2] == "**" || s[:2] == "__") {
		return s[len(s)-2:] == s[:2]
	}
	return len(s) > 5 && (s[:3] == "## " || s[:4] == "### ")
}

// named is the text in which the names of labels count as such, whatever they were taken for.
func (r *reader) named(labels []label) *annotated.Text {
	t := r.text
	taken := map[int]bool{}
	var all []names.Name
	for _, k := range labels {
		from, to := t.Range(k.name)
		if from >= to {
			continue
		}
		for i := from; i < to; i++ {
			taken[i] = true
		}
		if k.sort == person || k.sort == office || k.sort == examiner {
			all = append(all, names.Name{Span: t.Span(from, to), From: from, To: to, Type: r.typeOf(k)})
		}
	}
	all = append(all, r.sworn(taken)...)
	for _, n := range t.Names {
		free := true
		for i := n.From; i < n.To; i++ {
			free = free && !taken[i]
		}
		if free {
			all = append(all, n)
		}
	}
	sortNames(all)
	return annotated.New(t.Text, t.Tags, t.Quotations, t.Trees, t.States, all)
}
