package measure

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Interval is where a figure lies in 95 of 100 repetitions.
type Interval struct {
	Low  Value `json:"low"`
	High Value `json:"high"`
}

// Bootstrap draws as many groups as there are, with replacement, so many times over, and gives the middle 95 % of what
// their rates add up to (Efron's percentile interval). Groups are articles: what is right in one hangs together, so an
// interval over single quotes would be too narrow. Groups that hold nothing are left out; it takes two others.
func Bootstrap(groups []Rate, draws int, seed uint64) Interval {
	var full []Rate
	for _, g := range groups {
		if g.Of > 0 {
			full = append(full, g)
		}
	}
	if len(full) < 2 || draws < 1 {
		return Interval{Undefined(), Undefined()}
	}
	random := rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15))
	shares := make([]float64, draws)
	for i := range shares {
		var sum Rate
		for range full {
			sum = sum.Plus(full[random.IntN(len(full))])
		}
		shares[i] = float64(sum.Share())
	}
	slices.Sort(shares)
	return Interval{Value(quantile(shares, 0.025)), Value(quantile(shares, 0.975))}
}

// quantile is a quantile of sorted numbers, between two of them where it lies there.
func quantile(sorted []float64, q float64) float64 {
	at := q * float64(len(sorted)-1)
	below := int(math.Floor(at))
	above := min(below+1, len(sorted)-1)
	return sorted[below] + (at-float64(below))*(sorted[above]-sorted[below])
}
