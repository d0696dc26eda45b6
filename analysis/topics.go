package analysis

import "slices"

// Topic is what positions are taken on: a target, joined across the article.
type Topic struct {
	Name string
	// Speaker is the speaker that the topic is, an index into Document.Speakers, or None.
	Speaker int
	// Views are those of the speakers who take a position on it, in the order of Document.Speakers.
	Views []View
}

// View is one speaker's on one topic: their positions on it as indexes into Document.Positions.
type View struct {
	Speaker                   int
	Supports, Opposes, States []int
}

// Topics are what the document's positions are taken on: first what is disputed, the disputes of most speakers first of
// all, then what several share, then the rest; of those alike the one that comes up first.
func (d *Document) Topics() []Topic {
	var out []Topic
	at := map[string]int{}
	for i, p := range d.Positions {
		t, ok := at[p.Topic]
		if !ok {
			t = len(out)
			at[p.Topic] = t
			out = append(out, Topic{Name: p.Topic, Speaker: None})
		}
		if len(p.Targets) == 1 {
			out[t].Speaker = p.Targets[0]
		}
		out[t].add(p, i)
	}
	for i := range out {
		slices.SortFunc(out[i].Views, func(a, b View) int { return a.Speaker - b.Speaker })
	}
	slices.SortStableFunc(out, func(a, b Topic) int { return b.weight() - a.weight() })
	return out
}

// mostSides is more than the sides that are told of one topic: beyond it topics are alike.
const mostSides = 1 << 16

// weight is by how much a topic comes before others.
func (t Topic) weight() int {
	sides := min(len(t.On(Supports))+len(t.On(Opposes)), mostSides-1)
	switch {
	case t.Disputed():
		return 2*mostSides + sides
	case t.Shared():
		return mostSides + sides
	}
	return 0
}

func (t *Topic) add(p Position, index int) {
	v := slices.IndexFunc(t.Views, func(v View) bool { return v.Speaker == p.Speaker })
	if v < 0 {
		v = len(t.Views)
		t.Views = append(t.Views, View{Speaker: p.Speaker})
	}
	switch p.Stance {
	case Supports:
		t.Views[v].Supports = append(t.Views[v].Supports, index)
	case Opposes:
		t.Views[v].Opposes = append(t.Views[v].Opposes, index)
	default:
		t.Views[v].States = append(t.Views[v].States, index)
	}
}

// Split reports whether a speaker is on both sides.
func (v View) Split() bool { return len(v.Supports) > 0 && len(v.Opposes) > 0 }

// Stance is the side a speaker is on: neutral where they take none, or both.
func (v View) Stance() Stance {
	switch {
	case v.Split():
		return Neutral
	case len(v.Supports) > 0:
		return Supports
	case len(v.Opposes) > 0:
		return Opposes
	}
	return Neutral
}

// Positions are all of a view, in reading order.
func (v View) Positions() []int {
	out := slices.Concat(v.Supports, v.Opposes, v.States)
	slices.Sort(out)
	return out
}

// On are the speakers on a side of the topic; one on both sides stands on each.
func (t Topic) On(side Stance) (speakers []int) {
	for _, v := range t.Views {
		if side == Supports && len(v.Supports) > 0 || side == Opposes && len(v.Opposes) > 0 {
			speakers = append(speakers, v.Speaker)
		}
	}
	return speakers
}

// Disputed reports whether two speakers are on opposite sides of the topic.
func (t Topic) Disputed() bool {
	for _, a := range t.On(Supports) {
		for _, b := range t.On(Opposes) {
			if a != b {
				return true
			}
		}
	}
	return false
}

// Shared reports whether two speakers or more are on one side of the topic, and none on the other.
func (t Topic) Shared() bool {
	s, o := len(t.On(Supports)), len(t.On(Opposes))
	return s > 1 && o == 0 || o > 1 && s == 0
}

// Beside are the other speakers who take a side on the topic: those on the same as a position, and those on the
// opposite one.
func (t Topic) Beside(p Position) (with, against []int) {
	switch p.Stance {
	case Supports:
		with, against = t.On(Supports), t.On(Opposes)
	case Opposes:
		with, against = t.On(Opposes), t.On(Supports)
	}
	self := func(s int) bool { return s == p.Speaker }
	return slices.DeleteFunc(with, self), slices.DeleteFunc(against, self)
}

// View is a speaker's on the topic; one without positions where they take none.
func (t Topic) View(speaker int) View {
	for _, v := range t.Views {
		if v.Speaker == speaker {
			return v
		}
	}
	return View{Speaker: speaker}
}
