package library

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
)

// A sum is kept with whatever is kept: disks and programs that meddle are told from what was written.

// shortSum is how much of a SHA-256 tells a damaged row from a whole one.
const shortSum = 8

// sumOf sums up several parts, each told from the next by its length.
func sumOf(parts ...[]byte) []byte {
	h := sha256.New()
	for _, p := range parts {
		h.Write(binary.LittleEndian.AppendUint64(nil, uint64(len(p))))
		h.Write(p)
	}
	return h.Sum(nil)[:shortSum]
}

// textSum is a text's identity.
func textSum(text string) []byte {
	sum := sha256.Sum256([]byte(text))
	return sum[:]
}

// isText reports whether a sum is that of a text.
func isText(sum []byte, text string) bool { return bytes.Equal(sum, textSum(text)) }

// digits writes a sum as keys have it.
func digits(sum []byte) string { return hex.EncodeToString(sum) }
