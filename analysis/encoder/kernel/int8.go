package kernel

import "math"

const (
	// maxInt8 is the largest number that a row of activations is quantized to, and its negative the smallest.
	maxInt8 = 127
	// MaxWeight is the largest quantized weight of an Int8Matrix, and its negative the smallest: so small that two
	// products with an activation, 2 × 255 × 63, still fit the 16 bits to which VPMADDUBSW adds them.
	MaxWeight = 63
	// group is how many bytes fill a lane of 32 bits: those of a row are multiplied at once by those of a column.
	group = 4
	// leastLargest is what the largest number of a row must be, that it is not a row of zeros: its inverse is a
	// float32.
	leastLargest = 1e-30
)

// Int8Matrix is the quantized right-hand matrix of a product, packed for an implementation: in panels of nr columns, in
// which groups of four numbers of each column stand side by side, a lane each; for some implementations with a row of
// lanes more before each chunk of them: see centre.go.
type Int8Matrix struct {
	by            *Implementation
	rows, columns int
	groups        int
	lanes         []uint32 // of the panels, each of panelRows rows of nr
	panelRows     int
	words         []float64 // instead of lanes, for plain Go: see words.go
	blocks        []columnBlock
}

// PackInt8 packs a quantized matrix: signed bytes that stand column by column, len(scales) columns of so many rows,
// each column with the scale by which its bytes are multiplied. The string is rows*len(scales) bytes long. Columns with
// a weight beyond ±MaxWeight are quantized anew, to steps that are so much larger that none is.
func (m *Implementation) PackInt8(rows int, scales []float32, bytes string, bias []float32) *Int8Matrix {
	p := &Int8Matrix{by: m, rows: rows, columns: len(scales), groups: (rows + chunkBytes - 1) / chunkBytes * chunkGroups}
	p.blocks = make([]columnBlock, (len(scales)+nr-1)/nr)
	p.panelRows = p.groups
	fit, pack := &fitted{}, p.packLanes
	switch {
	case m.integers.words:
		p.words, pack = make([]float64, p.wordsSize()), p.packWords
	case m.integers.centred:
		p.panelRows += p.groups / chunkGroups
		pack = p.packCentred
	}
	if !m.integers.words {
		p.lanes = make([]uint32, len(p.blocks)*nr*p.panelRows)
	}
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
		pack(c, column, fit)
	}
	if m.integers.centred {
		p.markWide()
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

// largestOf is the largest of signed bytes, without its sign, or MaxWeight where none is larger.
func largestOf(bytes string) int {
	if areWeights(bytes) {
		return MaxWeight
	}
	least, most := int8(0), int8(0)
	for i := range len(bytes) {
		least, most = min(least, int8(bytes[i])), max(most, int8(bytes[i]))
	}
	return max(-int(least), int(most))
}

// areWeights reports whether all bytes are between ±MaxWeight, as they are in a file that was made for it. It looks at
// eight at once: bytes between -64 and 63 have a highest bit like the next one, and -64 is told by what is left of a
// byte that differs from it by nothing.
func areWeights(bytes string) bool {
	const low, high, least = 0x0101010101010101, 0x8080808080808080, 0xC0C0C0C0C0C0C0C0
	for len(bytes) >= 8 {
		x := uint64At(bytes)
		differs := x ^ least
		if (x^x<<1|(differs-low)&^differs)&high != 0 {
			return false
		}
		bytes = bytes[8:]
	}
	for i := range len(bytes) {
		if x := int8(bytes[i]); x < -MaxWeight || x > MaxWeight {
			return false
		}
	}
	return true
}

// uint64At are eight bytes, the first the lowest.
func uint64At(s string) uint64 { return uint64(uint32At(s)) | uint64(uint32At(s[4:]))<<32 }

// uint32At are four bytes, the first the lowest.
func uint32At(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// packLanes packs a column into its place in a panel.
func (p *Int8Matrix) packLanes(column int, weights string, fit *fitted) {
	panel, sum := p.lanes[column/nr*nr*p.panelRows+column%nr:], int32(0)
	for at := 0; len(weights) > 0; at += nr {
		if len(weights) < group {
			weights += "\x00\x00\x00\x00"[len(weights):]
		}
		lane := uint32At(weights)
		if fit.largest > MaxWeight {
			lane = fit.lane(lane)
		}
		panel[at] = lane
		sum += sumOfLane(lane)
		weights = weights[group:]
	}
	p.blocks[column/nr].start[column%nr] = -p.by.integers.offset * sum
}

// sumOfLane is the sum of four signed bytes.
func sumOfLane(x uint32) int32 {
	return int32(int8(x)) + int32(int8(x>>8)) + int32(int8(x>>16)) + int32(int8(x>>24))
}

// lane fits four bytes.
func (f *fitted) lane(x uint32) uint32 {
	w := &f.weights
	return uint32(uint8(w[x&0xff])) | uint32(uint8(w[x>>8&0xff]))<<8 | uint32(uint8(w[x>>16&0xff]))<<16 |
		uint32(uint8(w[x>>24]))<<24
}

// Int8Rows is memory for the rows of a left-hand matrix, quantized for an implementation: each number to a signed byte,
// and each row with the scale by which its bytes are multiplied.
type Int8Rows struct {
	by     *Implementation
	lanes  []uint32  // groups of four bytes, with an offset where the implementation takes unsigned ones
	words  []float64 // instead of lanes, for plain Go
	scales []float32
}

// NewInt8Rows returns memory for so many rows of up to so many numbers.
func (m *Implementation) NewInt8Rows(rows, columns int) *Int8Rows {
	rows = PaddedRows(rows)
	r := &Int8Rows{by: m, scales: make([]float32, rows)}
	if m.integers.words {
		r.words = make([]float64, rows*columns)
	} else {
		r.lanes = make([]uint32, rows*(columns+group-1)/group)
	}
	return r
}

// Quantize quantizes n rows of so many numbers, which stand ldx numbers apart: see QuantizeRow.
func (r *Int8Rows) Quantize(n, width int, x []float32, ldx int) {
	for i := range n {
		r.QuantizeRow(i, x[i*ldx:][:width])
	}
}

// QuantizeRow quantizes the numbers of a row: to the nearest of 127 steps on each side, the even one of two, of which
// the largest number of the row is the last. The rows of a product have the same length, that of whole panels.
func (r *Int8Rows) QuantizeRow(i int, x []float32) {
	m, by, width := &r.by.integers, float32(0), len(x)
	r.scales[i], by = scaleOf(m.largest(x), maxInt8)
	if m.words {
		quantizeWords(x, by, r.words[i*width:][:width])
	} else {
		m.quantizeInt8(x, by, r.lanes[i*width/group:][:width/group])
	}
}

// Row writes the signed bytes of a row that was quantized last, four to a lane, the first the lowest, and returns its
// scale. There are as many lanes as hold the numbers of such a row.
func (r *Int8Rows) Row(i int, to []uint32) (scale float32) {
	if r.by.integers.words {
		for k := range to {
			x := r.words[(i*len(to)+k)*group:][:group]
			to[k] = uint32(uint8(int8(x[0]))) | uint32(uint8(int8(x[1])))<<8 | uint32(uint8(int8(x[2])))<<16 |
				uint32(uint8(int8(x[3])))<<24
		}
		return r.scales[i]
	}
	flips := r.by.integers.flips()
	for k, lane := range r.lanes[i*len(to):][:len(to)] {
		to[k] = lane ^ flips
	}
	return r.scales[i]
}

// SetRow sets a row to what Row told of another, so that it need not be quantized again.
func (r *Int8Rows) SetRow(i int, lanes []uint32, scale float32) {
	r.scales[i] = scale
	if r.by.integers.words {
		to := r.words[i*len(lanes)*group:][:len(lanes)*group]
		for k := range to {
			to[k] = float64(int8(lanes[k/group] >> (k % group * 8)))
		}
		return
	}
	flips := r.by.integers.flips()
	for k, lane := range lanes {
		r.lanes[i*len(lanes)+k] = lane ^ flips
	}
}

// Gemm writes x·p + bias into c: the first n of the rows that were quantized last, of as many numbers as p has rows,
// into n rows of as many numbers as p has columns, which stand ldc numbers apart. The slice holds PaddedRows(n) rows,
// PaddedColumns numbers each; rows from n on hold anything afterwards.
func (p *Int8Matrix) Gemm(n int, x *Int8Rows, c []float32, ldc int) {
	if n == 0 {
		return
	}
	m := &p.by.integers
	last := m.lastRow(n)
	c = c[:last*ldc+len(p.blocks)*nr]
	if m.words {
		p.gemmWords(n, x, c, ldc)
		return
	}
	m.gemm(m.int8, n, p.groups, x.lanes[:(last+1)*p.groups], p.groups, x.scales, p.lanes, p.blocks, c, ldc)
}

// scaleOf returns the scale of a row that is quantized to so many steps on each side, by its largest number, and what
// its numbers are multiplied by.
func scaleOf(most, steps float32) (scale, by float32) {
	if !(most >= leastLargest && most <= math.MaxFloat32) {
		return 0, 0
	}
	return most / steps, steps / most
}
