package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hearsay/analysis/speakers"
)

// How much is believed of what another program has found, beside what people have.
const (
	silver = 0.1
	inNews = 1.0 // of who speaks in the news, which is what the model is for
)

// trainSpeakers learns whom pronouns mean from articles in which people, or another program, have marked who is who,
// and prints how often it is right on others.
func trainSpeakers(dir, out string) error {
	r, err := newReader()
	if err != nil {
		return err
	}
	people, err := readChains(filepath.Join(dir, "gum-train.conllu"))
	if err != nil {
		return err
	}
	lessons, err := r.lessons(people, 1)
	if err != nil {
		return err
	}
	found, err := readParsedChains(filepath.Join(dir, "polnear-train.jsonl"),
		filepath.Join(dir, "polnear-parsed-train.jsonl.gz"))
	if err != nil {
		return err
	}
	more, err := r.lessons(found, silver)
	if err != nil {
		return err
	}
	spoken, err := r.spokenLessons(dir)
	if err != nil {
		return err
	}
	male, err := readNames(filepath.Join(dir, "names", "male.txt"))
	if err != nil {
		return err
	}
	female, err := readNames(filepath.Join(dir, "names", "female.txt"))
	if err != nil {
		return err
	}
	weights := speakers.Learn(slices.Concat(lessons, more, spoken), male, female, told)
	if err := os.WriteFile(out, weights, 0o644); err != nil {
		return fmt.Errorf("write the weights for speakers: %w", err)
	}
	return r.measureRank(dir, string(weights))
}

// measureRank prints how often a model is right on articles it has not seen.
func (r *reader) measureRank(dir, weights string) error {
	model, err := speakers.Read(weights)
	if err != nil {
		return err
	}
	dev, err := readChains(filepath.Join(dir, "gum-dev.conllu"))
	if err != nil {
		return err
	}
	lessons, err := r.lessons(dev, 1)
	if err != nil {
		return err
	}
	right, all := model.Right(lessons)
	for k, what := range []string{"he, she", "it", "they"} {
		told("%-8s right on %.3f of %d", what, float64(right[k])/float64(max(1, all[k])), all[k])
	}
	return nil
}

// lessons reads articles as the engine does, and puts what is marked in them to their tokens.
func (r *reader) lessons(of []chained, weight float64) ([]speakers.Lesson, error) {
	var out []speakers.Lesson
	for _, c := range of {
		a, err := r.read(c.text)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", c.id, err)
		}
		l := speakers.Lesson{Article: a, Chain: make([]int32, len(a.Text.Tokens)), Pairs: map[int]int32{}, Weight: weight,
			Behind: weight < 1}
		for _, h := range c.heads {
			from, to := a.Text.Range(h.Span)
			for i := from; i < to; i++ {
				l.Chain[i] = h.chain
			}
		}
		for _, p := range c.pairs {
			if from, to := a.Text.Range(p.Span); from < to {
				l.Pairs[to-1] = p.chain
			}
		}
		out = append(out, l)
	}
	return out, nil
}

// spokenLessons are the articles of the world's news, in which people have told who is behind the quotes.
func (r *reader) spokenLessons(dir string) ([]speakers.Lesson, error) {
	all, err := readJudged(filepath.Join(dir, "world-train.jsonl"))
	if err != nil {
		return nil, err
	}
	judged, err := r.judge(all)
	if err != nil {
		return nil, err
	}
	var out []speakers.Lesson
	for _, j := range judged {
		out = append(out, speakers.Lesson{Article: j.Article, Right: j.Right, Weight: inNews})
	}
	return out, nil
}

// readNames reads a list of names, one a line; lines that begin with # are none.
func readNames(path string) ([]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, line := range strings.Split(string(b), "\n") {
		if w := strings.TrimSpace(line); w != "" && w[0] != '#' && !strings.Contains(w, " ") {
			out = append(out, w)
		}
	}
	return out, nil
}
