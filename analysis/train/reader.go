package main

import (
	"context"
	"fmt"

	"hearsay/analysis/attribution"
	"hearsay/analysis/encoder"
	"hearsay/analysis/names"
	"hearsay/analysis/parse"
	"hearsay/analysis/quotations"
	"hearsay/analysis/speakers"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// reader reads texts as the engine does, up to where speakers are looked for.
type reader struct {
	tagger *tags.Tagger
	parser *parse.Parser
	sense  *encoder.Encoder
	finder *attribution.Finder
	namer  *names.Finder
}

func newReader() (*reader, error) {
	var r reader
	var err error
	if r.tagger, err = tags.Load(); err != nil {
		return nil, err
	}
	if r.parser, err = parse.Load(); err != nil {
		return nil, err
	}
	if r.namer, err = names.Load(); err != nil {
		return nil, err
	}
	if r.sense, err = encoder.Load(); err != nil {
		return nil, err
	}
	if r.sense, err = r.sense.WithProjection(r.namer.Projection()); err != nil {
		return nil, err
	}
	if r.finder, err = attribution.Load(); err != nil {
		return nil, err
	}
	return &r, nil
}

// read reads a text, with the quotes that the engine finds in it.
func (r *reader) read(s string) (speakers.Article, error) {
	t := text.Split(s, nil)
	of := r.tagger.Tag(t)
	m := quotations.Find(t, of)
	quiet := func(float64) {}
	senses, err := r.sense.Encode(context.Background(), t, quiet)
	if err != nil {
		return speakers.Article{}, err
	}
	trees := r.parser.Parse(t, of)
	found, err := r.finder.Find(context.Background(), t, of, trees, m, senses, quiet)
	if err != nil {
		return speakers.Article{}, fmt.Errorf("find the quotes: %w", err)
	}
	a := speakers.Article{Text: t, Tags: of, Trees: trees, Names: r.namer.Find(t, senses)}
	for _, f := range found {
		a.Quotes = append(a.Quotes, speakers.Quote{Content: f.Content, Cue: f.Cue, Source: f.Source, Continues: f.Continues})
	}
	for _, q := range m.Quotations {
		if q.Parent < 0 {
			a.Marked = append(a.Marked, q.Span)
		}
	}
	return a, nil
}
