// Package names finds the names of persons, organisations, places and peoples in a text: named entity recognition by
// BIO labels, an averaged perceptron and a neural linear-chain conditional random field that adds to its scores,
// decoded by Viterbi.
//
// It promises that every name is a run of whole tokens of one sentence, without the title before it and the possessive
// ending after it, and that names do not overlap.
package names

import (
	_ "embed"

	"hearsay/analysis/encoder"
	"hearsay/analysis/features"
	"hearsay/analysis/text"
)

// Name is a name where it stands.
type Name struct {
	text.Span
	// From and To are its tokens, as a half-open range.
	From, To int
	Type     Type
}

// Most weights are zero: they are packed.
//
//go:embed weights.bin
var builtIn string

// Finder finds names. It is safe for use by several goroutines at once.
type Finder struct {
	model   *model
	network *network
}

// Load makes a finder from the weights built into the program.
func Load() (*Finder, error) {
	file, err := form.Unpack(builtIn)
	if err != nil {
		return nil, err
	}
	return New(file, builtInNetwork)
}

// New makes a finder from weights that Learn made, and from those of the network that adds to what they say.
func New(weights, network string) (*Finder, error) {
	m, err := newModel(weights)
	if err != nil {
		return nil, err
	}
	k, err := readNetwork(network)
	if err != nil {
		return nil, err
	}
	return &Finder{m, k}, nil
}

// Projection is the projection of all layers that the hidden states which Find is given must come with.
func (f *Finder) Projection() *encoder.LayerProjection { return f.network.projection }

// States are the encoder's hidden states of a text: of each token the finder's projection of all layers.
type States interface{ ProjectedLayers(token int, to []float32) }

// Find returns the names of a text in reading order. Without hidden states, nil, the linear model judges alone.
func (f *Finder) Find(t *text.Text, states States) []Name {
	v := f.model.view(words(t))
	var transitions transitions
	if states != nil {
		f.network.addScores(v, f.network.convolve(v, states))
		transitions = f.network.transitions
	} else {
		v.onlyScored()
	}
	var found []Name
	for _, s := range t.Sentences {
		found = appendNames(found, t, s.From, v.labels(s.From, s.To, &transitions))
	}
	return tidy(t, found)
}

func words(t *text.Text) [][]word {
	sentences := make([][]word, len(t.Sentences))
	all := make([]word, len(t.Tokens))
	for i := range t.Tokens {
		all[i] = newWord(t.Word(i))
	}
	for s := range t.Sentences {
		sentences[s] = all[t.Sentences[s].From:t.Sentences[s].To]
	}
	return sentences
}

// noteArticle notes what only the whole article tells: which words it also writes small, and which sentences are in
// title case or capitals, so that a capital says little there.
func noteArticle(sentences [][]word) {
	small := map[uint64]bool{}
	for _, ws := range sentences {
		for i := range ws {
			if !ws[i].capital && ws[i].lower == ws[i].text {
				small[ws[i].hash] = true
			}
		}
	}
	for _, ws := range sentences {
		titled := isTitled(ws)
		for i := range ws {
			ws[i].titled = titled
			ws[i].common = small[ws[i].hash]
		}
	}
}

// isTitled reports whether nearly all longer words of a sentence have a capital.
func isTitled(ws []word) bool {
	long, capital := 0, 0
	for i := range ws {
		if len(ws[i].text) > 3 && kindOf(rune(ws[i].lower[0])) == 'a' {
			long++
			capital += int(features.Flag(ws[i].capital))
		}
	}
	return long >= 4 && capital*10 >= long*7
}

func appendNames(found []Name, t *text.Text, first int, got []int) []Name {
	for i := 0; i < len(got); {
		if got[i] == outside {
			i++
			continue
		}
		j := i + 1
		for j < len(got) && isInside(got[j]) {
			j++
		}
		found = append(found, Name{t.Span(first+i, first+j), first + i, first + j, typeOf(got[i])})
		i = j
	}
	return found
}
