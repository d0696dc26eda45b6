package measure

import (
	"encoding/json"
	"fmt"
	"math"
)

// z is the normal deviate for 95 %.
const z = 1.959963984540054

// Rate is how many of some are right.
type Rate struct{ Right, Of int }

// Count counts one more.
func (r *Rate) Count(right bool) {
	r.Of++
	if right {
		r.Right++
	}
}

// Plus adds another rate's counts.
func (r Rate) Plus(s Rate) Rate { return Rate{r.Right + s.Right, r.Of + s.Of} }

// Share is the part that is right, undefined where there is nothing.
func (r Rate) Share() Value { return ratio(float64(r.Right), float64(r.Of)) }

// Wilson is the score interval of Wilson (1927) for 95 %, without correction for continuity, as Newcombe (1998)
// recommends: it holds what it promises for few observations and for shares near 0 and 1 too.
func (r Rate) Wilson() (low, high Value) {
	if r.Of == 0 {
		return Undefined(), Undefined()
	}
	n, p := float64(r.Of), float64(r.Right)/float64(r.Of)
	middle := p + z*z/(2*n)
	half := z * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	scale := 1 + z*z/n
	low, high = Value(max(0, (middle-half)/scale)), Value(min(1, (middle+half)/scale))
	// What rounding leaves at the ends is none of the interval's.
	if r.Right == 0 {
		low = 0
	}
	if r.Right == r.Of {
		high = 1
	}
	return low, high
}

// Margin is half the width of the interval.
func (r Rate) Margin() Value {
	low, high := r.Wilson()
	return (high - low) / 2
}

// String gives the share and its interval, "0.83 (0.75–0.89)", which is wider on one side where the share is near 0 or
// 1.
func (r Rate) String() string {
	if r.Of == 0 {
		return "n/a"
	}
	low, high := r.Wilson()
	return fmt.Sprintf("%s (%s–%s)", r.Share(), low, high)
}

// rateRecord is a rate in JSON.
type rateRecord struct {
	Right  int   `json:"right"`
	Of     int   `json:"of"`
	Share  Value `json:"share"`
	Low    Value `json:"low"`
	High   Value `json:"high"`
	Margin Value `json:"margin"`
}

// MarshalJSON gives the counts, the share and its interval.
func (r Rate) MarshalJSON() ([]byte, error) {
	low, high := r.Wilson()
	return json.Marshal(rateRecord{r.Right, r.Of, r.Share(), low, high, r.Margin()})
}

// UnmarshalJSON reads the counts.
func (r *Rate) UnmarshalJSON(data []byte) error {
	var rec rateRecord
	if err := json.Unmarshal(data, &rec); err != nil {
		return fmt.Errorf("no rate: %w", err)
	}
	r.Right, r.Of = rec.Right, rec.Of
	return nil
}
