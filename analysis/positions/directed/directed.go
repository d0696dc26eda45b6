// Package directed tells which of two that a sentence names is for or against the other, if either is (directed
// sentiment: Park, Pan and Joo 2021): both attend together to the words around (package attending).
//
// It promises odds that sum to one, the same for the same sentence, in time that grows in proportion to its length. Its
// weights are made by analysis/train/encoder/polarity.py.
package directed

import (
	_ "embed"

	"hearsay/analysis/encoder"
	"hearsay/analysis/positions/attending"
)

//go:embed weights.bin
var builtIn string

// Odds are the probabilities that neither of two takes a side towards the other; that the one supports or opposes the
// other; and that the other supports or opposes the one.
type Odds struct{ Neither, Supports, Opposes, Supported, Opposed float32 }

var form = attending.Form{Stretches: 2, Answers: 5, Magic: "hsydire", Of: "who is for or against whom"}

// Model is what was learnt. It is safe for use by several goroutines at once.
type Model struct{ *attending.Model }

// Load returns the model whose weights are built into the program.
func Load() (*Model, error) { return Read(builtIn) }

// Read makes a model from a weights file.
func Read(file string) (*Model, error) {
	m, err := attending.Read(file, form)
	if err != nil {
		return nil, err
	}
	return &Model{m}, nil
}

// Sentence is a stretch of tokens whose words have been looked up.
type Sentence struct{ *attending.Sentence }

// Stretch is a half-open range of tokens.
type Stretch = attending.Stretch

// Longest is how many tokens of a sentence are looked at together.
const Longest = attending.Longest

// Of looks up the words of a sentence, or of as many as are looked at together.
func (m *Model) Of(v *encoder.HiddenStates, from, to int) *Sentence {
	return &Sentence{m.Model.Of(v, from, to)}
}

// Between tells whether one stretch is for or against another, or the other way round: the mean of what is judged with
// either first. The sentence must cover both.
func (s *Sentence) Between(one, other Stretch) Odds {
	a, b := s.Judge(one, other), s.Judge(other, one)
	mean := func(i, k int) float32 { return (a[i] + b[k]) / 2 }
	return Odds{mean(0, 0), mean(1, 3), mean(2, 4), mean(3, 1), mean(4, 2)}
}
