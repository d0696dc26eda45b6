package encoder

import (
	"errors"
	"math"
	"sync"

	"hearsay/analysis/encoder/kernel"
)

// LayerProjection is a linear map of the embedding of a token and its hidden states in all layers, one behind the
// other, to a few numbers: of a token of several pieces the mean of those of its pieces, in the last layer those of the
// first. A layer forgets some of what those below it knew (Tenney et al. 2019): a stage to which that matters, as
// names, brings a projection of its own.
type LayerProjection struct {
	width, in int
	scales    []float32
	bytes     string
	bias      []float32
}

// NewLayerProjection makes a projection to len(scales) numbers from its quantized matrix: signed bytes, row after row,
// a row for each number that comes out, and the scale of each row. In a row stand the weights of the embedding, then
// those of each layer's states.
func NewLayerProjection(scales []float32, bytes string, bias []float32) (*LayerProjection, error) {
	width := len(scales)
	if width == 0 || len(bias) != width || len(bytes) == 0 || len(bytes)%width != 0 {
		return nil, errors.New("a projection of all layers whose matrix has the wrong size")
	}
	return &LayerProjection{width: width, in: len(bytes) / width, scales: scales, bytes: bytes, bias: bias}, nil
}

// WithProjection returns an encoder that writes this projection of all layers beside the hidden states. It is an error
// where the projection was made for an encoder of another AllLayersSize.
func (e *Encoder) WithProjection(p *LayerProjection) (*Encoder, error) {
	if p.in != e.AllLayersSize() {
		return nil, errors.New(
			"the weights of the encoder and those of a projection of its layers do not belong together: build the program again")
	}
	out := &Encoder{size: e.size, vocabulary: e.vocabulary, network: e.network, kernels: e.kernels,
		projection: p}
	packed := sync.OnceValue(func() []*kernel.Int8Matrix { return p.pack(e.kernels, e.hidden) })
	out.workspaces.New = func() any { return newWorkspace(out.size, out.kernels, packed(), p.width) }
	return out, nil
}

// pack lays out the matrix for use by some kernels: the part of the embedding and that of each layer by itself, for
// they are multiplied one after the other, each by the rows that are quantized for the layer anyway. The first adds the
// bias. Each part has scales of its own, and so steps that are no larger than those that the whole has in its file.
func (p *LayerProjection) pack(m *kernel.Implementation, hidden int) []*kernel.Int8Matrix {
	layers := make([]*kernel.Int8Matrix, p.in/hidden)
	bias := p.bias
	for l := range layers {
		part := make([]byte, 0, hidden*p.width)
		for row := range p.width {
			part = append(part, p.bytes[row*p.in+l*hidden:][:hidden]...)
		}
		layers[l] = m.PackInt8(hidden, p.scales, string(part), bias)
		bias = nil
	}
	return layers
}

// projectedLayers are the projections of all layers, tokens × width, as the upper halves of float32 (bfloat16), for
// they are many.
type projectedLayers struct {
	width  int
	halves []uint16
}

func (p *LayerProjection) newStates(tokens int) projectedLayers {
	if p == nil {
		return projectedLayers{}
	}
	return projectedLayers{p.width, make([]uint16, tokens*p.width)}
}

// ProjectedLayers writes the projection of a token's states in all layers; nothing where the encoder has none.
func (h *HiddenStates) ProjectedLayers(token int, to []float32) {
	for k, half := range h.layers.halves[token*h.layers.width:][:h.layers.width] {
		to[k] = math.Float32frombits(uint32(half) << 16)
	}
}

func (p *projectedLayers) keep(token int, x []float32) {
	to := p.halves[token*p.width:][:p.width]
	for k, z := range x {
		to[k] = uint16((math.Float32bits(z) + 1<<15) >> 16)
	}
}

// layerProjector adds up the projections of a chunk's tokens, layer by layer.
type layerProjector struct {
	width, columns int                  // the numbers of a projection, and with those that fill up its row
	layers         []*kernel.Int8Matrix // none where there is no projection
	rows           []float32            // of the pieces in one layer
	sums           []float32            // of the tokens in all layers so far
}

// add adds the projections of the states of a layer, of which the rows of n pieces are quantized: 0 is the embedding.
// In the last layer these are the first pieces of each token, which are all that it computes; of the others a token has
// the mean of its pieces.
func (p *layerProjector) add(layer int, c *chunk, n int, quantized *kernel.Int8Rows) {
	if p.layers == nil {
		return
	}
	p.layers[layer].Gemm(n, quantized, p.rows, p.columns)
	if layer == 0 {
		clear(p.sums)
	}
	for token := range c.starts {
		from, to := token, token+1
		if layer < len(p.layers)-1 {
			from, to = c.piecesOf(token)
		}
		sum, by := p.sums[token*p.columns:][:p.width], 1/float32(to-from)
		for k := from; k < to; k++ {
			for z, x := range p.rows[k*p.columns:][:p.width] {
				sum[z] += float32(by * x)
			}
		}
	}
}

// keep writes the projections of a chunk's tokens.
func (p *layerProjector) keep(c *chunk, to *projectedLayers) {
	if p.layers == nil {
		return
	}
	for token := range c.starts {
		to.keep(c.from+token, p.sums[token*p.columns:][:p.width])
	}
}
