// Package polarity tells whether a sentence speaks well or ill of someone or something it names, or neither
// (target-dependent sentiment): what it names attends to the words around (package attending).
//
// It promises odds that sum to one, the same for the same sentence, in time that grows in proportion to its length. Its
// weights are made by analysis/train/encoder/polarity.py.
package polarity

import (
	_ "embed"

	"hearsay/analysis/encoder"
	"hearsay/analysis/positions/attending"
)

//go:embed weights.bin
var builtIn string

var form = attending.Form{Stretches: 1, Answers: 3, Magic: "hsypola", Of: "how sentences speak of whom they name"}

// Odds are the probabilities of a sentence speaking ill of what it names, neither well nor ill, and well.
type Odds struct{ Ill, Neither, Well float32 }

// Longest is how many tokens of a sentence are looked at together.
const Longest = attending.Longest

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

// Of looks up the words of a sentence, or of as many as are looked at together.
func (m *Model) Of(v *encoder.HiddenStates, from, to int) *Sentence {
	return &Sentence{m.Model.Of(v, from, to)}
}

// Towards tells how the sentence speaks of what the tokens from from to to name. It must cover them.
func (s *Sentence) Towards(from, to int) Odds {
	odds := s.Judge(attending.Stretch{From: from, To: to})
	return Odds{odds[0], odds[1], odds[2]}
}
