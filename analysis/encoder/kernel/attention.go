package kernel

import "math"

// Attention is memory for multi-head self-attention (Vaswani et al. 2017) by an implementation. Queries, keys, values
// and weights are quantized to whole numbers of 16 bits, which are multiplied faster than float32 are without fusing,
// and whose sums have no error: see the package's comment.
type Attention struct {
	by                    *Implementation
	heads, size           int       // and the numbers of a head
	queries, keys, values shorts    // rows of all heads
	weights               shorts    // of rowStep rows of one head, that all stays in the first-level cache
	scores                []float32 // likewise
	columns, valueColumns []columnBlock
	ones                  []float32 // the scales of the weights
	zeros                 []uint32  // a row of one head
}

// shorts are rows quantized to 16 bits, with the scale of each.
type shorts struct {
	lanes  []uint32  // two numbers each
	words  []float64 // instead of lanes, for plain Go
	scales []float32
	// Turned are the columns of one head as the products take them; turnedWords instead for plain Go.
	turned      []uint32
	turnedWords []float64
}

// maxInt16 is the largest number of 16 bits.
const maxInt16 = 1<<15 - 1

// NewAttention returns memory for the attention of so many positions, by heads of so many numbers, which are those of
// whole panels.
func (m *Implementation) NewAttention(positions, heads, size int) *Attention {
	columns := PaddedColumns(positions)
	rows := PaddedRows(columns)
	a := &Attention{by: m, heads: heads, size: size, scores: make([]float32, rowStep*columns),
		columns: make([]columnBlock, columns/nr), valueColumns: make([]columnBlock, size/nr), ones: make([]float32, rowStep),
		zeros: make([]uint32, size/2)}
	for _, s := range []*shorts{&a.queries, &a.keys, &a.values} {
		s.reset(m, rows, heads*size)
	}
	a.weights.reset(m, rowStep, columns)
	if m.integers.words {
		a.values.turnedWords = make([]float64, columns*size)
	} else {
		a.keys.turned, a.values.turned = make([]uint32, columns*size/2), make([]uint32, columns*size/2)
	}
	for i := range a.ones {
		a.ones[i] = float32(1) / maxInt16
	}
	return a
}

func (s *shorts) reset(m *Implementation, rows, columns int) {
	s.scales = make([]float32, rows)
	if m.integers.words {
		s.words = make([]float64, rows*columns)
	} else {
		s.lanes = make([]uint32, rows*columns/2)
	}
}

// quantize multiplies the numbers of a row and rounds them.
func (s *shorts) quantize(m *integerKernels, row int, x []float32, by float32) {
	n := len(x)
	if m.words {
		quantizeWords(x, by, s.words[row*n:][:n])
	} else {
		m.quantizeInt16(x, by, s.lanes[row*n/2:][:n/2])
	}
}

// quantizeRows quantizes n rows, each by its largest number; they stand ldx numbers apart.
func (s *shorts) quantizeRows(m *integerKernels, n, width int, x []float32, ldx int, steps float32) {
	for i := range n {
		row, by := x[i*ldx:][:width], float32(0)
		s.scales[i], by = scaleOf(m.largest(row), steps)
		s.quantize(m, i, row, by)
	}
}

// quantizeAll quantizes n rows by the largest number of all, and returns their scale.
func (s *shorts) quantizeAll(m *integerKernels, n, width int, x []float32, ldx int) float32 {
	most := float32(0)
	for i := range n {
		most = max(most, m.largest(x[i*ldx:][:width]))
	}
	scale, by := scaleOf(most, maxInt16)
	for i := range n {
		s.quantize(m, i, x[i*ldx:][:width], by)
	}
	return scale
}

// Attend writes the context vectors of the first m of n positions, softmax(Q·Kᵀ)·V for each head. A row of qkv are the
// queries of all heads, their keys and their values; the queries are taken as divided by the square root of their size.
// Rows of context hold a vector for each head. It has PaddedRows(m) rows, of which those from m on hold anything
// afterwards.
func (a *Attention) Attend(m, n int, qkv, context []float32) {
	if m == 0 {
		return
	}
	width, k := a.heads*a.size, &a.by.integers
	a.queries.quantizeRows(k, m, width, qkv, 3*width, a.steps())
	a.keys.quantizeRows(k, n, width, qkv[width:], 3*width, a.steps())
	scale := a.values.quantizeAll(k, n, width, qkv[2*width:], 3*width)
	a.setColumns(n, scale)
	for head := range a.heads {
		a.turn(head, n)
		for from := 0; from < m; from += rowStep {
			rows := min(rowStep, m-from)
			a.score(head, from, rows, n)
			a.weigh(rows, n)
			a.average(head, from, rows, n, context)
		}
	}
}

// steps is to how many steps on each side queries and keys are quantized: as many as leave the sum of their products
// within 32 bits.
func (a *Attention) steps() float32 {
	return float32(min(maxInt16, int(math.Sqrt(math.MaxInt32/float64(a.size)))))
}

// setColumns sets what becomes of the sums: scores are masked where there is no position any more.
func (a *Attention) setColumns(n int, scale float32) {
	for i := range PaddedColumns(n) {
		b, k := &a.columns[i/nr], i%nr
		if i < n {
			b.scale[k], b.bias[k] = a.keys.scales[i], 0
		} else {
			b.scale[k], b.bias[k] = 0, masked
		}
	}
	for i := range a.valueColumns {
		for k := range nr {
			a.valueColumns[i].scale[k] = scale
		}
	}
}

