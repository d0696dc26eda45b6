package encoder

import (
	"encoding/binary"
	"fmt"
	"sync"

	"hearsay/analysis/encoder/kernel"
	"hearsay/analysis/encoder/wordpiece"
	"hearsay/analysis/weights"
)

// The weights file, little-endian: a header of magic, version, checksum and sizes; the vocabulary, a piece a line;
// biases, norms and position embeddings as float32, then the scales of the rows of all matrices, then the quantized
// matrices, row after row, a row for each number that comes out: the embeddings in half bytes, eight more than they
// mean, the first in the lower half; the others in signed bytes. In which order is told by unpack.
const (
	headerSize = 64
	sizesAt    = 12
)

var form = weights.Form{Magic: "hsysens", Version: 1, Sum: 8, From: sizesAt, Of: "the encoder",
	Made: "analysis/train/encoder/train.py"}

// size tells how large the network is: how many layers, numbers of a hidden state, heads of attention, numbers of the
// intermediate layer, pieces of the vocabulary, positions, numbers of the projection, and bytes of the vocabulary's
// list.
type size struct {
	layers, hidden, heads, inner, pieces, positions, projected, vocabularyBytes int
}

// Read makes an encoder from a weights file, which it uses in place.
func Read(file string) (*Encoder, error) { return readFor(kernel.Fastest(), file) }

// readFor makes an encoder that runs by some kernels.
func readFor(m *kernel.Implementation, file string) (*Encoder, error) {
	if err := form.Check(file); err != nil {
		return nil, err
	}
	if len(file) < headerSize {
		return nil, form.Damaged()
	}
	head := []byte(file[:headerSize])
	s := sizeOf(head[sizesAt:])
	if !s.sound() {
		return nil, fmt.Errorf("the weights for the encoder are of a network that cannot be run, %+v: "+
			"run analysis/train/encoder/train.py", s)
	}
	if len(file) != s.file() {
		return nil, form.Damaged()
	}
	v, ok := wordpiece.Read(file[headerSize:headerSize+s.vocabularyBytes], s.pieces)
	if !ok {
		return nil, form.Damaged()
	}
	e := &Encoder{size: s, vocabulary: v, kernels: m,
		network: sync.OnceValue(func() *network { return s.unpack(m, file) })}
	e.workspaces.New = func() any { return newWorkspace(s, m, nil, 0) }
	return e, nil
}

func sizeOf(b []byte) size {
	n := func(i int) int { return int(binary.LittleEndian.Uint32(b[4*i:])) }
	return size{n(0), n(1), n(2), n(3), n(4), n(5), n(6), n(7)}
}

// sound reports whether the sizes are those of a network that can be run here: the kernels take numbers by whole
// panels. It allows for much more than is ever used, and so little that the file's length is still a number on any
// machine.
func (s size) sound() bool {
	for _, n := range []struct{ is, least, most int }{
		{s.layers, 1, 24}, {s.hidden, 1, 2048}, {s.heads, 1, s.hidden}, {s.inner, 1, 8192},
		{s.pieces, 1, 1 << 17}, {s.positions, maxPositions, 4096}, {s.projected, 1, 4096}, {s.vocabularyBytes, 1, 1 << 22},
	} {
		if n.is < n.least || n.is > n.most {
			return false
		}
	}
	panel := kernel.PaddedColumns(1)
	return s.hidden%s.heads == 0 && s.headSize()%panel == 0 && s.inner%panel == 0
}

// headSize is how many numbers the query, the key and the value of one head of the attention have each.
func (s size) headSize() int { return s.hidden / s.heads }

// vocabularyEnd is where in the file the vocabulary ends, filled up to whole numbers.
func (s size) vocabularyEnd() int { return headerSize + (s.vocabularyBytes+3)/4*4 }

// floats is how many numbers of four bytes stand in the file.
func (s size) floats() int {
	layer := 3*s.hidden + s.hidden + 2*s.hidden + s.inner + s.hidden + 2*s.hidden
	scales := 3*s.hidden + s.hidden + s.inner + s.hidden
	return s.positions*s.hidden + 2*s.hidden + s.layers*layer + s.projected + s.pieces + s.layers*scales + s.projected
}

// matrices is how many bytes the matrices take.
func (s size) matrices() int {
	return s.pieces*s.hidden/2 + s.layers*(4*s.hidden*s.hidden+2*s.hidden*s.inner) + s.projected*s.hidden
}

// file is how long the file is.
func (s size) file() int { return s.vocabularyEnd() + 4*s.floats() + s.matrices() }
