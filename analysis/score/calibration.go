package score

import "math"

// tenths is how many groups of like confidence there are.
const tenths = 10

// rated are predictions of like confidence.
type rated struct {
	count, right int
	sum          float64
}

func (r *rated) add(confidence float64, right bool) {
	r.count++
	r.right += one(right)
	r.sum += confidence
}

func (r *rated) merge(s rated) {
	r.count += s.count
	r.right += s.right
	r.sum += s.sum
}

// tenthOf is the group of a confidence; the last holds 1 too.
func tenthOf(confidence float64) int {
	return max(0, min(tenths-1, int(math.Floor(confidence*tenths))))
}

// Tenth is a group of predictions whose confidence is at least From and less than To.
type Tenth struct {
	From  Figure `json:"from"`
	To    Figure `json:"to"`
	Count int    `json:"count"`
	// Confidence is the mean, Right the share that is attributed right: the two are the same where the machine knows how
	// sure it may be.
	Confidence Figure `json:"confidence"`
	Right      Figure `json:"right"`
}

// Calibration tells how far confidence can be trusted.
type Calibration struct {
	// Count is how many predictions have a confidence.
	Count int `json:"count"`
	// Error is the expected calibration error: the mean distance between confidence and what is right.
	Error Figure `json:"ece"`
	// Tenths are the groups that hold any, the least certain first.
	Tenths []Tenth `json:"tenths"`
}

// Calibration works out how confidence compares with what is right.
func (t *Tally) Calibration() Calibration {
	c := Calibration{Tenths: []Tenth{}}
	distance := 0.0
	for i, r := range t.sureness {
		if r.count == 0 {
			continue
		}
		mean, right := r.sum/float64(r.count), share(r.right, r.count)
		c.Count += r.count
		distance += float64(r.count) * math.Abs(mean-right)
		c.Tenths = append(c.Tenths, Tenth{Figure(i) / tenths, Figure(i+1) / tenths, r.count, figure(mean), figure(right)})
	}
	if c.Count > 0 {
		c.Error = figure(distance / float64(c.Count))
	}
	return c
}
