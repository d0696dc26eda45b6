package names

import (
	_ "embed"
	"encoding/binary"

	"hearsay/analysis/encoder"
	"hearsay/analysis/encoder/kernel"
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

var networkForm = weights.Form{Magic: "hsyname", Version: 1, Sum: 8, From: 12, Of: "what words tell of names", Made: "analysis/train/encoder/names.py"}

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
	r := &kernel.File{Numbers: file[networkHeader:][:4*(plain+allSteps)], Bytes: file[networkHeader+4*(plain+allSteps):]}
	k := &network{}
	lens, around, further, mix, out := r.Take(width), r.Take(width), r.Take(width), r.Take(width), r.Take(labels)
	for l := range k.steps {
		copy(k.steps[l][:], r.Take(labels))
	}
	k.scale = r.Take(1)[0]
	var err error
	steps, rows := r.Matrix(known, width)
	if k.lens, err = encoder.NewLens(steps, rows, lens); err != nil {
		return nil, err
	}
	k.looks, k.lists, k.scored = r.Rows(width, looks), r.Rows(width, lists), r.Rows(width, labels)
	k.around, k.further = r.Packed(window, around), r.Packed(strip, further)
	k.mix, k.out = r.Packed(3*width, mix), r.Packed(width, out)
	return k, nil
}
