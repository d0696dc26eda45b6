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
	t := min(max(x, -maxExponent), maxExponent) * log2e
	whole := float32(math.RoundToEven(float64(t)))
	f := t - whole
	p := ((((e5*f+e4)*f+e3)*f+e2)*f+e1)*f + 1
	return math.Float32frombits(uint32(int32(math.Float32bits(p)) + int32(whole)<<23))
}

func portableSoftmax(x []float32) (sum float32) {
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	for i, v := range x {
		x[i] = exp(v - top)
		sum += x[i]
	}
	return sum
}

func portableGelu(x []float32) {
	for i, v := range x {
		t := min(v*v, maxSquare)
		x[i] = v / (1 + exp(-v*((g5*t+g3)*t+g1)))
	}
}

func portableAddLayerNorm(x, residual, gain, bias []float32) {
	residual, gain, bias = residual[:len(x)], gain[:len(x)], bias[:len(x)]
	var sum, squares [4]float32 // four at once, for a sum must wait for the one before
	for i := range x {
		x[i] += residual[i]
		sum[i%4] += x[i]
	}
	mean := (sum[0] + sum[1] + sum[2] + sum[3]) / float32(len(x))
	for i := range x {
		x[i] -= mean
		squares[i%4] += x[i] * x[i]
	}
	variance := float64(squares[0]+squares[1]+squares[2]+squares[3]) / float64(len(x))
	by := float32(1 / math.Sqrt(variance+epsilon))
	for i := range x {
		x[i] = x[i]*by*gain[i] + bias[i]
	}
}
