// Package clusters sorts words into clusters by distribution (Harris 1954): words that stand beside the same words, and
// depend on the same ones in the trees of their sentences, are of one class, such as verbs of blame or titles of
// office. So what is learnt of one word of a class from annotated news is known of the others, as Brown clusters are
// used (Miller et al. 2004).
//
// It promises the same classes for the same base form and part of speech. The classes are made by "go run
// ./analysis/train clusters" from news without annotation, and used in the place where the program's file is mapped.
package clusters

import (
	_ "embed"

	"hearsay/analysis/tags"
	"hearsay/analysis/weights"
)

//go:embed weights.bin
var builtIn string

// Class is a word's classes, from few large to many small ones; 0 stands for a word that is not known.
type Class struct{ Coarse, Middle, Fine uint16 }

// The weights file: a header, and an open-addressing table of (hash of a word, its classes), little-endian.
const (
	headerSize = 16
	entrySize  = 12
	tableBits  = 15
	fileSize   = headerSize + entrySize<<tableBits
)

var form = weights.Form{Magic: "hsykind\x00", Version: 1, Sum: 12, From: headerSize, Of: "the classes of words",
	Made: "go run ./analysis/train clusters"}

// Classes knows the classes of words. It is safe for use by several goroutines at once.
type Classes struct{ table string }

// Load returns the classes built into the program.
func Load() (*Classes, error) { return Read(builtIn) }

// Read makes classes from a weights file, which it uses in place.
func Read(file string) (*Classes, error) {
	if err := form.Check(file); err != nil {
		return nil, err
	}
	if len(file) != fileSize {
		return nil, form.Damaged()
	}
	return &Classes{file[headerSize:]}, nil
}

// Of returns the classes of a word by its base form and tag.
func (c *Classes) Of(lemma string, t tags.Tag) Class {
	h := key(lemma, t)
	for k := uint64(h) & (1<<tableBits - 1); ; k = (k + 1) & (1<<tableBits - 1) {
		e := c.table[k*entrySize : k*entrySize+entrySize]
		switch numberAt(e, 0) | numberAt(e, 2)<<16 {
		case h:
			return Class{uint16(numberAt(e, 4)), uint16(numberAt(e, 6)), uint16(numberAt(e, 8))}
		case 0:
			return Class{}
		}
	}
}

// numberAt reads two bytes.
func numberAt(s string, i int) uint32 { return uint32(s[i]) | uint32(s[i+1])<<8 }

// key makes a number, never 0, of a base form and whether it is a verb, noun, adverb or something else.
func key(lemma string, t tags.Tag) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(lemma); i++ {
		c := lemma[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	switch {
	case t.Verb():
		h ^= 0x5bd1e995
	case t.Noun():
		h ^= 0x27d4eb2f
	case t.Adverb():
		h ^= 0x165667b1
	}
	h ^= h >> 15
	return max(h*0x2c1b3c6d^h>>12, 1)
}
