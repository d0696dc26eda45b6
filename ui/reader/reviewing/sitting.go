package reviewing

import (
	"fmt"
	"strings"

	"hearsay/articles/review"
	"hearsay/articles/review/figures"
	"hearsay/articles/review/queue"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
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

// ordering is what is reviewed in which order, what is seen meanwhile, and what has come of it.
type ordering struct{ *Mode }

// openSitting offers the orders of review, and what is hidden meanwhile.
func (m ordering) openSitting() {
	f, r := m.findings(), m.review()
	now := r.sitting()
	var all []dialogue.Choice
	add := func(about string, s review.Sitting) {
		label := orderWords(s)
		s.Blind = now.Blind
		all = append(all, dialogue.Choice{Text: label, About: about, Words: orderWords(s), Do: func() { m.sit(s) }})
	}
	add("", review.Sitting{Order: review.Reading})
	add("where correcting pays most", review.Sitting{Order: review.LeastSure})
	if who := m.at().Speaker; who != view.None {
		add("", review.Sitting{Order: review.OneSpeaker, Speaker: f.Doc.Speakers[who].Name})
	}
	seed := uint64(m.host.Now().UnixNano())%90000 + 10000
	for _, n := range []int{10, 20, 50} {
		add("gives an unbiased accuracy", review.Sitting{Order: review.Random, Size: n, Seed: seed})
	}
	if others, err := r.log.Others(); err == nil {
		for _, c := range others {
			add("", review.Sitting{Order: review.Disagreements, Other: c.Name})
		}
	}
	m.host.Choose(dialogue.Menu{Title: "What is reviewed", Choices: append(all, m.blindChoice(now))})
}

func (m ordering) blindChoice(now review.Sitting) dialogue.Choice {
	label := "blind: hide the machine’s answer until you have given yours"
	if now.Blind {
		label = "not blind: show the machine’s answer"
	}
	now.Blind = !now.Blind
	return dialogue.Choice{Text: label, Do: func() { m.sit(now) }}
}

// sit begins to review in another way.
func (m ordering) sit(s review.Sitting) {
	r := m.review()
	before := r.sitting()
	s = queue.Draw(s, r.cases())
	if err := m.keep(r.log.Writer().Sit(s)); err != nil {
		m.host.Tell(err.Error())
		return
	}
	r.lineUp()
	if before.Blind = s.Blind; before != s { // another line is begun at its beginning
		r.at = view.None
	}
	m.host.Tell(joined("reviewing "+orderWords(s), m.resume()))
}

// toggleOthers shows what other reviewers decided, or hides it again. Where it is decided between two, both are
// always shown.
func (m ordering) toggleOthers() {
	r := m.review()
	if two := r.matters; two != nil {
		m.host.Tell("shown: what " + two.a.Name + ", " + two.b.Name + " decided, since it is decided between them")
		return
	}
	if r.others != nil {
		r.others = nil
		m.relay()
		m.host.Tell("what others decided is hidden")
		return
	}
	others, err := r.log.Others()
	switch {
	case err != nil:
		m.host.Tell(err.Error())
	case len(others) == 0:
		m.host.Tell("nobody else has reviewed this article")
	default:
		r.others = others
		m.relay()
		all := make([]string, len(others))
		for i, c := range others {
			all[i] = c.Name
		}
		m.host.Tell("shown: what " + strings.Join(all, ", ") + " decided")
		m.at().OpenPanel(layout.Review)
	}
}

// openFigures shows how accurate the machine is in what the reviewer decided on this article.
func (m ordering) openFigures() {
	told := figures.Of(m.review().cases(), figures.Settings{Draws: 1000, Seed: 1, Examples: 3}).Text()
	var all []dialogue.Choice
	for _, l := range strings.Split(strings.TrimRight(told, "\n"), "\n") {
		all = append(all, dialogue.Choice{Text: l, Heading: strings.HasSuffix(l, ":")})
	}
	m.host.Choose(dialogue.Menu{Title: "How accurate", Choices: all})
}
