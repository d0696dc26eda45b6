package names

import (
	_ "embed"
	"encoding/binary"
	"math"

	"hearsay/analysis/sense"
	"hearsay/analysis/sense/matrix"
	"hearsay/analysis/weights"
)

//go:embed network.bin
var builtInNetwork string

// The file of the network, little-endian: magic, version, checksum, how many numbers its lens looks at; numbers as they are
// (what is added, the steps between labels, how much the linear model counts, and for each row of the matrices what a unit
// is worth), then the matrices in signed bytes, row after row. In which order is told by readNetwork.
const (
	networkHeader = 16

	window   = (2*reach + 1) * width
	strip    = (2*near + 1) * width
	plain    = 4*width + labels + labels*labels + 1
	allSteps = width + looks + lists + labels + width + width + width + labels
	small    = (looks+lists+labels)*width + window*width + strip*width + 3*width*width + labels*width
)

func networkSize(known int) int { return networkHeader + 4*(plain+allSteps) + known*width + small }

var networkForm = weights.Form{Magic: "hsyname", Version: 1, Sum: 8, From: 12, Of: "what words tell of names", Made: "analysis/train/sense/names.py"}

// readNetwork reads the network from its file.
func readNetwork(file string) (*network, error) {
	if err := networkForm.Check(file); err != nil {
		return nil, err
	}
	if len(file) < networkHeader {
		return nil, networkForm.Damaged()
	}
	known := int(binary.LittleEndian.Uint32([]byte(file[12:networkHeader])))
	if known < 1 || known > 1<<16 || len(file) != networkSize(known) {
		return nil, networkForm.Damaged()
	}
	r := &reader{numbers: file[networkHeader:][:4*(plain+allSteps)], bytes: file[networkHeader+4*(plain+allSteps):]}
	k := &network{}
	lens, around, further, mix, out := r.take(width), r.take(width), r.take(width), r.take(width), r.take(labels)
	for l := range k.steps {
		copy(k.steps[l][:], r.take(labels))
	}
	k.scale = r.take(1)[0]
	var err error
	steps, rows := r.matrix(known, width)
	if k.lens, err = sense.NewLens(steps, rows, lens); err != nil {
		return nil, err
	}
	k.looks, k.lists, k.scored = r.rows(width, looks), r.rows(width, lists), r.rows(width, labels)
	k.around, k.further = r.packed(window, around), r.packed(strip, further)
	k.mix, k.out = r.packed(3*width, mix), r.packed(width, out)
	return k, nil
}

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

// matrix takes the steps of a matrix's rows, and the rows.
func (r *reader) matrix(columns, rows int) (steps []float32, bytes string) {
	steps, bytes = r.take(rows), r.bytes[:rows*columns]
	r.bytes = r.bytes[rows*columns:]
	return steps, bytes
}

func (r *reader) packed(columns int, bias []float32) *matrix.Packed {
	steps, bytes := r.matrix(columns, len(bias))
	return matrix.Unpack(columns, steps, bytes, bias)
}

func (r *reader) rows(columns, rows int) []float32 {
	steps, bytes := r.matrix(columns, rows)
	out := make([]float32, rows*columns)
	for i := range out {
		out[i] = steps[i/columns] * float32(int8(bytes[i]))
	}
	return out
}
