package weights

import (
	"encoding/binary"
	"math/bits"
	"strings"
)

// A packed file leaves out zeros, of which some tables consist for the most part: its length, eight bytes; for each
// word of 64 bytes a mask with a bit for each byte that is not zero, the lowest for the first; and those bytes. Numbers
// are little-endian. It is unpacked several times as fast as what general compression makes a little smaller.
const (
	lengthSize = 8
	wordSize   = 64
	maskSize   = 8
)

// Pack makes a file smaller that is mostly zeros.
func Pack(file []byte) []byte {
	masks, bytes := binary.LittleEndian.AppendUint64(nil, uint64(len(file))), []byte(nil)
	for at := 0; at < len(file); at += wordSize {
		mask := uint64(0)
		for k, b := range file[at:min(at+wordSize, len(file))] {
			if b != 0 {
				mask |= 1 << k
				bytes = append(bytes, b)
			}
		}
		masks = binary.LittleEndian.AppendUint64(masks, mask)
	}
	return append(masks, bytes...)
}

// Unpack gives back a file of this form that was packed. What is no such file is Damaged; what it says is for Check to
// judge.
func (f Form) Unpack(packed string) (string, error) {
	if len(packed) < lengthSize {
		return "", f.Damaged()
	}
	length, rest := binary.LittleEndian.Uint64([]byte(packed[:lengthSize])), packed[lengthSize:]
	if length > uint64(len(rest))*wordSize/maskSize || (length+wordSize-1)/wordSize*maskSize > uint64(len(rest)) {
		return "", f.Damaged()
	}
	masks := (int(length) + wordSize - 1) / wordSize * maskSize
	bytes := rest[masks:]
	var file strings.Builder
	file.Grow(int(length) + wordSize)
	for at := 0; at < masks; at += maskSize {
		var word [wordSize]byte
		mask := binary.LittleEndian.Uint64([]byte(rest[at : at+maskSize]))
		if bits.OnesCount64(mask) > len(bytes) {
			return "", f.Damaged()
		}
		for ; mask != 0; mask &= mask - 1 {
			word[bits.TrailingZeros64(mask)], bytes = bytes[0], bytes[1:]
		}
		file.Write(word[:])
	}
	if bytes != "" {
		return "", f.Damaged()
	}
	return file.String()[:length], nil
}
