// Package polarity tells whether a sentence speaks well or ill of someone or something it names, or neither
// (target-dependent sentiment): from the hidden states of package encoder, by a small network in which the target
// attends to the words around.
//
// It promises odds that sum to one, the same for the same sentence, in time that grows in proportion to its length. Its
// weights are made by analysis/train/encoder/polarity.py.
package polarity

import (
	"math"

	"hearsay/analysis/encoder"
	"hearsay/analysis/encoder/kernel"
)

// Odds are the probabilities of a sentence speaking ill of what it names, neither well nor ill, and well.
type Odds struct{ Ill, Neither, Well float32 }

// Longest is how many tokens of a sentence are looked at together.
const Longest = 128

const (
	width           = 64 // numbers of a key, of a value, of a query
	heads           = 4
	headSize        = width / heads
	distanceBuckets = 10 // scales of distance on each side
	kinds           = 3
)

// Model is what was learnt. It is safe for use by several goroutines at once.
type Model struct {
	hiddenSize                   int                // numbers of a hidden state
	keyValue                     *kernel.Int8Matrix // the key and value of each token
	query                        *kernel.Int8Matrix // the target's query, and a layer over the target itself
	keyDistances, valueDistances []float32
	hiddenWeights, out           []float32 // rows
	hiddenBias, outBias          []float32
}

// Sentence is a stretch of tokens whose words have been looked up.
type Sentence struct {
	model    *Model
	states   *encoder.HiddenStates
	from, to int
	pairs    []float32 // of each token its key and its value
}

// Of looks up the words of a sentence, or of as many as are looked at together.
func (m *Model) Of(v *encoder.HiddenStates, from, to int) *Sentence {
	to = min(to, from+Longest)
	n := to - from
	s := &Sentence{model: m, states: v, from: from, to: to, pairs: make([]float32, kernel.PaddedRows(n)*2*width)}
	m.keyValue.Gemm(n, v.LastRows(from, to), s.pairs, 2*width)
	return s
}

// Covers reports whether a stretch of tokens lies within the sentence.
func (s *Sentence) Covers(from, to int) bool { return from < to && s.from <= from && to <= s.to }

// Towards tells how the sentence speaks of what the tokens from from to to name. It must cover them.
func (s *Sentence) Towards(from, to int) Odds {
	m := s.model
	query := s.query(from, to)
	both := make([]float32, 2*width)
	s.attend(from, to, query[:width], both)
	for k := range width {
		both[width+k] = max(0, query[width+k])
	}
	return m.judge(both)
}

// query is the mean of what the tokens of a target ask for, and of the layer over themselves.
func (s *Sentence) query(from, to int) []float32 {
	n := to - from
	each := make([]float32, kernel.PaddedRows(n)*2*width)
	s.model.query.Gemm(n, s.states.LastRows(from, to), each, 2*width)
	mean := each[:2*width]
	for i := 1; i < n; i++ {
		for k, x := range each[i*2*width:][:2*width] {
			mean[k] += x
		}
	}
	for k := range mean {
		mean[k] /= float32(n)
	}
	return mean
}

// attend writes the context of the query: the values of the words around, weighed by the softmax of its products with
// their keys, for each head, with embeddings of their distances in both (relative positions: Shaw, Uszkoreit and
// Vaswani 2018).
func (s *Sentence) attend(from, to int, query, context []float32) {
	n := s.to - s.from
	weights := make([]float32, n)
	for h := range heads {
		at, top := h*headSize, float32(math.Inf(-1))
		for i := range n {
			key, distance := s.pairs[i*2*width+at:][:headSize], s.model.keyDistances[distanceBucket(s.from+i, from, to)*width+
				at:][:headSize]
			score := float32(0)
			for k, q := range query[at : at+headSize] {
				score += q * (key[k] + distance[k])
			}
			weights[i] = score / float32(math.Sqrt(headSize))
			top = max(top, weights[i])
		}
		total := float32(0)
		for i := range weights {
			weights[i] = float32(math.Exp(float64(weights[i] - top)))
			total += weights[i]
		}
		for i, by := range weights {
			by /= total
			value, distance := s.pairs[i*2*width+width+at:][:headSize],
				s.model.valueDistances[distanceBucket(s.from+i, from, to)*width+at:][:headSize]
			for k := range value {
				context[at+k] += by * max(0, value[k]+distance[k])
			}
		}
	}
}

// distanceBucket sorts how far a token stands from the target into steps, fine ones near it.
func distanceBucket(i, from, to int) int {
	away, sign := 0, 1
	switch {
	case i < from:
		away, sign = from-i, -1
	case i >= to:
		away = i - to + 1
	}
	return distanceBuckets + sign*min(distanceBuckets, int(math.Ceil(2*math.Log2(float64(away+1)))))
}

// judge makes odds of the context and of the target itself.
func (m *Model) judge(both []float32) Odds {
	hidden := make([]float32, width)
	for k := range hidden {
		hidden[k] = max(0, m.hiddenBias[k]+dot(m.hiddenWeights[k*2*width:][:2*width], both))
	}
	var e [kinds]float64
	total := 0.0
	for k := range e {
		e[k] = math.Exp(float64(min(m.outBias[k]+dot(m.out[k*width:][:width], hidden), 80)))
		total += e[k]
	}
	return Odds{float32(e[0] / total), float32(e[1] / total), float32(e[2] / total)}
}

func dot(a, b []float32) (sum float32) {
	for k, x := range a {
		sum += x * b[k]
	}
	return sum
}
