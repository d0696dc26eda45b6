package measure

import "math"

// bands is how many groups of like confidence there are.
const bands = 10

// Band is a group of predictions whose confidence is at least From and less than To; the last holds 1 too.
type Band struct {
	From Value `json:"from"`
	To   Value `json:"to"`
	// Confidence is the mean, Rate how many were right: mean and share are the same where the machine knows how sure it
	// may be.
	Confidence Value `json:"confidence"`
	Rate       Rate  `json:"rate"`
}

// Reliability tells how far confidence can be trusted. The zero value is ready to use.
type Reliability struct {
	sums  [bands]float64
	rates [bands]Rate
}

// Add counts a prediction.
func (r *Reliability) Add(confidence float64, right bool) {
	b := BandOf(confidence)
	r.sums[b] += confidence
	r.rates[b].Count(right)
}

// Merge adds the predictions that another has counted.
func (r *Reliability) Merge(s Reliability) {
	for i := range r.rates {
		r.sums[i] += s.sums[i]
		r.rates[i] = r.rates[i].Plus(s.rates[i])
	}
}

// BandOf is the number of the band that a confidence falls into, 0 to 9.
func BandOf(confidence float64) int {
	if math.IsNaN(confidence) {
		return 0
	}
	return int(math.Floor(max(0, min(bands-1, confidence*bands))))
}

// Bands are the groups that hold any, the least certain first.
func (r *Reliability) Bands() []Band {
	out := []Band{}
	for i, rate := range r.rates {
		if rate.Of > 0 {
			out = append(out, Band{Value(i) / bands, Value(i+1) / bands, Value(r.sums[i] / float64(rate.Of)), rate})
		}
	}
	return out
}

// Error is the expected calibration error: the mean distance between confidence and what is right.
func (r *Reliability) Error() Value {
	distance, n := 0.0, 0
	for i, rate := range r.rates {
		distance += math.Abs(r.sums[i] - float64(rate.Right))
		n += rate.Of
	}
	return ratio(distance, float64(n))
}
