package annotated

import (
	"context"

	"golang.org/x/sync/errgroup"

	"hearsay/analysis/encoder"
	"hearsay/analysis/names"
	"hearsay/analysis/parse"
	"hearsay/analysis/quotations"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// Annotator annotates texts. It is safe for use by several goroutines at once.
type Annotator struct {
	Tagger  *tags.Tagger
	Parser  *parse.Parser
	Encoder *encoder.Encoder
	Namer   *names.Finder
}

// Load makes an annotator from the weights built into the program, those of all stages at once.
func Load() (*Annotator, error) {
	var a Annotator
	var all errgroup.Group
	all.Go(func() (err error) { a.Tagger, err = tags.Load(); return err })
	all.Go(func() (err error) { a.Parser, err = parse.Load(); return err })
	all.Go(func() (err error) { a.Namer, err = names.Load(); return err })
	all.Go(func() (err error) { a.Encoder, err = encoder.Load(); return err })
	err := all.Wait()
	if err == nil {
		a.Encoder, err = a.Encoder.WithProjection(a.Namer.Projection())
	}
	if err != nil {
		return nil, err
	}
	return &a, nil
}

// The share of the work that is done before the encoder and after it: the other stages are quick.
const (
	beforeEncoder = 0.025
	afterEncoder  = 0.96
)

// Annotate annotates a text. It calls progress now and then with the share of the work that is done, from 0 to 1, never
// twice at once. The only error is the context's.
func (a *Annotator) Annotate(ctx context.Context, t *text.Text, progress func(done float64)) (*Text, error) {
	of := a.Tagger.Tag(t)
	marks := quotations.Find(t, of)
	progress(beforeEncoder)
	states, err := a.Encoder.Encode(ctx, t, func(done float64) {
		progress(beforeEncoder + done*(afterEncoder-beforeEncoder))
	})
	if err != nil {
		return nil, err
	}
	trees := a.Parser.Parse(t, of)
	found := a.Namer.Find(t, states)
	progress(1)
	return New(t, of, marks, trees, states, found), ctx.Err()
}

// WithoutStates annotates a text as far as can be done without the encoder, which takes most of the time: tokens, tags,
// quotations and trees, by the parser that is given. Linear models learn from it.
func WithoutStates(t *text.Text, tagger *tags.Tagger, parser *parse.Parser) *Text {
	of := tagger.Tag(t)
	return New(t, of, quotations.Find(t, of), parser.Parse(t, of), nil, nil)
}
