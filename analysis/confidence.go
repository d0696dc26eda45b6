package analysis

import (
	"fmt"
	"math"
)

// Level is how far a finding may be trusted, in one of three steps that readers tell apart without a figure.
type Level int

// The levels, the least sure first.
const (
	Unsure Level = iota
	Likely
	Certain // its word is "sure"
)

// The least confidence of what is sure, and of what is likely. Confidences are probabilities that were held against
// annotated articles (the certainty that is trained), so that of what is called sure some 85 in 100 or more are right.
const (
	LeastSure   = 0.85
	LeastLikely = 0.65
)

var levelNames = [...]string{Unsure: "unsure", Likely: "likely", Certain: "sure"}

// String is the word for the level: "sure", "likely", "unsure".
func (l Level) String() string { return levelNames[l] }

// Levels are the words for all levels, the least sure first.
func Levels() []string { return levelNames[:] }

// LevelNamed is the level of a word; ok is false for what is none.
func LevelNamed(word string) (level Level, ok bool) {
	for i, name := range levelNames {
		if name == word {
			return Level(i), true
		}
	}
	return 0, false
}

// LevelOf is the level of a confidence, a probability from 0 to 1, rounded to the hundredths in which it is shown, so
// that word and number agree.
func LevelOf(confidence float64) Level {
	switch confidence = math.Round(100*confidence) / 100; {
	case confidence >= LeastSure:
		return Certain
	case confidence >= LeastLikely:
		return Likely
	}
	return Unsure
}

// goTogether is by how much the log odds of both are higher than if words and speakers went wrong independently of
// each other: where it is hard to tell what was said, it is hard to tell by whom. Set on the development parts of the
// world's news and of PolNeAR's speakers together, on which the figure is then on average 0.032 off, 0.042 before.
const goTogether = 0.23

// together is the probability that two findings of one quote are both right: never more than that of each.
func together(words, speakers float64) float64 {
	p := words * speakers
	if p <= 0 || p >= 1 {
		return p
	}
	return min(words, speakers, 1/(1+math.Exp(-math.Log(p/(1-p))-goTogether)))
}

// Sure says a confidence as a word and a number: "likely 0.71".
func Sure(confidence float64) string {
	return fmt.Sprintf("%s %.2f", LevelOf(confidence), math.Round(100*confidence)/100)
}
