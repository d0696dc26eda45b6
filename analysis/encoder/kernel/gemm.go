// Package kernel holds the numerical kernels that the neural networks are made of: a matrix product (GEMM) by packed
// panels and a micro-kernel, in the way of Goto and van de Geijn (2008) and BLIS (Van Zee and van de Geijn 2015), of
// float32 and of quantized matrices, attention, and GELU and layer normalisation of rows; each in assembly for what
// processors can do, and in plain Go. All matrices are row-major unless packed.
//
// It promises the same numbers, to the last bit, on every machine, whatever other rows stand beside a row. Sums of
// whole numbers have no error. Each operation of float32 is rounded by itself, no multiplication is fused with an
// addition, and what is added up is so in a fixed order: see sumLanes.
//
// # Quantized products
//
// What is multiplied are signed bytes (Jacob et al. 2018), symmetric about 0. A column of weights has a scale that
// stands in the file; its weights are between ±63. Columns with weights beyond that are quantized anew: with m the
// largest weight of the column without its sign, w becomes round(w·63/m), and the scale becomes scale·(m/63). A row of
// activations has the scale that its largest number asks for: with a = max|x|, the scale is a/127, and x becomes
// round(x·(127/a)). A row whose a is below 1e-30, or no number, counts as zeros. To round is to the nearest whole
// number, of two as near to the even one; nothing need be clamped. The products are added as integers of 32 bits,
// without error, and what comes out is
//
//	float32(sum)·(column's scale · row's scale) + bias
//
// # Attention
//
// The queries of a position, of all heads together, are quantized likewise, but to so many steps on each side, instead
// of 127, as leave a score within 32 bits: 8191 where a head has 32 numbers; and so are the keys. The values of all
// positions have one scale together, and 32767 steps. With s the scores of a head and e = exp(s - max(s)), the weights
// are round(e·(32767/sum(e))) steps of 1/32767. The steps are so small that they need not be thought of in training.
package kernel

const (
	// nr is the width of a panel in columns, NR of the literature: the columns that the micro-kernel takes at once.
	nr = 16
	// kc is how many rows of a panel are taken at once, KC of the literature, so that they stay in the first-level
	// cache: 192 rows of 16 columns are 12 KB.
	kc = 192
	// rowStep is a number of rows that is a multiple of every MR.
	rowStep = 24
)

// Packed is the right-hand matrix of a product, packed for it: in panels of nr columns whose numbers stand side by
// side, row after row. Columns that fill up its last panel are 0.
type Packed struct {
	rows, columns int
	panels        []float32
	bias          []float32
}

// NewPacked returns a matrix of zeros. Bias, of a number for each column, is added to every row of a product; nil adds
// nothing.
func NewPacked(rows, columns int, bias []float32) *Packed {
	p := &Packed{}
	p.Reset(rows, columns)
	copy(p.bias, bias)
	return p
}

// PackFloats packs a quantized matrix: signed bytes that stand column by column, len(scales) columns of so many rows,
// each column with the scale by which its bytes are multiplied. The string is rows*len(scales) bytes long.
func PackFloats(rows int, scales []float32, bytes string, bias []float32) *Packed {
	p := NewPacked(rows, len(scales), bias)
	for first := 0; first < len(scales); first += nr {
		p.packPanel(first, scales[first:min(first+nr, len(scales))], bytes[first*rows:])
	}
	return p
}

func (p *Packed) packPanel(first int, scales []float32, bytes string) {
	panel := p.panels[first*p.rows:][:nr*p.rows]
	for c, scale := range scales {
		column := bytes[c*p.rows:][:p.rows]
		for at, r := c, 0; r < len(column) && at < len(panel); at, r = at+nr, r+1 {
			panel[at] = scale * float32(int8(column[r]))
		}
	}
}

// Reset makes it a matrix of zeros of another size, in the memory it has where that is enough.
func (p *Packed) Reset(rows, columns int) {
	p.rows, p.columns = rows, columns
	p.panels = zeros(p.panels, rows*PaddedColumns(columns))
	p.bias = zeros(p.bias, PaddedColumns(columns))
}

// zeros returns a slice of n zeros, in the memory of x where that is enough.
func zeros(x []float32, n int) []float32 {
	if cap(x) < n {
		return make([]float32, n)
	}
	clear(x[:n])
	return x[:n]
}

// SetRow sets the numbers of a row.
func (p *Packed) SetRow(row int, to []float32) {
	for c := 0; c < len(to); c += nr {
		copy(p.panels[c*p.rows+row*nr:][:nr], to[c:])
	}
}

// SetColumn sets the numbers of a column.
func (p *Packed) SetColumn(column int, to []float32) {
	at := column/nr*nr*p.rows + column%nr
	for _, x := range to {
		p.panels[at] = x
		at += nr
	}
}

// MaskFrom masks the columns from the given one on: a product's numbers there are so low that Softmax makes 0 of them.
func (p *Packed) MaskFrom(column int) {
	for c := column; c < len(p.bias); c++ {
		p.bias[c] = masked
	}
}

// masked is the score of a masked column: beyond all real ones, and far from the end of a float32.
const masked = -1e30

// PaddedColumns returns how many columns a product of n columns is written with: those of whole panels.
func PaddedColumns(n int) int { return (n + nr - 1) / nr * nr }

// PaddedRows returns how many rows there must be memory for where n are multiplied: those of whole steps of the
// any micro-kernel.
func PaddedRows(n int) int { return (n + rowStep - 1) / rowStep * rowStep }

// Gemm writes a·p + bias into c: n rows of as many numbers as p has rows, times p, into n rows of as many numbers as
// p has columns. Rows stand lda and ldc numbers apart (the leading dimensions). Both slices hold PaddedRows(n) rows,
// those of c PaddedColumns numbers each; rows from n on hold anything, and anything else afterwards.
func (p *Packed) Gemm(n int, a []float32, lda int, c []float32, ldc int) {
	fastest.Gemm(p, n, a, lda, c, ldc)
}

// Gemm is Packed.Gemm by this implementation. It goes through p in blocks of kc rows, through a block panel by panel,
// and through a panel mr rows of a at a time: the panel stays in the first-level cache meanwhile. The first block adds
// the bias, later ones what is in c.
func (m *Implementation) Gemm(p *Packed, n int, a []float32, lda int, c []float32, ldc int) {
	if n == 0 {
		return
	}
	last := (n+m.mr-1)/m.mr*m.mr - 1
	a, c = a[:last*lda+p.rows], c[:last*ldc+len(p.bias)]
	for block := 0; block < p.rows; block += kc {
		k := min(kc, p.rows-block)
		for column := 0; column < p.columns; column += nr {
			panel := p.panels[column*p.rows+block*nr:][:nr*k]
			for r := 0; r < n; r += m.mr {
				to := c[r*ldc+column:]
				if block == 0 {
					m.microKernel(k, a[r*lda:], lda, panel, to, ldc, p.bias[column:], 0)
				} else {
					m.microKernel(k, a[r*lda+block:], lda, panel, to, ldc, to, ldc)
				}
			}
		}
	}
}
