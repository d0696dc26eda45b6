// Package analysis finds who said what in an article: text in, a Document out. It knows no file, no store and no
// screen.
//
// It promises that nothing is invented: every quote, cue, source, mention and piece of evidence is a range of the text
// that was given, on code point boundaries. The same text gives the same document. Any text at all is accepted, and
// time grows in proportion to its length.
package analysis

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"

	"golang.org/x/sync/errgroup"

	"hearsay/analysis/annotated"
	"hearsay/analysis/assembly"
	"hearsay/analysis/attribution"
	"hearsay/analysis/captions"
	"hearsay/analysis/denials"
	"hearsay/analysis/language"
	"hearsay/analysis/narrator"
	"hearsay/analysis/reporting"
	"hearsay/analysis/speakers"
	"hearsay/analysis/text"
	"hearsay/analysis/turns"
)

// Version names the engine: it changes whenever the same text may give another document.
const Version = "7"

// Input is a text to analyse.
type Input struct {
	// Text is valid UTF-8.
	Text string
	// Aside are stretches that are not the article's running text, such as bylines and captions: no sentence crosses
	// their edges, and nothing is attributed in them.
	Aside []Span
	// Strong are stretches that are set in bold letters or as headings, in reading order: they may be the questions of an
	// interview.
	Strong []Span
	// Apart are block quotations and items of lists: where the words before them end with a colon, they are what is said.
	Apart []Span
	// Progress, where given, is called now and then with the share of the work that is done, from 0 to 1: while Analyze
	// runs, and never twice at once, but from any goroutine.
	Progress func(done float64)
}

// split cuts the text. What stands aside is what the article's format tells, and what is a caption, a credit or a note
// for all that its words tell.
func (in Input) split() *text.Text {
	return text.Split(in.Text, slices.Concat(in.Aside, captions.Spans(in.Text)))
}

// Engine holds what the analysis has learnt. It is safe for use by several goroutines at once.
type Engine struct {
	annotator *annotated.Annotator
	finder    *attribution.Finder
	resolver  *speakers.Model
	stances   stances
}

// Load makes an engine from the weights built into the program.
func Load() (*Engine, error) {
	var e Engine
	var all errgroup.Group
	all.Go(func() (err error) { e.annotator, err = annotated.Load(); return err })
	all.Go(func() (err error) { e.finder, err = attribution.Load(); return err })
	all.Go(func() (err error) { e.resolver, err = speakers.Load(); return err })
	all.Go(func() (err error) { e.stances, err = loadStances(); return err })
	if err := all.Wait(); err != nil {
		return nil, err
	}
	switch states := e.annotator.Encoder; {
	case states.ProjectionSize() != attribution.ProjectionSize:
		return nil, errors.New(
			"the weights of the encoder and those for attributions do not belong together: build the program again")
	case !e.stances.read(states.HiddenSize()):
		return nil, errors.New(
			"the weights of the encoder and those for positions do not belong together: build the program again")
	}
	return &e, nil
}

// The share of the work that is done when a stage ends, for reporting progress.
const (
	untilAnnotated  = 0.85
	untilAttributed = 0.98
)

// Annotate finds what the later stages read: tokens, tags, trees, quotation marks, hidden states and names. The text
// must be in English to make sense of. The only error is the context's.
func (e *Engine) Annotate(ctx context.Context, in Input) (*annotated.Text, error) {
	return e.annotator.Annotate(ctx, in.split(), in.progress(0, 1))
}

// Quotes finds the quotes of an annotated text, without their speakers. The only error is the context's.
func (e *Engine) Quotes(ctx context.Context, t *annotated.Text) ([]attribution.Attribution, error) {
	found, err := e.quotes(ctx, t, nil, Input{}.progress(0, 1))
	return turns.Find(t, nil).Join(found), err
}

// quotes finds the quotes of an annotated text stage by stage, without those that are turns of a transcript. Apart are
// its block quotations and items of lists.
func (e *Engine) quotes(ctx context.Context, t *annotated.Text, apart []Span, progress func(float64)) (
	[]attribution.Attribution, error) {
	found, err := e.finder.Find(ctx, t, progress)
	if err != nil {
		return nil, err
	}
	found = reporting.Answer(t, reporting.WithoutDeeds(t, found))
	found = denials.Told(t, found)
	found = assembly.Assemble(t, attribution.AddUncued(t, found), apart)
	return attribution.Ordered(denials.AddRefusals(t, found)), nil
}

// Fault is a fault of the engine that a text brought to light. It is the text's own: the engine goes on with others.
type Fault struct {
	What  any    // what was panicked with
	Stack []byte // where, for whoever mends it
}

func (f *Fault) Error() string {
	return fmt.Sprintf("hearsay itself is at fault with this text (%v): please report it, with the text", f.What)
}

// Analyze finds the quotes, speakers and positions of a text. The only errors are the context's and a *Fault.
func (e *Engine) Analyze(ctx context.Context, in Input) (d *Document, err error) {
	defer func() {
		if what := recover(); what != nil {
			d, err = nil, &Fault{what, debug.Stack()}
		}
	}()
	return e.analyze(ctx, in)
}

func (e *Engine) analyze(ctx context.Context, in Input) (*Document, error) {
	t := in.split()
	d := &Document{Engine: Version, Language: language.Of(in.Text), Sentences: make([]Span, len(t.Sentences))}
	for i, s := range t.Sentences {
		d.Sentences[i] = s.Span
	}
	done := in.progress(0, 1)
	if d.Language != "en" {
		d.MarksOnly = true
		d.onlyMarked(t)
		done(1)
		return d, ctx.Err()
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	whole, err := e.annotator.Annotate(ctx, t, in.progress(0, untilAnnotated))
	if err != nil {
		return nil, err
	}
	found, err := e.quotes(ctx, whole, in.Apart, in.progress(untilAnnotated, untilAttributed))
	if err != nil {
		return nil, err
	}
	said := turns.Find(whole, in.Strong)
	who := narrator.Find(said.Text, len(said.All) > 0)
	whole, found = who.Text, said.Join(found)
	taken := e.stances.find(whole, found)
	d.addSpoken(e.resolver, speakers.Article{Text: whole, Quotes: Sources(found), Narrators: who}, found, taken)
	d.addPositions(&e.stances, whole, taken)
	done(1)
	return d, ctx.Err()
}

// progress returns what tells the reader of the share of the work that is done, where a stage's own share runs between
// two shares of the whole.
func (in Input) progress(from, to float64) func(done float64) {
	if in.Progress == nil {
		return func(float64) {}
	}
	return func(done float64) { in.Progress(from + done*(to-from)) }
}
