package attribution

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"

	"hearsay/analysis/sense/matrix"
)

//go:embed network.bin
var builtInNetwork string

// The file of the model: magic, version, checksum, then numbers in the order of readNetwork.
const (
	networkMagic   = "hsynetw"
	networkVersion = 1
	networkHeader  = 12

	networkSize = networkHeader + 4*(3+(2*farthest+1)*partWidth+partWidth*(partWidth+1)+lastWidth*(partWidth+1))
)

// readNetwork reads the model from its file.
func readNetwork(file string) (*network, error) {
	if len(file) != networkSize || file[:len(networkMagic)] != networkMagic {
		return nil, errors.New("the weights for what words tell of attributions are damaged: build the program again")
	}
	if file[7] != networkVersion {
		return nil, fmt.Errorf("the weights for what words tell of attributions are version %d, not %d: run analysis/train/sense/train.py", file[7], networkVersion)
	}
	head := []byte(file[:networkHeader])
	if crc32.Checksum([]byte(file[networkHeader:]), crc32.MakeTable(crc32.Castagnoli)) != binary.LittleEndian.Uint32(head[8:]) {
		return nil, errors.New("the weights for what words tell of attributions are damaged: build the program again")
	}
	rest := []byte(file[networkHeader:])
	take := func(n int) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = math.Float32frombits(binary.LittleEndian.Uint32(rest[4*i:]))
		}
		rest = rest[4*n:]
		return out
	}
	layer := func(in, out int) *matrix.Packed {
		rows := take(in * out)
		p := matrix.NewPacked(in, out, take(out))
		for o := range out {
			p.SetColumn(o, rows[o*in:][:in])
		}
		return p
	}
	scales := take(3)
	return &network{cue: scales[0], unary: scales[1], edge: scales[2], far: take((2*farthest + 1) * partWidth),
		mid: layer(partWidth, partWidth), last: layer(partWidth, lastWidth)}, nil
}
