package encoder

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// small is a network that is quickly reckoned by hand; large one of the size that is meant to be used, but for its
// layers.
var (
	small = size{layers: 3, hidden: 64, heads: 4, inner: 48, positions: maxPositions + 3, projected: 21}
	large = size{layers: 3, hidden: 384, heads: 12, inner: 768, positions: maxPositions, projected: 193}
)

// listOf returns a vocabulary that cuts English words into a piece or two.
func listOf() string {
	b := &strings.Builder{}
	b.WriteString("[PAD]\n[UNK]\n[CLS]\n[SEP]\nthe\nminister\nsaid\nbridge\nwait\n##ed\n##s\n##ing\n“\n”\né\n")
	for c := '!'; c <= '~'; c++ {
		if c < 'A' || c > 'Z' {
			b.WriteString(string(c) + "\n##" + string(c) + "\n")
		}
	}
	return b.String()
}

// made is a network of random numbers, as they stand in the file.
type made struct {
	size
	numbers []float32
	bytes   []int8
	file    string
}

func makeFile(s size, seed uint64) *made {
	list := listOf()
	s.vocabularyBytes, s.pieces = len(list), strings.Count(list, "\n")
	random := rand.New(rand.NewPCG(seed, 2))
	m := &made{size: s, numbers: make([]float32, s.floats()), bytes: make([]int8, s.matrices())}
	scales := len(m.numbers) - (s.pieces + s.layers*(5*s.hidden+s.inner) + s.projected)
	for i := range m.numbers {
		if m.numbers[i] = float32(random.NormFloat64()) / 2; i >= scales {
			m.numbers[i] = (0.5 + random.Float32()) / 127 / float32(math.Sqrt(float64(s.hidden))) * 2
		}
	}
	for i := range m.bytes {
		m.bytes[i] = int8(max(-127, min(127, random.NormFloat64()*40))) // as learning distributes them
	}
	file := make([]byte, s.file())
	for i, n := range []int{s.layers, s.hidden, s.heads, s.inner, s.pieces, s.positions, s.projected, s.vocabularyBytes} {
		binary.LittleEndian.PutUint32(file[sizesAt+4*i:], uint32(n))
	}
	copy(file[headerSize:], list)
	at := s.vocabularyEnd()
	for _, x := range m.numbers {
		binary.LittleEndian.PutUint32(file[at:], math.Float32bits(x))
		at += 4
	}
	for i, x := range m.bytes {
		file[at+i] = byte(x)
	}
	m.file = signed(file)
	return m
}

// signed returns the file with the right beginning and checksum.
func signed(file []byte) string {
	form.Seal(file)
	return string(file)
}

func encoder(t testing.TB, s size) *Encoder {
	t.Helper()
	e, err := Read(makeFile(s, 1).file)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func unreported(float64) {}
