package reviewing

import (
	"fmt"

	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// The least widths of the screen for the whole question, and for the accuracy beside it.
const stackedRoom, wideRoom = 60, 80

// Info is the status line: the question, with how far the reviewer is at its end.
func (m *Mode) Info() (left, right []draw.Seg) {
	r, w := m.review(), m.host.Width()
	p := r.progress()
	right = []draw.Seg{draw.Dim(fmt.Sprintf(" %d/%d", p.Reviewed, p.Of))}
	question := " Who says this? "
	switch {
	case w < stackedRoom:
		question = " Who? "
	case p.Right.Of > 0 && w >= wideRoom:
		right = append(right, draw.Dim(" · accuracy "+p.Right.String()))
	}
	right = append(right, draw.Plain(" "))
	if r.at == view.None {
		return []draw.Seg{draw.Dim(" nothing is in question")}, right
	}
	it := r.sheet.Quotes[r.at]
	left = append([]draw.Seg{draw.Strong(question)}, r.answer(m.findings(), it)...)
	if it.Decision != nil {
		left = append(append(left, draw.Plain(" · ")), verdictSegs(it)...)
	}
	return left, right
}

// Answers are the digits with their speakers, for a line where the panel is not on the screen; nil where a digit answers nothing.
func (m *Mode) Answers() (segs []draw.Seg) {
	if !m.Answering() || m.review().at == view.None {
		return nil
	}
	segs = []draw.Seg{draw.Plain(" ")}
	if two := m.review().matters; two != nil {
		for _, side := range []struct{ action, name string }{{"take-first", two.a.Name}, {"take-second", two.b.Name}} {
			segs = append(segs, draw.As(theme.Key, m.host.Key(side.action)), draw.Plain(" "+side.name+"  "))
		}
	}
	for _, d := range m.review().digits(m.findings(), m.host.Key) {
		segs = append(segs, d...)
	}
	return segs
}

// Badge is what the title bar shows while the article is reviewed, the fullest first: that it is, by whom, and how far they are.
func (m *Mode) Badge() []string {
	if !m.On() {
		return nil
	}
	r := m.review()
	p := r.progress()
	done := fmt.Sprintf("%d of %d", p.Reviewed, p.Of)
	if two := r.matters; two != nil {
		return []string{"REVIEW " + r.reviewer() + ", between " + two.a.Name + " and " + two.b.Name + " · " + done, "REVIEW " + r.reviewer() + " · " + done, "REVIEW"}
	}
	return []string{"REVIEW " + r.reviewer() + " · " + done, "REVIEW"}
}
