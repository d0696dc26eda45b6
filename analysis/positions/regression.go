package positions

import (
	_ "embed"
	"encoding/binary"
	"math"

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
	learningRounds = 20000
	learningRate   = 0.05
	// decay holds the weights down (L2), as a share of an example each.
	decay = 1.0
)

// LearnCertainty learns from positions of which readers told whether they are right, by gradient descent, and returns
// the file.
func LearnCertainty(all []Weighed) []byte {
	c, n := Certainty{}, float64(max(1, len(all)))
	for range learningRounds {
		var slope evidence
		for k, w := range c.weights {
			slope[k] = decay * w
		}
		for i := range all {
			off := c.of(&all[i].evidence) - flag(all[i].Right)
			for k, x := range all[i].evidence {
				slope[k] += off * x
			}
		}
		for k := range c.weights {
			c.weights[k] -= learningRate * slope[k] / n
		}
	}
	file := make([]byte, weightsAt+8*evidences)
	for k, w := range c.weights {
		binary.LittleEndian.PutUint64(file[weightsAt+8*k:], math.Float64bits(w))
	}
	form.Seal(file)
	return file
}
