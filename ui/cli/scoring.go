package cli

import (
	"context"
	"fmt"
	"hash/maphash"
	"iter"

	"hearsay/analysis/score"
	"hearsay/articles"
	"hearsay/articles/gold"
	"hearsay/ui/cli/oneline"
	"hearsay/ui/cli/pipeline"
	"hearsay/ui/cli/scores"
)

// marked is what came of reading one annotated article, or one prediction.
type marked struct {
	gold.Marked
	err error
}

// readMarked reads what a name on the command line holds.
func (p *program) readMarked(name string, predictions bool) iter.Seq[marked] {
	r := &gold.Reader{Predictions: predictions}
	all := r.Open(name)
	if name == standardInput {
		all = r.Read(standardInput, p.in)
	}
	return func(yield func(marked) bool) {
		for m, err := range all {
			if !yield(marked{m, err}) {
				return
			}
		}
	}
}

// scoring is one run of the command score.
type scoring struct {
	*program
	scoreOptions
	progress *progress
	seed     maphash.Seed
	// predictions are those of PRED by the ids of their articles, nil where there is no PRED; sameText are those by the
	// sums of their texts.
	predictions map[string]*prediction
	sameText    map[uint64][]*prediction
	failed      int

	scores.Totals
}

// prediction is a line of PRED, of whose text no more is kept than tells it from another.
type prediction struct {
	gold.Marked
	text    uint64
	used    bool
	problem error
}

// scored is what came of one annotated article.
type scored struct {
	marked
	tally   score.Tally
	sides   *score.SideTally // nil where the article's positions were not noted
	faults  []scores.Fault
	missing bool
	// prediction is the one that was compared, nil where there is none.
	prediction *prediction
	// problem is what keeps a prediction from being read, note what there is to know about the article.
	problem error
	note    string
}

// score reads PRED, where there is one, and then compares article by article, several at once.
func (p *program) score(o scoreOptions, names []string) error {
	ctx, stop := p.interrupts()
	defer stop()
	s := &scoring{program: p, scoreOptions: o, progress: newProgress(p, true), seed: maphash.MakeSeed()}
	var err error
	if len(names) > 1 {
		s.predictions, s.sameText = map[string]*prediction{}, map[uint64][]*prediction{}
		err = pipeline.InOrder(ctx, p.readMarked(names[1], true), s.summed, s.keep)
	}
	if err == nil {
		err = pipeline.InOrder(ctx, p.readMarked(names[0], false), s.compare, s.count)
	}
	s.progress.clear()
	if ctx.Err() != nil {
		return ctx.Err()
	} else if err != nil {
		return err
	}
	s.tellUnused(names)
	if s.Tally.Articles > 0 {
		if err := p.write(s.Totals.Writer(o.format, o.calibration)); err != nil {
			return err
		}
	}
	if s.failed > 0 {
		return failure(exitFailed)
	}
	return nil
}

// summed takes from a prediction its text.
func (s *scoring) summed(_ context.Context, m marked) prediction {
	n := prediction{Marked: m.Marked, text: maphash.String(s.seed, m.Text), problem: m.err}
	n.Article = articles.Article{ID: m.ID}
	return n
}

// keep keeps a prediction by its id.
func (s *scoring) keep(n prediction) error {
	switch {
	case n.problem != nil:
		s.fail(n.problem)
	case s.predictions[n.ID] != nil:
		s.fail(fmt.Errorf("%s: there are two predictions for it; the first one counts",
			oneline.Shorten(n.ID, oneline.LongestName)))
	default:
		s.predictions[n.ID] = &n
		if !n.Textless {
			s.sameText[n.text] = append(s.sameText[n.text], &n)
		}
	}
	return nil
}

// compare holds what is found in an article against its gold.
func (s *scoring) compare(ctx context.Context, m marked) scored {
	out := scored{marked: m}
	if m.err != nil {
		return out
	}
	marks, err := m.Attributions(m.Text)
	if err != nil {
		out.err = err
		return out
	}
	sides, err := m.Sides(m.Text)
	if err != nil {
		out.err = err
		return out
	}
	found, err := s.found(ctx, &out)
	if err != nil {
		out.err = err
		return out
	}
	c := score.Compare(m.Text, marks, found.quotes)
	out.tally = c.Tally()
	if m.HasSides() {
		t := score.TallySides(m.Text, sides, found.sides)
		out.sides = &t
	}
	if s.errors > 0 {
		out.faults = scores.FaultsOf(&m.Article, c.Faults(s.errors))
	}
	return out
}

// predictions are what was found in an article.
type predictions struct {
	quotes []score.Attribution
	sides  []score.Side
}

// found are the predictions for an article: those of PRED, or what the engine finds.
func (s *scoring) found(ctx context.Context, out *scored) (none predictions, err error) {
	if s.predictions == nil {
		d, err := s.analyze(ctx, out.Article, nil)
		if err != nil {
			return none, fmt.Errorf("%s: %w", out.ID, err)
		}
		out.note = languageNote(d)
		return predictions{score.Found(d), score.FoundSides(d)}, nil
	}
	n := s.predictionOf(&out.Article)
	if out.prediction = n; n == nil {
		out.missing = true
		return none, nil
	}
	if !n.Textless && n.text != maphash.String(s.seed, out.Text) {
		out.note = "the prediction was made of another text than the gold's, so that its offsets may point elsewhere"
	}
	var found predictions
	if found.quotes, err = n.Attributions(out.Text); err == nil {
		found.sides, err = n.Sides(out.Text)
	}
	if err != nil {
		out.missing, out.problem = true, err
		return none, nil
	}
	return found, nil
}

// predictionOf is the prediction for an article, nil where there is none: that of its id, unless only one of another id
// is of the same text. Tools that write no ids have them made of the names of their files.
func (s *scoring) predictionOf(a *articles.Article) *prediction {
	n, text := s.predictions[a.ID], maphash.String(s.seed, a.Text)
	if n != nil && (n.Textless || n.text == text) {
		return n
	}
	if same := s.sameText[text]; len(same) == 1 {
		return same[0]
	}
	return n
}

// count adds up what came of an article.
func (s *scoring) count(out scored) error {
	if out.err != nil {
		s.fail(out.err)
		return nil
	}
	if out.problem != nil {
		s.fail(out.problem)
	}
	if out.note != "" {
		s.progress.clear()
		tell(s.err, oneline.Shorten(out.ID, oneline.LongestName)+": "+out.note)
	}
	if out.prediction != nil {
		out.prediction.used = true
	}
	s.Totals.Add(out.Outlet, out.tally, out.missing, out.faults, s.errors)
	if out.sides != nil {
		s.Totals.AddSides(*out.sides)
	}
	s.progress.step()
	return nil
}

// fail tells of what could not be read.
func (s *scoring) fail(err error) {
	s.failed++
	s.progress.clear()
	tell(s.err, err.Error())
}

// tellUnused tells of predictions whose ids GOLD does not have, which is nearly always a mistake.
func (s *scoring) tellUnused(names []string) {
	unused, first := 0, ""
	for id, n := range s.predictions {
		if !n.used {
			if unused++; first == "" || id < first {
				first = id
			}
		}
	}
	if unused > 0 {
		tell(s.err, fmt.Sprintf("%s: %d of its articles are not in %s, such as %s; the ids of both must be the same, or "+
			"the texts",
			oneline.Shorten(names[1], oneline.LongestName), unused, oneline.Shorten(names[0], oneline.LongestName),
			oneline.Shorten(first, oneline.LongestName)))
	}
}
