package targets

import (
	"math"
	"math/rand/v2"
	"testing"

	"hearsay/analysis/encoder/kernel"
)

// dense is a layer with its weights, a row for each number that comes out, so that it can be reckoned plainly too.
type dense struct {
	rows [][]float32
	bias []float32
}

func someDense(r *rand.Rand, in, out int) (d dense) {
	for range out {
		d.rows, d.bias = append(d.rows, someNumbers(r, in)), append(d.bias, float32(r.NormFloat64()))
	}
	return d
}

func someNumbers(r *rand.Rand, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(r.NormFloat64()) / 8
	}
	return out
}

func (d dense) packed() *kernel.Packed {
	p := kernel.NewPacked(len(d.rows[0]), len(d.rows), d.bias)
	for i, row := range d.rows {
		p.SetColumn(i, row)
	}
	return p
}

func (d dense) of(x []float64) []float64 {
	out := make([]float64, len(d.rows))
	for i, row := range d.rows {
		out[i] = float64(d.bias[i])
		for c, w := range row {
			out[i] += float64(w) * x[c]
		}
	}
	return out
}

// plainlyNormed is a row with mean 0 and variance 1, times a gain, plus a shift.
func plainlyNormed(x []float32, gain, shift []float32) []float64 {
	mean, variance := 0.0, 0.0
	for _, v := range x {
		mean += float64(v) / float64(len(x))
	}
	for _, v := range x {
		variance += (float64(v) - mean) * (float64(v) - mean) / float64(len(x))
	}
	out := make([]float64, len(x))
	for c, v := range x {
		out[c] = (float64(v)-mean)/math.Sqrt(variance)*float64(gain[c]) + float64(shift[c])
	}
	return out
}

// plainlyAttended is what attention adds to a row, reckoned number by number.
func plainlyAttended(asked [][]float64, i int, far []float32) []float64 {
	out := make([]float64, width)
	for h := range heads {
		weights, whole := make([]float64, len(asked)), 0.0
		for j := range asked {
			score := float64(far[h*distances+min(max(j-i, -farthest), farthest)+farthest])
			for c := h * headSize; c < (h+1)*headSize; c++ {
				score += asked[i][c] * asked[j][width+c]
			}
			weights[j] = math.Exp(score)
			whole += weights[j]
		}
		for j, w := range weights {
			for c := h * headSize; c < (h+1)*headSize; c++ {
				out[c] += w / whole * asked[j][2*width+c]
			}
		}
	}
	return out
}

// The products by packed panels attend as a reckoning number by number does, also where the sentence before was longer.
func TestAttentionIsAsReckonedPlainly(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	asks, attended := someDense(r, width, 3*width), someDense(r, width, width)
	k := &network{gain: someNumbers(r, width), shift: someNumbers(r, width), distances: someNumbers(r, heads*distances),
		attention: asks.packed(), attended: attended.packed()}
	for c := range k.gain {
		k.gain[c] += 2
	}
	a := newAttender()
	for _, n := range []int{longest, 1, 17, 40, 2} {
		rows := someNumbers(r, kernel.PaddedRows(n)*width)
		before := append([]float32(nil), rows...)
		asked := make([][]float64, n)
		for i := range asked {
			asked[i] = asks.of(plainlyNormed(rows[i*width:][:width], k.gain, k.shift))
		}
		a.attend(k, n, rows)
		for i := range n {
			for c, want := range attended.of(plainlyAttended(asked, i, k.distances)) {
				got := float64(rows[i*width+c] - before[i*width+c])
				if math.Abs(got-want) > 1e-3 {
					t.Fatalf("%d tokens, number %d of token %d: %v, want %v", n, c, i, got, want)
				}
			}
		}
	}
}
