package polarity

import (
	_ "embed"
	"encoding/binary"

	"hearsay/analysis/encoder/kernel"
	"hearsay/analysis/weights"
)

//go:embed weights.bin
var builtIn string

// The weights file, little-endian: magic, version, checksum, how many numbers are known of a token; numbers as they are
// (what is added, and for each row of the matrices the step that a unit is worth), then the matrices in signed bytes, row
// after row. In which order is told by Read.
const (
	headerSize = 16

	plain   = 2*width + 2*width + width + kinds
	farRows = 2*farthest + 1
	steps   = 2*width + 2*width + 2*farRows + width + kinds
)

func fileSize(known int) int {
	return headerSize + 4*(plain+steps) + 4*width*known + 2*farRows*width + 2*width*width + kinds*width
}

var form = weights.Form{Magic: "hsypola", Version: 1, Sum: 8, From: 12, Of: "how sentences speak of whom they name", Made: "analysis/train/encoder/polarity.py"}

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
	known := int(binary.LittleEndian.Uint32([]byte(file[12:headerSize])))
	if known < 1 || known > 4096 || len(file) != fileSize(known) {
		return nil, form.Damaged()
	}
	r := &kernel.File{Floats: file[headerSize:][:4*(plain+steps)], Int8s: file[headerSize+4*(plain+steps):]}
	aroundBias, askedBias, midBias, outBias := r.TakeFloats(2*width), r.TakeFloats(2*width), r.TakeFloats(width), r.TakeFloats(kinds)
	m := &Model{known: known, midBias: midBias, outBias: outBias}
	m.around = r.TakePacked(known, aroundBias)
	m.asked = r.TakePacked(known, askedBias)
	m.keyFar, m.valueFar = r.TakeRows(width, farRows), r.TakeRows(width, farRows)
	m.mid, m.out = r.TakeRows(2*width, width), r.TakeRows(width, kinds)
	return m, nil
}

// Known is how many numbers must be known of a token.
func (m *Model) HiddenSize() int { return m.known }
