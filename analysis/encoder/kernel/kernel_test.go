package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func randoms(random *rand.Rand, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(random.NormFloat64())
	}
	return out
}

// packed lays out a matrix that stands row by row.
func packed(rows, columns int, b, bias []float32) *Packed {
	p := NewPacked(rows, columns, bias)
	for r := range rows {
		p.SetRow(r, b[r*columns:][:columns])
	}
	return p
}

// A product is what one gets by hand, for sizes that fill no block and for those that do, by every implementation.
func TestProductsAreRight(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	sizes := []int{1, 2, 3, 5, 6, 7, 12, 13, 15, 16, 17, 31, 32, 33, 40}
	for _, rows := range sizes {
		for _, k := range append(sizes, kc, kc+1, 2*kc+5) {
			for _, columns := range sizes {
				checkProduct(t, random, rows, k, columns)
			}
		}
	}
}

func checkProduct(t *testing.T, random *rand.Rand, rows, k, columns int) {
	t.Helper()
	lda, ldc := k+random.IntN(3), PaddedColumns(columns)+random.IntN(3)
	a, b, bias := randoms(random, PaddedRows(rows)*lda), randoms(random, k*columns), randoms(random, columns)
	p := packed(k, columns, b, bias)
	for _, w := range implementations {
		got := make([]float32, PaddedRows(rows)*ldc)
		w.Gemm(p, rows, a, lda, got, ldc)
		for r := range rows {
			for c := range columns {
				want := float64(bias[c])
				for i := range k {
					want += float64(a[r*lda+i]) * float64(b[i*columns+c])
				}
				if x := float64(got[r*ldc+c]); math.Abs(x-want) > 1e-5*float64(k+4) {
					t.Fatalf("%s, %d rows, %d kc, %d columns: at %d, %d is %v, not %v", w.name, rows, k, columns, r, c, x, want)
				}
			}
		}
	}
}

// A row's product does not depend on the rows beside it, or on where it stands.
func TestRowsDoNotDependOnEachOther(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	const rows, k, columns = 31, 200, 48
	a, bias := randoms(random, PaddedRows(rows)*k), randoms(random, columns)
	p := packed(k, columns, randoms(random, k*columns), bias)
	all := make([]float32, PaddedRows(rows)*columns)
	p.Gemm(rows, a, k, all, columns)
	for r := range rows {
		alone, one := make([]float32, PaddedRows(1)*k), make([]float32, PaddedRows(1)*columns)
		copy(alone, a[r*k:][:k])
		p.Gemm(1, alone, k, one, columns)
		for c := range columns {
			if one[c] != all[r*columns+c] {
				t.Fatalf("row %d is %v alone and %v among others", r, one[c], all[r*columns+c])
			}
		}
	}
}

func TestQuantizedMatricesArePackedByTheirScales(t *testing.T) {
	const rows, columns = 5, 19
	var bytes [rows * columns]byte
	scales, bias := make([]float32, columns), make([]float32, columns)
	for c := range columns {
		scales[c], bias[c] = float32(c)/8, float32(c)
		for r := range rows {
			bytes[c*rows+r] = byte(int8(r*7 - c*6))
		}
	}
	p := PackFloats(rows, scales, string(bytes[:]), bias)
	q := NewPacked(rows, columns, bias)
	for c := range columns {
		column := make([]float32, rows)
		for r := range column {
			column[r] = float32(r*7-c*6) * float32(c) / 8
		}
		q.SetColumn(c, column)
	}
	if fmt.Sprint(p) != fmt.Sprint(q) {
		t.Errorf("%v\nnot\n%v", p, q)
	}
}

// A matrix that is used again holds nothing of what it held.
func TestResetLeavesNothing(t *testing.T) {
	p := NewPacked(40, 40, []float32{1, 2, 3})
	p.SetRow(3, []float32{1, 2, 3})
	p.MaskFrom(17)
	p.Reset(7, 9)
	if fmt.Sprint(p) != fmt.Sprint(NewPacked(7, 9, nil)) {
		t.Error(p)
	}
}

func TestActivationsAreRight(t *testing.T) {
	x := make([]float32, 16*1000)
	for i := range x {
		x[i] = float32(i-8000) / 500
	}
	for _, w := range implementations {
		got := append([]float32(nil), x...)
		w.gelu(got)
		for i, v := range x {
			u := float64(v)
			near(t, w.name, "gelu", got[i], u/2*math.Erfc(-u/math.Sqrt2), 3e-5)
		}
		copy(got, x)
		all, sum := w.softmax(got), 0.0
		for i, v := range x {
			near(t, w.name, "softmax", got[i], math.Exp(float64(v-x[len(x)-1])), 1e-5)
			sum += float64(got[i])
		}
		near(t, w.name, "sum", all/float32(sum), 1, 1e-5)
	}
}

