package review

import (
	"fmt"
	"slices"

	"hearsay/articles/review/measure"
)

// Settings are how figures are worked out.
type Settings struct {
	// Draws is how many times the articles are drawn anew for the intervals over articles, Seed what draws them.
	Draws int
	Seed  uint64
	// Drawn counts only what a random sample drew.
	Drawn bool
	// Examples is the most quotes that are given for each sort of error.
	Examples int
}

// Measured is how often the machine is right: whether a quote is one, and of those that are whether each part is right.
// Content, cue and source are right where they hold the same letters: a comma more or less is no error.
type Measured struct {
	Quote   measure.Rate `json:"quote"`
	Content measure.Rate `json:"content"`
	Kind    measure.Rate `json:"kind"`
	Cue     measure.Rate `json:"cue"`
	Source  measure.Rate `json:"source"`
	Speaker measure.Rate `json:"speaker"`
	// All is right in everything, of all that were decided.
	All measure.Rate `json:"all"`
}

// Stands is how often positions are right, counted in the same way.
type Stands struct {
	Position measure.Rate `json:"position"`
	Stance   measure.Rate `json:"stance"`
	Target   measure.Rate `json:"target"`
	Speaker  measure.Rate `json:"speaker"`
	All      measure.Rate `json:"all"`
}

// Found is how much of what there is was found. It rests on the articles that are finished: complete, with no quote
// undecided.
type Found struct {
	Articles int          `json:"articles"`
	Rate     measure.Rate `json:"rate"`
	// LeftOut are the articles that are called complete and have undecided quotes.
	LeftOut int `json:"left_out"`
}

// Part is the figures of some of the quotes.
type Part struct {
	Name string `json:"name"`
	Measured
}

// Trust tells how far a confidence can be trusted.
type Trust struct {
	// Error is the expected calibration error.
	Error measure.Value  `json:"ece"`
	Bands []measure.Band `json:"bands"`
}

// Spread are the intervals that articles make when they are drawn anew.
type Spread struct {
	Draws   int              `json:"draws"`
	Seed    uint64           `json:"seed"`
	Quote   measure.Interval `json:"quote"`
	Speaker measure.Interval `json:"speaker"`
	All     measure.Interval `json:"all"`
}

// Figures are how accurate the machine is, as far as reviewers decided.
type Figures struct {
	Reviewers []string `json:"reviewers"`
	// Articles are those in which anything was decided, Decided the quotes with a verdict.
	Articles int `json:"articles"`
	Decided  int `json:"decided"`
	Skipped  int `json:"skipped"`
	Flagged  int `json:"flagged"`
	// Random of those decided were drawn at random: only then do the figures hold for what they were drawn from. Blind were
	// decided without sight of another reviewer.
	Random int `json:"random"`
	Blind  int `json:"blind"`

	Quotes    Measured `json:"quotes"`
	Positions Stands   `json:"positions"`
	// Recall is nil where no article is finished.
	Recall *Found `json:"recall"`
	Spread Spread `json:"over_articles"`

	ByKind       []Part `json:"by_kind"`
	ByConfidence []Part `json:"by_confidence"`
	ByOutlet     []Part `json:"by_outlet"`
	ByType       []Part `json:"by_speaker_type"`
	ByEngine     []Part `json:"by_engine"`

	// Confidence is held against content and source, half of whose letters must be right; SpeakerConfidence against the
	// speakers of those whose source is right.
	Confidence        Trust `json:"confidence"`
	SpeakerConfidence Trust `json:"speaker_confidence"`

	Errors []Error `json:"errors"`
}

// tally is figures while they are counted.
type tally struct {
	Figures
	parts         [5]map[string]*Measured
	trust, speaks measure.Reliability
	errors        map[string]*Error
	quote, who    []measure.Rate // by article
	all           []measure.Rate
	reviewers     map[string]bool
	examples      int
	drawn         bool
}

// FiguresOf works out the figures of the reviewers' states of some cases.
func FiguresOf(cases []Case, s Settings) Figures {
	t := &tally{errors: map[string]*Error{}, reviewers: map[string]bool{}, examples: s.Examples, drawn: s.Drawn}
	for i := range t.parts {
		t.parts[i] = map[string]*Measured{}
	}
	for i := range cases {
		if cases[i].State != nil {
			t.article(&cases[i])
		}
	}
	f := t.Figures
	f.Reviewers = sorted(t.reviewers)
	f.Spread = Spread{s.Draws, s.Seed, measure.Bootstrap(t.quote, s.Draws, s.Seed), measure.Bootstrap(t.who, s.Draws, s.Seed), measure.Bootstrap(t.all, s.Draws, s.Seed)}
	for i, to := range []*[]Part{&f.ByKind, &f.ByConfidence, &f.ByOutlet, &f.ByType, &f.ByEngine} {
		*to = partsOf(t.parts[i])
	}
	f.Confidence, f.SpeakerConfidence = Trust{t.trust.Error(), t.trust.Bands()}, Trust{t.speaks.Error(), t.speaks.Bands()}
	f.Errors = errorsOf(t.errors)
	return f
}

// article counts what was decided in an article.
func (t *tally) article(c *Case) {
	sheet := c.sheet(c.State)
	look := newLookup(c, sheet)
	before := t.Quotes
	decided := t.Decided + t.Positions.Position.Of
	for _, d := range c.State.Decisions() {
		if !t.drawn || d.Sitting.Drew(c.Article, d.Of) {
			t.decision(c, &d, look)
		}
	}
	if t.Decided+t.Positions.Position.Of > decided || c.State.Complete() {
		t.Articles++
		for _, e := range c.State.Entries() {
			t.reviewers[e.Reviewer] = true
		}
	}
	t.quote = append(t.quote, since(t.Quotes.Quote, before.Quote))
	t.who = append(t.who, since(t.Quotes.Speaker, before.Speaker))
	t.all = append(t.all, since(t.Quotes.All, before.All))
	t.recall(c, sheet)
}

func since(now, before measure.Rate) measure.Rate {
	return measure.Rate{Right: now.Right - before.Right, Of: now.Of - before.Of}
}

// decision counts what was decided on one thing.
func (t *tally) decision(c *Case, d *Decision, look *lookup) {
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
func partNames(c *Case, d *Decision) [5]string {
	q := d.Of.Quote
	band := measure.BandOf(q.Confidence)
	kind := "no speaker"
	if len(q.Speakers) > 0 {
		kind = q.Speakers[0].Type
	}
	return [5]string{q.Kind, fmt.Sprintf("%.1f to %.1f", float64(band)/10, float64(band+1)/10), c.Outlet, kind, d.Of.Engine}
}

// recall counts how much of what there is was found.
func (t *tally) recall(c *Case, sheet *Sheet) {
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

func sorted(all map[string]bool) []string {
	out := []string{}
	for s := range all {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}
