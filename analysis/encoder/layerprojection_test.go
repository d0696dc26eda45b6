package encoder

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis/text"
)

// madeProjection returns a projection of random bytes, and its rows as numbers.
func madeProjection(t testing.TB, in, width int) (*LayerProjection, []vector) {
	t.Helper()
	random := rand.New(rand.NewPCG(8, 8))
	scales, bias, bytes, rows := make([]float32, width), make([]float32, width), make([]byte, in*width),
		make([]vector, width)
	for i := range scales {
		scales[i], bias[i] = (0.5+random.Float32())/2000, float32(random.NormFloat64())
		for k := range in {
			x := int8(random.IntN(255) - 127)
			bytes[i*in+k] = byte(x)
			rows[i] = append(rows[i], float64(scales[i])*float64(x))
		}
		rows[i] = append(rows[i], float64(bias[i]))
	}
	l, err := NewLayerProjection(scales, string(bytes), bias)
	if err != nil {
		t.Fatal(err)
	}
	return l, rows
}

// fitParts brings each layer's part of the rows to the steps in which it is multiplied.
func fitParts(rows []vector, l *LayerProjection, hidden int) {
	for i, row := range rows {
		for at := 0; at < l.in; at += hidden {
			fitted([]vector{row[at:][:hidden]}, vector{float64(l.scales[i])})
		}
	}
}

func with(t testing.TB, e *Encoder, l *LayerProjection) *Encoder {
	t.Helper()
	e, err := e.WithProjection(l)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// A projection is what the plainest of programs makes of all layers, and leaves the hidden states as they are.
func TestProjectionsAreOfAllLayers(t *testing.T) {
	m := makeFile(small, 1)
	plain := encoder(t, small)
	l, rows := madeProjection(t, plain.AllLayersSize(), 21)
	fitParts(rows, l, small.hidden)
	x := text.Split(article+strings.Repeat(" The minister waits and waits for bridges.", 12), nil)
	got, without := encode(t, with(t, plain, l), x), encode(t, plain, x)
	if !slices.Equal(got.projections, without.projections) || !slices.Equal(got.last, without.last) {
		t.Error("the projection changes the hidden states")
	}
	row := make([]float32, 21)
	for _, c := range cut(x, plain.vocabulary) {
		for i, layers := range m.naiveLayers(c.pieces, c.starts) {
			got.ProjectedLayers(c.from+i, row)
			for k, r := range rows {
				want := r[len(layers)]
				for j, z := range layers {
					want += r[j] * z
				}
				if math.Abs(float64(row[k])-want) > 0.02+math.Abs(want)/128 {
					t.Fatalf("number %d of %q is %v, not %v", k, x.Word(c.from+i), row[k], want)
				}
			}
		}
	}
}

func TestProjectionsDoNotDependOnCores(t *testing.T) {
	x := text.Split(mixed(rand.New(rand.NewPCG(4, 4)), 60), nil)
	l, _ := madeProjection(t, encoder(t, small).AllLayersSize(), 9)
	before := runtime.GOMAXPROCS(1)
	want := encode(t, with(t, encoder(t, small), l), x)
	runtime.GOMAXPROCS(max(4, before))
	defer runtime.GOMAXPROCS(before)
	if got := encode(t, with(t, encoder(t, small), l), x); !slices.Equal(got.layers.halves, want.layers.halves) {
		t.Error("it differs")
	}
}

func TestAProjectionThatDoesNotFitIsRefused(t *testing.T) {
	e := encoder(t, small)
	l, _ := madeProjection(t, e.AllLayersSize()-1, 5)
	if _, err := e.WithProjection(l); err == nil || !strings.Contains(err.Error(), "do not belong together") {
		t.Error(err)
	}
	for _, c := range []struct {
		scales, bias int
		bytes        string
	}{{0, 0, ""}, {2, 2, ""}, {2, 2, "abc"}, {2, 3, "abcd"}} {
		if _, err := NewLayerProjection(make([]float32, c.scales), c.bytes, make([]float32, c.bias)); err == nil {
			t.Errorf("a projection of %d scales, %d bytes and %d biases was taken", c.scales, len(c.bytes), c.bias)
		}
	}
}
