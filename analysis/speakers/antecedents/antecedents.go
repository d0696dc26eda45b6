// Package antecedents tells how well a mention goes with a pronoun behind it as what the pronoun refers back to, by
// what the encoder knows of the two where they stand: what the pronoun asks for is held against what the mention
// answers, as in attention, and by how far they are apart (the pairwise scores of Lee et al. 2017, with one product).
// It was learnt beside the encoder's other subjects.
//
// It promises that what it tells is finite, and takes time in proportion to the pairs that are asked for.
package antecedents

import (
	_ "embed"
	"encoding/binary"
	"math"
	"math/bits"

	"hearsay/analysis/encoder"
	"hearsay/analysis/encoder/kernel"
	"hearsay/analysis/weights"
)

//go:embed weights.bin
var builtIn string

// The weights file: a header, the size of a hidden state and of what is asked for, what is added for each distance, and
// the two matrices: what is added to their rows, the steps of the rows, and the rows, a signed byte a number.
const (
	headerSize = 16
	sizes      = 8
	distances  = 12 // by doublings, in tokens
)

var fileForm = weights.Form{Magic: "hsyantec", Version: 1, Sum: 12, From: headerSize, Of: "antecedents",
	Made: "analysis/train/encoder/train.py"}

// Model knows what pronouns ask for. It is safe for use by several goroutines at once.
type Model struct {
	hidden, width int
	far           []float32 // what each distance adds
	asks, answers *kernel.Packed
}

// Load returns the model whose weights are built into the program.
func Load() (*Model, error) { return Read(builtIn) }

// Read makes a model from a weights file.
func Read(file string) (*Model, error) {
	if err := fileForm.Check(file); err != nil {
		return nil, err
	}
	if len(file) < headerSize+sizes {
		return nil, fileForm.Damaged()
	}
	number := func(at int) uint32 { return binary.LittleEndian.Uint32([]byte(file[at : at+4])) }
	m := &Model{hidden: int(number(headerSize)), width: int(number(headerSize + 4))}
	at := headerSize + sizes
	if m.hidden <= 0 || m.width <= 0 || len(file)-at != 4*(distances+4*m.width)+2*m.width*m.hidden {
		return nil, fileForm.Damaged()
	}
	floats := 4 * (distances + 4*m.width)
	in := kernel.File{Floats: file[at : at+floats], Int8s: file[at+floats:]}
	m.far = in.TakeFloats(distances)
	asked, answered := in.TakeFloats(m.width), in.TakeFloats(m.width)
	m.asks, m.answers = in.TakePacked(m.hidden, asked), in.TakePacked(m.hidden, answered)
	return m, nil
}

// Scorer tells of the pairs of one text.
type Scorer struct {
	*Model
	states   *encoder.HiddenStates
	answered map[int][]float32
	pronoun  int
	asked    []float32
	state    []float32 // room for a hidden state, padded as products ask for it
}

// Of returns what tells of the pairs of a text whose hidden states are given; nil where there are none, or they are of
// another size than those that the model was learnt on.
func (m *Model) Of(states *encoder.HiddenStates) *Scorer {
	if m == nil || states == nil || states.HiddenSize() != m.hidden {
		return nil
	}
	return &Scorer{Model: m, states: states, answered: map[int][]float32{}, pronoun: -1,
		state: make([]float32, kernel.PaddedRows(1)*m.hidden)}
}

// Score is how well the mention whose last token is given goes with a pronoun behind it, as log odds but for what is
// the same for all mentions.
func (s *Scorer) Score(pronoun, mention int) float64 {
	if pronoun != s.pronoun {
		s.pronoun, s.asked = pronoun, s.product(s.asks, pronoun)
	}
	a, ok := s.answered[mention]
	if !ok {
		a = s.product(s.answers, mention)
		s.answered[mention] = a
	}
	var sum float32
	for i, x := range a {
		sum += x * s.asked[i]
	}
	return float64(sum)/math.Sqrt(float64(s.width)) + float64(s.far[distance(pronoun-mention)])
}

// distance is the number of doublings up to a distance in tokens.
func distance(n int) int { return max(0, min(distances-1, bits.Len(uint(max(1, n)))-1)) }

// product is a matrix times the hidden state of a token.
func (s *Scorer) product(by *kernel.Packed, token int) []float32 {
	s.states.Last(token, s.state)
	out := make([]float32, kernel.PaddedRows(1)*kernel.PaddedColumns(s.width))
	by.Gemm(1, s.state, s.hidden, out, kernel.PaddedColumns(s.width))
	return out[:s.width]
}
