package polarity

import (
	_ "embed"
	"encoding/binary"

	"hearsay/analysis/encoder/kernel"
	"hearsay/analysis/weights"
)

//go:embed weights.bin
var builtIn string

// The weights file, little-endian: magic, version, checksum, the size of a hidden state; float32 (biases, and the scale
// of each row of the matrices), then the quantized matrices, signed bytes row after row. In which order is told by
// Read.
const (
	headerSize = 16

	floats       = 2*width + 2*width + width + kinds
	distanceRows = 2*distanceBuckets + 1
	scales       = 2*width + 2*width + 2*distanceRows + width + kinds
)

func fileSize(hiddenSize int) int {
	return headerSize + 4*(floats+scales) + 4*width*hiddenSize + 2*distanceRows*width + 2*width*width + kinds*width
}

var form = weights.Form{Magic: "hsypola", Version: 1, Sum: 8, From: 12, Of: "how sentences speak of whom they name",
	Made: "analysis/train/encoder/polarity.py"}

// Load returns the model whose weights are built into the program.
func Load() (*Model, error) { return Read(builtIn) }

// Read makes a model from a weights file.
func Read(file string) (*Model, error) {
	if err := form.Check(file); err != nil {
		return nil, err
	}
	if len(file) < headerSize {
		return nil, form.Damaged()
	}
	hiddenSize := int(binary.LittleEndian.Uint32([]byte(file[12:headerSize])))
	if hiddenSize < 1 || hiddenSize > 4096 || len(file) != fileSize(hiddenSize) {
		return nil, form.Damaged()
	}
	r := &kernel.File{Floats: file[headerSize:][:4*(floats+scales)], Int8s: file[headerSize+4*(floats+scales):]}
	keyValueBias, queryBias, hiddenBias, outBias := r.TakeFloats(2*width), r.TakeFloats(2*width), r.TakeFloats(width),
		r.TakeFloats(kinds)
	m := &Model{hiddenSize: hiddenSize, hiddenBias: hiddenBias, outBias: outBias}
	m.keyValue = r.TakeInt8Matrix(hiddenSize, keyValueBias)
	m.query = r.TakeInt8Matrix(hiddenSize, queryBias)
	m.keyDistances, m.valueDistances = r.TakeRows(width, distanceRows), r.TakeRows(width, distanceRows)
	m.hiddenWeights, m.out = r.TakeRows(2*width, width), r.TakeRows(width, kinds)
	return m, nil
}

// HiddenSize is how many numbers the hidden states must have that it reads.
func (m *Model) HiddenSize() int { return m.hiddenSize }
