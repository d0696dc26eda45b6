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

// The file of the network, little-endian: magic, version, checksum, the size of all layers of the encoder, which its
// projection takes; float32 (biases, transitions, the weight of the linear model, and the scale of each row of the
// matrices), then the quantized matrices, signed bytes row after row. In which order is told by readNetwork.
const (
	networkHeader = 16

	window1    = (2*reach1 + 1) * width
	window2    = (2*reach2 + 1) * width
	floats     = 4*width + labels + labels*labels + 1
	scales     = width + shapes + lists + labels + width + width + width + labels
	otherBytes = (shapes+lists+labels)*width + window1*width + window2*width + 3*width*width + labels*width
)

func networkSize(layersSize int) int {
	return networkHeader + 4*(floats+scales) + layersSize*width + otherBytes
}

var networkForm = weights.Form{Magic: "hsyname", Version: 1, Sum: 8, From: 12, Of: "the network of names",
	Made: "analysis/train/encoder/names.py"}

// readNetwork reads the network from its file.
func readNetwork(file string) (*network, error) {
	if err := networkForm.Check(file); err != nil {
		return nil, err
	}
	if len(file) < networkHeader {
		return nil, networkForm.Damaged()
	}
	layersSize := int(binary.LittleEndian.Uint32([]byte(file[12:networkHeader])))
	if layersSize < 1 || layersSize > 1<<16 || len(file) != networkSize(layersSize) {
		return nil, networkForm.Damaged()
	}
	r := &kernel.File{Floats: file[networkHeader:][:4*(floats+scales)], Int8s: file[networkHeader+4*(floats+scales):]}
	k := &network{}
	projectionBias, bias1, bias2, hiddenBias, outputBias := r.TakeFloats(width), r.TakeFloats(width), r.TakeFloats(width),
		r.TakeFloats(width),
		r.TakeFloats(labels)
	for l := range k.transitions {
		copy(k.transitions[l][:], r.TakeFloats(labels))
	}
	k.linearScale = r.TakeFloats(1)[0]
	var err error
	rowScales, rows := r.TakeInt8(layersSize, width)
	if k.projection, err = encoder.NewLayerProjection(rowScales, rows, projectionBias); err != nil {
		return nil, err
	}
	k.shapes, k.lists, k.scores = r.TakeRows(width, shapes), r.TakeRows(width, lists), r.TakeRows(width, labels)
	k.convolution1, k.convolution2 = r.TakePacked(window1, bias1), r.TakePacked(window2, bias2)
	k.hidden, k.output = r.TakePacked(3*width, hiddenBias), r.TakePacked(width, outputBias)
	return k, nil
}
