package main

import (
	"context"
	"fmt"
	"os"

	"hearsay/analysis"
	"hearsay/analysis/annotated"
	"hearsay/analysis/attribution"
)

// trainAttribution learns cues and spans from annotated articles, by linear models.
func trainAttribution(j job) error {
	examples, err := strangeExamples(j)
	if err != nil {
		return err
	}
	weights, err := attribution.Learn(examples, told)
	if err != nil {
		return err
	}
	return writeAttribution(j.out, weights)
}

// trainCertainty learns how sure the models, all of them together, can be of what they find, from articles that they
// were not trained on.
func trainCertainty(dir, out string) error {
	engine, err := analysis.Load()
	if err != nil {
		return err
	}
	dev, err := devExamples(dir, func(_, s string) (*annotated.Text, error) {
		return engine.Annotate(context.Background(), analysis.Input{Text: s})
	})
	if err != nil {
		return err
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
