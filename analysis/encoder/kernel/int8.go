package kernel

import "math"

const (
	// maxInt8 is the largest number that a row of activations is quantized to, and its negative the smallest.
	maxInt8 = 127
	// MaxWeight is the largest quantized weight of an Int8Matrix, and its negative the smallest: so small that two
	// products with an activation, 2 × 255 × 63, still fit the 16 bits to which VPMADDUBSW adds them.
	MaxWeight = 63
	// group is how many numbers of a row are multiplied at once by those of a column: four bytes fill a lane of 32 bits.
	group = 4
	// leastLargest is what the largest number of a row must be, that it is not a row of zeros: its inverse is a float32.
	leastLargest = 1e-30
)

// Int8Matrix is the quantized right-hand matrix of a product, packed for an implementation: in panels of nr columns, in
// which groups of four numbers of each column stand side by side.
type Int8Matrix struct {
	by            *Implementation
	rows, columns int
	groups        int
	bytes         []int8  // of the panels
	words         []int64 // instead of bytes, for an implementation that takes a group as one number
	blocks        []columnBlock
}

// columnBlock is what a panel's columns need besides their weights.
type columnBlock struct {
	start       [nr]int32 // where sums begin: what takes the offset of unsigned activations away again
	scale, bias [nr]float32
}

// PackInt8 packs a quantized matrix: signed bytes that stand column by column, len(scales) columns of so many rows,
// each column with the scale by which its bytes are multiplied. The string is rows*len(scales) bytes long. Columns with
// a weight beyond ±MaxWeight are quantized anew, to steps that are so much larger that none is.
func (m *Implementation) PackInt8(rows int, scales []float32, bytes string, bias []float32) *Int8Matrix {
	p := &Int8Matrix{by: m, rows: rows, columns: len(scales), groups: (rows + group - 1) / group}
	panels := (len(scales) + nr - 1) / nr
	p.blocks = make([]columnBlock, panels)
	size := panels * nr * p.groups
	if m.int8.words {
		p.words = make([]int64, size)
	} else {
		p.bytes = make([]int8, size*group)
	}
	fit := &fitted{}
	for c, scale := range scales {
		column, block := bytes[c*rows:][:rows], &p.blocks[c/nr]
		largest := largestOf(column)
		fit.to(largest)
		if largest > MaxWeight {
			scale *= float32(largest) / MaxWeight
		}
		block.scale[c%nr] = scale
		if bias != nil {
			block.bias[c%nr] = bias[c]
		}
		at := c/nr*nr*p.groups + c%nr
		if m.int8.words {
			packWords(p.words[at:], column, fit)
		} else {
			block.start[c%nr] = -m.int8.offset * packBytes(p.bytes[at*group:], column, fit)
		}
	}
	return p
}

// fitted tells for each byte what it is as a weight between ±MaxWeight.
type fitted struct {
	largest int
	weights [256]int8
}

// to fits bytes whose largest, without its sign, is given.
func (f *fitted) to(largest int) {
	largest = max(largest, MaxWeight)
	if f.largest == largest {
		return
	}
	f.largest = largest
	for b := range f.weights {
		w := int(int8(b)) * MaxWeight
		f.weights[b] = int8(math.RoundToEven(float64(w) / float64(largest)))
	}
}

// largestOf is the largest of signed bytes, without its sign.
func largestOf(bytes string) int {
	least, most := int8(0), int8(0)
	for i := range len(bytes) {
		least, most = min(least, int8(bytes[i])), max(most, int8(bytes[i]))
	}
	return max(-int(least), int(most))
}

// packBytes packs a column into its place in a panel, and returns the sum of its weights.
func packBytes(panel []int8, column string, fit *fitted) (sum int32) {
	i := 0
	for ; i+group <= len(column); i += group {
		to, four := panel[i*nr:][:group], column[i:][:group]
		w0, w1, w2, w3 := fit.weights[four[0]], fit.weights[four[1]], fit.weights[four[2]], fit.weights[four[3]]
		to[0], to[1], to[2], to[3] = w0, w1, w2, w3
		sum += int32(w0) + int32(w1) + int32(w2) + int32(w3)
	}
	for at := i * nr; i < len(column); at, i = at+1, i+1 {
		panel[at] = fit.weights[column[i]]
		sum += int32(panel[at])
	}
	return sum
}

