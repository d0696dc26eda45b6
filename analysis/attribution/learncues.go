package attribution

import (
	"math/rand/v2"

	"hearsay/analysis/features"
)

// cueSample is one token of the cue model's lessons.
type cueSample struct {
	features []uint32
	head     bool
}

// learnCues trains the cue model, the mean of several, and gives the lessons' tokens cue scores from models that did
// not see their fold.
func learnCues(lessons []lesson, report func(string, ...any)) *adaGrad {
	cueSamples := make([][]cueSample, folds)
	random := rand.New(rand.NewPCG(5, 7))
	for _, l := range lessons {
		for i := range l.view.tokens {
			if mayHead(&l.view.tokens[i]) {
				l.view.asUnknown(i, random, func() { cueSamples[l.fold] = append(cueSamples[l.fold], l.cueSample(i)) })
			}
		}
	}
	var models [cueModels]*adaGrad
	concurrently(folds+cueModels, func(fold int) {
		if fold >= folds {
			models[fold-folds] = fitCues(cueSamples, -1, uint64(fold-folds))
			return
		}
		t := fitCues(cueSamples, fold, 0)
		for _, l := range lessons {
			if l.fold == fold {
				l.view.scoreCues(t.cueScore, nil)
			}
		}
	})
	report("%d cue models", folds+cueModels)
	whole := newAdaGrad(cueSize+1, cueRate)
	for _, t := range models {
		whole.keep(t.w, cueModels, 1)
	}
	whole.w = whole.mean
	return whole
}

// cueSample looks up the features of the token at i.
func (l *lesson) cueSample(i int) cueSample {
	f := hash.NewVector()
	extractor{l.view}.cueFeatures(&f, i)
	p := cueSample{features: rows(&f, cueBits)}
	_, p.head = l.gold[i]
	return p
}

// cueScore is Finder.cueScore with the weights as they are in training.
func (t *adaGrad) cueScore(of *features.Vector) float32 {
	s := t.w[cueSize]
	for _, h := range of.Hashes {
		s += t.w[row(h, cueBits)]
	}
	return s
}

// fitCues fits a cue model on all folds but one by logistic regression.
func fitCues(cueSamples [][]cueSample, leftOut int, seed uint64) *adaGrad {
	t := newAdaGrad(cueSize+1, cueRate)
	var all []*cueSample
	for f := range cueSamples {
		for i := range cueSamples[f] {
			if f != leftOut {
				all = append(all, &cueSamples[f][i])
			}
		}
	}
	random := rand.New(rand.NewPCG(11, 13+seed))
	for round := range cueRounds {
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, p := range all {
			s, some, others := t.w[cueSize], dropout(random), dropout(random)
			dropped := func(k int) bool { return k < 64 && some>>k&1 != 0 || k >= 64 && others>>(k-64)&1 != 0 }
			for k, f := range p.features {
				if !dropped(k) {
					s += t.w[f]
				}
			}
			g := -float32(sigmoid(float64(s)))
			if p.head {
				g++
			}
			if g > -leastCueGradient && g < leastCueGradient {
				continue
			}
			for k, f := range p.features {
				if !dropped(k) {
					t.add(f, g)
				}
			}
			t.add(cueSize, g)
		}
		if round >= cueRounds-meanOf {
			t.keep(t.w, meanOf, keptShare)
		}
	}
	t.w = t.mean
	t.w[cueSize] /= keptShare // which is always seen
	return t
}
