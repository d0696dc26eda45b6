// Package kernel multiplies matrices and bends rows of numbers, as fast as one core can: what a small neural network is
// made of. It promises the same numbers for the same rows, whatever other rows stand beside them, on the same machine;
// machines with other instructions may differ in the last digits.
package kernel

const (
	// wide is how many columns a panel has: the columns whose numbers stand side by side, row after row.
	wide = 16
	// deep is how many rows of a panel are taken at once, so that they stay in the nearest cache.
	deep = 192
)

// Packed is a matrix laid out for being multiplied by. Columns that fill up its last panel hold nothing.
type Packed struct {
	rows, columns int
	panels        []float32
	bias          []float32
}

// NewPacked returns a matrix of noughts, to whose columns these are added in a product; nil adds nothing.
func NewPacked(rows, columns int, bias []float32) *Packed {
	p := &Packed{}
	p.Reset(rows, columns)
	copy(p.bias, bias)
	return p
}

// Unpack lays out a matrix of signed bytes that stand column by column, each column with the step that a unit of it is
// worth.
func Unpack(rows int, steps []float32, bytes string, bias []float32) *Packed {
	p := NewPacked(rows, len(steps), bias)
	for first := 0; first < len(steps); first += wide {
		p.unpackPanel(first, steps[first:min(first+wide, len(steps))], bytes[first*rows:])
	}
	return p
}

func (p *Packed) unpackPanel(first int, steps []float32, bytes string) {
	panel := p.panels[first*p.rows:][:wide*p.rows]
	for c, step := range steps {
		column := bytes[c*p.rows:][:p.rows]
		for at, r := c, 0; r < len(column) && at < len(panel); at, r = at+wide, r+1 {
			panel[at] = step * float32(int8(column[r]))
		}
	}
}

// Reset makes it a matrix of noughts of another size, in the room it has where that is enough.
func (p *Packed) Reset(rows, columns int) {
	p.rows, p.columns = rows, columns
	p.panels = room(p.panels, rows*Columns(columns))
	p.bias = room(p.bias, Columns(columns))
}

func room(x []float32, n int) []float32 {
	if cap(x) < n {
		return make([]float32, n)
	}
	clear(x[:n])
	return x[:n]
}

// SetRow sets the numbers of a row.
func (p *Packed) SetRow(row int, to []float32) {
	for c := 0; c < len(to); c += wide {
		copy(p.panels[c*p.rows+row*wide:][:wide], to[c:])
	}
}

// SetColumn sets the numbers of a column.
func (p *Packed) SetColumn(column int, to []float32) {
	at := column/wide*wide*p.rows + column%wide
	for _, x := range to {
		p.panels[at] = x
		at += wide
	}
}

// Bar makes a product's numbers in the columns from here on so low that Softmax makes nothing of them.
func (p *Packed) Bar(from int) {
	for c := from; c < len(p.bias); c++ {
		p.bias[c] = -1e30
	}
}

// Columns returns how many columns a product by so many columns is written with: those of whole panels.
func Columns(n int) int { return (n + wide - 1) / wide * wide }

// Rows returns how many rows there must be room for where n are multiplied.
func Rows(n int) int { return (n + best.tall - 1) / best.tall * best.tall }

// Times writes the first n rows of a, times the packed matrix, into c. Rows stand aStride and cStride numbers apart. There
// are Rows(n) of either; those from n on hold anything, and anything else afterwards.
func (p *Packed) Times(n int, a []float32, aStride int, c []float32, cStride int) {
	best.times(p, n, a, aStride, c, cStride)
}

// way is a way to reckon, by the instructions that a machine may have.
type way struct {
	name string
	tall int // how many rows the kernel takes
	// kernel writes tall rows of k numbers, times a panel, added to the rows of from, into c.
	kernel  func(k int, a []float32, aStride int, panel, c []float32, cStride int, from []float32, fromStride int)
	softmax func(x []float32) float32
	gelu    func(x []float32)
	settle  func(x, more, gain, shift []float32)
}

var best = ways[0]

func (w *way) times(p *Packed, n int, a []float32, aStride int, c []float32, cStride int) {
	if n == 0 {
		return
	}
	last := (n+w.tall-1)/w.tall*w.tall - 1
	a, c = a[:last*aStride+p.rows], c[:last*cStride+len(p.bias)]
	for depth := 0; depth < p.rows; depth += deep {
		k := min(deep, p.rows-depth)
		for column := 0; column < p.columns; column += wide {
			panel := p.panels[column*p.rows+depth*wide:][:wide*k]
			for r := 0; r < n; r += w.tall {
				to := c[r*cStride+column:]
				if depth == 0 {
					w.kernel(k, a[r*aStride:], aStride, panel, to, cStride, p.bias[column:], 0)
				} else {
					w.kernel(k, a[r*aStride+depth:], aStride, panel, to, cStride, to, cStride)
				}
			}
		}
	}
}
