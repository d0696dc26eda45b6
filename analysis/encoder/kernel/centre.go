package kernel

// AVX2 has no instruction that adds four products of bytes to a sum of 32 bits. VPMADDUBSW adds two to one of 16 bits,
// and to widen each of these costs more than to multiply. So the sums of a chunk of four groups, of eight products, are
// added up in 16 bits before they are widened. What overflows there, as the offset of the activations makes it, does no
// harm where the sum without the offset is within 16 bits: the chunk's centre, which is added first, takes the offset
// away again, and the rest is reckoned modulo 2^16. A sum of products with activations of up to 127 is within 16 bits
// where the eight weights are, without their signs, no more than widestChunk together. A few chunks in a hundred have
// columns of more: their sums are widened one by one.
const (
	chunkGroups = 4
	chunkBytes  = chunkGroups * group
	widestChunk = (1<<15 - 1) / maxInt8
	// wide marks a chunk whose sums must be widened one by one, in place of the first column's centres. Centres are
	// multiples of the offset.
	wide = 1
)

// packCentred packs a column into its place in a panel: of each chunk its centres, two numbers of 16 bits, and its
// groups. A chunk that is too wide has the mark for its centre until all columns are packed.
func (p *Int8Matrix) packCentred(column int, weights string, fit *fitted) {
	panel, at := p.lanes[column/nr*nr*p.panelRows+column%nr:], 0
	var chunk [chunkBytes]byte
	for ; len(weights) > 0; weights = weights[min(chunkBytes, len(weights)):] {
		clear(chunk[copy(chunk[:], weights):])
		if fit.largest > MaxWeight {
			for i, b := range chunk {
				chunk[i] = byte(fit.weights[b])
			}
		}
		low, high := bytesAt(&chunk, 0), bytesAt(&chunk, 8)
		panel[at] = centreOf(low, high)
		panel[at+nr], panel[at+2*nr] = uint32(low), uint32(low>>32)
		panel[at+3*nr], panel[at+4*nr] = uint32(high), uint32(high>>32)
		at += (1 + chunkGroups) * nr
	}
}

func bytesAt(x *[chunkBytes]byte, at int) uint64 { return uint64At(string(x[at : at+8])) }

// centreOf returns what is added to the two sums of a column's chunk, given as two groups each: what takes away the
// offset, which is that of all implementations with centres; wide where the chunk is too wide.
func centreOf(low, high uint64) uint32 {
	const (
		offset  = 1 << 7
		ones    = 0x0101010101010101
		halves  = 0x00010001
		tooWide = (1<<15 - 1 - widestChunk) * halves // makes sums beyond the widest overflow into their highest bits
	)
	if (pairSums(withoutSigns(low))+pairSums(withoutSigns(high))+tooWide)&(halves<<15) != 0 {
		return wide
	}
	// Bytes with the offset added are unsigned, and come to so much more.
	sums := pairSums(low^ones*offset) + pairSums(high^ones*offset)
	first, second := offset*8-sums&0xffff, offset*8-sums>>16
	return first*offset&0xffff | second*offset<<16
}

// withoutSigns are eight signed bytes, none of them -128, without their signs.
func withoutSigns(x uint64) uint64 {
	const ones = 0x0101010101010101
	negative := x >> 7 & ones
	return x ^ negative*0xff + negative
}

// pairSums adds up eight unsigned bytes, two groups: the first two of both, and the last two of both.
func pairSums(x uint64) uint32 {
	const even = 0x00ff00ff00ff00ff
	x = x&even + x>>8&even
	return uint32(x) + uint32(x>>32)
}

// markWide marks the chunks that are too wide in a column, for all columns of their panel, and lets the sums of these
// columns begin with what takes the offset of their activations away.
func (p *Int8Matrix) markWide() {
	for b := range p.blocks {
		panel := p.lanes[b*nr*p.panelRows:][:nr*p.panelRows]
		for ; len(panel) > 0; panel = panel[(1+chunkGroups)*nr:] {
			centres := (*[nr]uint32)(panel)
			if !anyWide(centres) {
				continue
			}
			centres[0] = wide
			for i, lane := range panel[nr : (1+chunkGroups)*nr] {
				p.blocks[b].start[i%nr] -= p.by.integers.offset * sumOfLane(lane)
			}
		}
	}
}

func anyWide(centres *[nr]uint32) bool {
	all := uint32(0)
	for _, c := range centres {
		all |= c
	}
	return all&wide != 0
}
