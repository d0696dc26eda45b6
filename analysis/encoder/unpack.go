package encoder

import (
	"math"
	"sync"

	"hearsay/analysis/encoder/kernel"
)

// reader takes what stands in a weights file, one after the other.
type reader struct {
	numbers, bytes string
	under          sync.WaitGroup // the matrices that are being laid out
}

func (r *reader) take(n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		b := r.numbers[4*i:][:4]
		out[i] = math.Float32frombits(uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24)
	}
	r.numbers = r.numbers[4*n:]
	return out
}

func (r *reader) norm(n int) norm { return norm{r.take(n), r.take(n)} }

// dense is what a matrix needs besides its bytes.
type dense struct{ bias, steps []float32 }

// matrix begins to lay out a matrix, beside all others.
func (r *reader) matrix(to **kernel.Packed, in int, d dense) {
	n := in * len(d.steps)
	bytes := r.bytes[:n]
	r.bytes = r.bytes[n:]
	r.under.Go(func() { *to = kernel.Unpack(in, d.steps, bytes, d.bias) })
}

// unpack lays out the network of a file for use.
func (s size) unpack(file string) *network {
	split := s.listEnd() + 4*s.numbers()
	r := &reader{numbers: file[s.listEnd():split], bytes: file[split:]}
	h := s.hidden
	k := &network{places: r.take(s.places * h), norm: r.norm(h), layers: make([]layer, s.layers)}
	all := make([][4]dense, s.layers)
	for i := range all {
		d, l := &all[i], &k.layers[i]
		d[0].bias, d[1].bias, l.heardNorm = r.take(3*h), r.take(h), r.norm(h)
		d[2].bias, d[3].bias, l.thoughtNorm = r.take(s.inner), r.take(h), r.norm(h)
	}
	out := dense{bias: r.take(s.out)}
	k.steps = r.take(s.pieces)
	for i := range all {
		d := &all[i]
		d[0].steps, d[1].steps, d[2].steps, d[3].steps = r.take(3*h), r.take(h), r.take(s.inner), r.take(h)
	}
	out.steps = r.take(s.out)
	k.words, r.bytes = r.bytes[:s.pieces*h/2], r.bytes[s.pieces*h/2:]
	for i := range all {
		d, l := &all[i], &k.layers[i]
		s.soften(&d[0])
		r.matrix(&l.asked, h, d[0])
		r.matrix(&l.heard, h, d[1])
		r.matrix(&l.wide, h, d[2])
		r.matrix(&l.thought, s.inner, d[3])
	}
	r.matrix(&k.out, h, out)
	r.under.Wait()
	return k
}

// soften makes the questions smaller, in place of all their products with keys: those of long vectors would be too sharp.
func (s size) soften(questions *dense) {
	by := float32(1 / math.Sqrt(float64(s.head())))
	for i := range s.hidden {
		questions.steps[i] *= by
		questions.bias[i] *= by
	}
}
