package encoder

import (
	"errors"
	"math"

	"hearsay/analysis/encoder/kernel"
)

// LayerProjection is a linear map of the embedding of a token and its hidden states in all layers, one behind the
// other, to a few numbers. A layer forgets some of what those below it knew (Tenney et al. 2019): a stage to which that
// matters, as names, brings a projection of its own.
type LayerProjection struct {
	width, in int
	weights   *kernel.Packed
}

// NewLayerProjection makes a projection to len(scales) numbers from its quantized matrix: signed bytes, row after row,
// a row for each number that comes out, and the scale of each row. In a row stand the weights of the embedding, then
// those of each layer's states.
func NewLayerProjection(scales []float32, bytes string, bias []float32) (*LayerProjection, error) {
	width := len(scales)
	if width == 0 || len(bias) != width || len(bytes) == 0 || len(bytes)%width != 0 {
		return nil, errors.New("a projection of all layers whose matrix has the wrong size")
	}
	in := len(bytes) / width
	return &LayerProjection{width: width, in: in, weights: kernel.PackFloats(in, scales, bytes, bias)}, nil
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
	out.workspaces.New = func() any { return newWorkspace(out.size, out.kernels, p) }
	return out, nil
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

// keepLayer keeps, for the projection, the embeddings or the states of a layer below the last: of each token the mean
// of those of its pieces.
func (w *workspace) keepLayer(layer int, c *chunk) {
	if w.projection == nil {
		return
	}
	for i, at := range c.starts {
		end := len(c.pieces) - 1
		if i+1 < len(c.starts) {
			end = int(c.starts[i+1])
		}
		row := w.layerOf(layer, i)
		copy(row, w.states[int(at)*w.hidden:])
		for k := int(at) + 1; k < end; k++ {
			for z, x := range w.states[k*w.hidden:][:w.hidden] {
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

// keepLastLayer keeps, for the projection, the states of the last layer of n tokens: those of their first pieces, which
// are all that it computes.
func (w *workspace) keepLastLayer(n int) {
	if w.projection == nil {
		return
	}
	for i := range n {
		copy(w.layerOf(w.layers, i), w.states[i*w.hidden:])
	}
}

// layerOf is where the states of a token in a layer are kept; 0 is the embedding.
func (w *workspace) layerOf(layer, token int) []float32 {
	return w.allLayers[token*w.projection.in+layer*w.hidden:][:w.hidden]
}

// projectLayers writes the projections of n tokens from the given one on.
func (w *workspace) projectLayers(from, n int, states *HiddenStates) {
	if w.projection == nil {
		return
	}
	p, columns := w.projection, kernel.PaddedColumns(w.projection.width)
	w.kernels.Gemm(p.weights, n, w.allLayers, p.in, w.projectedLayers, columns)
	for i := range n {
		states.layers.keep(from+i, w.projectedLayers[i*columns:][:p.width])
	}
}
