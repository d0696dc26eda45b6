package tags

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math/bits"

	"hearsay/analysis/features"
	"hearsay/analysis/text"
	"hearsay/analysis/weights"
)

// Most weights are zero: they are packed.
//
//go:embed weights.bin
var builtIn string

// The weights file: a header, the lexicon, the weights.
//
// The lexicon is an open-addressing table of (hash of a word, set of the tags it can have), 8 bytes each,
// little-endian. Weights stand in lines of 64 bytes: a feature's hash names its line, and the order of the tags in it,
// so that features that share a line seldom share a weight that matters.
const (
	headerSize = 32
	entrySize  = 16
	lineSize   = 64
)

var form = weights.Form{Magic: "hsytags", Version: 1, Sum: 8, From: headerSize, Of: "tags",
	Made:      "go run ./analysis/train tags",
	Templates: features.Templates(template)}

// Tagger tags sentences. It is safe for use by several goroutines at once.
type Tagger struct {
	lexicon  string
	weights  string
	wordMask uint64 // number of the lexicon's entries, less one
	lineMask uint64 // number of lines, less one
	open     uint64 // the set of tags a word outside the lexicon can have
}

// Load returns the tagger whose weights are built into the program.
func Load() (*Tagger, error) {
	file, err := form.Unpack(builtIn)
	if err != nil {
		return nil, err
	}
	return Read(file)
}

// Read makes a tagger from a weights file, which it uses in place.
func Read(file string) (*Tagger, error) {
	if err := form.Check(file); err != nil {
		return nil, err
	}
	if len(file) < headerSize {
		return nil, form.Damaged()
	}
	head := []byte(file[:headerSize])
	words, lines := uint64(1)<<head[25], uint64(1)<<head[26]
	switch {
	case uint64(len(file)) != headerSize+words*entrySize+lines*lineSize+weights.TemplatesSize:
		return nil, form.Damaged()
	case head[24] != byte(count):
		return nil, form.Outdated(fmt.Sprint("for ", head[24], " tags"), fmt.Sprint(count))
	}
	split := headerSize + words*entrySize
	return &Tagger{lexicon: file[headerSize:split], weights: file[split : len(file)-weights.TemplatesSize],
		wordMask: words - 1, lineMask: lines - 1,
		open: binary.LittleEndian.Uint64(head[16:])}, nil
}

// Tag returns the tags of all tokens of a text.
func (g *Tagger) Tag(t *text.Text) []Tag {
	out := make([]Tag, len(t.Tokens))
	var words []word
	for _, s := range t.Sentences {
		words = appendWords(words, t.String, t.Tokens[s.From:s.To])
		g.tag(words, out[s.From:s.To])
	}
	return out
}

// TagTokens returns the tags of the tokens of one sentence of s.
func (g *Tagger) TagTokens(s string, tokens []text.Token) []Tag {
	out := make([]Tag, len(tokens))
	g.tag(appendWords(nil, s, tokens), out)
	return out
}

// tag fills out with the tags of a sentence's words.
func (g *Tagger) tag(words []word, out []Tag) {
	f := features.OfTags.NewVector()
	t1, t2 := None, None
	first := true
	for i := range out {
		w := &words[i+2]
		set := g.lookup(w.exact)
		if set&(set-1) == 0 && set != 0 {
			out[i] = Tag(bits.TrailingZeros64(set))
		} else {
			addFeatures(&f, words, i+2, t1, t2, first)
			out[i] = g.best(&f, set)
		}
		// Marks at its start do not make the second word of a sentence less its first.
		first = first && out[i] >= Period
		t1, t2 = out[i], t1
	}
}

// lookup returns the tags a word can have: those of the lexicon, or all open ones.
func (g *Tagger) lookup(exact uint64) uint64 {
	for k := exact & g.wordMask; ; k = (k + 1) & g.wordMask {
		switch e := uint64At(g.lexicon, k*entrySize); e {
		case exact:
			return uint64At(g.lexicon, k*entrySize+8)
		case 0:
			return g.open
		}
	}
}

// best returns the tag of the set that the features speak for most; of several, the first.
func (g *Tagger) best(f *features.Vector, set uint64) Tag {
	var scores [lineSize]int32
	for _, h := range f.Hashes {
		at, turn := place(h, g.lineMask)
		line := g.weights[at : at+lineSize]
		for s := set; s != 0; s &= s - 1 {
			t := uint64(bits.TrailingZeros64(s))
			scores[t&63] += int32(int8(line[(t^turn)&63]))
		}
	}
	best, most := None, int32(-1<<31)
	for s := set; s != 0; s &= s - 1 {
		if t := bits.TrailingZeros64(s); scores[t] > most {
			best, most = Tag(t), scores[t]
		}
	}
	return best
}

// place returns where a feature's line of weights begins and how the tags are turned in it.
func place(h, lineMask uint64) (at, turn uint64) {
	return (h >> 40 & lineMask) * lineSize, h >> 20 & 63
}

// uint64At reads a little-endian number.
func uint64At(s string, i uint64) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32 | uint64(b[5])<<40 |
		uint64(b[6])<<48 | uint64(b[7])<<56
}
