// Package positions finds what speakers stand for: who takes which side on what, with the words that prove it. It
// prefers to say nothing over saying what the evidence does not bear out.
//
// Every span it returns is a range of whole tokens of the text; a position's statement lies within one sentence, and
// its target within the statement.
package positions

import (
	"slices"

	"hearsay/analysis/annotated"
	"hearsay/analysis/positions/directed"
	"hearsay/analysis/positions/polarity"
	"hearsay/analysis/text"
)

// Quote is a quote whose speakers are known.
type Quote struct {
	Content, Cue, Source []text.Span
	Speakers             []int
	Confidence           float64
	// Certainty is how sure the speakers are, given the source.
	Certainty float64
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
	// Taken are the sides that were learnt to be found.
	Taken []Taken
	// Polarity tells how a sentence speaks of whom it names. Without it only patterns of words tell who takes which
	// side.
	Polarity *polarity.Model
	// Directed tells who is for or against whom.
	Directed *directed.Model
	// Certainty tells how sure positions are. Without it they are as sure as the way to find each.
	Certainty *Certainty
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
	// Doubtful is true where a reader would too often not bear it out for it to be told unasked.
	Doubtful bool
	Reason   string
}

// Find finds the positions of an article's speakers, in reading order of their statements.
func Find(a Article) []Position {
	all := weigh(a)
	out := make([]Position, 0, len(all))
	for i := range all {
		p := &all[i]
		if a.Certainty != nil && p.Stance != Neutral {
			p.Confidence = a.Certainty.of(&p.evidence)
			p.Doubtful = p.Confidence < LeastSure
		}
		if a.Certainty == nil || p.Stance == Neutral || p.Confidence >= leastLikely {
			out = append(out, p.Position)
		}
	}
	return out
}

// weighed is a position with what is known of it.
type weighed struct {
	Position
	evidence
}

// weigh finds what may be positions, however likely.
func weigh(a Article) []weighed {
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
	found := learnt{sides: all}
	for _, x := range a.Taken {
		found.read(x)
	}
	for q := range a.Quotes {
		if len(a.Quotes[q].Speakers) > 0 {
			neutral.read(q)
		}
	}
	merged := found.merged()
	slices.SortStableFunc(merged, func(a, b weighed) int { return a.Statement[0].Start - b.Statement[0].Start })
	joining{all.reader, merged}.join()
	noteRepeats(merged)
	all.noteForms(merged)
	return merged
}

// noteRepeats notes which positions were taken before, on the same topic.
func noteRepeats(all []weighed) {
	type view struct {
		speaker int
		stance  Stance
		topic   string
	}
	seen := map[view]bool{}
	for i := range all {
		v := view{all[i].Speaker, all[i].Stance, all[i].Topic}
		all[i].evidence[repeats] = flag(seen[v])
		seen[v] = true
	}
}
