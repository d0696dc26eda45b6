package encoder

// HiddenStates are what the encoder knows of each token of a text where it stands: of a token of several pieces what it
// knows of the first.
type HiddenStates struct {
	// ProjectionSize is how many numbers Projected returns.
	ProjectionSize int
	projections    []float32 // tokens × ProjectionSize
	// The last layer's states, tokens × hidden: quantized to signed bytes, for they are large, with the scale of each
	// token's.
	last   []int8
	scales []float32
	hidden int
	layers projectedLayers
}

func (e *Encoder) newStates(tokens int) *HiddenStates {
	return &HiddenStates{ProjectionSize: e.projected, projections: make([]float32, tokens*e.projected),
		hidden: e.hidden, last: make([]int8, tokens*e.hidden), scales: make([]float32, tokens),
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
	for k, b := range h.last[token*h.hidden:][:h.hidden] {
		to[k] = scale * float32(b)
	}
}

// quantize keeps a token's hidden state in the last layer.
func (h *HiddenStates) quantize(token int, x []float32) {
	most := float32(0)
	for _, z := range x {
		most = max(most, z, -z)
	}
	if !(most > 0) {
		return
	}
	h.scales[token] = most / 127
	to, by := h.last[token*h.hidden:][:h.hidden], 127/most
	for k, z := range x {
		to[k] = int8(int32(z*by+128.5) - 128)
	}
}
