package attribution

import (
	_ "embed"
	"encoding/binary"
	"math"

	"hearsay/analysis/clusters"
	"hearsay/analysis/features"
	"hearsay/analysis/weights"
)

//go:embed weights.bin
var builtIn string

// The weights file: a header, the cue model's weights, the span model's, for items and for the steps between them. Each
// weight is a signed byte; a feature's hash names its place. The header holds what a step of each table is worth.
const (
	headerSize = 64

	cueBits      = 21
	unaryBits    = 19
	pairwiseBits = 16

	unaryWidth    = int(labels)
	pairwiseWidth = int(labels) * int(labels)

	cueSize      = 1 << cueBits
	unarySize    = unaryWidth << unaryBits
	pairwiseSize = pairwiseWidth << pairwiseBits

	fileSize = headerSize + cueSize + unarySize + pairwiseSize + weights.TemplatesSize
)

var form = weights.Form{Magic: "hsyattr", Version: 1, Sum: 8, From: 12, Of: "attributions",
	Made: "go run ./analysis/train attribution",
	Templates: features.Templates(ofCue, ofCueTree, ofCueClusters, ofItem, ofItemTree, ofItemClusters, ofStep, ofStepTree,
		ofStepClusters,
		ofContext, ofPath)}

// Finder finds attributions. It is safe for use by several goroutines at once.
type Finder struct {
	classes                             *clusters.Classes
	cues, unary, pairwise               string
	cueScale, unaryScale, pairwiseScale float32
	cueBias                             float32
	network                             *network
	calibration                         [confidenceSize]float64
}

// Load returns the finder whose weights are built into the program.
func Load() (*Finder, error) { return Read(builtIn) }

// Read makes a finder from a weights file, which it uses in place.
func Read(file string) (*Finder, error) {
	if err := form.Check(file); err != nil {
		return nil, err
	}
	if len(file) != fileSize {
		return nil, form.Damaged()
	}
	head := []byte(file[:headerSize])
	at := func(i int) float32 { return math.Float32frombits(binary.LittleEndian.Uint32(head[12+4*i:])) }
	classes, err := clusters.Load()
	if err != nil {
		return nil, err
	}
	m, err := readNetwork(builtInNetwork)
	if err != nil {
		return nil, err
	}
	f := &Finder{network: m, classes: classes, cueScale: at(0), unaryScale: at(1), pairwiseScale: at(2), cueBias: at(3)}
	for i := range f.calibration {
		f.calibration[i] = float64(at(4 + i))
	}
	body := file[headerSize : fileSize-weights.TemplatesSize]
	f.cues, f.unary, f.pairwise = body[:cueSize], body[cueSize:cueSize+unarySize], body[cueSize+unarySize:]
	return f, nil
}

// cueScore returns the log odds that the features are those of a cue's head.
func (f *Finder) cueScore(of *features.Vector) float32 {
	sum := int32(0)
	for _, h := range of.Hashes {
		sum += int32(int8(f.cues[row(h, cueBits)]))
	}
	return f.cueBias + f.cueScale*float32(sum)
}

// unaryScores adds up what an item's features say for each label.
func (f *Finder) unaryScores(of *features.Vector) (out [labels]float32) {
	var sum [labels]int32
	for _, h := range of.Hashes {
		at := row(h, unaryBits) * unaryWidth
		w := f.unary[at : at+unaryWidth]
		for l := range sum {
			sum[l] += int32(int8(w[l]))
		}
	}
	for l := range out {
		out[l] = f.unaryScale * float32(sum[l])
	}
	return out
}

// pairwiseScores adds up what the features of a step say for each pair of labels, the one before times labels plus the
// one behind.
func (f *Finder) pairwiseScores(of *features.Vector) (out [labels * labels]float32) {
	var sum [labels * labels]int32
	for _, h := range of.Hashes {
		at := row(h, pairwiseBits) * pairwiseWidth
		w := f.pairwise[at : at+pairwiseWidth]
		for l := range sum {
			sum[l] += int32(int8(w[l]))
		}
	}
	for l := range out {
		out[l] = f.pairwiseScale * float32(sum[l])
	}
	return out
}

// row is where a feature's weights stand in a table of 1<<bits rows.
func row(hash uint64, bits int) int { return int(hash >> 20 & (1<<bits - 1)) }

// sigmoid turns log odds into a probability.
func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
