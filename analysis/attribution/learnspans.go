package attribution

import (
	"math/rand/v2"
	"sync"

	"hearsay/analysis/features"
	"hearsay/analysis/text"
)

// spanWeights are the weights of the span model under training.
type spanWeights struct{ unary, pairwise *adaGrad }

// sample is a window with the labels it should have, its features looked up.
type sample struct {
	unary    [][]uint32
	pairwise [][]uint32
	labels   []label
}

// learnSpans trains the span model, a linear-chain conditional random field, by maximum likelihood over the windows of
// true cues, and of false ones, where all is other. It is the mean of several, each taught in another order, which errs
// less than each of them.
func learnSpans(lessons []lesson, report func(string, ...any)) *spanWeights {
	all := &spanWeights{newAdaGrad(unarySize, spanRate), newAdaGrad(pairwiseSize, spanRate)}
	models := make([]*spanWeights, spanModels)
	var one sync.Mutex
	concurrently(spanModels, func(m int) {
		random := rand.New(rand.NewPCG(17, uint64(m)))
		one.Lock() // since samples are made by changing the lessons for a moment
		samples := samplesOf(lessons, random)
		one.Unlock()
		models[m] = fitSpans(samples, random, func(format string, args ...any) {
			report("span model %d of %d, "+format, append([]any{m + 1, spanModels}, args...)...)
		})
	})
	for _, t := range models {
		all.unary.keep(t.unary.mean, spanModels, 1)
		all.pairwise.keep(t.pairwise.mean, spanModels, 1)
	}
	return all
}

// samplesOf makes samples of the windows of all true cues and of the likely false ones.
func samplesOf(lessons []lesson, random *rand.Rand) (samples []sample) {
	for _, l := range lessons {
		for c := range l.view.tokens {
			g, gold := l.gold[c]
			if gold || l.view.tokens[c].cue >= 1 && mayHead(&l.view.tokens[c]) {
				l.view.asUnknown(c, random, func() { samples = append(samples, extractor{l.view}.sampleOf(c, g)) })
			}
		}
	}
	return samples
}

// fitSpans trains one span model.
func fitSpans(samples []sample, random *rand.Rand, report func(string, ...any)) *spanWeights {
	t := &spanWeights{newAdaGrad(unarySize, spanRate), newAdaGrad(pairwiseSize, spanRate)}
	var l lattice
	for round := range spanRounds {
		random.Shuffle(len(samples), func(i, j int) { samples[i], samples[j] = samples[j], samples[i] })
		loss := 0.0
		for i := range samples {
			loss += t.learn(&samples[i], &l, dropout(random), dropout(random))
		}
		if round >= spanRounds-meanOf {
			t.unary.keep(t.unary.w, meanOf, keptShare)
			t.pairwise.keep(t.pairwise.w, meanOf, keptShare)
		}
		report("round %d: %.4f lost in a window, of %d", round+1, loss/float64(len(samples)), len(samples))
	}
	return t
}

// sampleOf looks up the features of a window and labels its items.
func (v extractor) sampleOf(c int, g Gold) sample {
	w := v.windowOf(c, nil)
	x := v.cueContextOf(c)
	paths, treePaths := v.paths(&w, nil), v.treePaths(&w, c, nil)
	n := len(w.items)
	s := sample{unary: make([][]uint32, n), pairwise: make([][]uint32, n), labels: make([]label, n)}
	f := hash.NewVector()
	for i, it := range w.items {
		v.itemFeatures(&f, &w, i, paths[i], &treePaths[i], &x)
		s.unary[i] = rows(&f, unaryBits)
		if i > 0 {
			v.stepFeatures(&f, &w, i, paths[i], &treePaths[i-1], &treePaths[i], &x)
			s.pairwise[i] = rows(&f, pairwiseBits)
		}
		s.labels[i] = g.labelOf(v.text.Span(it.from, it.to))
	}
	return s
}

// rows looks up where the weights of features stand in a table of 1<<bits rows.
func rows(f *features.Vector, bits int) []uint32 {
	out := make([]uint32, len(f.Hashes))
	for k, h := range f.Hashes {
		out[k] = uint32(row(h, bits))
	}
	return out
}

// labelOf returns the label a stretch of text should have.
func (g Gold) labelOf(p text.Span) label {
	for l, spans := range [...][]text.Span{source: g.Source, content: g.Content, cue: g.Cue} {
		for _, s := range spans {
			if s.Holds((p.Start + p.End - 1) / 2) {
				return label(l)
			}
		}
	}
	return other
}

// learn moves the weights up the gradient of a sample's log-likelihood, with some features of items and of steps
// dropped, and returns its negative log-likelihood.
func (t *spanWeights) learn(s *sample, l *lattice, items, steps uint64) float64 {
	t.fill(s, l, items, steps)
	logZ := l.forwardBackward()
	loss := logZ
	for i, want := range s.labels {
		loss -= float64(l.unary[i][want])
		for b := range labels {
			t.move(t.unary, s.unary[i], items, unaryWidth, int(b), want == b, l.marginal(i, b, logZ))
		}
		if i == 0 {
			continue
		}
		before := s.labels[i-1]
		loss -= float64(l.pairwise[i][before*labels+want])
		for a := range labels {
			for b := range labels {
				p := l.pairMarginal(i, a, b, logZ)
				t.move(t.pairwise, s.pairwise[i], steps, pairwiseWidth, int(a*labels+b), before == a && want == b, p)
			}
		}
	}
	return loss
}

// fill gives a lattice the potentials of a sample, with some features dropped.
func (t *spanWeights) fill(s *sample, l *lattice, items, steps uint64) {
	l.size(len(s.labels))
	for i := range s.labels {
		l.unary[i], l.pairwise[i] = [labels]float32{}, [labels * labels]float32{}
		for k, f := range s.unary[i] {
			if items>>k&1 != 0 {
				continue
			}
			for b := range labels {
				l.unary[i][b] += t.unary.w[int(f)*unaryWidth+int(b)]
			}
		}
		for k, f := range s.pairwise[i] {
			if steps>>k&1 != 0 || i == 0 {
				continue
			}
			for b := range labels * labels {
				l.pairwise[i][b] += t.pairwise.w[int(f)*pairwiseWidth+int(b)]
			}
		}
	}
}

// move moves the weights of the features seen by how far a probability is from what it should be.
func (t *spanWeights) move(of *adaGrad, features []uint32, dropped uint64, width, column int, right bool, p float64) {
	g := -float32(p)
	if right {
		g++
	}
	if g > -leastSpanGradient && g < leastSpanGradient {
		return
	}
	for k, f := range features {
		if dropped>>k&1 == 0 {
			of.add(f*uint32(width)+uint32(column), g)
		}
	}
}
