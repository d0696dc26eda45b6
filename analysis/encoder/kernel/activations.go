package kernel

import "math"

// Softmax replaces each number of a row by e to the power of it, all divided by that of the largest, and returns their
// sum: who divides by it, at once or later, has the softmax. The row's length is that of whole panels.
func (m *Implementation) Softmax(x []float32) float32 { return m.softmax(x) }

// Gelu puts each number through the Gaussian error linear unit (Hendrycks and Gimpel 2016): the number times the share
// of a normal distribution that lies below it, here with an error below 0.00003. The row's length is that of whole
// panels.
func (m *Implementation) Gelu(x []float32) { m.gelu(x) }

// ReLU sets negative numbers to 0.
func ReLU(x []float32) {
	for i := range x {
		x[i] = max(x[i], 0)
	}
}

// AddLayerNorm adds a residual to a row and normalises the sum (layer normalisation: Ba, Kiros and Hinton 2016) to mean
// 0 and variance 1, then multiplies it by gain and adds bias. All four have the length of the row, which is that of
// whole panels.
func (m *Implementation) AddLayerNorm(x, residual, gain, bias []float32) {
	m.addLayerNorm(x, residual, gain, bias)
}

// epsilon keeps a row of equal numbers from being divided by 0.
const epsilon = 1e-12

// The normal distribution's share is that of a logistic curve over x(g1 + g3x² + g5x⁴), which was fitted for the least
// error of x times it; far out, where the share is 0 or 1 to all digits, x² counts as maxSquare.
const (
	g1        = 1.59501575
	g3        = 0.074011309
	g5        = -0.00070303622
	maxSquare = 30
)

// The powers of two from 0 to either half: terms of the series, which leave an error of 3 in a million.
const (
	log2e       = 1.44269504
	e1          = 0.693147181
	e2          = 0.240226507
	e3          = 0.0555041087
	e4          = 0.00961812911
	e5          = 0.00133335581
	maxExponent = 87 // beyond this a power of e, or its inverse, is no float32 with all its digits
)

// exp is e to the power of x, with six digits: two to the power of a whole number, which is put into the exponent,
// times two to the power of what is left.
func exp(x float32) float32 {
	t := float32(min(max(x, -maxExponent), maxExponent) * log2e)
	whole := float32(t + roundAt)
	f := t - (whole - roundAt)
	p := float32(e5*f) + e4
	p = float32(p*f) + e3
	p = float32(p*f) + e2
	p = float32(p*f) + e1
	p = float32(p*f) + 1
	return math.Float32frombits(math.Float32bits(p) + math.Float32bits(whole)<<23)
}

// roundAt is so large that a number added to it, of up to 2^22, has no room for what stands behind the point: it is
// rounded to the nearest whole number, the even one of two.
const roundAt = 3 << 22

func rounded(x float32) float32 { return float32(x+roundAt) - roundAt }

func portableSoftmax(x []float32) float32 {
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	var sums [sumLanes]float32
	for ; len(x) >= sumLanes; x = x[sumLanes:] {
		for i, v := range (*[sumLanes]float32)(x) {
			e := exp(v - top)
			x[i] = e
			sums[i] += e
		}
	}
	return sumOf(&sums)
}

func portableGelu(x []float32) {
	for i, v := range x {
		t := min(float32(v*v), maxSquare)
		p := float32(g5*t) + g3
		p = float32(p*t) + g1
		x[i] = v / (1 + exp(-float32(v*p)))
	}
}

// sumLanes is in how many sums numbers are added up: a number to the sum of its place among so many.
const sumLanes = 16

// sumOf adds up sums, halves of them to each other, in the order in which vector instructions do so.
func sumOf(x *[sumLanes]float32) float32 {
	for n := sumLanes / 2; n > 0; n /= 2 {
		for i := range n {
			x[i] += x[i+n]
		}
	}
	return x[0]
}

func portableAddLayerNorm(x, residual, gain, bias []float32) {
	residual, gain, bias = residual[:len(x)], gain[:len(x)], bias[:len(x)]
	var sums, squares [sumLanes]float32
	for i := range x {
		x[i] += residual[i]
		sums[i%sumLanes] += x[i]
	}
	mean := sumOf(&sums) / float32(len(x))
	for i := range x {
		x[i] -= mean
		squares[i%sumLanes] += float32(x[i] * x[i])
	}
	variance := sumOf(&squares) / float32(len(x))
	by := 1 / float32(math.Sqrt(float64(variance+epsilon)))
	for i := range x {
		x[i] = float32(float32(x[i]*by)*gain[i]) + bias[i]
	}
}
