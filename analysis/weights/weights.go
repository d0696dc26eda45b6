// Package weights guards the files of what was learnt, which are built into the program: what begins them, their
// version, their checksum, and the feature templates that they were learnt with. It promises that a file of another
// kind, of another version, of other templates, cut short in its header or with any byte changed is told of, with what
// to do, instead of used.
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
	// Templates are the model's feature templates, which the last TemplatesSize bytes of the file tell; none for a
	// network.
	Templates Templates
}

// Templates tells the feature templates of a model: how many they are, and a checksum of their names and numbers.
type Templates struct{ Count, Sum uint32 }

// TemplatesSize is how many bytes at the end of a file tell the templates: count and checksum, little-endian.
const TemplatesSize = 8

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
	return f.checkTemplates(file)
}

// checkTemplates tells where a file was learnt with other feature templates.
func (f Form) checkTemplates(file string) error {
	if f.Templates.Count == 0 {
		return nil
	}
	end := []byte(file[len(file)-TemplatesSize:])
	is := Templates{binary.LittleEndian.Uint32(end), binary.LittleEndian.Uint32(end[4:])}
	switch {
	case is.Count != f.Templates.Count:
		return f.Outdated(fmt.Sprint("for ", is.Count, " feature templates"), fmt.Sprint(f.Templates.Count))
	case is.Sum != f.Templates.Sum:
		return f.Outdated("for feature templates of other names or in another order", "the program's")
	}
	return nil
}

// header is how many bytes a file has at the least.
func (f Form) header() int {
	least := max(len(f.Magic)+1, f.Sum+4, f.From)
	if f.Templates.Count > 0 {
		least += TemplatesSize
	}
	return least
}

// Damaged is the error for a file that is not what was written.
func (f Form) Damaged() error {
	return fmt.Errorf("the weights for %s are damaged: build the program again", f.Of)
}

// Outdated is the error for a file that is whole, but not of the program's form: "version 2, not 3".
func (f Form) Outdated(is, want string) error {
	return fmt.Errorf("the weights for %s are %s, not %s: run %s", f.Of, is, want, f.Made)
}

// Seal writes magic, version, templates and checksum into a file whose other bytes are written, and which has room for
// the templates at its end, where there are any.
func (f Form) Seal(file []byte) {
	if f.Templates.Count > 0 {
		end := file[len(file)-TemplatesSize:]
		binary.LittleEndian.PutUint32(end, f.Templates.Count)
		binary.LittleEndian.PutUint32(end[4:], f.Templates.Sum)
	}
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
