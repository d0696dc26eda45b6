package parse

import (
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// newWord turns a token into what the parser sees of it.
func newWord(w string, t tags.Tag) word { return word{text.Fold(w), t} }

// setWords sets the words of the sentence to be parsed.
func (s *state) setWords(t string, tokens []text.Token, of []tags.Tag) {
	s.words = s.words[:0]
	for i, k := range tokens {
		s.words = append(s.words, newWord(k.Of(t), of[i]))
	}
}

// mix spreads a feature's number and its parts over 64 bits.
func mix(n, a uint64) uint64 {
	h := (n*0xD6E8FEB86659FD93 ^ a) * 0x9E3779B97F4A7C15
	return (h ^ h>>29) * 0xBF58476D1CE4E5B9
}

// both makes one number of two hashes.
func both(a, b uint64) uint64 { return a*3 + b ^ b>>31 }

// nothing stands where there is no word, ending where the sentence ends.
var (
	nothing = word{form: 1, tag: tags.None}
	ending  = word{form: 2, tag: 63}
	none    children
)

// at returns the word at i, or what stands for its lack.
func (s *state) at(i int32) *word {
	switch {
	case i < 0:
		return &nothing
	case int(i) >= len(s.words):
		return &ending
	}
	return &s.words[i]
}

// top returns the token that is k-th from the top of the stack, -1 for none.
func (s *state) top(k int) int32 {
	if k >= len(s.stack) {
		return -1
	}
	return s.stack[len(s.stack)-1-k]
}

func (s *state) childrenOf(i int32) *children {
	if i < 0 || int(i) >= len(s.children) {
		return &none
	}
	return &s.children[i]
}

// tagOf returns the tag and relation of a child, which is counted from 1.
func (s *state) tagOf(child int32) uint64 {
	if child == 0 {
		return 0
	}
	return uint64(s.words[child-1].tag)<<8 | uint64(s.relation[child-1]) + 1
}

// apart makes few values of how far two words stand apart.
func apart(a, b int32) uint64 {
	switch d := b - a; {
	case a < 0:
		return 0
	case d < 5:
		return uint64(d)
	case d < 10:
		return 5
	}
	return 6
}

// featureCount is how many features a state has.
const featureCount = 50

// features fills f with the hashes of a state's features.
func (s *state) features(f *[featureCount]uint64) {
	i0, i1, i2 := s.top(0), s.top(1), s.top(2)
	s0, s1, s2, b0, b1, b2 := s.at(i0), s.at(i1), s.at(i2), s.at(s.next), s.at(s.next+1), s.at(s.next+2)
	c0, c1, cb := s.childrenOf(i0), s.childrenOf(i1), s.childrenOf(s.next)
	t0, t1, t2, u0, u1, u2 := uint64(s0.tag), uint64(s1.tag), uint64(s2.tag), uint64(b0.tag), uint64(b1.tag), uint64(b2.tag)
	l0, r0, l1, r1, lb := s.tagOf(c0.left), s.tagOf(c0.right), s.tagOf(c1.left), s.tagOf(c1.right), s.tagOf(cb.left)
	near, wide := apart(i0, s.next), apart(i1, i0)
	between := s.at(s.next - 1)
	f[0] = mix(1, s0.form)
	f[1] = mix(2, s0.form+t0)
	f[2] = mix(3, s1.form+t1)
	f[3] = mix(4, b0.form+u0)
	f[4] = mix(5, b1.form+u1)
	f[5] = mix(6, b2.form)
	f[6] = mix(7, t0<<8|u0)
	f[7] = mix(8, t0<<16|u0<<8|u1)
	f[8] = mix(9, t1<<16|t0<<8|u0)
	f[9] = mix(10, t2<<16|t1<<8|t0)
	f[10] = mix(11, u0<<16|u1<<8|u2)
	f[11] = mix(12, both(s0.form, b0.form))
	f[12] = mix(13, both(s1.form, s0.form))
	f[13] = mix(14, both(s0.form, u0))
	f[14] = mix(15, both(b0.form, t0))
	f[15] = mix(16, both(s1.form, t0))
	f[16] = mix(17, both(s0.form, t1))
	f[17] = mix(18, both(s0.form, t1<<8|u0))
	f[18] = mix(19, both(s1.form, t0<<8|u0))
	f[19] = mix(20, both(b0.form, t1<<8|t0))
	f[20] = mix(21, both(s0.form, u0<<8|u1))
	f[21] = mix(22, t0<<32|u0<<24|l0)
	f[22] = mix(23, t0<<32|u0<<24|r0)
	f[23] = mix(24, t0<<32|u0<<24|lb)
	f[24] = mix(25, t1<<32|t0<<24|r1)
	f[25] = mix(26, t1<<32|t0<<24|l0)
	f[26] = mix(27, t1<<32|t0<<24|r0)
	f[27] = mix(28, t1<<32|t0<<24|l1)
	f[28] = mix(29, both(s0.form, l0))
	f[29] = mix(30, both(s0.form, r0))
	f[30] = mix(31, both(s1.form, r1))
	f[31] = mix(32, both(b0.form, lb))
	f[32] = mix(33, both(c0.childRelations, t0<<8|u0))
	f[33] = mix(34, both(c0.childRelations, s0.form))
	f[34] = mix(35, both(c1.childRelations, t1<<8|t0))
	f[35] = mix(36, both(c1.childRelations, s1.form))
	f[36] = mix(37, both(cb.childRelations, u0<<8|t0))
	f[37] = mix(38, near<<24|wide<<16|t0<<8|u0)
	f[38] = mix(39, both(s0.form, near<<16|wide<<8|u0))
	f[39] = mix(40, wide<<16|t1<<8|t0)
	f[40] = mix(41, both(s1.form, s0.form)+u0)
	f[41] = mix(42, both(s0.form, b0.form)+t1)
	f[42] = mix(43, both(c0.childRelations, c1.childRelations)+t0<<8+t1)
	f[43] = mix(44, both(s.tagOf(c0.right2), r0)<<8|t0)
	f[44] = mix(45, t1<<32|t0<<24|uint64(c0.rights)<<16|uint64(c0.lefts)<<8|u0)
	f[45] = mix(46, both(b0.form, b1.form))
	f[46] = mix(47, both(s1.form, b0.form)+t0)
	f[47] = mix(48, t2<<24|t1<<16|t0<<8|u0)
	f[48] = mix(49, t1<<24|t0<<16|u0<<8|u1)
	f[49] = mix(50, both(between.form, t0<<8|u0))
}
