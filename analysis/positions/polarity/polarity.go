// Package polarity tells whether a sentence speaks well or ill of someone or something it names, or neither: from what
// the words mean where they stand, which package sense knows, by a small network that lets the one named ask which of the
// words around matter to it.
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
	width    = 64 // numbers of a key, of a value, of a question
	heads    = 4
	ofHead   = width / heads
	farthest = 10 // steps of distance on each side
	kinds    = 3
)

// Model is what was learnt. It is safe for use by several goroutines at once.
type Model struct {
	known            int            // numbers that are known of a token
	around           *kernel.Packed // a key and a value of each token
	asked            *kernel.Packed // a question, and what is made of the target itself
	keyFar, valueFar []float32
	mid, out         []float32 // rows
	midBias, outBias []float32
}

// Sentence is a stretch of tokens whose words have been looked up.
type Sentence struct {
	model    *Model
	from, to int
	rows     []float32 // what is known of each token
	pairs    []float32 // its key and its value
}

// Of looks up the words of a sentence, or of as many as are looked at together.
func (m *Model) Of(v *encoder.HiddenStates, from, to int) *Sentence {
	to = min(to, from+Longest)
	n := to - from
	s := &Sentence{model: m, from: from, to: to, rows: make([]float32, kernel.PaddedRows(n)*m.known), pairs: make([]float32, kernel.PaddedRows(n)*2*width)}
	for i := range n {
		v.Last(from+i, s.rows[i*m.known:][:m.known])
	}
	m.around.Gemm(n, s.rows, m.known, s.pairs, 2*width)
	return s
}

// Covers reports whether a stretch of tokens lies within the sentence.
func (s *Sentence) Covers(from, to int) bool { return from < to && s.from <= from && to <= s.to }

// Towards tells how the sentence speaks of what the tokens from from to to name. It must cover them.
func (s *Sentence) Towards(from, to int) Odds {
	m := s.model
	target := make([]float32, kernel.PaddedRows(1)*m.known)
	for i := from; i < to; i++ {
		for k, x := range s.rows[(i-s.from)*m.known:][:m.known] {
			target[k] += x / float32(to-from)
		}
	}
	asked := make([]float32, kernel.PaddedRows(1)*2*width)
	m.asked.Gemm(1, target, m.known, asked, 2*width)
	both := make([]float32, 2*width)
	s.hear(from, to, asked[:width], both)
	for k := range width {
		both[width+k] = max(0, asked[width+k])
	}
	return m.judge(both)
}

// hear gathers what the words around have to say, by each head the more the better the question meets their keys.
func (s *Sentence) hear(from, to int, question, heard []float32) {
	n := s.to - s.from
	shares := make([]float32, n)
	for h := range heads {
		at, top := h*ofHead, float32(math.Inf(-1))
		for i := range n {
			key, far := s.pairs[i*2*width+at:][:ofHead], s.model.keyFar[farness(s.from+i, from, to)*width+at:][:ofHead]
			score := float32(0)
			for k, q := range question[at : at+ofHead] {
				score += q * (key[k] + far[k])
			}
			shares[i] = score / float32(math.Sqrt(ofHead))
			top = max(top, shares[i])
		}
		total := float32(0)
		for i := range shares {
			shares[i] = float32(math.Exp(float64(shares[i] - top)))
			total += shares[i]
		}
		for i, by := range shares {
			by /= total
			value, far := s.pairs[i*2*width+width+at:][:ofHead], s.model.valueFar[farness(s.from+i, from, to)*width+at:][:ofHead]
			for k := range value {
				heard[at+k] += by * max(0, value[k]+far[k])
			}
		}
	}
}

// farness sorts how far a token stands from the target into steps, fine ones near it.
func farness(i, from, to int) int {
	away, sign := 0, 1
	switch {
	case i < from:
		away, sign = from-i, -1
	case i >= to:
		away = i - to + 1
	}
	return farthest + sign*min(farthest, int(math.Ceil(2*math.Log2(float64(away+1)))))
}

// judge makes odds of what was heard and of the target itself.
func (m *Model) judge(both []float32) Odds {
	thought := make([]float32, width)
	for k := range thought {
		thought[k] = max(0, m.midBias[k]+dot(m.mid[k*2*width:][:2*width], both))
	}
	var e [kinds]float64
	total := 0.0
	for k := range e {
		e[k] = math.Exp(float64(min(m.outBias[k]+dot(m.out[k*width:][:width], thought), 80)))
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
