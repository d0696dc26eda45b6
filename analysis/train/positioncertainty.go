package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"hearsay/analysis"
	"hearsay/analysis/positions"
	"hearsay/analysis/score"
)

// certaintyFolds is how many parts the articles are in that certainty is learnt from, each measured by what was learnt
// from the others.
const certaintyFolds = 5

// trainPositionCertainty learns how sure positions are, from those that the engine finds in articles of which readers
// noted the positions, and prints how well that is borne out in articles that the figures were not learnt from.
// What the networks make of the articles that they were taught with is too good to learn it from those.
func trainPositionCertainty(dir, out string) error {
	all, err := readSided(filepath.Join(dir, "world-dev.jsonl"))
	if err != nil {
		return err
	}
	r, err := newReader()
	if err != nil {
		return err
	}
	weighed, gold := make([][]positions.Weighed, len(all)), 0
	for i := range all {
		gold += len(all[i].named())
		if weighed[i], err = r.weigh(&all[i]); err != nil {
			return err
		}
	}
	var measured certaintyTable
	for fold := range certaintyFolds {
		c, err := positions.ReadCertainty(string(positions.LearnCertainty(others(weighed, fold))))
		if err != nil {
			return err
		}
		for i := fold; i < len(weighed); i += certaintyFolds {
			for k := range weighed[i] {
				measured.add(c.Of(&weighed[i][k]), weighed[i][k].Right)
			}
		}
	}
	measured.print(gold)
	if err := os.WriteFile(out, positions.LearnCertainty(others(weighed, -1)), 0o644); err != nil {
		return fmt.Errorf("write the certainty of positions: %w", err)
	}
	return nil
}

// others are the positions of all articles but those of one fold.
func others(weighed [][]positions.Weighed, fold int) (out []positions.Weighed) {
	for i, some := range weighed {
		if fold < 0 || i%certaintyFolds != fold {
			out = append(out, some...)
		}
	}
	return out
}

// named are the sides of an article as they are scored, one for each who takes one.
func (a *sidedArticle) named() (out []score.Side) {
	for _, s := range a.sides {
		for _, name := range s.speakers {
			out = append(out, score.Side{Speaker: name, Opposes: s.opposed, Target: s.target})
		}
	}
	return out
}

// weigh finds what may be positions in an article, and which of it readers bear out.
func (r *reader) weigh(a *sidedArticle) ([]positions.Weighed, error) {
	all, names, err := r.engine.WeighPositions(context.Background(), analysis.Input{Text: a.text})
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", a.id, err)
	}
	found := make([]score.Side, len(all))
	for i, p := range all {
		found[i] = score.Side{Speaker: names[p.Speaker], Opposes: p.Stance == positions.Opposes, Target: p.Target}
	}
	for _, p := range score.MatchSides(a.text, a.named(), found) {
		all[p.Found].Right = p.Same
	}
	return all, nil
}

// certaintyTable counts how many positions are right among those that are at least so sure.
type certaintyTable struct {
	reckoning
	found, correct [20]int
}

func (t *certaintyTable) add(p float64, right bool) {
	t.reckoning.add(p, right)
	for k := range t.found {
		if p >= float64(k)/float64(len(t.found)) {
			t.found[k]++
			if right {
				t.correct[k]++
			}
		}
	}
}

func (t *certaintyTable) print(gold int) {
	for k := 2; k < len(t.found); k++ {
		p, r := float64(t.correct[k])/float64(max(1, t.found[k])), float64(t.correct[k])/float64(max(1, gold))
		told("sure %.2f and more: %4d, P %.3f R %.3f F1 %.3f", float64(k)/float64(len(t.found)), t.found[k], p, r,
			2*p*r/max(p+r, 1e-9))
	}
	t.reckoning.print("positions")
}
