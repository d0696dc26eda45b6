package pronouns

import (
	"encoding/binary"

	"hearsay/analysis/speakers/antecedents"
)

// The weights: one for each value of the hash of a feature of candidates, then of given names, as signed numbers of two
// bytes each.
const (
	rankBits  = 16
	givenBits = 12
	// ModelSize is how many bytes the weights take.
	ModelSize = 2<<rankBits + 2<<givenBits
	// unit is what a unit of a weight is worth.
	unit = 1.0 / 1024
	// mostUnits is the largest weight that can be written, in units.
	mostUnits = 32767
)

// Model knows what speaks for one who may be meant by a pronoun. It is safe for use by several goroutines at once.
type Model struct {
	rank  []float32
	given []float32
	// antecedents tells how well mentions go with pronouns by hidden states; nil where that is not asked.
	antecedents *antecedents.Model
}

// With adds to a model what tells of antecedents by hidden states.
func (m *Model) With(a *antecedents.Model) { m.antecedents = a }

// ReadModel reads the weights, ModelSize bytes.
func ReadModel(b string) *Model {
	m, rest := emptyModel(), []byte(b)
	for _, list := range m.lists() {
		for i := range list {
			list[i] = unit * float32(int16(binary.LittleEndian.Uint16(rest[2*i:])))
		}
		rest = rest[2*len(list):]
	}
	return m
}

func emptyModel() *Model {
	return &Model{rank: make([]float32, 1<<rankBits), given: make([]float32, 1<<givenBits)}
}

func (m *Model) lists() [2][]float32 { return [2][]float32{m.rank, m.given} }

// Append adds the weights, as ReadModel reads them, to a file.
func (m *Model) Append(file []byte) []byte {
	for _, list := range m.lists() {
		for _, w := range list {
			file = binary.LittleEndian.AppendUint16(file, uint16(int16(units(w))))
		}
	}
	return file
}

// units is the nearest whole number of units of a weight that can be written.
func units(w float32) int {
	x := w / unit
	n := int(x + 0.5)
	if x < 0 {
		n = int(x - 0.5)
	}
	return max(-mostUnits, min(mostUnits, n))
}

// round makes weights what they will be once they are written down.
func round(list []float32) {
	for i, w := range list {
		list[i] = unit * float32(units(w))
	}
}
