package targets

import (
	_ "embed"
	"encoding/binary"

	"hearsay/analysis/encoder/kernel"
	"hearsay/analysis/weights"
)

//go:embed network.bin
var builtIn string

// The file of the network, little-endian: magic, version, checksum, the size of a hidden state; float32 (biases,
// transitions, and the scale of each row of the matrices), then the quantized matrices, signed bytes row after row. In
// which order is told by readNetwork.
const (
	header = 16

	window     = (2*reach + 1) * width
	floats     = (3+2+3+1+1)*width + heads*distances + labels + labels*labels
	scales     = width + roles + tagKinds + wordClasses + (2+3+1+2)*width + labels
	otherBytes = (roles+tagKinds+wordClasses)*width + 2*window*width + (3+1+1+3)*width*width + labels*width
)

func fileSize(hiddenSize int) int { return header + 4*(floats+scales) + hiddenSize*width + otherBytes }

var form = weights.Form{Magic: "hsytarg", Version: 2, Sum: 8, From: 12, Of: "the network of targets",
	Made: "analysis/train/encoder/targets.py"}

// readNetwork reads the network from its file.
func readNetwork(file string) (*network, error) {
	if err := form.Check(file); err != nil {
		return nil, err
	}
	if len(file) < header {
		return nil, form.Damaged()
	}
	size := int(binary.LittleEndian.Uint32([]byte(file[12:header])))
	if size < 1 || size > 1<<12 || len(file) != fileSize(size) {
		return nil, form.Damaged()
	}
	r := &kernel.File{Floats: file[header:][:4*(floats+scales)], Int8s: file[header+4*(floats+scales):]}
	k := &network{hiddenSize: size}
	var biases [3][]float32
	for i := range biases {
		biases[i] = r.TakeFloats(width)
	}
	k.gain, k.shift = r.TakeFloats(width), r.TakeFloats(width)
	attentionBias, attendedBias := r.TakeFloats(3*width), r.TakeFloats(width)
	k.distances = r.TakeFloats(heads * distances)
	hiddenBias, outputBias := r.TakeFloats(width), r.TakeFloats(labels)
	for l := range k.transitions {
		copy(k.transitions[l][:], r.TakeFloats(labels))
	}
	k.projection = r.TakeInt8Matrix(size, biases[0])
	k.roles, k.tags, k.words = r.TakeRows(width, roles), r.TakeRows(width, tagKinds), r.TakeRows(width, wordClasses)
	k.convolution1, k.convolution2 = r.TakePacked(window, biases[1]), r.TakePacked(window, biases[2])
	k.attention, k.attended = r.TakePacked(width, attentionBias), r.TakePacked(width, attendedBias)
	k.hidden, k.around = r.TakePacked(width, make([]float32, width)), r.TakePacked(3*width, hiddenBias)
	k.output = r.TakePacked(width, outputBias)
	return k, nil
}
