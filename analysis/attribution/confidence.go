package attribution

import "math"

// The confidence of a candidate is a logistic function of what the models say of it.
const confidenceSize = 9

// firstConfidence stands in the weights file until it is fitted: the probability as it is.
var firstConfidence = [confidenceSize]float64{0, 1}

// confidenceFeatures returns what a candidate's confidence is a function of, the first of them the constant.
func confidenceFeatures(c *candidate, k Kind) [confidenceSize]float64 {
	p := math.Min(math.Max(c.probability, leastProbability), 1-leastProbability)
	x := [confidenceSize]float64{0: 1, 1: math.Log(p / (1 - p)), 2: math.Max(c.path, leastPath)}
	switch k {
	case Direct:
		x[3] = 1
	case Mixed:
		x[4] = 1
	}
	if len(c.source) == 0 {
		x[5] = 1
	}
	x[6] = math.Log(1 + float64(length(c.content)))
	if len(c.content) > 1 {
		x[7] = 1
	}
	x[8] = math.Max(-mostLogOdds, math.Min(mostLogOdds, c.logOdds))
	return x
}

// confidence returns the probability that a candidate's content and source are both right.
func (f *Finder) confidence(c *candidate, k Kind) float64 {
	s := 0.0
	for i, x := range confidenceFeatures(c, k) {
		s += f.calibration[i] * x
	}
	return sigmoid(s)
}
