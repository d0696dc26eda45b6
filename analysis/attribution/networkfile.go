package attribution

import (
	_ "embed"

	"hearsay/analysis/encoder/kernel"
	"hearsay/analysis/weights"
)

//go:embed network.bin
var builtInNetwork string

// The file of the network: magic, version, checksum, then float32 in the order of readNetwork, little-endian.
const (
	networkHeader = 12
	networkSize   = networkHeader + 4*(3+(2*distanceBuckets+1)*partWidth+partWidth*(partWidth+1)+outputWidth*(partWidth+1))
)

var networkForm = weights.Form{Magic: "hsynetw", Version: 1, Sum: 8, From: networkHeader,
	Of: "the network of attributions", Made: "analysis/train/encoder/train.py"}

// readNetwork reads the network from its file.
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
	return &network{cue: scales[0], unary: scales[1], pairwise: scales[2],
		distances: take((2*distanceBuckets + 1) * partWidth),
		hidden:    layer(partWidth, partWidth), output: layer(partWidth, outputWidth)}, nil
}
