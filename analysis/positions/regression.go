package positions

import (
	_ "embed"
	"encoding/binary"
	"math"
	"slices"

	"hearsay/analysis/weights"
)

//go:embed weights.bin
var builtIn string

// Certainty tells how likely a reader bears positions out: a logistic regression over the evidence for them. It is safe
// for use by several goroutines at once.
type Certainty struct{ weights evidence }

// The file of the weights: magic, version, checksum, and a float64 for each feature, little-endian.
const weightsAt = 12

var form = weights.Form{Magic: "hsyposi", Version: 1, Sum: 8, From: weightsAt, Of: "the certainty of positions",
	Made: "go run ./analysis/train position-certainty"}

// LoadCertainty returns what was learnt and is built into the program.
func LoadCertainty() (*Certainty, error) { return ReadCertainty(builtIn) }

// ReadCertainty reads what LearnCertainty made.
func ReadCertainty(file string) (*Certainty, error) {
	if err := form.Check(file); err != nil {
		return nil, err
	}
	if len(file) != weightsAt+8*evidences {
		return nil, form.Damaged()
	}
	c := &Certainty{}
	for k := range c.weights {
		c.weights[k] = math.Float64frombits(binary.LittleEndian.Uint64([]byte(file[weightsAt+8*k:][:8])))
	}
	return c, nil
}

// of is how likely a position with some evidence is borne out.
func (c *Certainty) of(e *evidence) float64 {
	sum := 0.0
	for k, x := range e {
		sum += c.weights[k] * x
	}
	return 1 / (1 + math.Exp(-sum))
}

// Weighed is a position with what is known of it, for the certainty to be learnt from.
type Weighed struct {
	Position
	evidence evidence
	// Right is true where a reader bears it out.
	Right bool
}

// Weigh finds all that may be positions, however likely.
func Weigh(a Article) []Weighed {
	var out []Weighed
	for _, x := range weigh(a) {
		if x.Stance != Neutral {
			out = append(out, Weighed{Position: x.Position, evidence: x.evidence})
		}
	}
	return out
}

// Of is how likely a position is borne out.
func (c *Certainty) Of(x *Weighed) float64 { return c.of(&x.evidence) }

const (
	learningRounds = 4000
	learningRate   = 0.05
	// decay holds the weights down (L2), as a share of an example each.
	decay = 3.0
)

// LearnCertainty learns from positions of which readers told whether they are right, and returns the file. Those in
// articles that the networks were taught with tell, together with the others, how much each kind of evidence weighs;
// how sure all of it together makes is told by the others alone (Platt 1999), for there the networks are as good as
// they are on any text.
func LearnCertainty(taught, others []Weighed) []byte {
	all := append(slices.Clone(taught), others...)
	c := &Certainty{}
	descend(len(all), c.weights[:], decay, func(i int) ([]float64, float64) {
		return all[i].evidence[:], c.of(&all[i].evidence) - flag(all[i].Right)
	})
	scale := []float64{0, 1}
	descend(len(others), scale, 0, func(i int) ([]float64, float64) {
		sum := logOdds(c.of(&others[i].evidence))
		return []float64{1, sum}, 1/(1+math.Exp(-scale[0]-scale[1]*sum)) - flag(others[i].Right)
	})
	for k := range c.weights {
		c.weights[k] *= scale[1]
	}
	c.weights[always] += scale[0]
	c.weights[isPlain] += scale[0]
	file := make([]byte, weightsAt+8*evidences)
	for k, w := range c.weights {
		binary.LittleEndian.PutUint64(file[weightsAt+8*k:], math.Float64bits(w))
	}
	form.Seal(file)
	return file
}

// descend learns the weights of a logistic regression from n examples by gradient descent: of each is told what its
// features are, and how far off the weights are.
func descend(n int, weights []float64, decay float64, of func(int) (features []float64, off float64)) {
	slope := make([]float64, len(weights))
	for range learningRounds {
		for k, w := range weights {
			slope[k] = decay * w
		}
		for i := range n {
			features, off := of(i)
			for k, x := range features {
				slope[k] += off * x
			}
		}
		for k := range weights {
			weights[k] -= learningRate * slope[k] / float64(max(1, n))
		}
	}
}
