package names

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/features"
)

// word is what the features look at of one token, worked out once.
type word struct {
	text, lower string
	hash        uint64 // of lower
	shape       uint64
	class       uint64
	capital     bool
	common      bool // also written small within this article
	titled      bool // its sentence is written in title case or in capitals
	scored      bool // the linear model had a look at it
	vote        int  // what the first pass mostly took this word for in the rest of the article, -1 where it does not know
}

// templates are the feature templates: the word and what of it is alike in many words, the words around it, the lists
// they stand in, what the article's other places of the word were taken for, and the labels before.
type templates struct {
	Bias, Word, Shape, Start3, Ending3, Ending2, Before,
	Next, Before2, Next2, BeforeWord, WordNext, ShapesAround, Lists,
	ListsAround, NextLists, BeforeLists, LabelBefore, LabelBeforeWord, LabelsBefore, LabelBeforeShapes,
	LabelBeforeBeforeLists, Vote, VoteLabelBefore, ShapesNext, TwoBefore, TwoNext, WordShape,
	VotesAround, Start4, Ending4, WordTwoNext, TwoBeforeWord features.Template
}

var (
	hash     = features.OfNames
	template = features.New[templates](hash, 1)
)

// pair makes one value of two. The weights were learnt with it.
func pair(a, b uint64) uint64 { return hash.Pair(a, b) }

// newWord works out what the features need of a token.
func newWord(s string) word {
	if len(s) > 64 {
		s = s[:64] // longer ones are no names, and must cost no more than others
	}
	w := word{text: s, lower: strings.ToLower(s), vote: -1}
	w.hash = features.Exact(w.lower)
	w.shape = shapeOf(s)
	w.class = classOf(w.lower)
	r, _ := utf8.DecodeRuneInString(s)
	w.capital = unicode.IsUpper(r)
	return w
}

// shapeOf hashes the kinds of a word's letters, runs of one kind counted up to two.
func shapeOf(s string) uint64 {
	h, last, run := features.NoLetters, byte(0), 0
	for _, r := range s {
		k := kindOf(r)
		if k == last {
			run++
		} else {
			last, run = k, 1
		}
		if run <= 2 {
			h = h.With(k)
		}
	}
	return uint64(h)
}

func kindOf(r rune) byte {
	switch {
	case unicode.IsUpper(r):
		return 'A'
	case unicode.IsLetter(r):
		return 'a'
	case unicode.IsDigit(r):
		return '0'
	case r > 127:
		return '?'
	}
	return byte(r)
}

// classOf gives the lists a word stands in as a set of bits.
func classOf(lower string) uint64 {
	c := uint64(givenNames()[lower])
	if _, ok := titles[lower]; ok {
		c |= 4
	}
	if orgWords[lower] {
		c |= 8
	}
	if placeWords[lower] {
		c |= 16
	}
	if particles[lower] {
		c |= 32
	}
	return c
}

// edge stands for what is before the first word of a sentence and behind the last.
var edge = sync.OnceValue(func() *word {
	w := newWord("")
	return &w
})

// addFeatures makes f the features of the i-th word of a sentence, given the two labels before it.
func addFeatures(f *features.Vector, ws []word, i, before, before2 int) {
	f.Reset()
	at := func(k int) *word {
		if k < 0 || k >= len(ws) {
			return edge()
		}
		return &ws[k]
	}
	w, p, n := at(i), at(i-1), at(i+1)
	p2, n2 := at(i-2), at(i+2)
	flags := features.Flag(i == 0) | features.Flag(w.common)<<1 | features.Flag(w.titled)<<2 | features.Flag(w.capital)<<3
	f.Add(template.Bias, 0)
	f.Add(template.Word, w.hash)
	f.Add(template.Shape, pair(w.shape, flags))
	f.Add(template.Start3, features.Exact(head(w.lower, 3)))
	f.Add(template.Ending3, features.Exact(tail(w.lower, 3)))
	f.Add(template.Ending2, features.Exact(tail(w.lower, 2)))
	f.Add(template.Before, p.hash)
	f.Add(template.Next, n.hash)
	f.Add(template.Before2, p2.hash)
	f.Add(template.Next2, n2.hash)
	f.Add(template.BeforeWord, pair(p.hash, w.hash))
	f.Add(template.WordNext, pair(w.hash, n.hash))
	f.Add(template.ShapesAround, pair(pair(p.shape, w.shape), n.shape))
	f.Add(template.Lists, pair(w.class, flags))
	f.Add(template.ListsAround, pair(pair(p.class, w.class), n.class<<1|features.Flag(n.capital)))
	f.Add(template.NextLists, pair(n.class, n.shape))
	f.Add(template.BeforeLists, pair(p.class, p.shape))
	f.Add(template.LabelBefore, uint64(before))
	f.Add(template.LabelBeforeWord, pair(uint64(before), w.hash))
	f.Add(template.LabelsBefore, pair(uint64(before), uint64(before2)<<8|flags))
	f.Add(template.LabelBeforeShapes, pair(pair(uint64(before), w.shape), n.shape))
	f.Add(template.LabelBeforeBeforeLists, pair(pair(uint64(before), p.hash), w.class))
	f.Add(template.Vote, pair(uint64(w.vote+1), flags))
	f.Add(template.VoteLabelBefore, pair(uint64(w.vote+1), uint64(before)))
	f.Add(template.ShapesNext, pair(pair(n.shape, n2.shape), w.shape))
	f.Add(template.TwoBefore, pair(pair(p2.hash, p.hash), flags))
	f.Add(template.TwoNext, pair(pair(n.hash, n2.hash), flags))
	f.Add(template.WordShape, pair(w.hash, w.shape))
	f.Add(template.VotesAround, pair(uint64(n.vote+1)<<8|uint64(p.vote+1), pair(w.class, flags)))
	f.Add(template.Start4, features.Exact(head(w.lower, 4)))
	f.Add(template.Ending4, features.Exact(tail(w.lower, 4)))
	f.Add(template.WordTwoNext, pair(pair(w.hash, n.hash), n2.hash))
	f.Add(template.TwoBeforeWord, pair(pair(p2.hash, p.hash), w.hash))
}

func head(s string, n int) string {
	if len(s) > n {
		return s[:n]
	}
	return s
}

func tail(s string, n int) string {
	if len(s) > n {
		return s[len(s)-n:]
	}
	return s
}
