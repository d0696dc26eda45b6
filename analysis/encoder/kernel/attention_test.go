package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// attend runs the attention of some positions by an implementation.
func attend(by *Implementation, m, n, heads, size int, qkv []float32) []float32 {
	context := make([]float32, PaddedRows(n)*heads*size)
	by.NewAttention(n, heads, size).Attend(m, n, qkv, context)
	return context[:m*heads*size]
}

// plainAttention is attention as it stands in the paper.
func plainAttention(m, n, heads, size int, qkv []float32) []float64 {
	width := heads * size
	out := make([]float64, m*width)
	for i := range m {
		for from := 0; from < width; from += size {
			weights, all := make([]float64, n), 0.0
			for j := range weights {
				for k := from; k < from+size; k++ {
					weights[j] += float64(qkv[i*3*width+k]) * float64(qkv[j*3*width+width+k])
				}
				weights[j] = math.Exp(weights[j])
				all += weights[j]
			}
			for j, weight := range weights {
				for k := from; k < from+size; k++ {
					out[i*width+k] += weight / all * float64(qkv[j*3*width+2*width+k])
				}
			}
		}
	}
	return out
}

// Attention is what the paper says, for numbers of positions that fill no panel and for those that do, and the same by
// every implementation, to the last bit.
func TestAttentionIsRight(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 3))
	for _, heads := range []int{1, 2, 5} {
		for _, size := range []int{16, 32, 48} {
			for _, n := range []int{1, 2, 3, 15, 16, 17, 31, 33, 64, 159, 160} {
				m := 1 + random.IntN(n)
				qkv := randoms(random, PaddedRows(n)*3*heads*size)
				want := plainAttention(m, n, heads, size, qkv)
				first := attend(implementations[0], m, n, heads, size, qkv)
				for _, by := range implementations {
					got := attend(by, m, n, heads, size, qkv)
					if !slices.Equal(got, first) {
						t.Fatalf("%s differs from %s", by.name, implementations[0].name)
					}
					for i := range got {
						near(t, by.name, fmt.Sprint(m, n, heads, size), got[i], want[i], 0.01)
					}
				}
			}
		}
	}
}

// Where one position is all that matters, or none does, nothing overflows.
func TestExtremeAttentionIsRight(t *testing.T) {
	const n, heads, size = 160, 2, 32
	for _, v := range []float32{0, 1e-35, 1, 1e6, 1e18} {
		qkv := make([]float32, PaddedRows(n)*3*heads*size)
		for i := range qkv {
			qkv[i] = v * float32(1-i%2*2*(i/(3*heads*size)%2))
		}
		first := attend(implementations[0], n, n, heads, size, qkv)
		for _, by := range implementations {
			got := attend(by, n, n, heads, size, qkv)
			for i := range got {
				if math.Float32bits(got[i]) != math.Float32bits(first[i]) || math.Abs(float64(got[i])) > 1.003*float64(v) {
					t.Fatalf("%s: %v at %d, not %v", by.name, got[i], i, first[i])
				}
			}
		}
	}
}

func BenchmarkAttention(b *testing.B) {
	const n, heads, size = 160, 12, 32
	qkv := randoms(rand.New(rand.NewPCG(1, 1)), PaddedRows(n)*3*heads*size)
	context := make([]float32, PaddedRows(n)*heads*size)
	for _, by := range implementations {
		a := by.NewAttention(n, heads, size)
		b.Run(by.name, func(b *testing.B) {
			for b.Loop() {
				a.Attend(n, n, qkv, context)
			}
			b.ReportMetric(4*n*n*heads*size*float64(b.N)/b.Elapsed().Seconds()/1e9, "GOP/s")
		})
	}
}
