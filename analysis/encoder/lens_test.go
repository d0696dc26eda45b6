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

// madeLens returns a lens of random bytes, and its rows as numbers.
func madeLens(t testing.TB, known, width int) (*Lens, []vector) {
	t.Helper()
	random := rand.New(rand.NewPCG(8, 8))
	steps, bias, bytes, rows := make([]float32, width), make([]float32, width), make([]byte, known*width), make([]vector, width)
	for i := range steps {
		steps[i], bias[i] = (0.5+random.Float32())/2000, float32(random.NormFloat64())
		for k := range known {
			x := int8(random.IntN(255) - 127)
			bytes[i*known+k] = byte(x)
			rows[i] = append(rows[i], float64(steps[i])*float64(x))
		}
		rows[i] = append(rows[i], float64(bias[i]))
	}
	l, err := NewLens(steps, string(bytes), bias)
	if err != nil {
		t.Fatal(err)
	}
	return l, rows
}

func through(t testing.TB, e *Encoder, l *Lens) *Encoder {
	t.Helper()
	e, err := e.Through(l)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// What a lens shows is what the plainest of programs makes of all layers, and it leaves the vectors as they are.
func TestALensShowsWhatAllLayersKnow(t *testing.T) {
	m := makeFile(small, 1)
	plain := encoder(t, small)
	l, rows := madeLens(t, plain.Levels(), 21)
	x := text.Split(article+strings.Repeat(" The minister waits and waits for bridges.", 12), nil)
	got, without := encode(t, through(t, plain, l), x), encode(t, plain, x)
	if !slices.Equal(got.all, without.all) || !slices.Equal(got.known, without.known) {
		t.Error("the lens changes the vectors")
	}
	row := make([]float32, 21)
	for _, c := range cut(x, plain.vocabulary) {
		for i, levels := range m.naiveLevels(c.pieces, c.starts) {
			got.Seen(c.from+i, row)
			for k, r := range rows {
				want := r[len(levels)]
				for j, z := range levels {
					want += r[j] * z
				}
				if math.Abs(float64(row[k])-want) > 2e-3+math.Abs(want)/128 {
					t.Fatalf("number %d of %q is %v, not %v", k, x.Word(c.from+i), row[k], want)
				}
			}
		}
	}
}

func TestALensShowsTheSameOnAnyNumberOfCores(t *testing.T) {
	x := text.Split(mixed(rand.New(rand.NewPCG(4, 4)), 60), nil)
	l, _ := madeLens(t, encoder(t, small).Levels(), 9)
	before := runtime.GOMAXPROCS(1)
	want := encode(t, through(t, encoder(t, small), l), x)
	runtime.GOMAXPROCS(max(4, before))
	defer runtime.GOMAXPROCS(before)
	if got := encode(t, through(t, encoder(t, small), l), x); !slices.Equal(got.seen.halves, want.seen.halves) {
		t.Error("it differs")
	}
}

func TestALensThatDoesNotFitIsRefused(t *testing.T) {
	e := encoder(t, small)
	l, _ := madeLens(t, e.Levels()-1, 5)
	if _, err := e.Through(l); err == nil || !strings.Contains(err.Error(), "do not belong together") {
		t.Error(err)
	}
	for _, c := range []struct {
		steps, bias int
		bytes       string
	}{{0, 0, ""}, {2, 2, ""}, {2, 2, "abc"}, {2, 3, "abcd"}} {
		if _, err := NewLens(make([]float32, c.steps), c.bytes, make([]float32, c.bias)); err == nil {
			t.Errorf("a lens of %d steps, %d bytes and %d added numbers was taken", c.steps, len(c.bytes), c.bias)
		}
	}
}
