package targets

import (
	"hearsay/analysis/encoder"
	"hearsay/analysis/encoder/kernel"
)

// network scores the labels of tokens. A token's embedding is the sum of a projection of its hidden state and of
// embeddings of its roles, its tag and its class of words. Two convolutions take each token together with its
// neighbours in the sentence, each added to what it took (residual connections); a third layer takes it together with
// the mean of what was made of the whole sentence. What comes out is a score for each label, the emissions of a
// linear-chain conditional random field whose transitions were learnt with it (Lample et al. 2016).
type network struct {
	hiddenSize                 int
	projection                 *kernel.Int8Matrix
	roles, tags, words         []float32 // embeddings
	convolution1, convolution2 *kernel.Packed
	hidden, output             *kernel.Packed
	transitions                transitions
}

const (
	width = 96 // the numbers of a token
	reach = 2  // how many neighbours each convolution takes on each side
)

// workspace is room for the tokens of a sentence.
type workspace struct {
	*network
	embedded, first, second, pooled, hidden, out []float32
}

func newWorkspace(k *network) *workspace {
	rows := func(columns int) []float32 {
		return make([]float32, (kernel.PaddedRows(longest)+2*reach)*columns)
	}
	return &workspace{k, rows(width), rows(width), rows(width), rows(2 * width), rows(width),
		rows(kernel.PaddedColumns(labels))}
}

// scores are those of the labels of the tokens from from up to to of a sentence.
func (w *workspace) scores(v *View, states *encoder.HiddenStates, from, to int) [][labels]float32 {
	n := to - from
	w.embed(v, states, from, to)
	w.convolve(w.convolution1, n, w.embedded, w.first)
	w.convolve(w.convolution2, n, w.first, w.second)
	w.pool(n)
	w.network.hidden.Gemm(n, w.pooled, 2*width, w.hidden, width)
	kernel.ReLU(w.hidden[:n*width])
	columns := kernel.PaddedColumns(labels)
	w.output.Gemm(n, w.hidden, width, w.out, columns)
	out := make([][labels]float32, n)
	for i := range out {
		copy(out[i][:], w.out[i*columns:])
	}
	return out
}

// rowOf is a token's row among those with their neighbours: of reach before the first, and of reach behind the last of
// n, the rows are zero.
func rowOf(rows []float32, i int) []float32 { return rows[(i+reach)*width:][:width] }

func clearEdges(rows []float32, n int) {
	clear(rows[:reach*width])
	clear(rows[(n+reach)*width:][:reach*width])
}

// embed writes the embeddings of tokens by themselves.
func (w *workspace) embed(v *View, states *encoder.HiddenStates, from, to int) {
	n := to - from
	w.projection.Gemm(n, states.LastRows(from, to), w.embedded[reach*width:], width)
	for i := range n {
		row := rowOf(w.embedded, i)
		role, tag, word := w.roles[int(v.Roles[from+i])*width:][:width], w.tags[int(v.Tags[from+i])*width:][:width],
			w.words[int(v.Words[from+i])*width:][:width]
		for c := range row {
			row[c] += role[c] + tag[c] + word[c]
		}
		kernel.ReLU(row)
	}
	clearEdges(w.embedded, n)
}

// convolve writes what a convolution makes of the rows of n tokens, and adds it to them.
func (w *workspace) convolve(by *kernel.Packed, n int, in, out []float32) {
	by.Gemm(n, in, width, out[reach*width:], width)
	for i := range n {
		row := rowOf(out, i)
		kernel.ReLU(row)
		for c, x := range rowOf(in, i) {
			row[c] += x
		}
	}
	clearEdges(out, n)
}

// pool writes the row of each of n tokens, and behind it the mean of all of them.
func (w *workspace) pool(n int) {
	var mean [width]float32
	for i := range n {
		for c, x := range rowOf(w.second, i) {
			mean[c] += x / float32(n)
		}
	}
	for i := range n {
		to := w.pooled[i*2*width:][:2*width]
		copy(to, rowOf(w.second, i))
		copy(to[width:], mean[:])
	}
}
