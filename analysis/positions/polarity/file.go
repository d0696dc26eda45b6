package polarity

import (
	_ "embed"
	"encoding/binary"
	"math"

	"hearsay/analysis/sense/matrix"
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

var form = weights.Form{Magic: "hsypola", Version: 1, Sum: 8, From: 12, Of: "how sentences speak of whom they name", Made: "analysis/train/sense/polarity.py"}

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
	r := reader{numbers: file[headerSize:][:4*(plain+steps)], bytes: file[headerSize+4*(plain+steps):]}
	aroundBias, askedBias, midBias, outBias := r.take(2*width), r.take(2*width), r.take(width), r.take(kinds)
	m := &Model{known: known, midBias: midBias, outBias: outBias}
	m.around = r.packed(known, aroundBias)
	m.asked = r.packed(known, askedBias)
	m.keyFar, m.valueFar = r.rows(farRows, width), r.rows(farRows, width)
	m.mid, m.out = r.rows(width, 2*width), r.rows(kinds, width)
	return m, nil
}

// Known is how many numbers must be known of a token.
func (m *Model) Known() int { return m.known }

// reader takes numbers and matrices off a file.
type reader struct{ numbers, bytes string }

func (r *reader) take(n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32([]byte(r.numbers[4*i : 4*i+4])))
	}
	r.numbers = r.numbers[4*n:]
	return out
}

func (r *reader) packed(known int, bias []float32) *matrix.Packed {
	steps, n := r.take(len(bias)), known*len(bias)
	p := matrix.Unpack(known, steps, r.bytes[:n], bias)
	r.bytes = r.bytes[n:]
	return p
}

func (r *reader) rows(n, columns int) []float32 {
	out := make([]float32, n*columns)
	for i, step := range r.take(n) {
		for k := range columns {
			out[i*columns+k] = step * float32(int8(r.bytes[i*columns+k]))
		}
	}
	r.bytes = r.bytes[n*columns:]
	return out
}
