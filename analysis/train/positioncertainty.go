package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"hearsay/analysis"
	"hearsay/analysis/positions"
	"hearsay/analysis/positions/targets"
	"hearsay/analysis/score"
)

// certaintyFolds is how many parts the articles are in that certainty is learnt from, each measured by what was learnt
// from the others.
const certaintyFolds = 5

// trainPositionCertainty learns how sure positions are, from those that the engine finds in articles of which readers
// noted the positions, and prints how well that is borne out in articles that the figures were not learnt from.
// What the network of targets makes of the articles that it was taught with is too good to learn it from those: in the
// training articles it is replaced by two that have learnt from one half of them each, which stand in the folder of the
// lessons, and find targets in the other half. How sure what it finds itself is, is told by the development articles.
func trainPositionCertainty(j job) error {
	if len(j.more) != 1 {
		return errors.New("this part needs the folder with what targets.py made of the lessons")
	}
	r, err := newReader()
	if err != nil {
		return err
	}
	taught, _, err := r.weighHalves(filepath.Join(j.corpora, "world-train.jsonl"), j.more[0])
	if err != nil {
		return err
	}
	weighed, gold, err := r.weighAll(filepath.Join(j.corpora, "world-dev.jsonl"), func(int) *reader { return r })
	if err != nil {
		return err
	}
	var measured certaintyTable
	for fold := range certaintyFolds {
		c, err := positions.ReadCertainty(string(positions.LearnCertainty(others(taught, -1), others(weighed, fold))))
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
	file := positions.LearnCertainty(others(taught, -1), others(weighed, -1))
	if err := os.WriteFile(j.out, file, 0o644); err != nil {
		return fmt.Errorf("write the certainty of positions: %w", err)
	}
	return nil
}

// weighHalves weighs what may be positions in articles, by the network that has not learnt from the article.
func (r *reader) weighHalves(path, lessons string) ([][]positions.Weighed, int, error) {
	var halves [2]*reader
	for k := range halves {
		file, err := os.ReadFile(filepath.Join(lessons, fmt.Sprintf("half%d.bin", k)))
		if err != nil {
			return nil, 0, fmt.Errorf("read what has learnt from one half: %w", err)
		}
		f, err := targets.New(string(file))
		if err != nil {
			return nil, 0, err
		}
		halves[k] = &reader{r.engine.WithTargets(f), r.known}
	}
	return r.weighAll(path, func(i int) *reader { return halves[1-i%2] })
}

// weighAll weighs what may be positions in articles, each as some reader does, and counts those that people noted.
func (r *reader) weighAll(path string, by func(article int) *reader) (out [][]positions.Weighed, gold int, err error) {
	all, err := readSided(path)
	if err != nil {
		return nil, 0, err
	}
	out = make([][]positions.Weighed, len(all))
	for i := range all {
		gold += len(all[i].named())
		if out[i], err = by(i).weigh(&all[i]); err != nil {
			return nil, 0, err
		}
	}
	return out, gold, nil
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
