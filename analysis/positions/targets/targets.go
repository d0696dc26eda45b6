// Package targets finds the words that sides are taken on: the targets of positions, and whether what is said, wanted
// or done there supports or opposes them. A small neural network reads the encoder's hidden states together with the
// roles that words play in quotes (content, cue, source), and labels every token in BIO form; labels are weighed in
// chains, by a linear-chain conditional random field.
//
// It promises that targets are runs of whole tokens of one sentence, in reading order, and do not overlap; that each
// has the probability which the chain gives it; and that time grows in proportion to the text. Who takes the side is
// not told here: see package holders.
package targets

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/text"
)

// Quote is a quote, as far as it tells what role words play.
type Quote struct{ Content, Cue, Source []text.Span }

// Target is what a side is taken on.
type Target struct {
	// From and To are its tokens, as a half-open range.
	From, To int
	// Opposed is true where somebody opposes it, and false where somebody supports it.
	Opposed bool
	// Odds are the probability that a target of this side stands here: that of the likeliest of the tokens.
	Odds float64
	// Taken is the same for a target of whichever side.
	Taken float64
}

// Finder finds targets. It is safe for use by several goroutines at once.
type Finder struct{ network *network }

// Load makes a finder from the weights built into the program.
func Load() (*Finder, error) { return New(builtIn) }

// New makes a finder from the weights that analysis/train/encoder/targets.py made.
func New(weights string) (*Finder, error) {
	k, err := readNetwork(weights)
	if err != nil {
		return nil, err
	}
	return &Finder{k}, nil
}

// HiddenSize is how many numbers the hidden states must have that it reads.
func (f *Finder) HiddenSize() int { return f.network.hiddenSize }

// longest is how many tokens of a sentence are looked at together.
const longest = 256

// leaning is added to the score of the beginning of a target when labels are chosen, so that also such are found as are
// less likely than not: which of them are told is for others to decide, by the odds. Of 0, 1, 2 and 3 it was the one
// beyond which no more positions were right on the development part of the world's news.
const leaning = 2

// Find finds the targets of an annotated text that has hidden states.
func (f *Finder) Find(t *annotated.Text, quotes []Quote) []Target {
	v := Read(t, quotes)
	w := newWorkspace(f.network)
	var out []Target
	var before, at sentence
	next := func(behind sentence) {
		if at.tokens > 0 {
			out = appendTargets(out, at.from, w.scores(&at, &before, &behind), &f.network.transitions)
		}
		before, at = at, behind
	}
	for _, s := range t.Sentences {
		for from := s.From; from < s.To; from += longest {
			next(w.read(v, t.States, from, min(s.To, from+longest)))
		}
	}
	next(sentence{})
	return out
}

// appendTargets adds the targets of a stretch of tokens, the first of which is first, whose labels have some scores.
func appendTargets(out []Target, first int, scores [][labels]float32, by *transitions) []Target {
	best := viterbi(scores, by, leaning)
	var odds [][labels]float64
	for i := 0; i < len(best); {
		if best[i] == outside {
			i++
			continue
		}
		if odds == nil {
			odds = marginals(scores, by)
		}
		x := Target{From: first + i, Opposed: opposed(best[i])}
		k := i
		for ; k < len(best) && (k == i || isInside(best[k])); k++ {
			x.Odds = max(x.Odds, odds[k][begin(x.Opposed)]+odds[k][begin(x.Opposed)+1])
			x.Taken = max(x.Taken, 1-odds[k][outside])
		}
		x.To = first + k
		out = append(out, x)
		i = k
	}
	return out
}
