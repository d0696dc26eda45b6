package reviewing

import (
	"fmt"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// The least widths of the screen for the whole question, and for the accuracy beside it.
const stackedRoom, wideRoom = 60, 80

// answerRoom is the least room for who is named and that it was not said; the question is shortened for it.
const answerRoom = 36

// Parts is the status line where the panel has the question: which quote that is, and the words of its source and cue,
// which are vouched for too.
func (m *Mode) Parts() []draw.Seg {
	r, f := m.review(), m.findings()
	if r.at == view.None {
		return []draw.Seg{draw.Dim(" nothing is in question")}
	}
	it := r.sheet.Quotes[r.at]
	out := []draw.Seg{draw.Strong(" " + nameOf(it))}
	for _, part := range []struct {
		name  string
		words []review.Words
	}{{"source", it.Now().Source}, {"cue", it.Now().Cue}} {
		words := "none"
		if len(part.words) > 0 {
			words = telling{f}.short(part.words)
		}
		out = append(out, draw.Dim(" · "+part.name+" "), draw.Plain(words))
	}
	return out
}

// Info is the status line where the panel is not on the screen: the question, with how far the reviewer is at its end.
func (m *Mode) Info() (left, right []draw.Seg) {
	r, w := m.review(), m.host.Width()
	p := r.progress()
	right = []draw.Seg{draw.Dim(fmt.Sprintf(" %d of %d", p.Reviewed, p.Of))}
	ask := 0
	switch {
	case w < stackedRoom:
		ask = 2
	case w < wideRoom:
		ask = 1
	case p.Right.Of > 0 && w >= wideRoom:
		right = append(right, draw.Dim(" · accuracy "+p.Right.String()))
	}
	right = append(right, draw.Plain(" "))
	if r.at == view.None {
		return []draw.Seg{draw.Dim(" nothing is in question")}, right
	}
	it := r.sheet.Quotes[r.at]
	ways := r.questionOf(m.findings(), it)
	for len(r.unsaid(m.findings(), it)) > 0 && ask < 2 && w-draw.Width(right)-len(ways[ask]) < answerRoom {
		ask++
	}
	left = []draw.Seg{draw.Strong(" " + ways[ask] + " ")}
	if two := r.matters; two != nil && !decided(it) {
		left = append(left, r.side(m.findings(), m.host.Key("take-first"), w, two.a, it)...)
		return append(left, r.side(m.findings(), m.host.Key("take-second"), w, two.b, it)...), right
	}
	left = append(left, r.answer(m.findings(), it, w-draw.Width(left)-draw.Width(right)-1)...)
	if verdict := verdictSegs(it); len(verdict) > 0 {
		left = append(append(left, draw.Plain(" · ")), verdict...)
	}
	return left, right
}

// side is what one of the two between whom is decided has, behind the key that takes it; on a narrow screen by sign
// and letter.
func (r *Review) side(f *view.Findings, key string, w int, c review.Colleague, it overlay.Item) []draw.Seg {
	segs := []draw.Seg{draw.As(theme.Key, key), draw.Plain(" " + c.Name + " ")}
	if w >= wideRoom {
		return append(append(segs, r.otherAnswer(f, c, it, w/2)...), draw.Plain("  "))
	}
	d, ok := c.State.On(it.Subject)
	sign, who := "–", view.None
	if ok && d.Decided() {
		sign = verdicts[d.Verdict()].sign
	}
	if ok && d.Quote != nil && d.Verdict() != review.Wrong {
		sign += " ?"
		if len(d.Quote.Speakers) > 0 {
			who = f.Named(d.Quote.Speakers[0].Name)
			sign = strings.TrimSuffix(sign, "?") + view.Letter(who) + " " + f.Short(who)
		}
	}
	return append(segs, draw.Of(who, sign+"  "))
}

// Answers are the digits with their speakers in a line of w cells, for where the panel is not on the screen: with
// their names as far as there is room, else with their letters. They are nil where a digit answers nothing.
func (m *Mode) Answers(w int) (segs []draw.Seg) {
	r := m.review()
	if !m.Answering() || r.at == view.None {
		return nil
	}
	for _, most := range []int{w, 8, 6, 4, 0} {
		segs = append([]draw.Seg{draw.Plain(" ")}, r.unsaid(m.findings(), r.sheet.Quotes[r.at])...)
		if two := r.matters; two != nil {
			segs = append(segs, draw.As(theme.Key, m.host.Key("take-first")), draw.Plain(" "+two.a.Name+"  "))
			segs = append(segs, draw.As(theme.Key, m.host.Key("take-second")), draw.Plain(" "+two.b.Name+"  "))
		}
		for i := range min(len(r.sheet.Document.Speakers), lastDigit) {
			segs = append(segs, draw.As(theme.Key, fmt.Sprint(i+1)))
			segs = append(segs, answerOf(m.findings(), i, most)...)
		}
		if k := m.host.Key("nobody"); k != "" {
			segs = append(segs, draw.As(theme.Key, k), draw.Plain(" ?"))
		}
		if draw.Width(segs) <= w {
			break
		}
	}
	return segs
}

// unsaid is the sign and the word for a quote in question that was not said, since nobody is to vouch for that unseen;
// nothing where it was, or where that is hidden.
func (r *Review) unsaid(f *view.Findings, it overlay.Item) []draw.Seg {
	p := polarityOf(f, it)
	if p == analysis.Said || r.blind() && !decided(it) {
		return nil
	}
	return []draw.Seg{draw.Strong(view.PolaritySigns[p] + " " + p.String() + "  ")}
}

// answerOf is a speaker behind their digit: by as much of their name as is asked for, or by their letter.
func answerOf(f *view.Findings, speaker, most int) []draw.Seg {
	if most == 0 {
		return []draw.Seg{draw.Of(speaker, view.Letter(speaker)), draw.Plain(" ")}
	}
	name := []rune(f.Short(speaker))
	return []draw.Seg{draw.Plain(" "), draw.Of(speaker, string(name[:min(len(name), most)])), draw.Plain("  ")}
}

// Badge is what the title bar shows while the article is reviewed, the fullest first: that it is, by whom, and how
// far they are.
func (m *Mode) Badge() []string {
	if !m.On() {
		return nil
	}
	r := m.review()
	p := r.progress()
	done := fmt.Sprintf("%d of %d", p.Reviewed, p.Of)
	if two := r.matters; two != nil {
		return []string{"REVIEW " + r.Reviewer() + ", between " + two.a.Name + " and " + two.b.Name + " · " + done,
			"REVIEW " + r.Reviewer() + " · " + done, "REVIEW"}
	}
	return []string{"REVIEW " + r.Reviewer() + " · " + done, "REVIEW"}
}
