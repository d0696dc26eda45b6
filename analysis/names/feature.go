package names

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
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

const (
	fnvStart = 14695981039346656037
	fnvPrime = 1099511628211
)

func hashString(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h
}

func mix(a, b uint64) uint64 {
	h := (a ^ b*0x9e3779b97f4a7c15) * fnvPrime
	return h ^ h>>29
}

// newWord works out what the features need of a token.
func newWord(s string) word {
	if len(s) > 64 {
		s = s[:64] // longer ones are no names, and must cost no more than others
	}
	w := word{text: s, lower: strings.ToLower(s), vote: -1}
	w.hash = hashString(fnvStart, w.lower)
	w.shape = shapeOf(s)
	w.class = classOf(w.lower)
	r, _ := utf8.DecodeRuneInString(s)
	w.capital = unicode.IsUpper(r)
	return w
}

// shapeOf hashes the kinds of a word's letters, runs of one kind counted up to two.
func shapeOf(s string) uint64 {
	h, last, run := uint64(fnvStart), byte(0), 0
	for _, r := range s {
		k := kindOf(r)
		if k == last {
			run++
		} else {
			last, run = k, 1
		}
		if run <= 2 {
			h = (h ^ uint64(k)) * fnvPrime
		}
	}
	return h
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

// features appends the features of the i-th word of a sentence to f, given the two labels before it.
func features(f []uint64, ws []word, i, before, before2 int) []uint64 {
	at := func(k int) *word {
		if k < 0 || k >= len(ws) {
			return edge()
		}
		return &ws[k]
	}
	w, p, n := at(i), at(i-1), at(i+1)
	p2, n2 := at(i-2), at(i+2)
	first := uint64(0)
	if i == 0 {
		first = 1
	}
	flags := first | bit(w.common)<<1 | bit(w.titled)<<2 | bit(w.capital)<<3
	add := func(kind, value uint64) { f = append(f, mix(kind, value)) }
	add(1, 0)
	add(2, w.hash)
	add(3, mix(w.shape, flags))
	add(4, hashString(fnvStart, head(w.lower, 3)))
	add(5, hashString(fnvStart, tail(w.lower, 3)))
	add(6, hashString(fnvStart, tail(w.lower, 2)))
	add(7, p.hash)
	add(8, n.hash)
	add(9, p2.hash)
	add(10, n2.hash)
	add(11, mix(p.hash, w.hash))
	add(12, mix(w.hash, n.hash))
	add(13, mix(mix(p.shape, w.shape), n.shape))
	add(14, mix(w.class, flags))
	add(15, mix(mix(p.class, w.class), n.class<<1|bit(n.capital)))
	add(16, mix(n.class, n.shape))
	add(17, mix(p.class, p.shape))
	add(18, uint64(before))
	add(19, mix(uint64(before), w.hash))
	add(20, mix(uint64(before), uint64(before2)<<8|flags))
	add(21, mix(mix(uint64(before), w.shape), n.shape))
	add(22, mix(mix(uint64(before), p.hash), w.class))
	add(23, mix(uint64(w.vote+1), flags))
	add(24, mix(uint64(w.vote+1), uint64(before)))
	add(25, mix(mix(n.shape, n2.shape), w.shape))
	add(26, mix(mix(p2.hash, p.hash), flags))
	add(27, mix(mix(n.hash, n2.hash), flags))
	add(28, mix(w.hash, w.shape))
	add(29, mix(uint64(n.vote+1)<<8|uint64(p.vote+1), mix(w.class, flags)))
	add(30, hashString(fnvStart, head(w.lower, 4)))
	add(31, hashString(fnvStart, tail(w.lower, 4)))
	add(32, mix(mix(w.hash, n.hash), n2.hash))
	add(33, mix(mix(p2.hash, p.hash), w.hash))
	return f
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
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