// Int8Rows is memory for the rows of a left-hand matrix, quantized for an implementation: each number to a signed byte,
// and each row with the scale by which its bytes are multiplied.
type Int8Rows struct {
	by     *Implementation
	width  int
	bytes  []uint8 // with an offset, where the implementation takes unsigned ones
	words  []int64 // instead of bytes, for an implementation that takes a group as one number
	scales []float32
}

// NewInt8Rows returns memory for so many rows of up to so many numbers.
func (m *Implementation) NewInt8Rows(rows, columns int) *Int8Rows {
	rows = PaddedRows(rows)
	r, groups := &Int8Rows{by: m, scales: make([]float32, rows)}, (columns+group-1)/group
	if m.int8.words {
		r.words = make([]int64, rows*groups)
	} else {
		r.bytes = make([]uint8, rows*groups*group)
	}
	return r
}

// Quantize quantizes n rows of so many numbers, which stand ldx numbers apart: to the nearest of 127 steps on each
// side, the even one of two, of which the largest number of the row is the last. The width is that of whole panels.
func (r *Int8Rows) Quantize(n, width int, x []float32, ldx int) {
	r.width = width
	for i := range n {
		row := x[i*ldx:][:width]
		if r.by.int8.words {
			r.scales[i] = quantizeWords(row, r.words[i*width/group:][:width/group])
		} else {
			r.scales[i] = r.by.int8.quantize(row, r.bytes[i*width:][:width])
		}
	}
}

// Gemm writes x·p + bias into c: the first n of the rows that were quantized last, of as many numbers as p has rows,
// into n rows of as many numbers as p has columns, which stand ldc numbers apart. The slice holds PaddedRows(n) rows,
// PaddedColumns numbers each; rows from n on hold anything afterwards.
func (p *Int8Matrix) Gemm(n int, x *Int8Rows, c []float32, ldc int) {
	if n == 0 {
		return
	}
	m := &p.by.int8
	last := (n+m.mr-1)/m.mr*m.mr - 1
	c = c[:last*ldc+len(p.blocks)*nr]
	if m.words {
		p.gemmWords(n, x, c, ldc)
		return
	}
	_ = x.bytes[(last+1)*p.groups*group-1]
	t := int8Tile{groups: p.groups, lda: p.groups * group, ldc: 4 * ldc}
	for at := 0; at < len(p.blocks); at += m.panels {
		// Where the panels are odd the last one stands for both.
		for k, panel := range [2]int{at, min(at+1, len(p.blocks)-1)} {
			t.panels[k], t.columns[k] = &p.bytes[panel*nr*p.groups*group], &p.blocks[panel]
		}
		for r := 0; r < n; r += m.mr {
			t.a, t.scales = &x.bytes[r*t.lda], &x.scales[r]
			t.c[0], t.c[1] = &c[r*ldc+at*nr], &c[r*ldc+min(at+1, len(p.blocks)-1)*nr]
			m.microKernel(&t)
		}
	}
}

// int8Tile is what a micro-kernel multiplies: mr rows by a panel, or by two. The assembly knows where its fields stand.
type int8Tile struct {
	groups   int             // 0
	lda, ldc int             // 8, 16: how many bytes rows stand apart
	a        *uint8          // 24
	scales   *float32        // 32: of the rows
	panels   [2]*int8        // 40, 48
	columns  [2]*columnBlock // 56, 64
	c        [2]*float32     // 72, 80
}

// int8Kernels are the kernels of an implementation for quantized matrices.
type int8Kernels struct {
	mr     int   // how many rows the micro-kernel takes at once
	panels int   // and how many panels, one or two
	words  bool  // takes a group as one number, by plain Go: the fields below are nothing to it
	offset int32 // what is added to signed activations
	// quantize quantizes a row to bytes, and returns its scale.
	quantize    func(x []float32, to []uint8) float32
	microKernel func(t *int8Tile)
}
