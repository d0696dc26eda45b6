package reader

import (
	"fmt"
	"strings"

	"hearsay/articles/review"
	"hearsay/articles/review/figures"
	"hearsay/articles/review/queue"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
)

// orderWords tells in which order is reviewed, and what is hidden.
func orderWords(s review.Sitting) string {
	var out string
	switch s.Order {
	case review.LeastSure:
		out = "least sure first"
	case review.OneSpeaker:
		out = "only " + s.Speaker
	case review.Disagreements:
		out = "where " + s.Other + " decided otherwise"
	case review.Random:
		out = fmt.Sprintf("a random sample of %d, seed %d", s.Size, s.Seed)
		if s.Size == 0 {
			out = fmt.Sprintf("all in random order, seed %d", s.Seed)
		}
	default:
		out = "in reading order"
	}
	if s.Blind {
		out += ", blind"
	}
	return out
}

// openSitting offers the orders of review, and what is hidden meanwhile.
func (m *model) openSitting() {
	o := m.current()
	now := o.desk.sitting()
	var all []choice
	add := func(about string, s review.Sitting) {
		s.Blind = s.Blind || now.Blind
		all = append(all, choice{segs: []draw.Seg{draw.Plain(" " + orderWords(review.Sitting{Order: s.Order, Speaker: s.Speaker, Other: s.Other, Size: s.Size, Seed: s.Seed}))},
			about: []draw.Seg{draw.Dim(about)}, words: orderWords(s), do: func(m *model) { m.sit(s) }})
	}
	add("", review.Sitting{Order: review.Reading})
	add("where correcting pays most", review.Sitting{Order: review.LeastSure})
	if m.at.Speaker != none {
		add("", review.Sitting{Order: review.OneSpeaker, Speaker: o.Doc.Speakers[m.at.Speaker].Name})
	}
	seed := uint64(m.options.now().UnixNano())%90000 + 10000
	for _, n := range []int{10, 20, 50} {
		add("gives an unbiased accuracy", review.Sitting{Order: review.Random, Size: n, Seed: seed})
	}
	if others, err := o.desk.log.Others(); err == nil {
		for _, c := range others {
			add("", review.Sitting{Order: review.Disagreements, Other: c.Name})
		}
	}
	all = append(all, m.blindChoice(now))
	m.openMenu(menu{title: "What is reviewed", all: all, numbered: true})
}

func (m *model) blindChoice(now review.Sitting) choice {
	label := "blind: hide the machine’s answer until you have given yours"
	if now.Blind {
		label = "not blind: show the machine’s answer"
	}
	now.Blind = !now.Blind
	return choice{segs: []draw.Seg{draw.Plain(" " + label)}, words: label, do: func(m *model) { m.sit(now) }}
}

// sit begins to review in another way.
func (m *model) sit(s review.Sitting) {
	o := m.current()
	before := o.desk.sitting()
	s = queue.Draw(s, o.cases())
	if !m.keep(o.desk.log.Writer().Sit(s)) {
		return
	}
	o.lineUp()
	if before.Blind = s.Blind; before != s { // another line is begun at its beginning
		o.desk.at = none
	}
	m.resume()
	if m.note == "" {
		m.tell("reviewing " + orderWords(s))
	}
}

// toggleOthers shows what other reviewers decided, or hides it again.
func (m *model) toggleOthers() {
	d := m.current().desk
	if d.others != nil {
		d.others = nil
		m.relay(m.current())
		m.tell("what others decided is hidden")
		return
	}
	others, err := d.log.Others()
	switch {
	case err != nil:
		m.tell(err.Error())
	case len(others) == 0:
		m.tell("nobody else has reviewed this article")
	default:
		d.others = others
		m.relay(m.current())
		names := make([]string, len(others))
		for i, c := range others {
			names[i] = c.Name
		}
		m.tell("shown: what " + strings.Join(names, ", ") + " decided")
		m.at.OpenPanel(layout.Review)
	}
}

// openFigures shows how accurate the machine is in what the reviewer decided on this article.
func (m *model) openFigures() {
	o := m.current()
	f := figures.Of(o.cases(), figures.Settings{Draws: 1000, Seed: 1, Examples: 3})
	var all []choice
	for _, l := range strings.Split(strings.TrimRight(f.Text(), "\n"), "\n") {
		look := draw.Plain(" " + l)
		if strings.HasSuffix(l, ":") {
			look = draw.Strong(" " + l)
		}
		all = append(all, choice{segs: []draw.Seg{look}, words: l})
	}
	m.openMenu(menu{title: "How accurate", all: all})
}
