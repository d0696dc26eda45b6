package figures

import (
	"fmt"
	"slices"

	"hearsay/analysis/measure"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
)

// tally is figures while they are counted.
type tally struct {
	Figures
	parts         [5]map[string]*Measured
	trust, speaks measure.Reliability
	errors        map[string]*Error
	quote, who    []measure.Rate // by article
	all           []measure.Rate
	examples      int
}

// Of works out the figures of a reviewer's states of some cases, which are all of that one reviewer.
func Of(cases []overlay.Case, s Settings) Figures {
	t := &tally{Figures: Figures{Drawn: s.Drawn}, errors: map[string]*Error{}, examples: s.Examples}
	for i := range t.parts {
		t.parts[i] = map[string]*Measured{}
	}
	for i := range cases {
		if cases[i].State != nil {
			t.article(&cases[i])
		}
	}
	f := t.Figures
	f.Spread = Spread{s.Draws, s.Seed, measure.Bootstrap(t.quote, s.Draws, s.Seed),
		measure.Bootstrap(t.who, s.Draws, s.Seed), measure.Bootstrap(t.all, s.Draws, s.Seed)}
	for i, to := range []*[]Part{&f.ByKind, &f.ByConfidence, &f.ByOutlet, &f.ByType, &f.ByEngine} {
		*to = partsOf(t.parts[i])
	}
	f.Confidence, f.SpeakerConfidence = Trust{t.trust.Error(), t.trust.Bands()}, Trust{t.speaks.Error(), t.speaks.Bands()}
	f.Errors = errorsOf(t.errors)
	return f
}

// article counts what was decided in an article.
func (t *tally) article(c *overlay.Case) {
	sheet := c.Sheet(c.State)
	look := newLookup(c, sheet)
	before := t.Quotes
	decided := t.Decided + t.Positions.Position.Of
	for _, d := range c.State.Decisions() {
		if !t.Drawn || d.Sitting.Drew(c.Article, d.Of) {
			t.decision(c, &d, look)
		}
	}
	if t.Decided+t.Positions.Position.Of > decided || !t.Drawn && c.State.Complete() {
		t.Articles++
		t.Reviewer = c.State.Entries()[0].Reviewer
	}
	t.quote = append(t.quote, since(t.Quotes.Quote, before.Quote))
	t.who = append(t.who, since(t.Quotes.Speaker, before.Speaker))
	t.all = append(t.all, since(t.Quotes.All, before.All))
	if !t.Drawn {
		t.recall(c, sheet)
	}
}

func since(now, before measure.Rate) measure.Rate {
	return measure.Rate{Right: now.Right - before.Right, Of: now.Of - before.Of}
}

// decision counts what was decided on one thing.
func (t *tally) decision(c *overlay.Case, d *review.Decision, look *lookup) {
	if d.Skipped {
		t.Skipped++
	}
	if d.Flagged {
		t.Flagged++
	}
	switch {
	case !d.Decided():
	case d.Of.Added != "":
		if d.Keeps() {
			t.missed(d, look)
		}
	case d.Position != nil:
		t.position(d, look)
	case d.Quote != nil:
		t.Decided++
		t.Random += one(d.Sitting.Drew(c.Article, d.Of))
		t.Blind += one(d.Sitting.Blind)
		j := judge(d)
		t.Quotes.add(j)
		for i, name := range partNames(c, d) {
			if t.parts[i][name] == nil {
				t.parts[i][name] = &Measured{}
			}
			t.parts[i][name].add(j)
		}
		t.trust.Add(d.Of.Quote.Confidence, j.attributed)
		if j.quote && j.source && !j.silent && len(d.Of.Quote.Speakers) > 0 {
			t.speaks.Add(d.Of.Quote.SpeakerConfidence, j.speaker)
		}
		t.faults(d, j, look)
	}
}

// partNames are the parts that a quote belongs to, as the machine had it.
func partNames(c *overlay.Case, d *review.Decision) [5]string {
	q := d.Of.Quote
	band := measure.BandOf(q.Confidence)
	kind := "no speaker"
	if len(q.Speakers) > 0 {
		kind = q.Speakers[0].Type
	}
	return [5]string{q.Kind, fmt.Sprintf("%.1f to %.1f", float64(band)/10, float64(band+1)/10), c.Outlet, kind,
		d.Of.Engine}
}

// recall counts how much of what there is was found.
func (t *tally) recall(c *overlay.Case, sheet *overlay.Sheet) {
	if !c.State.Complete() {
		return
	}
	if t.Recall == nil {
		t.Recall = &Found{}
	}
	if sheet.Undecided() > 0 {
		t.Recall.LeftOut++
		return
	}
	t.Recall.Articles++
	found := map[int]bool{}
	for _, item := range sheet.Quotes {
		if item.Machine >= 0 && item.Place >= 0 {
			found[item.Place] = true
		}
	}
	t.Recall.Rate = t.Recall.Rate.Plus(measure.Rate{Right: len(found), Of: len(sheet.Document.Quotes)})
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// partsOf are parts by their names.
func partsOf(all map[string]*Measured) []Part {
	out := []Part{}
	for name, m := range all {
		out = append(out, Part{name, *m})
	}
	slices.SortFunc(out, func(a, b Part) int { return slices.Compare([]string{a.Name}, []string{b.Name}) })
	return out
}
