package names

import (
	"hearsay/analysis/encoder"
	"hearsay/analysis/encoder/kernel"
)

// network adds to the scores of the linear model those of a neural one, which reads what the words mean, in their
// places and in all the article. A word's embedding is the sum of the projection of the encoder's layers and of
// embeddings of its shape, of the lists it stands in, and of the linear model's scores. Two convolutions take each word
// together with its neighbours, each added to what it took (residual connections); a third layer takes it together with
// the mean and the maximum of what was made of the other words of the article of the same form. What comes out is a
// score for each label, the emissions of a linear-chain conditional random field whose transitions were learnt with it
// (Lample et al. 2016).
type network struct {
	projection                 *encoder.LayerProjection
	shapes, lists, scores      []float32 // embeddings by shape, by lists, and for each label as often as its score
	convolution1, convolution2 *kernel.Packed
	hidden, output             *kernel.Packed
	linearScale                float32 // the weight of the linear model's scores
	transitions                transitions
}

const (
	width  = 96 // the numbers of a word
	reach1 = 2  // how many neighbours the first convolution takes on each side
	reach2 = 1  // how many the second one takes
	block  = 64 // how many words are computed at once, at most
)

// near is how many words apart active words stand at most to be computed together: what lies between them costs
// less than to compute their neighbours twice.
const near = 2 * (reach1 + reach2)

// contextual is what the convolutions make of the active words of an article, one after the other.
type contextual struct {
	words []int     // which they are
	rows  []float32 // words × width
	sums  []float32 // forms × width: the sums of the rows of words of one form
	most  []float32 // forms × width: the maxima of those rows
	count []float32 // how many they are
}

// blockRows is room for a block of rows with their neighbours, and for those that fill up the last step of a product.
func blockRows(columns int) []float32 {
	return make([]float32, (kernel.PaddedRows(block+2*reach2)+2*(reach1+reach2))*columns)
}

// convolve puts the words of an article through both convolutions, and keeps what comes of the active ones.
func (k *network) convolve(v *view, states States) *contextual {
	t := &contextual{sums: make([]float32, v.forms*width), most: make([]float32, v.forms*width),
		count: make([]float32, v.forms)}
	embedded, first, second := blockRows(width), blockRows(width), blockRows(width)
	for from, to := v.stretch(0); from < to; from, to = v.stretch(to) {
		k.firstConvolution(v, states, from-reach2, to+reach2, embedded, first)
		k.convolution2.Gemm(to-from, first, width, second, width)
		for i := from; i < to; i++ {
			if v.active[i] {
				t.add(i, v.form[i], first[(i-from+reach2)*width:][:width], second[(i-from)*width:][:width])
			}
		}
	}
	return t
}

// stretch returns the first stretch of active words, with what stands between them where it is short, from the given
// word on: no more than a block. It is empty where there are no more.
func (v *view) stretch(from int) (start, end int) {
	start = from
	for start < len(v.active) && !v.active[start] {
		start++
	}
	end = start
	for i := start; i < min(start+block, len(v.active)) && i-end <= near; i++ {
		if v.active[i] {
			end = i + 1
		}
	}
	return start, end
}

// firstConvolution writes what the first convolution makes of the words from from up to to; zeros for those beyond the
// article.
func (k *network) firstConvolution(v *view, states States, from, to int, embedded, out []float32) {
	for i := from - reach1; i < to+reach1; i++ {
		k.embed(v, states, i, embedded[(i-from+reach1)*width:][:width])
	}
	k.convolution1.Gemm(to-from, embedded, width, out, width)
	for i := from; i < to; i++ {
		row := out[(i-from)*width:][:width]
		if i < 0 || i >= len(v.shapes) {
			clear(row)
			continue
		}
		kernel.ReLU(row)
		for c, x := range embedded[(i-from+reach1)*width:][:width] {
			row[c] += x
		}
	}
}

// embed writes the embedding of a word by itself; zeros where there is none.
func (k *network) embed(v *view, states States, i int, row []float32) {
	if i < 0 || i >= len(v.shapes) {
		clear(row)
		return
	}
	states.ProjectedLayers(i, row)
	shape, list := k.shapes[int(v.shapes[i])*width:][:width], k.lists[int(v.lists[i])*width:][:width]
	for c := range row {
		row[c] += shape[c] + list[c]
	}
	if v.shapes[i]&wasScored != 0 {
		for l, score := range v.scores[i] {
			for c, x := range k.scores[l*width:][:width] {
				row[c] += score * x
			}
		}
	}
	kernel.ReLU(row)
}

// add adds the row of a word, made of what the first convolution made of it and the second one.
func (t *contextual) add(word int, form int32, first, second []float32) {
	kernel.ReLU(second)
	t.words = append(t.words, word)
	for c, x := range second {
		t.rows = append(t.rows, first[c]+x)
	}
	if form < 0 {
		return
	}
	t.count[form]++
	sum, most := t.sums[int(form)*width:][:width], t.most[int(form)*width:][:width]
	for c, x := range t.rows[len(t.rows)-width:] {
		sum[c] += x
		most[c] = max(most[c], x)
	}
}

// addScores adds to the scores of the active words.
func (k *network) addScores(v *view, t *contextual) {
	columns := kernel.PaddedColumns(labels)
	pooled, hidden, out := blockRows(3*width), blockRows(width), blockRows(columns)
	for from := 0; from < len(t.words); from += block {
		n := min(block, len(t.words)-from)
		for i := range n {
			t.pool(from+i, v.form[t.words[from+i]], pooled[i*3*width:][:3*width])
		}
		k.hidden.Gemm(n, pooled, 3*width, hidden, width)
		kernel.ReLU(hidden[:n*width])
		k.output.Gemm(n, hidden, width, out, columns)
		for i, word := range t.words[from:][:n] {
			for l, x := range out[i*columns:][:labels] {
				v.scores[word][l] = k.linearScale*v.scores[word][l] + x
			}
		}
	}
}

// pool writes the row of a word, the mean of the rows of the other words of its form, and the maximum of all of them.
func (t *contextual) pool(i int, form int32, to []float32) {
	row := t.rows[i*width:][:width]
	copy(to, row)
	clear(to[width:])
	if form < 0 {
		return
	}
	copy(to[2*width:], t.most[int(form)*width:][:width])
	by := 1 / max(1, t.count[form]-1)
	for c, x := range t.sums[int(form)*width:][:width] {
		to[width+c] = by * (x - row[c])
	}
}
