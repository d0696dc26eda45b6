package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"hearsay/analysis/annotated"
	"hearsay/analysis/attribution"
	"hearsay/analysis/parse"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// strangeExamples reads the annotated articles to learn from, with trees by parsers that have not seen them: the
// corpora's, and those of the further files.
func strangeExamples(j job) ([]attribution.Example, error) {
	tagger, err := tags.Load()
	if err != nil {
		return nil, err
	}
	others, err := strangers(j.corpora, tagger)
	if err != nil {
		return nil, err
	}
	var out []attribution.Example
	for _, path := range append(annotatedIn(j.corpora, "train"), j.more...) {
		some, err := readAttributions(path, func(id, s string) (*annotated.Text, error) {
			return annotated.WithoutStates(text.Split(s, nil), tagger, others[halfOf(id)]), nil
		})
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}

// devExamples reads the annotated articles to measure on.
func devExamples(dir string, annotate annotator) ([]attribution.Example, error) {
	var out []attribution.Example
	for _, path := range annotatedIn(dir, "dev") {
		some, err := readAttributions(path, annotate)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}

// annotatedIn are the files of one part, train or dev, of the corpora whose articles are annotated with attributions:
// US politics, and news of the world.
func annotatedIn(dir, part string) []string {
	return []string{filepath.Join(dir, "polnear-"+part+".jsonl"), filepath.Join(dir, "world-"+part+".jsonl")}
}

// markedArticle is a line of training data: an article with its attributions, in code points. "hearsay review
// export-gold" writes it too.
type markedArticle struct {
	ID, Text     string
	Attributions []struct{ Content, Cue, Source [][2]int }
}

// annotator annotates the text of an article.
type annotator func(id, s string) (*annotated.Text, error)

// linearAnnotator annotates as linear does, by the tagger and the parser that are built in.
func linearAnnotator() (annotator, error) {
	tagger, err := tags.Load()
	if err != nil {
		return nil, err
	}
	parser, err := parse.Load()
	if err != nil {
		return nil, err
	}
	return linear(tagger, parser), nil
}

// linear annotates as far as the linear models need it.
func linear(tagger *tags.Tagger, parser *parse.Parser) annotator {
	return func(_, s string) (*annotated.Text, error) {
		return annotated.WithoutStates(text.Split(s, nil), tagger, parser), nil
	}
}

// readAttributions reads articles with their attributions and annotates their texts.
func readAttributions(path string, annotate annotator) ([]attribution.Example, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []attribution.Example
	for d := json.NewDecoder(f); d.More(); {
		var a markedArticle
		if err := d.Decode(&a); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		e := attribution.Example{ID: a.ID}
		if e.Text, err = annotate(a.ID, a.Text); err != nil {
			return nil, fmt.Errorf("annotate article %s: %w", a.ID, err)
		}
		if e.Gold, err = a.gold(); err != nil {
			return nil, fmt.Errorf("read %s: article %s: %w", path, a.ID, err)
		}
		out = append(out, e)
	}
	return out, nil
}

// gold are the attributions in bytes.
func (a *markedArticle) gold() ([]attribution.Gold, error) {
	bytes := byteOffsets(a.Text)
	all := make([]attribution.Gold, len(a.Attributions))
	for i, g := range a.Attributions {
		var err error
		if all[i].Content, all[i].Cue, all[i].Source, err = bytes.parts(g.Content, g.Cue, g.Source); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// byteOf gives the byte at which each code point of a text starts.
type byteOf []int

func byteOffsets(s string) byteOf {
	b := make(byteOf, 0, len(s)+1)
	for i := range s {
		b = append(b, i)
	}
	return append(b, len(s))
}

// parts turns the ranges of an attribution into those of bytes.
func (b byteOf) parts(content, cue, source [][2]int) (c, k, s []text.Span, err error) {
	if c, err = b.spans(content); err == nil {
		if k, err = b.spans(cue); err == nil {
			s, err = b.spans(source)
		}
	}
	return c, k, s, err
}

// spans turns ranges of code points into ranges of bytes.
func (b byteOf) spans(of [][2]int) ([]text.Span, error) {
	var out []text.Span
	for _, p := range of {
		if p[0] < 0 || p[0] >= p[1] || p[1] >= len(b) {
			return nil, fmt.Errorf("the range %d to %d is not in the text, which has %d code points", p[0], p[1], len(b)-1)
		}
		out = append(out, text.Span{Start: b[p[0]], End: b[p[1]]})
	}
	return out, nil
}
