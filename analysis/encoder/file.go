package encoder

import (
	"encoding/binary"
	"fmt"
	"sync"

	"hearsay/analysis/encoder/kernel"
	"hearsay/analysis/encoder/wordpiece"
	"hearsay/analysis/weights"
)

// The weights file, little-endian: a header of magic, version, checksum and sizes; the vocabulary, a piece a line; numbers
// as they are, then the steps that a unit of each row of the matrices is worth, then the matrices, row after row, a row for
// each number that comes out: that of the words in half bytes, eight more than they mean, the first in the lower half; the
// others in signed bytes. In which order is told by unpack.
const (
	headerSize = 64
	sizesAt    = 12
)

var form = weights.Form{Magic: "hsysens", Version: 1, Sum: 8, From: sizesAt, Of: "the meanings of words", Made: "analysis/train/encoder/train.py"}

// size tells how large the network is.
type size struct {
	layers, hidden, heads, inner, pieces, places, out, list int
}

// Read makes an encoder from a weights file, which it uses in place.
func Read(file string) (*Encoder, error) {
	if err := form.Check(file); err != nil {
		return nil, err
	}
	if len(file) < headerSize {
		return nil, form.Damaged()
	}
	head := []byte(file[:headerSize])
	s := sizeOf(head[sizesAt:])
	if !s.sound() {
		return nil, fmt.Errorf("the weights for the meanings of words are of a network that cannot be run, %+v: "+
			"run analysis/train/encoder/train.py", s)
	}
	if len(file) != s.file() {
		return nil, form.Damaged()
	}
	v, ok := wordpiece.Read(file[headerSize:headerSize+s.list], s.pieces)
	if !ok {
		return nil, form.Damaged()
	}
	e := &Encoder{size: s, vocabulary: v, network: sync.OnceValue(func() *network { return s.unpack(file) })}
	e.desks.New = func() any { return newDesk(s, nil) }
	return e, nil
}

func sizeOf(b []byte) size {
	n := func(i int) int { return int(binary.LittleEndian.Uint32(b[4*i:])) }
	return size{n(0), n(1), n(2), n(3), n(4), n(5), n(6), n(7)}
}

// sound reports whether the sizes are those of a network that can be run here: the kernels take numbers by the panel. It
// allows for much more than is ever used, and so little that the file's length is still a number on any machine.
func (s size) sound() bool {
	for _, n := range []struct{ is, least, most int }{
		{s.layers, 1, 24}, {s.hidden, 1, 2048}, {s.heads, 1, s.hidden}, {s.inner, 1, 8192},
		{s.pieces, 1, 1 << 17}, {s.places, places, 4096}, {s.out, 1, 4096}, {s.list, 1, 1 << 22},
	} {
		if n.is < n.least || n.is > n.most {
			return false
		}
	}
	panel := kernel.Columns(1)
	return s.hidden%s.heads == 0 && s.head()%panel == 0 && s.inner%panel == 0
}

// head is how many numbers a head of the attention looks at.
func (s size) head() int { return s.hidden / s.heads }

// listEnd is where in the file the vocabulary ends, filled up to whole numbers.
func (s size) listEnd() int { return headerSize + (s.list+3)/4*4 }

// numbers is how many numbers of four bytes stand in the file.
func (s size) numbers() int {
	layer := 3*s.hidden + s.hidden + 2*s.hidden + s.inner + s.hidden + 2*s.hidden
	steps := 3*s.hidden + s.hidden + s.inner + s.hidden
	return s.places*s.hidden + 2*s.hidden + s.layers*layer + s.out + s.pieces + s.layers*steps + s.out
}

// matrices is how many bytes the matrices take.
func (s size) matrices() int {
	return s.pieces*s.hidden/2 + s.layers*(4*s.hidden*s.hidden+2*s.hidden*s.inner) + s.out*s.hidden
}

// file is how long the file is.
func (s size) file() int { return s.listEnd() + 4*s.numbers() + s.matrices() }
