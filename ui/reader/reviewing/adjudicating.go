package reviewing

import (
	"slices"
	"strings"

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

// decideBetween has the review go through what two reviewers have otherwise. Where the two have not both decided on
// this article it is a review like any other.
func (r *Review) decideBetween(a, b string) error {
	others, err := r.log.Others()
	if err != nil {
		return err
	}
	var two matters
	for _, c := range others {
		switch c.Name {
		case a:
			two.a = c
		case b:
			two.b = c
		}
	}
	if two.a.State == nil || two.b.State == nil {
		return nil
	}
	for _, one := range adjudication.Of(r.article.Text, r.machine, two.a.State, two.b.State) {
		if one.Disputed() {
			two.all = append(two.all, one)
		}
	}
	for _, one := range adjudication.OfPositions(r.article.Text, r.machine, two.a.State, two.b.State) {
		if one.Machine != analysis.None && one.Disputed() {
			two.positions = append(two.positions, one)
		}
	}
	r.matters = &two
	return nil
}

// refs are what is in line where it is decided between two.
func (two *matters) refs() (out []queue.Ref) {
	for _, one := range two.all {
		out = append(out, queue.Ref{Subject: one.Subject})
	}
	return out
}

// addedBy puts what only one of the two has on the sheet, as long as the third has not added it too.
func (r *Review) addedBy() {
	if r.matters == nil {
		return
	}
	have := map[string]bool{}
	for _, it := range r.sheet.Quotes {
		have[where(it)] = true
	}
	for _, one := range r.matters.all {
		if one.Machine != analysis.None || one.Subject.Quote == nil {
			continue
		}
		it := overlay.Item{Subject: one.Subject, Machine: analysis.None, Place: analysis.None}
		if have[where(it)] {
			continue
		}
		if dec, ok := r.log.State().On(one.Subject); ok {
			it.Decision = &dec
		}
		r.sheet.Quotes = append(r.sheet.Quotes, it)
	}
}

// where tells where an item's content stands.
func where(it overlay.Item) string {
	return identity(review.Subject{Quote: &review.Quote{Content: it.Now().Content}})
}

// take decides as one of the two did.
func (m *Mode) take(second bool) {
	r := m.review()
	if r.matters == nil {
		m.host.Tell("nothing is decided between two: hearsay review adjudicate does that")
		return
	}
	it, ok := m.inQuestion()
	if !ok {
		return
	}
	one := r.matters.on(it)
	if one == nil {
		m.host.Tell(r.matters.a.Name + " and " + r.matters.b.Name + " have it alike")
		return
	}
	had, by := one.A, r.matters.a.Name
	if second {
		had, by = one.B, r.matters.b.Name
	}
	entries := adjudication.Take(r.log.Writer(), *one, had)
	if len(entries) == 0 {
		entries = []review.Entry{r.log.Writer().Reject(one.Subject)} // that one has no such quote
	}
	name, said := nameOf(it), make([]string, len(entries))
	if err := m.keep(entries...); err != nil {
		m.host.Tell(err.Error())
		return
	}
	for i, e := range entries {
		said[i] = telling{m.findings()}.said(e)
	}
	m.told(name+": as "+by+": "+strings.Join(said, ", "), m.goOn())
}

// on is the matter of a quote, or of a position, nil where the two do not differ on it.
func (two *matters) on(it overlay.Item) *adjudication.Matter {
	all, same := two.all, func(m adjudication.Matter) bool { return identity(m.Subject) == identity(it.Subject) }
	if it.Subject.Position != nil {
		all, same = two.positions, func(m adjudication.Matter) bool { return m.Machine == it.Machine }
	}
	if i := slices.IndexFunc(all, same); i >= 0 {
		return &all[i]
	}
	return nil
}

// openPositions is how many of the positions that the two differ on are undecided.
func (r *Review) openPositions() (n int) {
	if r.matters == nil {
		return 0
	}
	for _, it := range r.sheet.Positions {
		if it.Machine != analysis.None && r.matters.on(it) != nil && !decided(it) {
			n++
		}
	}
	return n
}

// sides tell how the two between whom is decided have a position: " · ann: opposes, ben: supports"; empty where they
// have it alike.
func (two *matters) sides(it overlay.Item) string {
	one := two.on(it)
	if one == nil {
		return ""
	}
	return " · " + side(two.a, one.A, one.Differ) + ", " + side(two.b, one.B, one.Differ)
}

// side tells how one of the two has a position, by what the two differ in.
func side(c review.Colleague, v adjudication.View, differ []string) string {
	if v.Position == nil {
		return c.Name + " has none"
	}
	words := v.Position.Stance
	for _, d := range differ {
		switch d {
		case "target":
			words += " “" + v.Position.Target[0].Text + "”"
		case "speaker":
			words = v.Position.Speaker.Name + " " + words
		}
	}
	return c.Name + ": " + words
}
