package view

import (
	"hearsay/analysis"
)

// Level is how sure a quote is: words and speakers together. What a reviewer has decided on is sure, and of what is
// hidden until they do nothing is told.
func (f *Findings) Level(quote int) analysis.Level {
	if f.Settled != nil && (f.Settled[quote].Decided || f.Settled[quote].Hidden) {
		return analysis.Certain
	}
	return analysis.LevelOf(f.Doc.Quotes[quote].Certainty())
}

// PositionLevel is how sure a position is.
func (f *Findings) PositionLevel(position int) analysis.Level {
	if position < len(f.SettledPositions) && f.SettledPositions[position].Decided {
		return analysis.Certain
	}
	return analysis.LevelOf(f.Doc.Positions[position].Confidence)
}

// SureEnough reports whether a quote is sure enough to be shown and counted.
func (f *Findings) SureEnough(quote int) bool { return f.Judged != nil || f.Level(quote) >= f.Least }

// PositionSureEnough reports whether a position is, and the quote that shows it.
func (f *Findings) PositionSureEnough(position int) bool {
	if f.Judged != nil {
		return true
	}
	shown := f.Doc.Positions[position].Quotes
	return f.PositionLevel(position) >= f.Least && (len(shown) == 0 || f.SureEnough(shown[0]))
}

// Hides reports whether anything may be hidden because it is not sure enough.
func (f *Findings) Hides() bool { return f.Doc != nil && f.Least > analysis.Unsure && f.Judged == nil }

// Sureness says what is shown and counted where that is not all: "only sure or likely".
func (f *Findings) Sureness() string {
	switch {
	case !f.Hides():
		return ""
	case f.Least == analysis.Likely:
		return "only sure or likely"
	}
	return "only sure"
}

// Heard reports whether a speaker has a quote or a position that is sure enough; everybody has where nothing is hidden.
func (v View) Heard(speaker int) bool {
	if !v.Hides() || len(v.QuotesOf[speaker]) > 0 {
		return true
	}
	for _, p := range v.PositionsBy(speaker) {
		if v.PositionSureEnough(p) {
			return true
		}
	}
	return false
}

// Counted are how many quotes, and how many speakers, are sure enough.
func (v View) Counted() (quotes, speakers int) {
	for i := range v.Doc.Quotes {
		if v.SureEnough(i) {
			quotes++
		}
	}
	for i := range v.Doc.Speakers {
		if v.Heard(i) {
			speakers++
		}
	}
	return quotes, speakers
}

// Marked reports whether a quote is a speaker's and sure enough to be seen; every quote is the speaker None's.
func (f *Findings) Marked(quote, speaker int) bool {
	return f.Says(quote, speaker) && f.SureEnough(quote)
}
