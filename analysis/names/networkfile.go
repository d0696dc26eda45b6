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
	r := &kernel.File{Floats: file[networkHeader:][:4*(plain+allSteps)], Int8s: file[networkHeader+4*(plain+allSteps):]}
	k := &network{}
	lens, around, further, mix, out := r.TakeFloats(width), r.TakeFloats(width), r.TakeFloats(width), r.TakeFloats(width), r.TakeFloats(labels)
	for l := range k.steps {
		copy(k.steps[l][:], r.TakeFloats(labels))
	}
	k.scale = r.TakeFloats(1)[0]
	var err error
	steps, rows := r.TakeInt8(known, width)
	if k.lens, err = encoder.NewLayerProjection(steps, rows, lens); err != nil {
		return nil, err
	}
	k.looks, k.lists, k.scored = r.TakeRows(width, looks), r.TakeRows(width, lists), r.TakeRows(width, labels)
	k.around, k.further = r.TakePacked(window, around), r.TakePacked(strip, further)
	k.mix, k.out = r.TakePacked(3*width, mix), r.TakePacked(width, out)
	return k, nil
}
