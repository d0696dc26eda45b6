// Package positions finds what speakers stand for: who takes which side on what, with the words that prove it. It
// prefers to say nothing over saying what the evidence does not bear out.
//
// Every span it returns is a range of whole tokens of the text; a position's statement lies within one sentence, and
// its target within the statement.
package positions

import (
	"slices"

	"hearsay/analysis/annotated"
	"hearsay/analysis/positions/polarity"
	"hearsay/analysis/text"
)

// Quote is a quote whose speakers are known.
type Quote struct {
	Content, Cue, Source []text.Span
	Speakers             []int
	Confidence           float64
}

// Speaker is a speaker of the article. Mentions are in reading order.
type Speaker struct {
	Name     string
	Mentions []text.Span
	// Thing is true for what takes no sides itself, such as a poll.
	Thing bool
}

// Article is what positions are found from.
type Article struct {
	*annotated.Text
	Quotes   []Quote
	Speakers []Speaker
	// Polarity tells how a sentence speaks of whom it names. Without it only patterns of words tell who takes which
	// side.
	Polarity *polarity.Model
}

// Position is a speaker's stance towards a target, with its evidence.
type Position struct {
	Speaker    int
	Stance     Stance
	Act        Act
	Modality   Modality
	Target     []text.Span
	Topic      string
	Targets    []int // speakers that the target is
	Qualifiers []Qualifier
	Statement  []text.Span
	Quotes     []int
	Confidence float64
	Reason     string
}

// Find finds the positions of an article's speakers, in reading order of their statements.
func Find(a Article) []Position {
	all := newSides(a)
	fromCue, fromContent, fromSense, neutral := cues{all}, contents{all}, sense{all}, statements{all}
	for q := range a.Quotes {
		if len(a.Quotes[q].Speakers) == 0 {
			continue
		}
		fromCue.read(q)
		for c := range all.said(q) {
			if all.Lower(c.to-1) != "?" {
				fromContent.read(c)
				fromSense.read(c)
			}
		}
	}
	for q := range a.Quotes {
		if len(a.Quotes[q].Speakers) > 0 {
			neutral.read(q)
		}
	}
	slices.SortStableFunc(all.out, func(a, b Position) int { return a.Statement[0].Start - b.Statement[0].Start })
	joining{all.reader, all.out}.join()
	return all.out
}
