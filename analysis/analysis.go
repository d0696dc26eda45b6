// Package analysis finds who said what in an article: text in, a Document out. It knows no file, no store and no screen.
//
// It promises that nothing is invented: every quote, cue, source, mention and piece of evidence is a range of the text
// that was given, on code point boundaries. The same text gives the same document. Any text at all is accepted, and
// time grows in proportion to its length.
package analysis

import (
	"context"
	"errors"

	"hearsay/analysis/attribution"
	"hearsay/analysis/encoder"
	"hearsay/analysis/language"
	"hearsay/analysis/names"
	"hearsay/analysis/parse"
	"hearsay/analysis/positions"
	"hearsay/analysis/positions/polarity"
	"hearsay/analysis/quotations"
	"hearsay/analysis/speakers"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// Version names the engine: it changes whenever the same text may give another document.
const Version = "4"

// Input is a text to analyse.
type Input struct {
	// Text is valid UTF-8.
	Text string
	// Aside are stretches that are not the article's running text, such as bylines and captions: no sentence crosses
	// their edges, and nothing is attributed in them.
	Aside []Span
	// Progress, where given, is called now and then with the share of the work that is done, from 0 to 1: while Analyze
	// runs, and never twice at once, but from any goroutine.
	Progress func(done float64)
}

// Engine holds what the analysis has learnt. It is safe for use by several goroutines at once.
type Engine struct {
	tagger *tags.Tagger
	parser *parse.Parser
	finder *attribution.Finder
	sense  *encoder.Encoder
	namer  *names.Finder
	knower *speakers.Model
	side   *polarity.Model
}

// Load makes an engine from the weights built into the program.
func Load() (*Engine, error) {
	var e Engine
	var err error
	if e.tagger, err = tags.Load(); err != nil {
		return nil, err
	}
	if e.parser, err = parse.Load(); err != nil {
		return nil, err
	}
	if e.namer, err = names.Load(); err != nil {
		return nil, err
	}
	if e.sense, err = encoder.Load(); err != nil {
		return nil, err
	}
	if e.sense, err = e.sense.WithProjection(e.namer.Projection()); err != nil {
		return nil, err
	}
	if e.finder, err = attribution.Load(); err != nil {
		return nil, err
	}
	if e.sense.ProjectionSize() != attribution.ProjectionSize {
		return nil, errors.New("the weights of the encoder and those for attributions do not belong together: build the program again")
	}
	if e.knower, err = speakers.Load(); err != nil {
		return nil, err
	}
	if e.side, err = polarity.Load(); err != nil {
		return nil, err
	}
	if e.sense.HiddenSize() != e.side.HiddenSize() {
		return nil, errors.New("the weights of the encoder and those for how sentences speak do not belong together: build the program again")
	}
	return &e, nil
}

// The share of the work that is done when each stage begins, for reporting progress.
const (
	tagged     = 0.02
	sensed     = 0.8
	attributed = 0.93
	named      = 0.96
)

// Analyze finds the quotes, speakers and positions of a text. The only error is the context's.
func (e *Engine) Analyze(ctx context.Context, in Input) (*Document, error) {
	told := in.Progress
	if told == nil {
		told = func(float64) {}
	}
	t := text.Split(in.Text, in.Aside)
	d := &Document{Engine: Version, Language: language.Of(in.Text), Sentences: make([]Span, len(t.Sentences))}
	for i, s := range t.Sentences {
		d.Sentences[i] = s.Span
	}
	if d.Language != "en" {
		d.MarksOnly = true
		d.onlyMarked(t)
		told(1)
		return d, ctx.Err()
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	of := e.tagger.Tag(t)
	told(tagged)
	m := quotations.Find(t, of)
	senses, err := e.sense.Encode(ctx, t, func(done float64) { told(tagged + done*(sensed-tagged)) })
	if err != nil {
		return nil, err
	}
	trees := e.parser.Parse(t, of)
	found, err := e.finder.Find(ctx, t, of, trees, m, senses, func(done float64) { told(sensed + done*(attributed-sensed)) })
	if err != nil {
		return nil, err
	}
	who := e.namer.Find(t, senses)
	told(named)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	d.addQuotes(found)
	d.addSpeakers(e.knower, speakers.Article{Text: t, Tags: of, Trees: trees, Names: who}, m, found)
	d.addPositions(positions.Article{Text: t, Tags: of, Names: who, Marks: m, Senses: senses, Polarity: e.side, Trees: trees})
	told(1)
	return d, ctx.Err()
}
