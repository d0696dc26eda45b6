package encoder

import "hearsay/analysis/encoder/kernel"

// network is the weights of a transformer encoder with learned positions and layer normalisation behind each sublayer,
// as BERT, laid out for use.
type network struct {
	embeddings      string    // of the pieces, pieces × hidden, quantized to half bytes
	embeddingScales []float32 // the scale of each piece's
	positions       []float32 // position embeddings, positions × hidden
	norm            norm      // of the sum of both
	layers          []layer
	projection      *kernel.Int8Matrix // of the last layer's states
}

// norm is the gain and bias of a layer normalisation.
type norm struct{ gain, bias []float32 }

// layer is a transformer layer: multi-head self-attention, and a feed-forward network of one hidden (intermediate)
// layer with GELU.
type layer struct {
	qkv             *kernel.Int8Matrix // to queries, keys and values, in this order
	attentionOutput *kernel.Int8Matrix
	attentionNorm   norm
	intermediate    *kernel.Int8Matrix
	output          *kernel.Int8Matrix
	outputNorm      norm
}

// workspace is the memory in which one goroutine works: rows for the pieces of a chunk.
type workspace struct {
	size
	kernels      *kernel.Implementation
	quantized    *kernel.Int8Rows // what goes into a dense layer
	states       []float32        // the hidden state of each piece
	qkv          []float32        // its query, key and value
	context      []float32        // what its heads attended to
	intermediate []float32        // the inner layer of the feed-forward network
	residual     []float32        // what a sublayer adds to the states
	attention    *kernel.Attention
	projections  []float32
	layers       layerProjector
}

// newWorkspace makes a workspace. Layers, where there are any, are the parts of a projection of all layers to so many
// numbers.
func newWorkspace(s size, m *kernel.Implementation, layers []*kernel.Int8Matrix, width int) *workspace {
	rows := func(columns int) []float32 {
		return make([]float32, kernel.PaddedRows(maxPositions)*kernel.PaddedColumns(columns))
	}
	return &workspace{size: s, kernels: m, quantized: m.NewInt8Rows(maxPositions, max(s.hidden, s.inner)),
		attention: m.NewAttention(maxPositions, s.heads, s.headSize()), states: rows(s.hidden), qkv: rows(3 * s.hidden),
		context: rows(s.hidden), intermediate: rows(s.inner), residual: rows(s.hidden), projections: rows(s.projected),
		layers: layerProjector{width: width, columns: kernel.PaddedColumns(width), layers: layers,
			rows: rows(width), sums: rows(width)}}
}

// encode computes the hidden states of a chunk's tokens.
func (w *workspace) encode(k *network, c *chunk, states *HiddenStates) {
	n := len(c.pieces)
	w.embed(k, c.pieces)
	for i := range k.layers {
		w.layers.add(i, c, n, w.quantized)
		var wanted []int32
		if i == len(k.layers)-1 {
			wanted = c.starts
		}
		n = w.forward(&k.layers[i], n, wanted)
	}
	w.layers.add(len(k.layers), c, n, w.quantized)
	w.layers.keep(c, &states.layers)
	columns := kernel.PaddedColumns(w.projected)
	k.projection.Gemm(n, w.quantized, w.projections, columns)
	for i := range n {
		copy(states.projections[(c.from+i)*w.projected:][:w.projected], w.projections[i*columns:])
		states.keep(c.from+i, w.quantized, i)
	}
}

// embed begins with the embeddings of the pieces and of their positions, normalised and quantized.
func (w *workspace) embed(k *network, pieces []int32) {
	for i, p := range pieces {
		x, scale, piece := w.states[i*w.hidden:][:w.hidden], k.embeddingScales[p],
			k.embeddings[int(p)*w.hidden/2:][:w.hidden/2]
		for j := range len(piece) {
			b := int32(piece[j])
			x[2*j], x[2*j+1] = scale*float32(b&15-8), scale*float32(b>>4-8)
		}
		w.addNorm(i, k.positions[i*w.hidden:][:w.hidden], k.norm)
	}
}

// forward puts n pieces, whose states have been quantized, through a layer, quantizes what becomes of them, and returns
// of how many it has the states. Where wanted names some pieces, the others are attended to but have no states of their
// own, which nobody would read behind the last layer.
//
// What goes into a dense layer is quantized row by row, each with a scale of its own (dynamic quantization), while it
// is still in the first-level cache.
func (w *workspace) forward(l *layer, n int, wanted []int32) int {
	l.qkv.Gemm(n, w.quantized, w.qkv, 3*w.hidden)
	m := n
	if wanted != nil {
		m = w.selectRows(wanted)
	}
	w.attention.Attend(m, n, w.qkv, w.context)
	w.quantized.Quantize(m, w.hidden, w.context, w.hidden)
	l.attentionOutput.Gemm(m, w.quantized, w.residual, w.hidden)
	for i := range m {
		w.addNorm(i, w.residual[i*w.hidden:], l.attentionNorm)
	}
	l.intermediate.Gemm(m, w.quantized, w.intermediate, w.inner)
	for i := range m {
		row := w.intermediate[i*w.inner:][:w.inner]
		w.kernels.Gelu(row)
		w.quantized.QuantizeRow(i, row)
	}
	l.output.Gemm(m, w.quantized, w.residual, w.hidden)
	for i := range m {
		w.addNorm(i, w.residual[i*w.hidden:], l.outputNorm)
	}
	return m
}

// addNorm adds a row to the state of a piece, normalises the sum and quantizes it.
func (w *workspace) addNorm(piece int, x []float32, by norm) {
	state := w.states[piece*w.hidden:][:w.hidden]
	w.kernels.AddLayerNorm(state, x, by.gain, by.bias)
	w.quantized.QuantizeRow(piece, state)
}

// selectRows moves the states and the queries of some pieces to the front. They are named in order, so that none is
// written over.
func (w *workspace) selectRows(wanted []int32) int {
	for to, from := range wanted {
		copy(w.states[to*w.hidden:][:w.hidden], w.states[int(from)*w.hidden:])
		copy(w.qkv[to*3*w.hidden:][:w.hidden], w.qkv[int(from)*3*w.hidden:])
	}
	return len(wanted)
}
