package reader

import (
	"hearsay/analysis"
	"hearsay/articles/review"
)

// matters are what two reviewers have otherwise, once it is decided between them.
type matters struct {
	a, b Colleague
	all  []review.Matter
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
	for _, one := range review.Adjudicate(o.article.Text, o.machine, two.a.State, two.b.State) {
		if len(one.Differ) > 0 {
			two.all = append(two.all, one)
		}
	}
	o.desk.matters, o.desk.others = &two, []Colleague{two.a, two.b}
}

// refs are what is in line where it is decided between two.
func (two *matters) refs() (out []review.Ref) {
	for _, one := range two.all {
		out = append(out, review.Ref{Subject: one.Subject})
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
		it := review.Item{Subject: one.Subject, Machine: analysis.None, Place: analysis.None}
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
func where(it review.Item) string {
	return identity(review.Subject{Quote: &review.Quote{Content: it.Now().Content}})
}

// take decides as one of the two did.
func (m *model) take(second bool) {
	d := m.current().desk
	if d.matters == nil || d.at == none {
		m.tell("nothing is decided between two: hearsay review adjudicate does that")
		return
	}
	for _, one := range d.matters.all {
		if identity(one.Subject) != identity(d.sheet.Quotes[d.at].Subject) {
			continue
		}
		side, name := one.A, d.matters.a.Name
		if second {
			side, name = one.B, d.matters.b.Name
		}
		entries := d.log.Pen().Take(one, side)
		if len(entries) == 0 {
			entries = []review.Entry{d.log.Pen().Reject(one.Subject)} // that one has no such quote
		}
		for _, e := range entries {
			if !m.keep(e) {
				return
			}
		}
		m.nextOpen()
		if m.note == "" {
			m.tell("taken from " + name)
		}
		return
	}
	m.tell("the two have it alike")
}
