package reviewing

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/review/overlay"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/view"
)

// Asked is what is in question, in words alone, for where it is told rather than drawn.
type Asked struct {
	// Name is the quote's or the position's: "quote 3".
	Name string
	// Words are what is decided on, Source those that tell who, and Cue those that attribute.
	Words, Source, Cue []analysis.Span
	// None is what x says that it is: "no quote", "no position".
	None string
	// Question is what is asked, Answer what stands so far, and Grounds are why.
	Question, Answer string
	Grounds          []string
	// Verdict is what was decided, empty where nothing was, and Notes are the reviewer's.
	Verdict string
	Notes   []string
	// Others tell what other reviewers decided, where that may be seen, and Digits which digit is whom.
	Others, Digits []string
}

// Spoken is a review as it is told in words, rather than drawn.
type Spoken struct{ *Mode }

// Asked is what a decision is about now; false where nothing is in question.
func (m Spoken) Asked() (a Asked, ok bool) {
	it, ok := m.asked()
	switch {
	case !ok:
		return a, false
	case it.Subject.Position != nil:
		a = m.positionAsked(it)
	default:
		a = m.quoteAsked(it)
	}
	a.Name, a.None = nameOf(it), noneSuch(it)
	if it.Decision != nil {
		a.Verdict, a.Notes = verdictWords(it), it.Decision.Notes
	}
	return a, true
}

// noneSuch is what is said of it where it is none.
func noneSuch(it overlay.Item) string {
	if it.Subject.Position != nil {
		return "no position"
	}
	return "no quote"
}

func (m Spoken) quoteAsked(it overlay.Item) Asked {
	r, f, q := m.review(), m.findings(), it.Now()
	a := Asked{Words: content(it), Source: spans(q.Source), Cue: spans(q.Cue), Question: r.questionOf(f, it)[0],
		Answer: textOf(r.answer(f, it, m.host.Width()))}
	if it.Place != analysis.None && !(r.blind() && !decided(it)) {
		why := f.Doc.Quotes[it.Place].Why
		for _, l := range why.Chain {
			a.Grounds = append(a.Grounds, l.Reason)
		}
		if why.Unknown != "" {
			a.Grounds = append(a.Grounds, why.Unknown)
		}
	}
	others := r.others
	if two := r.matters; two != nil {
		others = append(others, two.a, two.b)
	}
	for _, c := range others {
		a.Others = append(a.Others, c.Name+": "+textOf(r.otherAnswer(f, c, it, m.host.Width())))
	}
	for _, d := range r.digits(f, m.host.Key) {
		a.Digits = append(a.Digits, strings.TrimSpace(textOf(d)))
	}
	return a
}

func (m Spoken) positionAsked(it overlay.Item) Asked {
	p := positionOf(it)
	return Asked{Words: spans(p.Statement), Question: "Is this their position?",
		Answer: p.Speaker.Name + " " + sideOf(p.Stance) + " " + m.findings().OneLine(spans(p.Target))}
}

// Standing is how far the reviewer is, and how often the machine was right so far.
func (m Spoken) Standing() string {
	p := m.review().progress()
	out := fmt.Sprintf("%d of %d decided, %s", p.Reviewed, p.Of, orderWords(m.review().sitting()))
	if p.Right.Of > 0 {
		out += ", accuracy " + p.Right.String()
	}
	return out
}

// Progress is how many are decided of how many in line.
func (m Spoken) Progress() (decided, of int) {
	p := m.review().progress()
	return p.Reviewed, p.Of
}

// WhatNext says what there is to do where nothing is in question.
func (m Spoken) WhatNext() string { return m.whatNext() }

// Step asks about a quote so many behind the one in question, whatever was decided on it; false where there is none.
func (m Spoken) Step(by int) bool {
	i := m.review().at + by
	if m.review().at == view.None && by < 0 {
		i = len(m.review().sheet.Quotes) + by
	}
	if i < 0 || i >= len(m.review().sheet.Quotes) {
		return false
	}
	m.AskAbout(i)
	return true
}

// AskByNumber asks about the quote of a number, by which it is named whatever is decided; false where there is none.
func (m Spoken) AskByNumber(n int) bool {
	i := slices.IndexFunc(m.review().sheet.Quotes, func(it overlay.Item) bool { return it.Machine == n-1 })
	if i < 0 || n < 1 {
		return false
	}
	m.AskAbout(i)
	return true
}

// verdictWords are what was decided, in words without signs.
func verdictWords(it overlay.Item) string {
	words := []string{verdicts[it.Verdict()].word}
	if it.Decision.Skipped && !decided(it) {
		words = append(words, "left for later")
	}
	if it.Decision.Flagged {
		words = append(words, "flagged")
	}
	return strings.Join(words, ", ")
}

func textOf(segs []draw.Seg) string {
	var b strings.Builder
	for _, s := range segs {
		b.WriteString(s.Text)
	}
	return strings.TrimSpace(b.String())
}
