package scores

import (
	"fmt"
	"io"

	"hearsay/analysis/score"
)

// sidesFigures are those of positions, for programs.
type sidesFigures struct {
	score.SideReport
	Calibration *score.Calibration `json:"calibration,omitempty"`
}

func (f *Totals) sidesFigures(calibration bool) *sidesFigures {
	out := &sidesFigures{SideReport: f.sides.Report()}
	if calibration {
		c := f.sides.Calibration()
		out.Calibration = &c
	}
	return out
}

// writeSides writes a line for each measure of positions.
func (f *Totals) writeSides(w io.Writer, calibration bool) {
	r := f.sides.Report()
	fmt.Fprintf(w, "\n%d documents, %d gold positions, %d predicted\n", r.Articles, r.Gold, r.Predicted)
	for _, m := range []struct {
		name string
		score.Rates
	}{{"pair", r.Pair}, {"triple", r.Triple}} {
		fmt.Fprintf(w, "%-8s P %s  R %s  F1 %s\n", m.name, m.P.Digits(3), m.R.Digits(3), m.F1.Digits(3))
	}
	fmt.Fprintf(w, "explicit recall %s   side right on %s of pairs   speakers with a side who are shown one %s\n",
		r.Explicit.Digits(3), r.Side.Digits(3), r.Spoken.Digits(3))
	if calibration {
		writeCalibration(w, f.sides.Calibration(), "right", "positions")
	}
}
