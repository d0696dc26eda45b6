package attending

import (
	"encoding/binary"

	"hearsay/analysis/encoder/kernel"
	"hearsay/analysis/weights"
)

// Form tells what stands in a weights file, and for what it was learnt.
type Form struct {
	// Stretches are how many are judged together, Answers between how many it is chosen.
	Stretches, Answers int
	// Magic begins the file; Of tells what the weights are for.
	Magic, Of string
}

// The weights file, little-endian: magic, version, checksum, the size of a hidden state; float32 (biases, and the scale
// of each row of the matrices), then the quantized matrices, signed bytes row after row. In which order is told by
// Read.
const headerSize = 16

func (f Form) floats() int { return 5*width + f.Answers }

func (f Form) scales() int { return 3*width + 2*f.Stretches*(width+distanceRows) + f.Answers }

func (f Form) size(hiddenSize int) int {
	return headerSize + 4*(f.floats()+f.scales()) + 2*width*hiddenSize*(1+f.Stretches) +
		2*f.Stretches*distanceRows*width + 2*width*width + f.Answers*width
}

func (f Form) form() weights.Form {
	return weights.Form{Magic: f.Magic, Version: 1, Sum: 8, From: 12, Of: f.Of, Made: "analysis/train/encoder/polarity.py"}
}

// Read makes a model from a weights file.
func Read(file string, f Form) (*Model, error) {
	form := f.form()
	if err := form.Check(file); err != nil {
		return nil, err
	}
	if len(file) < headerSize {
		return nil, form.Damaged()
	}
	hiddenSize := int(binary.LittleEndian.Uint32([]byte(file[12:headerSize])))
	if hiddenSize < 1 || hiddenSize > 4096 || len(file) != f.size(hiddenSize) {
		return nil, form.Damaged()
	}
	floats := 4 * (f.floats() + f.scales())
	r := &kernel.File{Floats: file[headerSize:][:floats], Int8s: file[headerSize+floats:]}
	keyValueBias, queryBias, hiddenBias, outBias := r.TakeFloats(2*width), r.TakeFloats(2*width), r.TakeFloats(width),
		r.TakeFloats(f.Answers)
	m := &Model{answers: f.Answers, hiddenSize: hiddenSize, hiddenBias: hiddenBias, outBias: outBias}
	m.keyValue = r.TakeInt8Matrix(hiddenSize, keyValueBias)
	for range f.Stretches {
		m.queries = append(m.queries, r.TakeInt8Matrix(hiddenSize, queryBias))
		queryBias = make([]float32, 2*width) // it is added once
	}
	rows := f.Stretches * distanceRows
	m.keyDistances, m.valueDistances = r.TakeRows(width, rows), r.TakeRows(width, rows)
	m.hiddenWeights, m.out = r.TakeRows(2*width, width), r.TakeRows(width, f.Answers)
	return m, nil
}

// HiddenSize is how many numbers the hidden states must have that it reads.
func (m *Model) HiddenSize() int { return m.hiddenSize }
