package encoder

import "hearsay/analysis/encoder/kernel"

// attention runs one head of multi-head self-attention (Vaswani et al. 2017): the queries of the first m pieces against
// the keys and values of all n. It writes the context vectors of this head, softmax(Q·Kᵀ/√d)·V; that the queries are
// divided by √d is part of their weights (see scaleQueries).
func (w *workspace) attention(head, m, n int) {
	width, stride := w.headSize(), 3*w.hidden
	query := head * width
	w.keys.Reset(width, n)
	w.keys.MaskFrom(n)
	w.values.Reset(n, width)
	for i := range n {
		row := w.qkv[i*stride+query:]
		w.keys.SetColumn(i, row[w.hidden:][:width])
		w.values.SetRow(i, row[2*w.hidden:][:width])
	}
	columns := kernel.PaddedColumns(n)
	w.kernels.Gemm(&w.keys, m, w.qkv[query:], stride, w.scores, columns)
	// Scores are divided by their sums after the values have been weighed by them, which is less work.
	var inverse [maxPositions]float32
	for i := range m {
		inverse[i] = 1 / w.kernels.Softmax(w.scores[i*columns:][:columns])
	}
	w.kernels.Gemm(&w.values, m, w.scores, columns, w.context[query:], w.hidden)
	for i, by := range inverse[:m] {
		context := w.context[i*w.hidden+query:][:width]
		for k := range context {
			context[k] *= by
		}
	}
}
