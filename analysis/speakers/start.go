package speakers

import "math"

// What speaks for a choice before anything learnt: nearness, as much as this, against that of the nearest, and for those
// named next and for nobody, that.
const (
	ofNearness = 1.2
	ofNearHere = 0.0
	ofAhead    = -2
	ofNobody   = -3
	ofOtherSex = 8 // against those whom pronouns of the other sex were found to mean
)

// begin gives each choice what speaks for it before anything learnt, and finds the nearness of the nearest.
func (r *resolver) begin(choices []choice, p pronoun, source bool) (nearest float64) {
	nearest = math.Inf(-1)
	for k := range choices {
		if choices[k].latest >= 0 {
			nearest = max(nearest, choices[k].near)
		}
	}
	for k := range choices {
		switch c := &choices[k]; {
		case c.latest >= 0:
			by := ofNearness
			if !source {
				by = ofNearHere
			}
			c.start = by*(c.near-nearest) - ofOtherSex*r.heardOther(*c, p)
		case c.isNobody():
			c.start = ofNobody
		default:
			c.start = ofAhead
		}
	}
	return nearest
}
