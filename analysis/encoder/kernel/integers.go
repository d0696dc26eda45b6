package kernel

// integerKernels are the kernels of an implementation for rows and columns of integers. They take as many of a row's
// numbers at once as fill a lane of 32 bits: four bytes or two numbers of 16 bits.
type integerKernels struct {
	mr      int   // how many rows the micro-kernels take at once
	panels  int   // and how many panels, one or two
	centred bool  // whether panels of bytes have centres: see centre.go
	words   bool  // plain Go, which has micro-kernels of its own: see words.go
	offset  int32 // what is added to signed bytes of rows
	// largest is the largest of the numbers of a row, without its sign.
	largest func(x []float32) float32
	// quantizeInt8 multiplies the numbers of a row and rounds them to bytes, to which it adds the offset, quantizeInt16
	// to numbers of 16 bits. The row's length is that of whole panels.
	quantizeInt8, quantizeInt16 func(x []float32, by float32, to []uint32)
	int8, int16                 func(t *tile)
	// interleave is what the function of that name does.
	interleave func(a, b, to []uint32, step int)
}

// tile is what a micro-kernel multiplies: mr rows by a panel, or by two. The assembly knows where its fields stand.
type tile struct {
	groups   int             // 0: lanes of a row
	lda, ldc int             // 8, 16: how many bytes rows stand apart
	a        *uint32         // 24
	scales   *float32        // 32: of the rows
	panels   [2]*uint32      // 40, 48
	columns  [2]*columnBlock // 56, 64
	c        [2]*float32     // 72, 80
	// Ahead (88) is how many bytes behind the first panel the micro-kernel begins to fetch into the cache while it
	// multiplies: fetched bytes for each chunk of a row.
	ahead int
}

const fetched = 64

// columnBlock is what a panel's columns need besides their weights.
type columnBlock struct {
	start       [nr]int32 // where sums begin: what takes the offset of unsigned activations away again
	scale, bias [nr]float32
}

// flips are the bits of a lane that its offset flips: to a byte it adds nothing, or half of all that there are.
func (m *integerKernels) flips() uint32 { return uint32(m.offset) * 0x01010101 }

// lastRow is the last row that is gone through where n are multiplied.
func (m *integerKernels) lastRow(n int) int { return (n+m.mr-1)/m.mr*m.mr - 1 }

// gemm goes through the panels of a matrix, and through a panel mr rows at a time: the panel stays in the first-level
// cache meanwhile, and those that come next are fetched into it. Rows of a, of so many lanes, stand lda lanes apart,
// rows of c ldc numbers. There are no lanes but those of the panels.
func (m *integerKernels) gemm(microKernel func(t *tile), n, lanes int, a []uint32, lda int, scales []float32,
	panels []uint32, blocks []columnBlock, c []float32, ldc int) {
	t, panel := tile{groups: lanes, lda: 4 * lda, ldc: 4 * ldc}, len(panels)/len(blocks)
	for first := 0; first < len(blocks); first += m.panels {
		// Where the panels are odd the last one stands for both.
		second := min(first+m.panels, len(blocks)) - 1
		t.panels = [2]*uint32{&panels[first*panel], &panels[second*panel]}
		t.columns = [2]*columnBlock{&blocks[first], &blocks[second]}
		t.ahead = 4 * m.panels * panel
		for r := 0; r < n; r, t.ahead = r+m.mr, t.ahead+lanes/chunkGroups*fetched {
			t.a, t.scales = &a[r*lda], &scales[r]
			t.c = [2]*float32{&c[r*ldc+first*nr], &c[r*ldc+second*nr]}
			microKernel(&t)
		}
	}
}
