package parse

import (
	"math/bits"

	"hearsay/analysis/features"
)

// lineSums are the sums of lines of weights, 16 bits each: of the bytes with an even place in each word of eight, and
// of the others. To each byte is added what makes it unsigned.
type lineSums struct {
	even, odd [lineSize / 8]uint64
	touched   byte // what was read for no other end than that the processor has it
}

// score adds up the weights of the features for each transition. What is turned alike within words, by the lowest three
// bits of a turn, is added up eight weights at a time; then these sums are turned. There are at most 257 features.
func (p *Parser) score(f *features.Vector) *lineSums {
	const unsigned, lower, upper = 0x8080808080808080, 0x00ff00ff00ff00ff, 0xffff0000ffff0000
	var sums [8]lineSums
	// The lines lie far apart. Read one after the other, without anything done to them, they are waited for together.
	for _, h := range f.Hashes {
		at, _ := place(h)
		sums[0].touched |= p.weights[at] | p.weights[at+lineSize-1]
	}
	for _, h := range f.Hashes {
		at, turn := place(h)
		line, to := p.weights[at:][:lineSize], &sums[turn&7]
		for w := range to.even {
			x := word64(line, uint64(w)*8^turn&^7) ^ unsigned
			to.even[w] += x & lower
			to.odd[w] += x >> 8 & lower
		}
	}
	for c := range 4 {
		sums[c].add(&sums[c+4], func(x uint64) uint64 { return bits.RotateLeft64(x, 32) })
	}
	for c := range 2 {
		sums[c].add(&sums[c+2], func(x uint64) uint64 { return x<<16&upper | x>>16&^upper })
	}
	for w := range sums[0].even {
		sums[0].even[w] += sums[1].odd[w]
		sums[0].odd[w] += sums[1].even[w]
	}
	return &sums[0]
}

// add adds other sums, whose words are turned.
func (s *lineSums) add(other *lineSums, turned func(uint64) uint64) {
	for w := range s.even {
		s.even[w] += turned(other.even[w])
		s.odd[w] += turned(other.odd[w])
	}
}

// of is the sum for a transition, more than it is by as much as any other.
func (s *lineSums) of(a transition) int {
	words := &s.even
	if a&1 != 0 {
		words = &s.odd
	}
	return int(words[a/8] >> (a % 8 / 2 * 16) & 0xffff)
}

// word64 are the eight bytes of a line from the given one on, the first the lowest.
func word64(line string, at uint64) uint64 {
	b := line[at&(lineSize-8):][:8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}
