package analysis

import (
	"context"

	"hearsay/analysis/annotated"
	"hearsay/analysis/attribution"
	"hearsay/analysis/narrator"
	"hearsay/analysis/positions"
	"hearsay/analysis/positions/directed"
	"hearsay/analysis/positions/holders"
	"hearsay/analysis/positions/polarity"
	"hearsay/analysis/positions/targets"
	"hearsay/analysis/speakers"
)

// stances is what was learnt of who is for or against what.
type stances struct {
	targets   *targets.Finder
	polarity  *polarity.Model
	directed  *directed.Model
	certainty *positions.Certainty
}

func loadStances() (s stances, err error) {
	if s.targets, err = targets.Load(); err != nil {
		return s, err
	}
	if s.polarity, err = polarity.Load(); err != nil {
		return s, err
	}
	if s.directed, err = directed.Load(); err != nil {
		return s, err
	}
	s.certainty, err = positions.LoadCertainty()
	return s, err
}

// read reports whether all of it reads hidden states of so many numbers.
func (s *stances) read(hiddenSize int) bool {
	return s.targets.HiddenSize() == hiddenSize && s.polarity.HiddenSize() == hiddenSize &&
		s.directed.HiddenSize() == hiddenSize
}

// Roles are quotes as far as they tell what role words play.
func Roles(found []attribution.Attribution) []targets.Quote {
	out := make([]targets.Quote, len(found))
	for i, q := range found {
		out[i] = targets.Quote{Content: q.Content, Cue: q.Cue, Source: q.Source}
	}
	return out
}

// find finds the sides that are taken in a text, and who takes them, as far as that is known before speakers are.
func (s *stances) find(t *annotated.Text, found []attribution.Attribution) []positions.Taken {
	quotes := Roles(found)
	all := s.targets.Find(t, quotes)
	by := holders.Find(t, quotes, all)
	out := make([]positions.Taken, len(all))
	for i := range all {
		out[i] = positions.Taken{Target: all[i], Holder: by[i]}
	}
	return out
}

// leastHeld is how likely a side must be for it to be asked who takes it, if these are no quote's speakers.
const leastHeld = 0.3

// holdersIn are the words for those who take sides that are in no quote; of tells which side each takes.
func holdersIn(taken []positions.Taken) (words []Span, of []int) {
	for k := range taken {
		if x := &taken[k]; !x.Words.Empty() && x.Odds >= leastHeld {
			words, of = append(words, x.Words), append(of, k)
		}
	}
	return words, of
}

// article is the document as positions are found from it.
func (d *Document) article(s *stances, t *annotated.Text, taken []positions.Taken) positions.Article {
	a := positions.Article{Text: t, Taken: taken, Polarity: s.polarity, Directed: s.directed, Certainty: s.certainty}
	for _, q := range d.Quotes {
		a.Quotes = append(a.Quotes, positions.Quote{Content: q.Content, Cue: q.Cue, Source: q.Source, Speakers: q.Speakers,
			Confidence: q.Confidence, Certainty: q.Why.SpeakerConfidence})
	}
	for _, s := range d.Speakers {
		a.Speakers = append(a.Speakers, positions.Speaker{Name: s.Name, Mentions: s.Mentions, Thing: s.Type == Unknown})
	}
	return a
}

// addPositions adds the positions the speakers take.
func (d *Document) addPositions(s *stances, t *annotated.Text, taken []positions.Taken) {
	for _, p := range positions.Find(d.article(s, t, taken)) {
		to := &d.Positions
		if p.Doubtful {
			to = &d.Doubtful
		}
		*to = append(*to, Position{Speaker: p.Speaker, Stance: p.Stance, Act: p.Act, Modality: p.Modality,
			Target: p.Target, Topic: p.Topic, Targets: p.Targets, Qualifiers: p.Qualifiers,
			Statement: p.Statement, Quotes: p.Quotes, Confidence: p.Confidence, Reason: p.Reason})
	}
	d.dropSilent()
}

// WithTargets returns an engine that finds what sides are taken on by other weights than those built in: by such as
// have not learnt from the articles that it is to read.
func (e *Engine) WithTargets(f *targets.Finder) *Engine {
	out := *e
	out.stances.targets = f
	return &out
}

// WeighPositions finds all that may be positions in a text, however likely, and the names of the speakers: what
// certainty is learnt from. The only error is the context's.
func (e *Engine) WeighPositions(ctx context.Context, in Input) (all []positions.Weighed, names []string, err error) {
	t, err := e.Annotate(ctx, in)
	if err != nil {
		return nil, nil, err
	}
	found, err := e.Quotes(ctx, t)
	if err != nil {
		return nil, nil, err
	}
	d := &Document{}
	who := narrator.Find(t, false)
	t = who.Text
	taken := e.stances.find(t, found)
	d.addSpoken(e.resolver, speakers.Article{Text: t, Quotes: Sources(found), Narrators: who}, found, taken)
	for _, s := range d.Speakers {
		names = append(names, s.Name)
	}
	return positions.Weigh(d.article(&e.stances, t, taken)), names, nil
}
