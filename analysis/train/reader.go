package main

import (
	"context"
	"fmt"

	"hearsay/analysis"
	"hearsay/analysis/annotated"
	"hearsay/analysis/narrator"
	"hearsay/analysis/positions/targets"
	"hearsay/analysis/speakers"
)

// reader reads texts as the engine does, up to where speakers are looked for. A text is read once, however often it is
// asked for.
type reader struct {
	engine *analysis.Engine
	known  map[string]speakers.Article
}

func newReader() (*reader, error) {
	e, err := analysis.Load()
	if err != nil {
		return nil, err
	}
	return &reader{e, map[string]speakers.Article{}}, nil
}

// read reads a text, with the quotes that the engine finds in it.
func (r *reader) read(s string) (speakers.Article, error) {
	if a, ok := r.known[s]; ok {
		return a, nil
	}
	t, err := r.engine.Annotate(context.Background(), readAs(s))
	if err != nil {
		return speakers.Article{}, err
	}
	found, err := r.engine.Quotes(context.Background(), t)
	if err != nil {
		return speakers.Article{}, fmt.Errorf("find the quotes: %w", err)
	}
	who := narrator.Find(t, false)
	r.known[s] = speakers.Article{Text: who.Text, Quotes: analysis.Sources(found), Narrators: who}
	return r.known[s], nil
}

// readAs is a text as the engine takes it.
func readAs(s string) analysis.Input { return analysis.Input{Text: s} }

// quotesIn are the quotes that the engine finds in a text, as far as they tell what role words play.
func (r *reader) quotesIn(t *annotated.Text) ([]targets.Quote, error) {
	found, err := r.engine.Quotes(context.Background(), t)
	return analysis.Roles(found), err
}