// turn lays out the keys and the values of a head as the products take them.
func (a *Attention) turn(head, n int) {
	from, columns := head*a.size, PaddedColumns(n)
	if a.by.integers.words {
		width := a.heads * a.size
		clear(a.keys.words[n*width : columns*width])
		for c := range a.size {
			to := a.values.turnedWords[c*columns:][:columns]
			clear(to)
			for i := range n {
				to[i] = a.values.words[i*width+from+c]
			}
		}
		return
	}
	for i := range columns {
		a.turnKey(from, i, n)
	}
	for i := range columns / 2 {
		a.turnValues(from, i, n)
	}
}

// turnKey puts the key of a head at a position into a column; zeros beyond the last position.
func (a *Attention) turnKey(from, i, n int) {
	lanes, width := a.size/2, a.heads*a.size
	to := a.keys.turned[i/nr*nr*lanes+i%nr:]
	if i >= n {
		for g := range lanes {
			to[g*nr] = 0
		}
		return
	}
	at := 0
	for _, two := range a.keys.lanes[(i*width+from)/2:][:lanes] {
		to[at] = two
		at += nr
	}
}

// turnValues puts the values of a head at two positions beside each other; zeros beyond the last one.
func (a *Attention) turnValues(from, lane, n int) {
	width, lanes := a.heads*a.size, PaddedColumns(n)/2
	row := func(i int) []uint32 {
		if i >= n {
			return a.zeros
		}
		return a.values.lanes[(i*width+from)/2:][:a.size/2]
	}
	a.by.integers.interleave(row(2*lane), row(2*lane+1), a.values.turned[lane*nr:], lanes*nr)
}

// score writes the scores of some rows of a head, from the given one on.
func (a *Attention) score(head, row, rows, n int) {
	k, columns, at, width := &a.by.integers, PaddedColumns(n), head*a.size, a.heads*a.size
	blocks, scales := a.columns[:columns/nr], a.queries.scales[row:]
	if k.words {
		gemmExact(rows, a.size, a.queries.words[row*width+at:], width, scales, a.keys.words[at:], width, blocks,
			a.scores, columns)
		return
	}
	lanes := a.size / 2
	k.gemm(k.int16, rows, lanes, a.queries.lanes[(row*width+at)/2:], width/2, scales, a.keys.turned[:columns*lanes],
		blocks, a.scores, columns)
}

// weigh makes weights of the scores: their softmax, of which all together are about maxInt16.
func (a *Attention) weigh(rows, n int) {
	columns := PaddedColumns(n)
	for i := range rows {
		row := a.scores[i*columns:][:columns]
		a.weights.quantize(&a.by.integers, i, row, maxInt16/a.by.softmax(row))
	}
}

// average writes the averages of the values of a head by the weights of some rows, from the given one on.
func (a *Attention) average(head, row, rows, n int, context []float32) {
	k, columns, width := &a.by.integers, PaddedColumns(n), a.heads*a.size
	to := context[row*width+head*a.size:]
	if k.words {
		gemmExact(rows, columns, a.weights.words, columns, a.ones, a.values.turnedWords, columns, a.valueColumns, to, width)
		return
	}
	lanes := columns / 2
	k.gemm(k.int16, rows, lanes, a.weights.lanes, lanes, a.ones, a.values.turned[:a.size*lanes], a.valueColumns, to, width)
}

// gemmExact multiplies n rows of whole numbers by columns that stand one after the other, both of so many numbers, two
// by two, and writes what becomes of the sums.
func gemmExact(n, size int, x []float64, ldx int, scales []float32, columns []float64, ldw int, blocks []columnBlock,
	c []float32, ldc int) {
	for k := 0; k < len(blocks)*nr; k += 2 {
		b, one, other := &blocks[k/nr], columns[k*ldw:][:size], columns[(k+1)*ldw:][:size]
		for r := 0; r < n; r += 2 {
			s, t, u, v := exactSums(x[r*ldx:][:size], x[(r+1)*ldx:][:size], one, other)
			to, next := c[r*ldc+k:][:2], c[(r+1)*ldc+k:][:2]
			low, high := b.scale[k%nr], b.scale[k%nr+1]
			to[0] = float32(float32(s)*float32(low*scales[r])) + b.bias[k%nr]
			to[1] = float32(float32(t)*float32(high*scales[r])) + b.bias[k%nr+1]
			next[0] = float32(float32(u)*float32(low*scales[r+1])) + b.bias[k%nr]
			next[1] = float32(float32(v)*float32(high*scales[r+1])) + b.bias[k%nr+1]
		}
	}
}

// exactSums are the products of two rows with two columns, whose sums float64 holds without error. Their length is that
// of whole runs.
func exactSums(x, y, a, b []float64) (s, t, u, v float64) {
	for len(x) >= run && len(y) >= run && len(a) >= run && len(b) >= run {
		x4, y4, a4, b4 := (*[run]float64)(x), (*[run]float64)(y), (*[run]float64)(a), (*[run]float64)(b)
		for i := 0; i < run; i += 4 {
			p, q, c, d := (*[4]float64)(x4[i:]), (*[4]float64)(y4[i:]), (*[4]float64)(a4[i:]), (*[4]float64)(b4[i:])
			s, t, u, v = s+p[0]*c[0], t+p[0]*d[0], u+q[0]*c[0], v+q[0]*d[0]
			s, t, u, v = s+p[1]*c[1], t+p[1]*d[1], u+q[1]*c[1], v+q[1]*d[1]
			s, t, u, v = s+p[2]*c[2], t+p[2]*d[2], u+q[2]*c[2], v+q[2]*d[2]
			s, t, u, v = s+p[3]*c[3], t+p[3]*d[3], u+q[3]*c[3], v+q[3]*d[3]
		}
		x, y, a, b = x[run:], y[run:], a[run:], b[run:]
	}
	return s, t, u, v
}
