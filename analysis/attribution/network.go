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

// network adds to the scores of the linear models what the words around tell. It takes the vectors of a
// text's tokens, which package sense makes, each of them one number for how likely the token heads a cue, then what it is
// as part of a window, then what it is as the head of a window's cue. A network with two inner layers makes of the last two and
// of how far they are apart the scores of the labels, and of the steps between them.
type network struct {
	cue, unary, edge float32 // how much the linear models' scores count
	far              []float32
	mid, last        *matrix.Packed
}

// The file of the model: magic, version, checksum, then numbers in the order of readNetwork.
const (
	networkMagic   = "hsynetw"
	networkVersion = 1
	networkHeader  = 12

	partWidth   = 96 // numbers of each of the two parts of a vector
	farthest    = 16 // steps of distance on each side
	vectorWidth = 1 + 2*partWidth
	lastWidth   = int(labels + 2*labels*labels)
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

// rectify sets negative numbers to zero.
func rectify(x []float32) {
	for i := range x {
		x[i] = max(x[i], 0)
	}
}

// farness sorts the distance of a window's item from its cue into steps, fine ones near it.
func farness(it item, c int) int {
	away := 0
	switch {
	case it.to <= c:
		away = c - (it.to - 1)
	case it.from > c:
		away = it.from - c
	}
	steps := away
	if away > 8 {
		steps = min(farthest, 8+int(math.Ceil(2*math.Log2(float64(away)/8))))
	}
	if it.to <= c {
		return farthest - steps
	}
	return farthest + steps
}

// scratch is the memory that the model works in.
type scratch struct{ first, second, out []float32 }

// grown returns a slice of n numbers, the given one where that is large enough.
func grown(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, 2*n)
	}
	return s[:n]
}

// add adds to the scores of a window's lattice.
func (m *network) add(v *view, w *window, c int, l *lattice, s *scratch) {
	n := len(w.items)
	rows, wide := matrix.Rows(n), matrix.Columns(lastWidth)
	s.first, s.second, s.out = grown(s.first, rows*partWidth), grown(s.second, rows*partWidth), grown(s.out, rows*wide)
	asCue := v.senses.Of(c)[1+partWidth:]
	for i, it := range w.items {
		a, b := v.senses.Of(it.from)[1:1+partWidth], v.senses.Of(it.to - 1)[1:1+partWidth]
		far := m.far[farness(it, c)*partWidth:][:partWidth]
		z := s.first[i*partWidth:][:partWidth]
		for k := range z {
			z[k] = max(0, (a[k]+b[k])/2+asCue[k]+far[k])
		}
	}
	m.mid.Times(n, s.first, partWidth, s.second, partWidth)
	rectify(s.second[:n*partWidth])
	m.last.Times(n, s.second, partWidth, s.out, wide)
	for i := range n {
		o := s.out[i*wide:][:lastWidth]
		for b := range l.unary[i] {
			l.unary[i][b] = m.unary*l.unary[i][b] + o[b]
		}
		if i == 0 {
			continue
		}
		before := s.out[(i-1)*wide:][:lastWidth]
		for b := range l.edge[i] {
			l.edge[i][b] = m.edge*l.edge[i][b] + o[int(labels)+b] + before[int(labels+labels*labels)+b]
		}
	}
}
