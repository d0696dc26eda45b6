package attribution

import "math/rand/v2"

// point is one token of the cue model's lessons.
type point struct {
	features []uint32
	head     bool
}

// learnCues trains the cue model, the mean of several, and gives the lessons' tokens cue scores from models that did not see their fold.
func learnCues(lessons []lesson, told func(string, ...any)) *weightsOf {
	points := make([][]point, folds)
	random := rand.New(rand.NewPCG(5, 7))
	for _, l := range lessons {
		for i := range l.view.tokens {
			if mayHead(&l.view.tokens[i]) {
				l.view.estranged(i, random, func() { points[l.fold] = append(points[l.fold], l.point(i)) })
			}
		}
	}
	var models [cueModels]*weightsOf
	atOnce(folds+cueModels, func(fold int) {
		if fold >= folds {
			models[fold-folds] = fitCues(points, -1, uint64(fold-folds))
			return
		}
		t := fitCues(points, fold, 0)
		for _, l := range lessons {
			if l.fold == fold {
				l.view.scoreCues(func(h []uint64) float32 { return t.cueScore(h) }, nil)
			}
		}
	})
	told("%d cue models", folds+cueModels)
	whole := newWeights(cueSize+1, cueRate)
	for _, t := range models {
		whole.keep(t.w, cueModels, 1)
	}
	whole.w = whole.mean
	return whole
}

// point looks up the features of the token at i.
func (l *lesson) point(i int) point {
	h := l.view.cueFeatures(nil, i)
	p := point{features: make([]uint32, len(h))}
	for k := range h {
		p.features[k] = uint32(h[k] >> 20 & (cueSize - 1))
	}
	_, p.head = l.gold[i]
	return p
}

// cueScore is Finder.cueScore with the weights as they are in training.
func (t *weightsOf) cueScore(features []uint64) float32 {
	s := t.w[cueSize]
	for _, h := range features {
		s += t.w[h>>20&(cueSize-1)]
	}
	return s
}

// fitCues fits a cue model on all folds but one by logistic regression.
func fitCues(points [][]point, leftOut int, seed uint64) *weightsOf {
	t := newWeights(cueSize+1, cueRate)
	var all []*point
	for f := range points {
		for i := range points[f] {
			if f != leftOut {
				all = append(all, &points[f][i])
			}
		}
	}
	random := rand.New(rand.NewPCG(11, 13+seed))
	for round := range cueRounds {
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, p := range all {
			s, some, others := t.w[cueSize], blind(random), blind(random)
			unseen := func(k int) bool { return k < 64 && some>>k&1 != 0 || k >= 64 && others>>(k-64)&1 != 0 }
			for k, f := range p.features {
				if !unseen(k) {
					s += t.w[f]
				}
			}
			g := -float32(sigmoid(float64(s)))
			if p.head {
				g++
			}
			if g > -0.005 && g < 0.005 {
				continue
			}
			for k, f := range p.features {
				if !unseen(k) {
					t.add(f, g)
				}
			}
			t.add(cueSize, g)
		}
		if round >= cueRounds-meanOf {
			t.keep(t.w, meanOf, sighted)
		}
	}
	t.w = t.mean
	t.w[cueSize] /= sighted // which is always seen
	return t
}