// Masked scores come to 0, and no number is too large or too small for an activation.
func TestActivationsTakeAnyNumber(t *testing.T) {
	for _, w := range implementations {
		x := make([]float32, 16)
		for i := range x {
			x[i] = -1e30
		}
		x[1], x[7] = 2, 2
		near(t, w.name, "sum", w.softmax(x), 2, 1e-6)
		near(t, w.name, "barred", x[0], 0, 1e-30)
		copy(x, []float32{-1e30, -1e20, -1000, -90, -20, 0, 20, 90, 1000, 1e20, 3e38})
		w.gelu(x)
		for i, want := range []float64{0, 0, 0, 0, 0, 0, 20, 90, 1000, 1e20, 3e38} {
			near(t, w.name, "gelu", x[i], want, 1e-7*want+1e-5)
		}
	}
}

func TestRowsAreNormalised(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for n := nr; n < 200; n += nr {
		x, residual, gain, bias := randoms(random, n), randoms(random, n), randoms(random, n), randoms(random, n)
		x[n/2] = 40
		var mean, variance float64
		for i := range x {
			mean += float64(x[i]+residual[i]) / float64(n)
		}
		for i := range x {
			variance += math.Pow(float64(x[i]+residual[i])-mean, 2) / float64(n)
		}
		for _, w := range implementations {
			got := append([]float32(nil), x...)
			w.addLayerNorm(got, residual, gain, bias)
			for i := range got {
				want := (float64(x[i]+residual[i])-mean)/math.Sqrt(variance+epsilon)*float64(gain[i]) + float64(bias[i])
				near(t, w.name, "row", got[i], want, 1e-4)
			}
		}
	}
}

// A row of equal numbers has no variance to be brought to 1.
func TestRowsOfEqualNumbersAreNormalised(t *testing.T) {
	for _, w := range implementations {
		x, residual, gain, bias := make([]float32, 32), make([]float32, 32), make([]float32, 32), make([]float32, 32)
		bias[3] = 5
		w.addLayerNorm(x, residual, gain, bias)
		near(t, w.name, "row", x[3], 5, 1e-6)
		near(t, w.name, "row", x[4], 0, 1e-6)
	}
}

func near(t *testing.T, way, what string, got float32, want, by float64) {
	t.Helper()
	if !(math.Abs(float64(got)-want) <= by) {
		t.Fatalf("%s, %s: %v, not %v", way, what, got, want)
	}
}

// What is reckoned with float32 is the same by every implementation, to the last bit.
func TestFloatsAreTheSameByEveryImplementation(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 9))
	for n := nr; n < 40*nr; n += nr {
		x, residual, gain, bias := randoms(random, n), randoms(random, n), randoms(random, n), randoms(random, n)
		for i := range x {
			x[i] *= float32(n) / 100
		}
		x[n/3] = masked
		p := packed(n, 33, randoms(random, n*33), bias[:16])
		var want []float32
		for _, m := range implementations {
			soft, curved, normal := slices.Clone(x), slices.Clone(x), slices.Clone(residual)
			sum := m.softmax(soft)
			m.gelu(curved)
			m.addLayerNorm(normal, bias, gain, bias)
			rows, product := make([]float32, PaddedRows(1)*n), make([]float32, PaddedRows(1)*48)
			copy(rows, residual)
			m.Gemm(p, 1, rows, n, product, 48)
			got := slices.Concat(soft, curved, normal, product[:33], []float32{sum})
			if want == nil {
				want = got
			}
			for i := range got {
				if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
					t.Fatalf("%s, %d numbers: at %d %v, not %v", m.name, n, i, got[i], want[i])
				}
			}
		}
	}
}

func BenchmarkGemm(b *testing.B) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, size := range [][3]int{
		{160, 384, 1536}, {160, 1536, 384}, {160, 384, 1152}, {160, 384, 384}, {160, 32, 160}, {160, 160, 32},
	} {
		rows, k, columns := size[0], size[1], size[2]
		a, c := randoms(random, PaddedRows(rows)*k), make([]float32, PaddedRows(rows)*PaddedColumns(columns))
		p := packed(k, columns, randoms(random, k*columns), nil)
		for _, w := range implementations {
			b.Run(fmt.Sprintf("%dx%dx%d/%s", rows, k, columns, w.name), func(b *testing.B) {
				for b.Loop() {
					w.Gemm(p, rows, a, k, c, PaddedColumns(columns))
				}
				b.ReportMetric(2*float64(rows*k*columns)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
			})
		}
	}
}

func BenchmarkActivations(b *testing.B) {
	x, y := make([]float32, 1536), make([]float32, 1536)
	for _, w := range implementations {
		b.Run("softmax/"+w.name, func(b *testing.B) {
			for b.Loop() {
				w.softmax(x)
			}
		})
		b.Run("gelu/"+w.name, func(b *testing.B) {
			for b.Loop() {
				w.gelu(x)
			}
		})
		b.Run("layer norm/"+w.name, func(b *testing.B) {
			for b.Loop() {
				w.addLayerNorm(x, y, y, y)
			}
		})
	}
}

func BenchmarkPackFloats(b *testing.B) {
	bytes, scales := string(make([]byte, 384*1536)), make([]float32, 1536)
	for b.Loop() {
		PackFloats(384, scales, bytes, nil)
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)*1e9/384/1536, "ns/weight")
}
