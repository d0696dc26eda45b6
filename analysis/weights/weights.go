// Package weights guards the files of what was learnt, which are built into the program: what begins them, their version and
// their checksum. It promises that a file of another kind, of another version, cut short in its header or with any byte
// changed is told of, with what to do, instead of used.
package weights

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"strings"
)

// Form is how the files of one stage begin.
type Form struct {
	// Magic begins the file; Version is the byte behind it.
	Magic   string
	Version byte
	// Sum is where the checksum stands, four bytes, little-endian; From is where the bytes begin that it is of.
	Sum, From int
	// Of tells what the weights are for: "attributions".
	Of string
	// Made is the command that makes them anew.
	Made string
}

// Check tells what is wrong with a file, nil where nothing is. How long it ought to be is for the stage to know.
func (f Form) Check(file string) error {
	if len(file) < f.header() || !strings.HasPrefix(file, f.Magic) {
		return f.Damaged()
	}
	if v := file[len(f.Magic)]; v != f.Version {
		return f.Outdated(fmt.Sprint("version ", v), fmt.Sprint(f.Version))
	}
	if checksum(file[f.From:]) != binary.LittleEndian.Uint32([]byte(file[f.Sum:f.Sum+4])) {
		return f.Damaged()
	}
	return nil
}

// header is how many bytes a file has at the least.
func (f Form) header() int { return max(len(f.Magic)+1, f.Sum+4, f.From) }

// Damaged is the error for a file that is not what was written.
func (f Form) Damaged() error {
	return fmt.Errorf("the weights for %s are damaged: build the program again", f.Of)
}

// Outdated is the error for a file that is whole, but not of the program's form: "version 2, not 3".
func (f Form) Outdated(is, want string) error {
	return fmt.Errorf("the weights for %s are %s, not %s: run %s", f.Of, is, want, f.Made)
}

// Seal writes magic, version and checksum into a file whose other bytes are written.
func (f Form) Seal(file []byte) {
	copy(file, f.Magic)
	file[len(f.Magic)] = f.Version
	binary.LittleEndian.PutUint32(file[f.Sum:], checksum(string(file[f.From:])))
}

// checksum is Castagnoli's. It reckons part by part, for a copy of the whole would cost more than the sum.
func checksum(of string) (sum uint32) {
	var part [1 << 14]byte
	table := crc32.MakeTable(crc32.Castagnoli)
	for of != "" {
		n := copy(part[:], of)
		sum, of = crc32.Update(sum, table, part[:n]), of[n:]
	}
	return sum
}
