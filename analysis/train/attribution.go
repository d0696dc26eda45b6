package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"hearsay/analysis/attribution"
	"hearsay/analysis/marks"
	"hearsay/analysis/parse"
	"hearsay/analysis/sense"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// trainAttribution learns cues and spans from annotated articles, by linear models.
func trainAttribution(dir, out string) error {
	examples, err := strangeExamples(dir)
	if err != nil {
		return err
	}
	weights, err := attribution.Learn(examples, told)
	if err != nil {
		return err
	}
	return writeAttribution(out, weights)
}

// trainCertainty learns how sure the models, all of them together, can be of what they find, from articles that they were
// not trained on.
func trainCertainty(dir, out string) error {
	dev, err := devExamples(dir)
	if err != nil {
		return err
	}
	encoder, err := sense.Load()
	if err != nil {
		return err
	}
	for i := range dev {
		if dev[i].Senses, err = encoder.Encode(context.Background(), dev[i].Text, func(float64) {}); err != nil {
			return err
		}
	}
	weights, err := os.ReadFile(out)
	if err != nil {
		return fmt.Errorf("read the weights for attributions, which their certainty is added to: %w", err)
	}
	if weights, err = attribution.Calibrate(weights, dev, told); err != nil {
		return err
	}
	return writeAttribution(out, weights)
}

func told(format string, args ...any) { fmt.Printf(format+"\n", args...) }

func writeAttribution(out string, weights []byte) error {
	if err := os.WriteFile(out, weights, 0o644); err != nil {
		return fmt.Errorf("write the weights for attributions: %w", err)
	}
	return nil
}

// strangeExamples reads the annotated articles to learn from, with trees by parsers that have not seen them.
func strangeExamples(dir string) ([]attribution.Example, error) {
	tagger, err := tags.Load()
	if err != nil {
		return nil, err
	}
	others, err := strangers(dir, tagger)
	if err != nil {
		return nil, err
	}
	return readAttributions(filepath.Join(dir, "polnear-train.jsonl"), tagger, func(id string) *parse.Parser { return others[halfOf(id)] })
}

// devExamples reads the annotated articles to measure on.
func devExamples(dir string) ([]attribution.Example, error) {
	tagger, err := tags.Load()
	if err != nil {
		return nil, err
	}
	parser, err := parse.Load()
	if err != nil {
		return nil, err
	}
	return readAttributions(filepath.Join(dir, "polnear-dev.jsonl"), tagger, func(string) *parse.Parser { return parser })
}

// readAttributions reads annotated articles and cuts and tags their texts.
func readAttributions(path string, tagger *tags.Tagger, parserOf func(id string) *parse.Parser) ([]attribution.Example, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []attribution.Example
	for d := json.NewDecoder(f); d.More(); {
		var a struct {
			ID, Text     string
			Attributions []struct{ Content, Cue, Source [][2]int }
		}
		if err := d.Decode(&a); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		t := text.Split(a.Text, nil)
		e := attribution.Example{Text: t, Tags: tagger.Tag(t)}
		e.Trees, e.Marks = parserOf(a.ID).Parse(t, e.Tags), marks.Find(t, e.Tags)
		bytes := byteOffsets(a.Text)
		for _, g := range a.Attributions {
			e.Gold = append(e.Gold, attribution.Gold{Content: bytes.spans(g.Content), Cue: bytes.spans(g.Cue), Source: bytes.spans(g.Source)})
		}
		out = append(out, e)
	}
	return out, nil
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

// spans turns ranges of code points into ranges of bytes.
func (b byteOf) spans(of [][2]int) []text.Span {
	var out []text.Span
	for _, p := range of {
		out = append(out, text.Span{Start: b[p[0]], End: b[p[1]]})
	}
	return out
}
