package speakers

import (
	_ "embed"

	"hearsay/analysis/speakers/antecedents"
	"hearsay/analysis/speakers/pronouns"
	"hearsay/analysis/weights"
)

//go:embed weights.bin
var builtIn string

// The weights file: a header, the weights of pronouns, a curve for each way of referring, and the templates of
// features.
const (
	headerSize = 16
	fileSize   = headerSize + pronouns.ModelSize + curvePoints*int(ways) + weights.TemplatesSize
)

var fileForm = weights.Form{Magic: "hsywhois", Version: 3, Sum: 12, From: headerSize, Of: "speakers",
	Made: "go run ./analysis/train speakers, then speaker-certainty", Templates: pronouns.Templates}

// Model knows what speaks for one who may be meant by a pronoun, and how sure each way of referring is. It is safe
// for use by several goroutines at once.
type Model struct {
	pronouns  *pronouns.Model
	certainty certainty
}

// Load returns the model whose weights are built into the program.
func Load() (*Model, error) { return Read(builtIn) }

// Read makes a model from a weights file.
func Read(file string) (*Model, error) {
	if err := fileForm.Check(file); err != nil {
		return nil, err
	}
	if len(file) != fileSize {
		return nil, fileForm.Damaged()
	}
	rest := file[headerSize:]
	m := &Model{pronouns: pronouns.ReadModel(rest[:pronouns.ModelSize])}
	pairs, err := antecedents.Load()
	if err != nil {
		return nil, err
	}
	m.pronouns.With(pairs)
	rest = rest[pronouns.ModelSize:]
	for w := range m.certainty {
		copy(m.certainty[w][:], rest[w*curvePoints:])
	}
	return m, nil
}

// file writes the model down.
func (m *Model) file() []byte {
	out := m.pronouns.Append(make([]byte, headerSize, fileSize))
	for w := range m.certainty {
		out = append(out, m.certainty[w][:]...)
	}
	out = out[:fileSize]
	fileForm.Seal(out)
	return out
}
