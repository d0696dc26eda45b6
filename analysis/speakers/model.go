package speakers

import (
	_ "embed"
	"encoding/binary"

	"hearsay/analysis/weights"
)

//go:embed weights.bin
var builtIn string

// The weights file: a header, then the weights of what speaks for a candidate, signed numbers of two bytes each, the
// weights of the endings of given names, and a line of points for each way of being sure. A feature's hash names its
// weight.
const (
	headerSize   = 16
	rankBits     = 15
	givenBits    = 12
	certainLines = int(ways)
	fileSize     = headerSize + 2<<rankBits + 2<<givenBits + certainSize*certainLines
	// unit is what a unit of a weight is worth.
	unit = 1.0 / 1024
)

var fileForm = weights.Form{Magic: "hsywhois", Version: 1, Sum: 12, From: headerSize, Of: "speakers", Made: "go run ./analysis/train speakers"}

// Model knows what speaks for one who may be meant by a pronoun, and how sure that makes. It is safe for use by several
// goroutines at once.
type Model struct {
	rank    []float32
	given   []float32
	certain [ways]curve
}

// Load returns the model whose weights are built into the program.
func Load() (*Model, error) { return Read(builtIn) }

// Read makes a model from a weights file.
func Read(file string) (*Model, error) {
	if err := fileForm.Check(file); err != nil {
		return nil, err
	}
	if len(file) != fileSize {
		return nil, fileForm.Damaged()
	}
	m := &Model{rank: make([]float32, 1<<rankBits), given: make([]float32, 1<<givenBits)}
	rest := []byte(file[headerSize:])
	for _, list := range [][]float32{m.rank, m.given} {
		for i := range list {
			list[i] = unit * float32(int16(binary.LittleEndian.Uint16(rest[2*i:])))
		}
		rest = rest[2*len(list):]
	}
	for k := range m.certain {
		m.certain[k].read(rest[k*certainSize:])
	}
	return m, nil
}

// file writes the model down.
func (m *Model) file() []byte {
	out := make([]byte, headerSize, fileSize)
	for _, list := range [][]float32{m.rank, m.given} {
		for _, w := range list {
			out = binary.LittleEndian.AppendUint16(out, uint16(int16(max(-32767, min(32767, roundTo(w/unit))))))
		}
	}
	for k := range m.certain {
		out = m.certain[k].write(out)
	}
	fileForm.Seal(out)
	return out
}

func roundTo(x float32) int {
	if x < 0 {
		return int(x - 0.5)
	}
	return int(x + 0.5)
}
