package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// weights are quantized columns of random bytes up to the largest, with their scales and biases.
func weights(random *rand.Rand, rows, columns, largest int) (scales []float32, bytes string, bias []float32) {
	b := make([]byte, rows*columns)
	for i := range b {
		b[i] = byte(int8(random.IntN(2*largest+1) - largest))
	}
	scales = randoms(random, columns)
	for i := range scales {
		scales[i] = float32(math.Abs(float64(scales[i])))/100 + 1e-3
	}
	return scales, string(b), randoms(random, columns)
}

// usualWeights are weights as networks have them: normally distributed, up to the largest.
func usualWeights(random *rand.Rand, rows, columns int) (scales []float32, bytes string, bias []float32) {
	b := make([]byte, rows*columns)
	for i := range b {
		b[i] = byte(int8(max(-MaxWeight, min(MaxWeight, math.RoundToEven(random.NormFloat64()*MaxWeight/3.2)))))
	}
	return randoms(random, columns), string(b), randoms(random, columns)
}

// checkInt8 holds the product of every implementation against that of plain integers, to the last bit.
func checkInt8(t *testing.T, n, rows, columns int, x []float32, scales []float32, bytes string, bias []float32) {
	t.Helper()
	want := plainProduct(n, rows, columns, x, scales, bytes, bias)
	for _, m := range implementations {
		ldc := PaddedColumns(columns) + 3
		a, c := m.NewInt8Rows(n, rows), make([]float32, PaddedRows(n)*ldc)
		a.Quantize(n, rows, x, rows)
		m.PackInt8(rows, scales, bytes, bias).Gemm(n, a, c, ldc)
		for i := range n {
			for k := range columns {
				if got := c[i*ldc+k]; math.Float32bits(got) != math.Float32bits(want[i*columns+k]) {
					t.Fatalf("%s, %d×%d×%d: at %d, %d is %v, not %v", m.name, n, rows, columns, i, k, got, want[i*columns+k])
				}
			}
		}
	}
}

// plainProduct is the product as the package's comment tells it, without a thought of speed.
func plainProduct(n, rows, columns int, x, scales []float32, bytes string, bias []float32) []float32 {
	out := make([]float32, n*columns)
	for i := range n {
		row, largest := x[i*rows:][:rows], float32(0)
		for _, v := range row {
			largest = max(largest, v, -v)
		}
		for c := range columns {
			weights, most := bytes[c*rows:][:rows], 0
			for k := range rows {
				most = max(most, int(int8(weights[k])), -int(int8(weights[k])))
			}
			sum, scale := 0, scales[c]
			if most > 63 {
				scale *= float32(most) / 63
			}
			for k, v := range row {
				w := float64(int8(weights[k]))
				if most > 63 {
					w = math.RoundToEven(w * 63 / float64(most))
				}
				if largest > 0 {
					sum += int(math.RoundToEven(float64(v*float32(127/largest)))) * int(w)
				}
			}
			out[i*columns+c] = float32(float32(sum)*(scale*float32(largest/127))) + bias[c]
		}
	}
	return out
}

func TestInt8ProductsAreTheSameByEveryImplementation(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 3))
	for _, n := range []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13, 23, 24, 25} {
		for _, rows := range []int{16, 32, 48, 112, 384} {
			for _, columns := range []int{1, 15, 16, 17, 31, 32, 33, 48, 193} {
				scales, bytes, bias := weights(random, rows, columns, []int{1, 63, 127}[random.IntN(3)])
				checkInt8(t, n, rows, columns, randoms(random, n*rows), scales, bytes, bias)
			}
		}
	}
}

// No sum overflows where all is as large as it can be.
func TestExtremeInt8ProductsAreRight(t *testing.T) {
	for _, rows := range []int{16, 1152, 4608} {
		for _, w := range []int{63, -63, 127, -128} {
			for _, v := range []float32{1, -1, 1e30, -1e-29} {
				const n, columns = 9, 33
				scales, bytes, x := make([]float32, columns), make([]byte, rows*columns), make([]float32, n*rows)
				for i := range scales {
					scales[i] = 1
				}
				for i := range bytes {
					bytes[i] = byte(int8(w))
				}
				for i := range x {
					x[i] = v
					if i/rows%3 == 2 && i%2 == 1 {
						x[i] = -v
					}
				}
				checkInt8(t, n, rows, columns, x, scales, string(bytes), make([]float32, columns))
			}
		}
	}
}

// One weight too large anywhere in a column is seen.
func TestLargeWeightsAreSeen(t *testing.T) {
	for n := range 40 {
		for at := range n {
			for w := -128; w < 128; w++ {
				b := make([]byte, n)
				for i := range b {
					b[i] = byte(int8(63 - i%2*126))
				}
				b[at] = byte(int8(w))
				if got, want := largestOf(string(b)), max(w, -w, 63); got != want {
					t.Fatalf("the largest of %d bytes with %d at %d is %d", n, w, at, got)
				}
			}
		}
	}
}

// A chunk's sums are right up to the widest that 16 bits hold, and beyond it.
func TestWideChunksAreRight(t *testing.T) {
	const rows = 2 * chunkBytes
	for _, all := range []int{0, widestChunk - 1, widestChunk, widestChunk + 1, 8 * MaxWeight} {
		for _, sign := range []int{1, -1} {
			column := make([]byte, rows)
			for at, left := 0, all; at < chunkBytes; at++ {
				if at%group < 2 { // the numbers that are added up in the first sum
					w := min(left, MaxWeight)
					column[at], left = byte(int8(sign*w)), left-w
				}
			}
			x := make([]float32, 2*rows)
			for i := range rows {
				x[i], x[rows+i] = 1, -1
			}
			checkInt8(t, 2, rows, 1, x, []float32{1}, string(column), []float32{0})
			if got := anyWide(packedFor(t, rows, string(column))); got != (all > widestChunk) {
				t.Errorf("weights of %d together: too wide is %v", all, got)
			}
		}
	}
}

