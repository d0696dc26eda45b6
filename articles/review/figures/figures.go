// Package figures tells how accurate the machine is, as far as one reviewer decided, and how far two reviewers agree,
// or one and the machine. It promises counts that can be counted again by hand, every share with its interval, and n/a
// where a figure is not defined; the same decisions give the same figures.
package figures

import "hearsay/analysis/measure"

// Settings are how figures are worked out.
type Settings struct {
	// Draws is how many times the articles are drawn anew for the intervals over articles, Seed what draws them.
	Draws int
	Seed  uint64
	// Drawn counts only what a random sample drew.
	Drawn bool
	// Examples is the most quotes that are given for each sort of error.
	Examples int
}

// Measured is how often the machine is right: whether a quote is one, and of those that are whether each part is right.
// Content, cue and source are right where they hold the same letters: a comma more or less is no error.
type Measured struct {
	Quote   measure.Rate `json:"quote"`
	Content measure.Rate `json:"content"`
	Kind    measure.Rate `json:"kind"`
	// Polarity is whether it was said, denied or refused.
	Polarity measure.Rate `json:"polarity"`
	Cue      measure.Rate `json:"cue"`
	Source   measure.Rate `json:"source"`
	Speaker  measure.Rate `json:"speaker"`
	// All is right in everything, of all that were decided.
	All measure.Rate `json:"all"`
}

// OnPositions is how often positions are right, counted in the same way.
type OnPositions struct {
	Position measure.Rate `json:"position"`
	Stance   measure.Rate `json:"stance"`
	Target   measure.Rate `json:"target"`
	Speaker  measure.Rate `json:"speaker"`
	All      measure.Rate `json:"all"`
}

// Found is how much of what there is was found. It rests on the articles that are finished: complete, with no quote
// undecided.
type Found struct {
	Articles int          `json:"articles"`
	Rate     measure.Rate `json:"rate"`
	// LeftOut are the articles that are called complete and have undecided quotes.
	LeftOut int `json:"left_out"`
}

// Part is the figures of some of the quotes.
type Part struct {
	Name string `json:"name"`
	Measured
}

// Trust tells how far a confidence can be trusted.
type Trust struct {
	// Error is the expected calibration error.
	Error measure.Value  `json:"ece"`
	Bands []measure.Band `json:"bands"`
}

// Spread are the intervals that articles make when they are drawn anew.
type Spread struct {
	Draws   int              `json:"draws"`
	Seed    uint64           `json:"seed"`
	Quote   measure.Interval `json:"quote"`
	Speaker measure.Interval `json:"speaker"`
	All     measure.Interval `json:"all"`
}

// Figures are how accurate the machine is, as far as one reviewer decided: what several decided on one article is not
// more to go by than what one did.
type Figures struct {
	// Reviewer is empty where nothing is decided.
	Reviewer string `json:"reviewer"`
	// Drawn is true where only what a random sample drew is counted.
	Drawn bool `json:"drawn"`
	// Articles are those in which anything was decided, Decided the quotes with a verdict.
	Articles int `json:"articles"`
	Decided  int `json:"decided"`
	Skipped  int `json:"skipped"`
	Flagged  int `json:"flagged"`
	// Random of those decided were drawn at random: only then do the figures hold for what they were drawn from. Blind
	// were decided before the reviewer saw the machine's answer: see Sitting.Blind.
	Random int `json:"random"`
	Blind  int `json:"blind"`

	Quotes    Measured    `json:"quotes"`
	Positions OnPositions `json:"positions"`
	// Recall is nil where no article is finished, and where only what was drawn is counted: nobody draws what is missed.
	Recall *Found `json:"recall"`
	Spread Spread `json:"over_articles"`

	ByKind       []Part `json:"by_kind"`
	ByConfidence []Part `json:"by_confidence"`
	ByOutlet     []Part `json:"by_outlet"`
	// ByType is by the first speaker whom the machine names: "person", "organisation", "group", or "unknown" where it
	// could not tell the type; "no speaker" is where it names nobody.
	ByType   []Part `json:"by_speaker_type"`
	ByEngine []Part `json:"by_engine"`

	// Confidence is held against content and source, half of whose letters must be right; SpeakerConfidence against the
	// speakers of those whose source is right.
	Confidence        Trust `json:"confidence"`
	SpeakerConfidence Trust `json:"speaker_confidence"`

	Errors []Error `json:"errors"`
}
