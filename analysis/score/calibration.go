package score

import "hearsay/analysis/measure"

// Tenth is a group of predictions whose confidence is at least From and less than To.
type Tenth struct {
	From  measure.Value `json:"from"`
	To    measure.Value `json:"to"`
	Count int           `json:"count"`
	// Confidence is the mean, Right the share that is attributed right: the two are the same where the machine knows how
	// sure it may be.
	Confidence measure.Value `json:"confidence"`
	Right      measure.Value `json:"right"`
}

// Calibration tells how far confidence can be trusted.
type Calibration struct {
	// Count is how many predictions have a confidence.
	Count int `json:"count"`
	// Error is the expected calibration error: the mean distance between confidence and what is right.
	Error measure.Value `json:"ece"`
	// Tenths are the groups that hold any, the least certain first.
	Tenths []Tenth `json:"tenths"`
}

// Calibration works out how confidence compares with what is right.
func (t *Tally) Calibration() Calibration { return calibrationOf(&t.sureness) }

func calibrationOf(sureness *measure.Reliability) Calibration {
	c := Calibration{Error: sureness.Error().Rounded(), Tenths: []Tenth{}}
	for _, b := range sureness.Bands() {
		c.Count += b.Rate.Of
		c.Tenths = append(c.Tenths, Tenth{b.From, b.To, b.Rate.Of, b.Confidence.Rounded(), b.Rate.Share().Rounded()})
	}
	return c
}
