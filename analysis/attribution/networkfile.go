package attribution

import (
	_ "embed"

	"hearsay/analysis/encoder/kernel"
	"hearsay/analysis/weights"
)

//go:embed network.bin
var builtInNetwork string

// The file of the model: magic, version, checksum, then numbers in the order of readNetwork.
const (
	networkHeader = 12
	networkSize   = networkHeader + 4*(3+(2*farthest+1)*partWidth+partWidth*(partWidth+1)+lastWidth*(partWidth+1))
)

var networkForm = weights.Form{Magic: "hsynetw", Version: 1, Sum: 8, From: networkHeader, Of: "what words tell of attributions", Made: "analysis/train/encoder/train.py"}

// readNetwork reads the model from its file.
func readNetwork(file string) (*network, error) {
	if err := networkForm.Check(file); err != nil {
		return nil, err
	}
	if len(file) != networkSize {
		return nil, networkForm.Damaged()
	}
	take := (&kernel.File{Floats: file[networkHeader:]}).TakeFloats
	layer := func(in, out int) *kernel.Packed {
		rows := take(in * out)
		p := kernel.NewPacked(in, out, take(out))
		for o := range out {
			p.SetColumn(o, rows[o*in:][:in])
		}
		return p
	}
	scales := take(3)
	return &network{cue: scales[0], unary: scales[1], edge: scales[2], far: take((2*farthest + 1) * partWidth),
		mid: layer(partWidth, partWidth), last: layer(partWidth, lastWidth)}, nil
}