// packedFor are the centres of the first chunk of a column, packed with them.
func packedFor(t *testing.T, rows int, column string) *[nr]uint32 {
	t.Helper()
	m := &Implementation{integers: integerKernels{mr: 4, panels: 1, centred: true, offset: 128}}
	return (*[nr]uint32)(m.PackInt8(rows, []float32{1}, column, nil).lanes)
}

// Rows of zeros, and rows that are beyond all measure, come to the bias alone.
func TestRowsWithoutAScaleComeToTheBias(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	scales, bytes, bias := weights(random, 32, 17, 63)
	for _, v := range []float32{0, 1e-40, float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.NaN())} {
		for _, m := range implementations {
			x := randoms(random, 32)
			for i := range x {
				x[i] *= 1e-38
			}
			x[5] = v
			a, c := m.NewInt8Rows(1, 32), make([]float32, PaddedRows(1)*32)
			a.Quantize(1, 32, x, 32)
			m.PackInt8(32, scales, bytes, bias).Gemm(1, a, c, 32)
			if fmt.Sprint(c[:17]) != fmt.Sprint(bias) {
				t.Errorf("%s, %v: %v, not %v", m.name, v, c[:17], bias)
			}
		}
	}
}

// What is told of a row is the same by every implementation, and a row that is set to it is the row.
func TestRowsCanBeKept(t *testing.T) {
	const n, width = 3, 48
	x := randoms(rand.New(rand.NewPCG(4, 2)), n*width)
	var want []uint32
	for _, m := range implementations {
		a, b := m.NewInt8Rows(n, width), m.NewInt8Rows(n, width)
		a.Quantize(n, width, x, width)
		var got []uint32
		for i := range n {
			row := make([]uint32, width/4)
			scale := a.Row(i, row)
			b.SetRow(i, row, scale)
			got = append(append(got, row...), math.Float32bits(scale))
		}
		if want == nil {
			want = got
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %x, not %x", m.name, got, want)
		}
		if fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("%s: %v\nnot\n%v", m.name, b, a)
		}
		if least := int8(want[7] >> 16); float64(least) != math.RoundToEven(float64(x[30]/a.scales[0])) {
			t.Errorf("%s: byte 30 is %d of %v", m.name, least, x[30]/a.scales[0])
		}
	}
}

func FuzzInt8ProductsAreTheSame(f *testing.F) {
	f.Add(uint64(1), uint8(3), uint8(2), uint8(7), uint8(127), float32(3))
	f.Add(uint64(2), uint8(9), uint8(24), uint8(33), uint8(63), float32(1e-20))
	f.Fuzz(func(t *testing.T, seed uint64, n, panels, columns, largest uint8, spread float32) {
		random := rand.New(rand.NewPCG(seed, 1))
		rows := nr * (1 + int(panels)%30)
		if !(math.Abs(float64(spread)) > 1e-20 && math.Abs(float64(spread)) < 1e20) {
			spread = 1
		}
		x := randoms(random, (1+int(n)%30)*rows)
		for i := range x {
			x[i] *= spread
		}
		scales, bytes, bias := weights(random, rows, 1+int(columns)%70, 1+int(largest)%127)
		checkInt8(t, len(x)/rows, rows, len(scales), x, scales, bytes, bias)
	})
}

func BenchmarkInt8Gemm(b *testing.B) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, size := range [][3]int{{160, 384, 1152}, {160, 1152, 384}, {160, 384, 384}, {160, 384, 193}} {
		n, rows, columns := size[0], size[1], size[2]
		scales, bytes, bias := usualWeights(random, rows, columns)
		x, c := randoms(random, n*rows), make([]float32, PaddedRows(n)*PaddedColumns(columns))
		for _, m := range implementations {
			a, p := m.NewInt8Rows(n, rows), m.PackInt8(rows, scales, bytes, bias)
			a.Quantize(n, rows, x, rows)
			b.Run(fmt.Sprintf("%dx%dx%d/%s", n, rows, columns, m.name), func(b *testing.B) {
				for b.Loop() {
					p.Gemm(n, a, c, PaddedColumns(columns))
				}
				b.ReportMetric(2*float64(n*rows*columns)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GOP/s")
			})
		}
	}
}

func BenchmarkQuantize(b *testing.B) {
	x := randoms(rand.New(rand.NewPCG(3, 4)), 1152)
	for _, m := range implementations {
		a := m.NewInt8Rows(1, len(x))
		b.Run(m.name, func(b *testing.B) {
			for b.Loop() {
				a.Quantize(1, len(x), x, len(x))
			}
		})
	}
}

func BenchmarkPackInt8(b *testing.B) {
	for _, largest := range []int{MaxWeight, 127} {
		scales, bytes, bias := weights(rand.New(rand.NewPCG(1, 1)), 384, 1536, largest)
		for _, m := range implementations {
			b.Run(fmt.Sprintf("to %d/%s", largest, m.name), func(b *testing.B) {
				for b.Loop() {
					m.PackInt8(384, scales, bytes, bias)
				}
				b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)*1e9/384/1536, "ns/weight")
			})
		}
	}
}
