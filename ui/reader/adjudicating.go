package reader

import (
	"slices"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/adjudication"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/queue"
)

// matters are what two reviewers have otherwise, once it is decided between them.
type matters struct {
	a, b review.Colleague
	all  []adjudication.Matter
	// positions are those of the machine's on which the two differ.
	positions []adjudication.Matter
}

// between begins a review that goes through what two reviewers have otherwise.
func (m *model) between(o *opened) {
	others, err := o.desk.log.Others()
	if err != nil {
		m.tell(err.Error())
		return
	}
	var two matters
	for _, c := range others {
		switch c.Name {
		case m.options.Between[0]:
			two.a = c
		case m.options.Between[1]:
			two.b = c
		}
	}
	if two.a.State == nil || two.b.State == nil {
		return // they have not both decided on this article
	}
	for _, one := range adjudication.Of(o.Article.Text, o.machine, two.a.State, two.b.State) {
		if one.Disputed() {
			two.all = append(two.all, one)
		}
	}
	for _, one := range adjudication.OfPositions(o.Article.Text, o.machine, two.a.State, two.b.State) {
		if one.Machine != analysis.None && one.Disputed() {
			two.positions = append(two.positions, one)
		}
	}
	o.desk.matters, o.desk.others = &two, []review.Colleague{two.a, two.b}
}

// refs are what is in line where it is decided between two.
func (two *matters) refs() (out []queue.Ref) {
	for _, one := range two.all {
		out = append(out, queue.Ref{Subject: one.Subject})
	}
	return out
}

// addedBy puts what only one of the two has on the sheet, as long as the third has not added it too.
func (d *desk) addedBy() {
	if d.matters == nil {
		return
	}
	have := map[string]bool{}
	for _, it := range d.sheet.Quotes {
		have[where(it)] = true
	}
	for _, one := range d.matters.all {
		if one.Machine != analysis.None || one.Subject.Quote == nil {
			continue
		}
		it := overlay.Item{Subject: one.Subject, Machine: analysis.None, Place: analysis.None}
		if have[where(it)] {
			continue
		}
		if dec, ok := d.log.State().On(one.Subject); ok {
			it.Decision = &dec
		}
		d.sheet.Quotes = append(d.sheet.Quotes, it)
	}
}

// where tells where an item's content stands.
func where(it overlay.Item) string {
	return identity(review.Subject{Quote: &review.Quote{Content: it.Now().Content}})
}

// take decides as one of the two did.
func (m *model) take(second bool) {
	d := m.current().desk
	it, ok := m.asked()
	if d.matters == nil || !ok {
		m.tell("nothing is decided between two: hearsay review adjudicate does that")
		return
	}
	one := d.matters.on(it)
	if one == nil {
		m.tell("the two have it alike")
		return
	}
	side, name := one.A, d.matters.a.Name
	if second {
		side, name = one.B, d.matters.b.Name
	}
	entries := adjudication.Take(d.log.Writer(), *one, side)
	if len(entries) == 0 {
		entries = []review.Entry{d.log.Writer().Reject(one.Subject)} // that one has no such quote
	}
	for _, e := range entries {
		if !m.keep(e) {
			return
		}
	}
	m.goOn()
	if m.note == "" {
		m.tell("taken from " + name)
	}
}

// on is the matter of a quote, or of a position, nil where the two do not differ on it.
func (two *matters) on(it overlay.Item) *adjudication.Matter {
	if it.Subject.Position != nil {
		i := slices.IndexFunc(two.positions, func(m adjudication.Matter) bool { return m.Machine == it.Machine })
		if i < 0 {
			return nil
		}
		return &two.positions[i]
	}
	i := slices.IndexFunc(two.all, func(m adjudication.Matter) bool { return identity(m.Subject) == identity(it.Subject) })
	if i < 0 {
		return nil
	}
	return &two.all[i]
}

// openPosition is the first position behind another that is to be decided on, or none: of those that are shown, or on which
// the two differ between whom it is decided.
func (m *model) openPosition(behind int) int {
	o := m.current()
	for i := behind + 1; i < len(o.Doc.Positions); i++ {
		it := o.desk.sheet.Position(i)
		if !decided(it) && (o.desk.matters == nil && m.view().Shows(i) || o.desk.matters != nil && o.desk.matters.on(it) != nil) {
			return i
		}
	}
	return none
}

// openPositions is how many of the positions that the two differ on are undecided.
func (d *desk) openPositions() (n int) {
	if d.matters == nil {
		return 0
	}
	for _, it := range d.sheet.Positions {
		if it.Machine != analysis.None && d.matters.on(it) != nil && !decided(it) {
			n++
		}
	}
	return n
}

// views tell how the two have a position: " · ann opposes, ben supports".
func (two *matters) views(it overlay.Item) string {
	one := two.on(it)
	if one == nil {
		return ""
	}
	told := func(c review.Colleague, v adjudication.View) string {
		if v.Position == nil {
			return c.Name + " has none"
		}
		words := v.Position.Stance
		for _, d := range one.Differ {
			switch d {
			case "target":
				words += " “" + v.Position.Target[0].Text + "”"
			case "speaker":
				words = v.Position.Speaker.Name + " " + words
			}
		}
		return c.Name + ": " + words
	}
	return " · " + told(two.a, one.A) + ", " + told(two.b, one.B)
}
