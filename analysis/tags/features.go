package tags

import (
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/text"
)

// word is what the tagger sees of a token.
type word struct {
	form  uint64 // hash of the lower-cased form, digits made alike
	exact uint64 // hash of the form as it stands
	ends  [4]uint64
	shape uint64
}

const (
	seed  uint64 = 14695981039346656037
	prime uint64 = 1099511628211
)

// mix spreads a feature's number and its parts over 64 bits.
func mix(n, a uint64) uint64 {
	h := (n ^ a) * 0x9E3779B97F4A7C15
	return (h ^ h>>29) * 0xBF58476D1CE4E5B9
}

// boundary stands for what lies beyond a sentence's ends.
var boundary = word{form: 1, exact: 1, shape: 1}

// newWord turns a token into what the tagger sees of it. Only a long token's first and last bytes count.
func newWord(w string) word {
	if len(w) > 40 {
		w = w[:20] + w[len(w)-20:]
	}
	v := word{form: seed, exact: seed}
	upper, digit, other, letters := 0, 0, 0, 0
	var lower [44]byte
	n := 0
	for i := 0; i < len(w); i++ {
		c := w[i]
		v.exact = (v.exact ^ uint64(c)) * prime
		switch {
		case c >= 'A' && c <= 'Z':
			upper++
			letters++
			c += 'a' - 'A'
		case c >= 'a' && c <= 'z' || c >= utf8.RuneSelf:
			letters++
		case c >= '0' && c <= '9':
			digit++
			c = '0'
		default:
			other++
		}
		v.form = (v.form ^ uint64(c)) * prime
		lower[n] = c
		n++
	}
	h := seed
	for k := 0; k < 4 && k < n; k++ {
		h = (h ^ uint64(lower[n-1-k])) * prime
		v.ends[k] = h
	}
	v.shape = shape(w, upper, digit, other, letters)
	return v
}

// shape sums up capitals, digits, marks and length in a few bits.
func shape(w string, upper, digit, other, letters int) uint64 {
	r, _ := utf8.DecodeRuneInString(w)
	b := uint64(min(len(w), 4)) << 8
	for i, is := range [...]bool{unicode.IsUpper(r), upper > 1, upper == letters && letters > 0, digit > 0, other > 0, letters == 0,
		len(w) > 0 && w[len(w)-1] == '.'} {
		if is {
			b |= 1 << i
		}
	}
	return b
}

// featureCount is how many features a token has.
const featureCount = 23

// features fills f with the hashes of the features of the token at i of words, which has two boundaries before it and two
// behind; t1 and t2 are the tags of the two tokens before.
func features(f *[featureCount]uint64, words []word, i int, t1, t2 Tag, first bool) {
	w, p1, p2, n1, n2 := &words[i], &words[i-1], &words[i-2], &words[i+1], &words[i+2]
	a, b := uint64(t1)+1, uint64(t2)+1
	start := uint64(0)
	if first {
		start = 1
	}
	f[0] = mix(1, w.form)
	f[1] = mix(2, w.exact)
	f[2] = mix(3, w.ends[0])
	f[3] = mix(4, w.ends[1])
	f[4] = mix(5, w.ends[2])
	f[5] = mix(6, w.ends[3])
	f[6] = mix(7, w.shape<<1|start)
	f[7] = mix(8, a)
	f[8] = mix(9, a<<8|b)
	f[9] = mix(10, w.form+a)
	f[10] = mix(11, p1.form)
	f[11] = mix(12, p1.form+w.form*3)
	f[12] = mix(13, n1.form)
	f[13] = mix(14, n1.form+w.form*3)
	f[14] = mix(15, p2.form)
	f[15] = mix(16, n2.form)
	f[16] = mix(17, n1.ends[2])
	f[17] = mix(18, n1.shape<<16|w.shape<<1|start)
	f[18] = mix(19, a<<16|w.ends[2])
	f[19] = mix(20, p1.form+n1.form*3)
	f[20] = mix(21, w.ends[2]+w.shape)
	f[21] = mix(22, a<<8|b+n1.form<<16)
	f[22] = mix(23, p1.ends[1]+w.ends[1]*3)
}

// appendWords turns the tokens of a sentence into what the tagger sees, boundaries at both ends, using the memory of words.
func appendWords(words []word, s string, tokens []text.Token) []word {
	words = append(words[:0], boundary, boundary)
	for _, k := range tokens {
		words = append(words, newWord(k.Of(s)))
	}
	return append(words, boundary, boundary)
}
