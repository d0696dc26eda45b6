package main

import (
	"context"
	"fmt"

	"hearsay/analysis"
	"hearsay/analysis/speakers"
)

// reader reads texts as the engine does, up to where speakers are looked for.
type reader struct{ engine *analysis.Engine }

func newReader() (*reader, error) {
	e, err := analysis.Load()
	if err != nil {
		return nil, err
	}
	return &reader{e}, nil
}

// read reads a text, with the quotes that the engine finds in it.
func (r *reader) read(s string) (speakers.Article, error) {
	t, err := r.engine.Annotate(context.Background(), analysis.Input{Text: s})
	if err != nil {
		return speakers.Article{}, err
	}
	found, err := r.engine.Quotes(context.Background(), t)
	if err != nil {
		return speakers.Article{}, fmt.Errorf("find the quotes: %w", err)
	}
	return speakers.Article{Text: t, Quotes: analysis.Sources(found)}, nil
}
