// Package positions finds what speakers stand for: who takes which side on what, with the words that prove it. It prefers
// to say nothing over saying what the evidence does not bear out.
//
// Every span it returns is a range of whole tokens of the text; a position's statement lies within one sentence, and its
// target within the statement.
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
	// Polarity tells how a sentence speaks of whom it names. Without it only patterns of words tell who takes which side.
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

// finder is the state of one article's search.
type finder struct {
	Article
	who      []int32 // index+1 of the speaker that a token mentions
	content  []int32 // index+1 of the innermost quote in whose content a token stands
	seen     map[key]bool
	sided    map[key]bool   // by quote in place of speaker: sentences of it in which a side is taken
	counts   map[string]int // how often each noun stands in the article, made when it is first asked for
	isCalled []bool         // speakers who are called by a name
	faceless []bool         // speakers whose positions tell nothing
	out      []Position
	retold   []bool             // tokens of a speech within a quotation: somebody else's words
	full     map[string]string  // the fullest name of each person by their last name, made when it is first asked for
	read     *polarity.Sentence // the sentence that was looked up last
	readFrom int                // and where it begins
}

// key tells positions of one speaker in one sentence apart.
type key struct {
	speaker, sentence int
	topic             string
}

// Find finds the positions of an article's speakers, in reading order of their statements.
func Find(a Article) []Position {
	f := newFinder(a)
	for q := range a.Quotes {
		if len(a.Quotes[q].Speakers) > 0 {
			f.fromCue(q)
			f.fromContent(q)
		}
	}
	for q := range a.Quotes {
		if len(a.Quotes[q].Speakers) > 0 {
			f.states(q)
		}
	}
	slices.SortStableFunc(f.out, func(a, b Position) int { return a.Statement[0].Start - b.Statement[0].Start })
	f.joinTopics()
	return f.out
}

func newFinder(a Article) *finder {
	n := len(a.Text.Tokens)
	f := &finder{Article: a, who: make([]int32, n), seen: map[key]bool{}, sided: map[key]bool{}}
	for s := range a.Speakers {
		for _, m := range a.Speakers[s].Mentions {
			from, to := a.Text.Range(m)
			for i := from; i < to; i++ {
				f.who[i] = int32(s + 1)
			}
		}
	}
	contents := make([][]text.Span, len(a.Quotes))
	for q := range a.Quotes {
		contents[q] = a.Quotes[q].Content
	}
	f.content = a.Text.Innermost(contents)
	f.findFaceless()
	f.findRetold()
	return f
}
