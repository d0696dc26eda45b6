package encoder

import "hearsay/analysis/encoder/kernel"

// HiddenStates are what the encoder knows of each token of a text where it stands: of a token of several pieces what it
// knows of the first.
type HiddenStates struct {
	// ProjectionSize is how many numbers Projected returns.
	ProjectionSize int
	projections    []float32 // tokens × ProjectionSize
	// The last layer's states, tokens × hidden: quantized to signed bytes, for they are large, with the scale of each
	// token's.
	last   []uint32 // four bytes each, the first the lowest
	scales []float32
	hidden int
	layers projectedLayers
}

func (e *Encoder) newStates(tokens int) *HiddenStates {
	return &HiddenStates{ProjectionSize: e.projected, projections: make([]float32, tokens*e.projected),
		hidden: e.hidden, last: make([]uint32, tokens*e.hidden/4), scales: make([]float32, tokens),
		layers: e.projection.newStates(tokens)}
}

// Projected returns the projection of a token's last hidden state that the weights file holds: ProjectionSize numbers,
// which keep what attribution asks for.
func (h *HiddenStates) Projected(token int) []float32 {
	return h.projections[token*h.ProjectionSize:][:h.ProjectionSize:h.ProjectionSize]
}

// HiddenSize is how many numbers Last writes.
func (h *HiddenStates) HiddenSize() int { return h.hidden }

// Last writes a token's hidden state in the last layer, HiddenSize numbers, each to a 254th of the largest.
func (h *HiddenStates) Last(token int, to []float32) {
	scale := h.scales[token]
	for k, four := range h.lastOf(token) {
		row := to[4*k:][:4]
		row[0], row[1] = scale*float32(int8(four)), scale*float32(int8(four>>8))
		row[2], row[3] = scale*float32(int8(four>>16)), scale*float32(int8(four>>24))
	}
}

// LastRows returns the hidden states of the tokens from from up to to in the last layer as the rows of a product, for
// which they are quantized as it is.
func (h *HiddenStates) LastRows(from, to int) *kernel.Int8Rows {
	rows := kernel.Fastest().NewInt8Rows(to-from, h.hidden)
	for i := from; i < to; i++ {
		rows.SetRow(i-from, h.lastOf(i), h.scales[i])
	}
	return rows
}

func (h *HiddenStates) lastOf(token int) []uint32 { return h.last[token*h.hidden/4:][:h.hidden/4] }

// keep keeps a token's hidden state in the last layer, of which a row has been quantized.
func (h *HiddenStates) keep(token int, x *kernel.Int8Rows, row int) {
	h.scales[token] = x.Row(row, h.lastOf(token))
}
