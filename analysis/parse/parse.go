// Package parse tells how the words of a sentence hang together: the head of every word, and its relation to it. It
// promises that the words under a head and the head itself stand in one unbroken stretch, that each sentence has one
// word without a head, and the same tree for the same sentence, whatever stands around it, in time proportional to its
// length.
//
// It is a transition-based dependency parser: it reads a sentence from left to right with a stack, by the arc-hybrid
// transitions (Kuhlmann, Gómez-Rodríguez and Satta 2011), and takes at each step the one that an averaged perceptron
// scores highest, trained with a dynamic oracle (Goldberg and Nivre 2013). Relations are those of the Universal
// Dependencies. Its weights are made by "go run ./analysis/train parse".
package parse

import (
	_ "embed"
	"fmt"

	"hearsay/analysis/features"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
	"hearsay/analysis/weights"
)

//go:embed weights.bin
var builtIn string

// The weights file: a header, and lines of 64 signed bytes. A feature's hash names its line, and the order of the
// transitions in it, so that features that share a line seldom share a weight that matters.
const (
	headerSize = 16
	lineSize   = 64
	lineBits   = 17
	fileSize   = headerSize + lineSize<<lineBits + weights.TemplatesSize
)

var form = weights.Form{Magic: "hsyparse", Version: 1, Sum: 12, From: headerSize, Of: "trees",
	Made:      "go run ./analysis/train parse",
	Templates: features.Templates(template)}

// Parser parses sentences. It is safe for use by several goroutines at once.
type Parser struct{ weights string }

// Load returns the parser whose weights are built into the program.
func Load() (*Parser, error) { return Read(builtIn) }

// Read makes a parser from a weights file, which it uses in place.
func Read(file string) (*Parser, error) {
	if err := form.Check(file); err != nil {
		return nil, err
	}
	switch {
	case len(file) != fileSize:
		return nil, form.Damaged()
	case file[9] != byte(transitions):
		return nil, form.Outdated(fmt.Sprint("for ", file[9], " transitions"), fmt.Sprint(transitions))
	}
	return &Parser{weights: file[headerSize : len(file)-weights.TemplatesSize]}, nil
}

// Trees are the trees of a text's sentences.
type Trees struct {
	// Head is the token each token hangs on, -1 for the one on which all others of its sentence hang.
	Head []int32
	// Relation is each token's relation to its head.
	Relation []Relation
	// From and To tell the stretch of tokens under each token, itself among them.
	From, To []int32
}

// Parse parses the sentences of a text whose tokens have these tags.
func (p *Parser) Parse(t *text.Text, of []tags.Tag) *Trees {
	n := len(t.Tokens)
	trees := &Trees{Head: make([]int32, n), Relation: make([]Relation, n), From: make([]int32, n), To: make([]int32, n)}
	var s state
	for _, k := range t.Sentences {
		s.setWords(t.String, t.Tokens[k.From:k.To], of[k.From:k.To])
		p.run(&s)
		trees.add(&s, int32(k.From))
	}
	return trees
}

// run parses the sentence whose words are set.
func (p *Parser) run(s *state) {
	f := features.OfTrees.NewVector()
	s.begin()
	for !s.terminal() {
		// Where only one thing can be done there is nothing to weigh.
		switch m := s.legal(); m {
		case mayShift:
			s.apply(shift)
		case mayRoot:
			s.apply(toLeft[Root])
		default:
			s.addFeatures(&f)
			s.apply(p.best(&f, m))
		}
	}
}

// best returns the transition among those allowed that the features speak for most; of several, the first.
func (p *Parser) best(f *features.Vector, allowed moves) transition {
	scores := p.score(f)
	best, most := shift, -1
	for a := shift; a < transitions; a++ {
		if x := scores.of(a); x > most && a.sort()&allowed != 0 {
			best, most = a, x
		}
	}
	return best
}

// place returns where a feature's line of weights begins and how the transitions are turned in it.
func place(h uint64) (at, turn uint64) {
	return (h >> 40 & (1<<lineBits - 1)) * lineSize, h >> 20 & 63
}

// add takes over the tree of a sentence that begins at a token.
func (t *Trees) add(s *state, from int32) {
	for i, h := range s.head {
		k := from + int32(i)
		t.From[k], t.To[k], t.Relation[k] = k, k+1, s.relation[i]
		if t.Head[k] = -1; h >= 0 {
			t.Head[k] = h + from
		}
	}
	// A word's stretch is known once those of its dependents are. Going left, all dependents on the right of a word
	// childRelations come before it; going right, all on its left.
	n := from + int32(len(s.head))
	for k := n - 1; k >= from; k-- {
		if h := t.Head[k]; h >= 0 && h < k {
			t.To[h] = max(t.To[h], t.To[k])
		}
	}
	for k := from; k < n; k++ {
		if h := t.Head[k]; h > k {
			t.From[h] = min(t.From[h], t.From[k])
		}
	}
}
