// Package attending judges stretches of a sentence by the words around them: from the hidden states of package encoder,
// by a small network in which the stretches attend to the words (Vaswani et al. 2017). What is judged, how many
// stretches together, and between how many answers, is told by whoever brings the weights: package polarity asks how a
// sentence speaks of whom it names, package directed which of two is for or against the other.
//
// It promises probabilities that sum to one, the same for the same sentence, in time that grows in proportion to its
// length. The weights are made by analysis/train/encoder/polarity.py.
package attending

import (
	"math"

	"hearsay/analysis/encoder"
	"hearsay/analysis/encoder/kernel"
)

// Longest is how many tokens of a sentence are looked at together.
const Longest = 128

const (
	width           = 64 // numbers of a key, of a value, of a query
	heads           = 4
	headSize        = width / heads
	distanceBuckets = 10 // scales of distance on each side
	distanceRows    = 2*distanceBuckets + 1
)

// Model is what was learnt. It is safe for use by several goroutines at once.
type Model struct {
	answers    int
	hiddenSize int                // numbers of a hidden state
	keyValue   *kernel.Int8Matrix // the key and value of each token
	// queries are, of each stretch, what it adds to the query, and to a layer over the stretches.
	queries                      []*kernel.Int8Matrix
	keyDistances, valueDistances []float32 // of each stretch in turn
	hiddenWeights, out           []float32 // rows
	hiddenBias, outBias          []float32
}

// Stretch is a half-open range of tokens.
type Stretch struct{ From, To int }

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

// Judge gives the probability of each answer on some stretches, as many as the model asks for. The sentence must cover
// them.
func (s *Sentence) Judge(all ...Stretch) []float32 {
	query, both := s.query(all), make([]float32, 2*width)
	s.attend(all, query[:width], both)
	for k := range width {
		both[width+k] = max(0, query[width+k])
	}
	return s.model.judge(both)
}

// query is the sum, over the stretches, of the mean of what their tokens ask for, and of the layer over themselves.
func (s *Sentence) query(all []Stretch) []float32 {
	sum := make([]float32, 2*width)
	for k, x := range all {
		n := x.To - x.From
		each := make([]float32, kernel.PaddedRows(n)*2*width)
		s.model.queries[k].Gemm(n, s.states.LastRows(x.From, x.To), each, 2*width)
		for i := range n {
			for c, y := range each[i*2*width:][:2*width] {
				sum[c] += y / float32(n)
			}
		}
	}
	return sum
}

// distances are, for each token of the sentence, the sums of what a table has for how far it stands from each stretch.
func (s *Sentence) distances(all []Stretch, table []float32) []float32 {
	n := s.to - s.from
	out := make([]float32, n*width)
	for k, x := range all {
		for i := range n {
			row := table[(k*distanceRows+distanceBucket(s.from+i, x))*width:][:width]
			for c, y := range row {
				out[i*width+c] += y
			}
		}
	}
	return out
}

// attend writes the context of the query: the values of the words around, weighed by the softmax of its products with
// their keys, for each head, with embeddings of their distances in both (relative positions: Shaw, Uszkoreit and
// Vaswani 2018).
func (s *Sentence) attend(all []Stretch, query, context []float32) {
	n := s.to - s.from
	weights := make([]float32, n)
	ofKeys, ofValues := s.distances(all, s.model.keyDistances), s.distances(all, s.model.valueDistances)
	for h := range heads {
		at, top := h*headSize, float32(math.Inf(-1))
		for i := range n {
			key, distance := s.pairs[i*2*width+at:][:headSize], ofKeys[i*width+at:][:headSize]
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
			value, distance := s.pairs[i*2*width+width+at:][:headSize], ofValues[i*width+at:][:headSize]
			for k := range value {
				context[at+k] += by * max(0, value[k]+distance[k])
			}
		}
	}
}

// distanceBucket sorts how far a token stands from a stretch into steps, fine ones near it.
func distanceBucket(i int, x Stretch) int {
	away, sign := 0, 1
	switch {
	case i < x.From:
		away, sign = x.From-i, -1
	case i >= x.To:
		away = i - x.To + 1
	}
	return distanceBuckets + sign*min(distanceBuckets, int(math.Ceil(2*math.Log2(float64(away+1)))))
}

// judge makes probabilities of the context and of the stretches themselves.
func (m *Model) judge(both []float32) []float32 {
	hidden := make([]float32, width)
	for k := range hidden {
		hidden[k] = max(0, m.hiddenBias[k]+dot(m.hiddenWeights[k*2*width:][:2*width], both))
	}
	e := make([]float64, m.answers)
	total := 0.0
	for k := range e {
		e[k] = math.Exp(float64(min(m.outBias[k]+dot(m.out[k*width:][:width], hidden), 80)))
		total += e[k]
	}
	out := make([]float32, m.answers)
	for k := range out {
		out[k] = float32(e[k] / total)
	}
	return out
}

func dot(a, b []float32) (sum float32) {
	for k, x := range a {
		sum += x * b[k]
	}
	return sum
}
