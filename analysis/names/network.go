package names

import (
	"slices"

	"hearsay/analysis/encoder"
	"hearsay/analysis/encoder/kernel"
)

// network adds to the scores of the linear model what the words mean, in their places and in all the article. Of each word
// it knows what its lens makes of the senses, how it is written, which lists it stands in and how the linear model scores
// it. Two layers take each word together with its neighbours; a third one with what was made, in the mean and at most, of the
// words of the article that are written alike. What comes out is a score for each label, beside the steps between labels.
type network struct {
	lens                 *encoder.LayerProjection
	looks, lists, scored []float32      // rows that are added: by look, by lists, and for each label as often as its score
	around, further      *kernel.Packed // a word and its neighbours
	mix, out             *kernel.Packed
	scale                float32 // how much the linear model's scores count
	steps                steps
}

const (
	width = 96 // the numbers of a word
	reach = 2  // how many neighbours the first layer looks at on each side
	near  = 1  // how many the second one looks at
	block = 64 // how many words are reckoned at once
)

// thought is what the network makes of those words of an article that it is asked about, one after the other.
type thought struct {
	words []int // which they are
	rows  []float32
	sums  []float32 // of the rows of words that are written alike
	most  []float32 // the greatest numbers of those rows
	count []float32
}

// room is room for a block of rows with their neighbours, and for those that fill up the last step of a product.
func room(columns int) []float32 {
	return make([]float32, (kernel.PaddedRows(block+2*near)+2*(reach+near))*columns)
}

// think takes each word together with its neighbours, and keeps what comes of those that it is asked about.
func (k *network) think(v *view, senses Senses) *thought {
	t := &thought{sums: make([]float32, v.kinds*width), most: make([]float32, v.kinds*width), count: make([]float32, v.kinds)}
	known, made, more := room(width), room(width), room(width)
	for from := 0; from < len(v.looks); from += block {
		to := min(from+block, len(v.looks))
		if !slices.Contains(v.asked[from:to], true) {
			continue
		}
		k.meet(v, senses, from-near, to+near, known, made)
		k.further.Gemm(to-from, made, width, more, width)
		for i := from; i < to; i++ {
			if v.asked[i] {
				t.add(i, v.same[i], made[(i-from+near)*width:][:width], more[(i-from)*width:][:width])
			}
		}
	}
	return t
}

// meet writes what the first layer makes of the words from from up to to; noughts for those beyond the article.
func (k *network) meet(v *view, senses Senses, from, to int, known, made []float32) {
	for i := from - reach; i < to+reach; i++ {
		k.look(v, senses, i, known[(i-from+reach)*width:][:width])
	}
	k.around.Gemm(to-from, known, width, made, width)
	for i := from; i < to; i++ {
		row := made[(i-from)*width:][:width]
		if i < 0 || i >= len(v.looks) {
			clear(row)
			continue
		}
		rectify(row)
		for c, x := range known[(i-from+reach)*width:][:width] {
			row[c] += x
		}
	}
}

// look writes what is known of a word by itself; noughts where there is none.
func (k *network) look(v *view, senses Senses, i int, row []float32) {
	if i < 0 || i >= len(v.looks) {
		clear(row)
		return
	}
	senses.ProjectedLayers(i, row)
	look, list := k.looks[int(v.looks[i])*width:][:width], k.lists[int(v.lists[i])*width:][:width]
	for c := range row {
		row[c] += look[c] + list[c]
	}
	if v.looks[i]&wasScored != 0 {
		for l, score := range v.scores[i] {
			for c, x := range k.scored[l*width:][:width] {
				row[c] += score * x
			}
		}
	}
	rectify(row)
}

// add adds the row of a word, made of itself and of its neighbours.
func (t *thought) add(word int, kind int32, itself, around []float32) {
	rectify(around)
	t.words = append(t.words, word)
	for c, x := range around {
		t.rows = append(t.rows, itself[c]+x)
	}
	if kind < 0 {
		return
	}
	t.count[kind]++
	sum, most := t.sums[int(kind)*width:][:width], t.most[int(kind)*width:][:width]
	for c, x := range t.rows[len(t.rows)-width:] {
		sum[c] += x
		most[c] = max(most[c], x)
	}
}

// score adds to the scores of the words that are asked about.
func (k *network) score(v *view, t *thought) {
	wide := kernel.PaddedColumns(labels)
	all, made, out := room(3*width), room(width), room(wide)
	for from := 0; from < len(t.words); from += block {
		n := min(block, len(t.words)-from)
		for i := range n {
			t.gather(from+i, v.same[t.words[from+i]], all[i*3*width:][:3*width])
		}
		k.mix.Gemm(n, all, 3*width, made, width)
		rectify(made[:n*width])
		k.out.Gemm(n, made, width, out, wide)
		for i, word := range t.words[from:][:n] {
			for l, x := range out[i*wide:][:labels] {
				v.scores[word][l] = k.scale*v.scores[word][l] + x
			}
		}
	}
}

// gather writes the row of a word, the mean of the rows of the others that are written alike, and the most of all of them.
func (t *thought) gather(i int, kind int32, to []float32) {
	row := t.rows[i*width:][:width]
	copy(to, row)
	clear(to[width:])
	if kind < 0 {
		return
	}
	copy(to[2*width:], t.most[int(kind)*width:][:width])
	by := 1 / max(1, t.count[kind]-1)
	for c, x := range t.sums[int(kind)*width:][:width] {
		to[width+c] = by * (x - row[c])
	}
}

// rectify sets negative numbers to nought.
func rectify(x []float32) {
	for i := range x {
		x[i] = max(x[i], 0)
	}
}
