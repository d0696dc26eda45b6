package tags

import (
	"encoding/binary"
	"maps"
	"slices"
)

// writeLexicon fills the table with the lexicon's words, always in the same order.
func writeLexicon(table []byte, lexicon map[uint64]uint64) {
	mask := uint64(len(table)/entrySize - 1)
	keys := slices.Sorted(maps.Keys(lexicon))
	// A table filled to more than three quarters would make lookups slow; the words beyond are treated as unknown.
	keys = keys[:min(len(keys), len(table)/entrySize*3/4)]
	for _, h := range keys {
		k := h & mask
		for binary.LittleEndian.Uint64(table[k*entrySize:]) != 0 {
			k = (k + 1) & mask
		}
		binary.LittleEndian.PutUint64(table[k*entrySize:], h)
		binary.LittleEndian.PutUint64(table[k*entrySize+8:], lexicon[h])
	}
}
