// Package scores writes what held against gold came to: the figures, for people and for programs, and what is wrong
// where. It promises the lines and the fields of the reference script, and more behind them.
package scores

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/charmbracelet/x/ansi"

	"hearsay/analysis"
	"hearsay/analysis/measure"
	"hearsay/analysis/score"
	"hearsay/articles/export"
	"hearsay/ui/cli/oneline"
)

// Totals are what a run of score has added up.
type Totals struct {
	Tally    score.Tally
	sides    *score.SideTally // nil where no article's positions were noted
	missing  int
	byOutlet map[string]*score.Tally
	faults   []Fault
}

// Add adds what came of an article of an outlet, and of its faults as many as are still to be shown. It is missing
// where there was no prediction for it.
func (f *Totals) Add(outlet string, tally score.Tally, missing bool, faults []Fault, most int) {
	f.Tally.Add(tally)
	if missing {
		f.missing++
	}
	if f.byOutlet == nil {
		f.byOutlet = map[string]*score.Tally{}
	}
	if f.byOutlet[outlet] == nil {
		f.byOutlet[outlet] = &score.Tally{}
	}
	f.byOutlet[outlet].Add(tally)
	f.faults = append(f.faults, faults[:min(len(faults), most-len(f.faults))]...)
}

// AddSides adds what came of the positions of an article in which people noted them.
func (f *Totals) AddSides(t score.SideTally) {
	if f.sides == nil {
		f.sides = &score.SideTally{}
	}
	f.sides.Add(t)
}

// Writer writes the figures as "json", or else as text, with the calibration where that is asked for.
func (f *Totals) Writer(format string, calibration bool) func(io.Writer) error {
	if format == "json" {
		return func(w io.Writer) error { return f.writeJSON(w, calibration) }
	}
	return func(w io.Writer) error {
		for i := range f.faults {
			f.faults[i].write(w)
			fmt.Fprintln(w)
		}
		f.writeMeasures(w)
		f.writeKinds(w)
		f.writeOutlets(w)
		if calibration {
			writeCalibration(w, f.Tally.Calibration(), "attributed", "predictions")
		}
		if f.sides != nil {
			f.writeSides(w, calibration)
		}
		return nil // what is wrong with the output shows when it is flushed
	}
}

func (f *Totals) writeJSON(w io.Writer, calibration bool) error {
	out := struct {
		score.Report
		Missing     int                `json:"missing"`
		Calibration *score.Calibration `json:"calibration,omitempty"`
		Positions   *sidesFigures      `json:"positions,omitempty"`
		Errors      []Fault            `json:"errors,omitempty"`
	}{Report: f.Tally.Report(), Missing: f.missing, Errors: f.faults}
	if calibration {
		c := f.Tally.Calibration()
		out.Calibration = &c
	}
	if f.sides != nil {
		out.Positions = f.sidesFigures(calibration)
	}
	return export.Value(w, out)
}

// writeMeasures writes a line for each measure.
func (f *Totals) writeMeasures(w io.Writer) {
	r := f.Tally.Report()
	fmt.Fprintf(w, "%d documents (%d without a prediction), %d gold, %d predicted\n", r.Articles, f.missing, r.Gold,
		r.Predicted)
	for _, m := range []struct {
		name string
		score.Measure
	}{{"content", r.Content}, {"exact", r.Exact}, {"attributed", r.Attributed}, {"strict", r.Strict}} {
		fmt.Fprintf(w, "%-11s P %s  R %s  F1 %s   recall %s\n", m.name, m.P.Digits(3), m.R.Digits(3), m.F1.Digits(3),
			inLine(m.Recall))
	}
	if s := r.Speaker; s != nil {
		fmt.Fprintf(w, "speaker     R %s of %d named, right on %s of those found   recall %s\n", s.Recall.Digits(3),
			s.Named, s.OfFound.Digits(3), inLine(s.ByKind))
	}
	fmt.Fprintf(w, "tokens      P %s  R %s  F1 %s\n", r.Tokens.P.Digits(3), r.Tokens.R.Digits(3), r.Tokens.F1.Digits(3))
	fmt.Fprintf(w, "alpha       %s\n", r.Alpha.Digits(3))
}

// inLine writes a figure for each kind that there is.
func inLine(k score.ByKind) string {
	out := ""
	for _, one := range []struct {
		kind string
		*measure.Value
	}{{"direct", k.Direct}, {"mixed", k.Mixed}, {"indirect", k.Indirect}} {
		if one.Value == nil {
			continue
		}
		if out != "" {
			out += "  "
		}
		out += one.kind + " " + one.Digits(3)
	}
	return out
}

// writeKinds writes how many of each kind of gold attribution were found.
func (f *Totals) writeKinds(w io.Writer) {
	fmt.Fprintf(w, "\n%-9s %7s %8s %7s %11s %7s %8s\n", "recall of", "gold", "content", "exact", "attributed", "strict",
		"speaker")
	for _, kind := range []analysis.Kind{analysis.Direct, analysis.Mixed, analysis.Indirect} {
		c := f.Tally.Of(kind)
		fmt.Fprintf(w, "%-9s %7d %8s %7s %11s %7s %8s\n", kind, c.Gold, part(c.Content, c.Gold), part(c.Exact, c.Gold),
			part(c.Attributed, c.Gold), part(c.Strict, c.Gold), part(c.Speaker, c.Named))
	}
}

// part is a share, n/a of nothing.
func part(some, all int) string {
	return measure.Rate{Right: some, Of: all}.Share().Digits(3)
}

// writeOutlets compares the outlets, where the articles name any.
func (f *Totals) writeOutlets(w io.Writer) {
	var names []string
	wide := 0
	for name := range f.byOutlet {
		names = append(names, name)
		wide = max(wide, ansi.StringWidth(outletName(name)))
	}
	if len(names) == 1 && names[0] == "" {
		return
	}
	slices.Sort(names)
	wide = max(wide, len("outlet"))
	fmt.Fprintf(w, "\n%-*s %10s %7s %10s %11s %14s %6s %6s\n", wide, "outlet", "documents", "gold", "predicted",
		"content F1", "attributed F1", "P", "R")
	for _, name := range names {
		r := f.byOutlet[name].Report()
		shown := outletName(name)
		fmt.Fprintf(w, "%s%*s %10d %7d %10d %11s %14s %6s %6s\n", shown, wide-ansi.StringWidth(shown), "", r.Articles,
			r.Gold, r.Predicted,
			r.Content.F1.Digits(3), r.Attributed.F1.Digits(3), r.Attributed.P.Digits(3), r.Attributed.R.Digits(3))
	}
}

// longestOutlet keeps the table narrow.
const longestOutlet = 30

func outletName(name string) string {
	return oneline.Clean(oneline.Shorten(cmp.Or(name, "(none)"), longestOutlet))
}

// writeCalibration writes how the confidence of predictions of some sort compares with what is right.
func writeCalibration(w io.Writer, c score.Calibration, right, of string) {
	if c.Count == 0 {
		fmt.Fprintf(w, "\nconfidence: the %s have none\n", of)
		return
	}
	fmt.Fprintf(w, "\n%-12s %9s %6s %11s\n", "confidence", "predicted", "mean", right)
	for _, t := range c.Tenths {
		fmt.Fprintf(w, "%s to %s   %9d %6s %11s\n", t.From.Digits(1), t.To.Digits(1), t.Count, t.Confidence.Digits(3),
			t.Right.Digits(3))
	}
	fmt.Fprintf(w, "expected calibration error %s, over %d %s\n", c.Error.Digits(3), c.Count, of)
}
