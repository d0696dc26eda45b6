package targets

import "hearsay/analysis/encoder/kernel"

const (
	heads     = 3
	headSize  = width / heads
	farthest  = 16 // tokens that stand further apart are alike far
	distances = 2*farthest + 1
)

// attender is room for the attention of the tokens of a sentence to each other (Vaswani et al. 2017), in which for each
// head something is added to a score for how far two stand apart (relative positions: Raffel et al. 2020).
type attender struct {
	normed, asked, scored, found, context, made, zeros []float32
	keys, values                                       kernel.Packed
}

func newAttender() attender {
	n := kernel.PaddedRows(longest)
	return attender{normed: make([]float32, n*width), asked: make([]float32, n*3*width),
		scored: make([]float32, n*kernel.PaddedColumns(longest)), found: make([]float32, n*headSize),
		context: make([]float32, n*width), made: make([]float32, n*width), zeros: make([]float32, width)}
}

// attend adds to the rows of n tokens what each makes of the others.
func (a *attender) attend(k *network, n int, rows []float32) {
	copy(a.normed, rows[:n*width])
	for i := range n {
		kernel.Fastest().AddLayerNorm(a.normed[i*width:][:width], a.zeros, k.gain, k.shift)
	}
	k.attention.Gemm(n, a.normed, width, a.asked, 3*width)
	for head := range heads {
		a.answer(head, n, k.distances[head*distances:][:distances])
	}
	k.attended.Gemm(n, a.context, width, a.made, width)
	for i, x := range a.made[:n*width] {
		rows[i] += x
	}
}

// answer writes what a head finds for each of n tokens: the values of all, weighed by the softmax of how well their
// keys answer its query.
func (a *attender) answer(head, n int, far []float32) {
	part := func(i, which int) []float32 { return a.asked[(3*i+which)*width+head*headSize:][:headSize] }
	a.keys.Reset(headSize, n)
	a.keys.MaskFrom(n)
	a.values.Reset(n, headSize)
	for i := range n {
		a.keys.SetColumn(i, part(i, 1))
		a.values.SetRow(i, part(i, 2))
	}
	columns := kernel.PaddedColumns(n)
	a.keys.Gemm(n, a.asked[head*headSize:], 3*width, a.scored, columns)
	for i := range n {
		row := a.scored[i*columns:][:columns]
		for j := range n {
			row[j] += far[min(max(j-i, -farthest), farthest)+farthest]
		}
		by := kernel.Fastest().Softmax(row)
		for j := range n {
			row[j] /= by
		}
	}
	a.values.Gemm(n, a.scored, columns, a.found, headSize)
	for i := range n {
		copy(a.context[i*width+head*headSize:][:headSize], a.found[i*headSize:][:headSize])
	}
}
