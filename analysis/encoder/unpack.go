package encoder

import (
	"math"
	"sync"

	"hearsay/analysis/encoder/kernel"
)

// reader takes what stands in a weights file, one after the other, and packs matrices beside each other.
type reader struct {
	kernel.File
	kernels *kernel.Implementation
	packing sync.WaitGroup
}

func (r *reader) norm(n int) norm { return norm{r.TakeFloats(n), r.TakeFloats(n)} }

// dense is what the weights of a dense layer need besides their bytes.
type dense struct{ bias, scales []float32 }

// pack begins to pack the weights of a dense layer that takes in numbers.
func (r *reader) pack(to **kernel.Int8Matrix, in int, d dense) {
	n := in * len(d.scales)
	bytes := r.Int8s[:n]
	r.Int8s = r.Int8s[n:]
	r.packing.Go(func() { *to = r.kernels.PackInt8(in, d.scales, bytes, d.bias) })
}

// unpack lays out the network of a file for use by some kernels.
func (s size) unpack(m *kernel.Implementation, file string) *network {
	split := s.vocabularyEnd() + 4*s.floats()
	r := &reader{File: kernel.File{Floats: file[s.vocabularyEnd():split], Int8s: file[split:]}, kernels: m}
	h := s.hidden
	k := &network{positions: r.TakeFloats(s.positions * h), norm: r.norm(h), layers: make([]layer, s.layers)}
	all := make([]struct{ qkv, attentionOutput, intermediate, output dense }, s.layers)
	for i := range all {
		d, l := &all[i], &k.layers[i]
		d.qkv.bias, d.attentionOutput.bias, l.attentionNorm = r.TakeFloats(3*h), r.TakeFloats(h), r.norm(h)
		d.intermediate.bias, d.output.bias, l.outputNorm = r.TakeFloats(s.inner), r.TakeFloats(h), r.norm(h)
	}
	projection := dense{bias: r.TakeFloats(s.projected)}
	k.embeddingScales = r.TakeFloats(s.pieces)
	for i := range all {
		d := &all[i]
		d.qkv.scales, d.attentionOutput.scales = r.TakeFloats(3*h), r.TakeFloats(h)
		d.intermediate.scales, d.output.scales = r.TakeFloats(s.inner), r.TakeFloats(h)
	}
	projection.scales = r.TakeFloats(s.projected)
	k.embeddings, r.Int8s = r.Int8s[:s.pieces*h/2], r.Int8s[s.pieces*h/2:]
	for i := range all {
		d, l := &all[i], &k.layers[i]
		s.scaleQueries(&d.qkv)
		r.pack(&l.qkv, h, d.qkv)
		r.pack(&l.attentionOutput, h, d.attentionOutput)
		r.pack(&l.intermediate, h, d.intermediate)
		r.pack(&l.output, s.inner, d.output)
	}
	r.pack(&k.projection, h, projection)
	r.packing.Wait()
	return k
}

// scaleQueries divides the queries by the square root of their size, in place of all their products with keys (scaled
// dot-product attention).
func (s size) scaleQueries(qkv *dense) {
	by := float32(1 / math.Sqrt(float64(s.headSize())))
	for i := range s.hidden {
		qkv.scales[i] *= by
		qkv.bias[i] *= by
	}
}
