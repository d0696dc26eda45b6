package targets

import (
	"hearsay/analysis/encoder"
	"hearsay/analysis/encoder/kernel"
)

// network scores the labels of tokens. A token's embedding is the sum of a projection of its hidden state and of
// embeddings of its roles, its tag and its class of words. Two convolutions take each token together with its
// neighbours in the sentence, then attention takes it together with all others there (see attending.go), each added to
// what it took (residual connections); a last layer takes it together with the means of what was made of the whole
// sentence, the one before and the one behind it. What comes out is a score for each label, the emissions of a
// linear-chain conditional random field whose transitions were learnt with it (Lample et al. 2016).
type network struct {
	hiddenSize                 int
	projection                 *kernel.Int8Matrix
	roles, tags, words         []float32 // embeddings
	convolution1, convolution2 *kernel.Packed
	gain, shift                []float32 // of the layer normalisation before the attention
	attention, attended        *kernel.Packed
	distances                  []float32 // what is added to a score of each head for how far apart two tokens stand
	hidden, around             *kernel.Packed
	output                     *kernel.Packed
	transitions                transitions
}

const (
	width = 96 // the numbers of a token
	reach = 2  // how many neighbours each convolution takes on each side
)

// workspace is room for the tokens of a sentence.
type workspace struct {
	*network
	attender
	embedded, first, second, hidden, out []float32
	// The means of the sentence that is scored, of the one before it, and of the one behind it; and what is made of them.
	means, around []float32
}

func newWorkspace(k *network) *workspace {
	rows := func(columns int) []float32 {
		return make([]float32, (kernel.PaddedRows(longest)+2*reach)*columns)
	}
	one := kernel.PaddedRows(1)
	return &workspace{k, newAttender(), rows(width), rows(width), rows(width), rows(width),
		rows(kernel.PaddedColumns(labels)), make([]float32, one*3*width), make([]float32, one*width)}
}

// read makes the rows of the tokens from from up to to of a sentence, and returns them with their mean.
func (w *workspace) read(v *View, states *encoder.HiddenStates, from, to int) sentence {
	n := to - from
	w.embed(v, states, from, to)
	w.convolve(w.convolution1, n, w.embedded, w.first)
	w.convolve(w.convolution2, n, w.first, w.second)
	w.attend(w.network, n, w.second[reach*width:])
	s := sentence{from, make([]float32, kernel.PaddedRows(n)*width), make([]float32, width), n}
	copy(s.rows, w.second[reach*width:][:n*width])
	for i := range n {
		for c, x := range s.rows[i*width:][:width] {
			s.mean[c] += x / float32(n)
		}
	}
	return s
}

// sentence is what was made of the tokens of a sentence.
type sentence struct {
	from       int
	rows, mean []float32
	tokens     int
}

// scores are those of the labels of a sentence's tokens. Those before it and behind it may be empty.
func (w *workspace) scores(s, before, behind *sentence) [][labels]float32 {
	for k, x := range []*sentence{s, before, behind} {
		clear(w.means[k*width:][:width])
		copy(w.means[k*width:][:width], x.mean)
	}
	w.network.around.Gemm(1, w.means, 3*width, w.around, width)
	w.network.hidden.Gemm(s.tokens, s.rows, width, w.hidden, width)
	for i := range s.tokens {
		for c, x := range w.around[:width] {
			w.hidden[i*width+c] += x
		}
	}
	kernel.ReLU(w.hidden[:s.tokens*width])
	columns := kernel.PaddedColumns(labels)
	w.output.Gemm(s.tokens, w.hidden, width, w.out, columns)
	out := make([][labels]float32, s.tokens)
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
