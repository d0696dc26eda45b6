package encoder

import (
	"errors"
	"math"

	"hearsay/analysis/encoder/kernel"
)

// Lens looks at what all layers know of a token, and at what its first piece is by itself, and makes of it a few numbers.
// A layer forgets some of what those below it knew: a stage to which that matters brings a lens of its own.
type Lens struct {
	width, known int
	matrix       *kernel.Packed
}

// NewLens makes a lens from the steps and signed bytes of its matrix, row after row, a row for each number that it makes:
// how much counts what the piece is by itself, then what each layer knows of it. The numbers of bias are added.
func NewLens(steps []float32, bytes string, bias []float32) (*Lens, error) {
	width := len(steps)
	if width == 0 || len(bias) != width || len(bytes) == 0 || len(bytes)%width != 0 {
		return nil, errors.New("a lens whose matrix has the wrong size")
	}
	known := len(bytes) / width
	return &Lens{width: width, known: known, matrix: kernel.Unpack(known, steps, bytes, bias)}, nil
}

// Through returns the encoder with a lens, through which its vectors are seen.
func (e *Encoder) Through(l *Lens) (*Encoder, error) {
	if l.known != e.Levels() {
		return nil, errors.New("the weights for the meanings of words and those of a lens do not belong together: build the program again")
	}
	out := &Encoder{size: e.size, vocabulary: e.vocabulary, network: e.network, lens: l}
	out.desks.New = func() any { return newDesk(out.size, l) }
	return out, nil
}

// seen is what a lens makes of each token: the upper halves of the numbers, for they are many.
type seen struct {
	width  int
	halves []uint16
}

func (l *Lens) room(tokens int) seen {
	if l == nil {
		return seen{}
	}
	return seen{l.width, make([]uint16, tokens*l.width)}
}

// Seen writes what the encoder's lens makes of a token; nothing where it has none.
func (v *Vectors) Seen(token int, to []float32) {
	for k, h := range v.seen.halves[token*v.seen.width:][:v.seen.width] {
		to[k] = math.Float32frombits(uint32(h) << 16)
	}
}

func (s *seen) keep(token int, x []float32) {
	to := s.halves[token*s.width:][:s.width]
	for k, z := range x {
		to[k] = uint16((math.Float32bits(z) + 1<<15) >> 16)
	}
}

// gaze keeps for the lens what a layer below the last knows of each token: the mean of what it knows of its pieces.
func (d *desk) gaze(level int, c *chunk) {
	if d.lens == nil {
		return
	}
	for i, at := range c.starts {
		end := len(c.pieces) - 1
		if i+1 < len(c.starts) {
			end = int(c.starts[i+1])
		}
		row := d.level(level, i)
		copy(row, d.x[int(at)*d.hidden:])
		for k := int(at) + 1; k < end; k++ {
			for z, x := range d.x[k*d.hidden:][:d.hidden] {
				row[z] += x
			}
		}
		if n := end - int(at); n > 1 {
			for z := range row {
				row[z] /= float32(n)
			}
		}
	}
}

// gazeLast keeps for the lens what the last layer knows of the first n tokens: of their first pieces, which are all it kept.
func (d *desk) gazeLast(n int) {
	if d.lens == nil {
		return
	}
	for i := range n {
		copy(d.level(d.layers, i), d.x[i*d.hidden:])
	}
}

// level is where what a layer knows of a token is kept.
func (d *desk) level(level, i int) []float32 {
	return d.levels[i*d.lens.known+level*d.hidden:][:d.hidden]
}

// see writes what the lens makes of n tokens from the given one on.
func (d *desk) see(from, n int, v *Vectors) {
	if d.lens == nil {
		return
	}
	l, wide := d.lens, kernel.Columns(d.lens.width)
	l.matrix.Times(n, d.levels, l.known, d.lensed, wide)
	for i := range n {
		v.seen.keep(from+i, d.lensed[i*wide:][:l.width])
	}
}
