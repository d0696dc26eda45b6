package encoder

import (
	"context"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"hearsay/analysis/encoder/kernel"
	"hearsay/analysis/text"
)

const article = "“We have waited long enough,” the minister said. The bridge, he added, needs 3,000 tons of " +
	"café-coloured steel.\n\n" +
	"Unbelievable! 中国 🙂 — and so they are waiting."

func encode(t testing.TB, e *Encoder, x *text.Text) *HiddenStates {
	t.Helper()
	v, err := e.Encode(context.Background(), x, unreported)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// The hidden states are those that the plainest of programs finds. A number that stands between two steps may be
// quantized to either, for the plainest program reckons with more digits, and later layers make that larger.
func TestHiddenStatesAreRight(t *testing.T) {
	for seed, c := range []struct {
		size
		mean, most float64 // that they may be off
	}{
		{small, 0.006, 0.05},
		{size{layers: 1, hidden: 32, heads: 1, inner: 16, positions: maxPositions, projected: 3}, 0.0005, 0.02},
		{size{layers: 2, hidden: 112, heads: 7, inner: 80, positions: maxPositions, projected: 40}, 0.006, 0.05},
	} {
		m := makeFile(c.size, uint64(seed))
		for _, by := range kernel.Implementations() {
			e, err := readFor(by, m.file)
			if err != nil {
				t.Fatal(err)
			}
			mean, most := offNaive(t, e, m)
			if !(mean < c.mean && most < c.most) {
				t.Errorf("%s, %d layers: %v off on average, %v at most", by.Name(), c.layers, mean, most)
			}
		}
	}
}

// offNaive tells how far an encoder's projections are from those of the plainest program: on average, and at most.
func offNaive(t *testing.T, e *Encoder, m *made) (mean, most float64) {
	t.Helper()
	x, n := text.Split(article+strings.Repeat(" The minister waits and waits for bridges.", 12), nil), 0
	got := encode(t, e, x)
	if got.ProjectionSize != m.projected {
		t.Fatalf("%d numbers a projection, not %d", got.ProjectionSize, m.projected)
	}
	for _, c := range cut(x, e.vocabulary) {
		for i, want := range m.naive(c.pieces, c.starts) {
			for k, v := range got.Projected(c.from + i) {
				off := math.Abs(float64(v) - want[k])
				mean, most, n = mean+off, max(most, off), n+1
			}
		}
	}
	return mean / float64(n), most
}

// Every implementation finds the same hidden states, to the last bit: an article has the same quotes on every machine.
func TestHiddenStatesAreTheSameByEveryImplementation(t *testing.T) {
	x := text.Split(article+mixed(rand.New(rand.NewPCG(4, 9)), 20), nil)
	for seed, s := range []size{small,
		{layers: 2, hidden: 112, heads: 7, inner: 80, positions: maxPositions, projected: 40},
		{layers: 6, hidden: 96, heads: 3, inner: 208, positions: maxPositions, projected: 193},
	} {
		m := makeFile(s, uint64(seed))
		var want *HiddenStates
		for _, by := range kernel.Implementations() {
			e, err := readFor(by, m.file)
			if err != nil {
				t.Fatal(err)
			}
			l, _ := madeProjection(t, e.AllLayersSize(), 33)
			got := encode(t, with(t, e, l), x)
			if want == nil {
				want = got
			}
			if !slices.Equal(got.projections, want.projections) || !slices.Equal(got.last, want.last) ||
				!slices.Equal(got.scales, want.scales) || !slices.Equal(got.layers.halves, want.layers.halves) {
				t.Errorf("%d layers by %s differ", s.layers, by.Name())
			}
		}
	}
}

// What they are is known: no machine, and no later implementation, finds others.
func TestHiddenStatesAreTheSameOnEveryMachine(t *testing.T) {
	const want = 0x54224755ee69696
	got := encode(t, encoder(t, small), text.Split(article, nil))
	sum := fnv.New64a()
	for _, x := range [][]float32{got.projections, got.scales} {
		binary.Write(sum, binary.LittleEndian, x)
	}
	binary.Write(sum, binary.LittleEndian, got.last)
	if sum.Sum64() != want {
		t.Errorf("their checksum is %#x, not %#x", sum.Sum64(), uint64(want))
	}
}

// The same text has the same hidden states on one core and on several, and when several goroutines ask at once.
func TestHiddenStatesDoNotDependOnCores(t *testing.T) {
	x := text.Split(mixed(rand.New(rand.NewPCG(4, 4)), 60), nil)
	before := runtime.GOMAXPROCS(1)
	want := encode(t, encoder(t, small), x)
	runtime.GOMAXPROCS(max(4, before))
	defer runtime.GOMAXPROCS(before)
	e := encoder(t, small)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if got, _ := e.Encode(context.Background(), x, unreported); !slices.Equal(got.projections, want.projections) {
				t.Error("the hidden states differ")
			}
		})
	}
	all.Wait()
}

// What stands beyond a chunk changes nothing in it.
func TestHiddenStatesDependOnTheirChunkAlone(t *testing.T) {
	e := encoder(t, small)
	long := strings.Repeat("The minister waited. ", 200)
	one, other := encode(t, e, text.Split(long, nil)), encode(t, e, text.Split(long+"He said no.", nil))
	n := 150 // of the first chunk
	if !slices.Equal(one.projections[:n*one.ProjectionSize], other.projections[:n*one.ProjectionSize]) {
		t.Error("the first hidden states differ")
	}
}

func TestNoTextHasNoHiddenStates(t *testing.T) {
	if v := encode(t, encoder(t, small), text.Split("", nil)); len(v.projections) != 0 {
		t.Error(v)
	}
}

func TestProgressGoesUpToTheEnd(t *testing.T) {
	var last float64
	x := text.Split(mixed(rand.New(rand.NewPCG(5, 5)), 40), nil)
	_, err := encoder(t, small).Encode(context.Background(), x, func(done float64) {
		if done <= last || done > 1 {
			t.Errorf("%v after %v", done, last)
		}
		last = done
	})
	if err != nil || last != 1 {
		t.Errorf("%v done, %v", last, err)
	}
}

// Work that is no longer wanted is left after the chunks that are under way.
func TestEncodingCanBeStopped(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	x := text.Split(mixed(rand.New(rand.NewPCG(6, 6)), 400), nil)
	calls := 0
	_, err := encoder(t, small).Encode(ctx, x, func(float64) {
		calls++
		stop()
	})
	if err != context.Canceled || calls > runtime.GOMAXPROCS(0) {
		t.Errorf("%v after %d chunks", err, calls)
	}
}

// BenchmarkEncode reads an article of usual length, of which one word in ten has more than one piece, by each
// implementation, with three layers and with six, and what names read of them.
func BenchmarkEncode(b *testing.B) {
	x := text.Split(strings.Repeat("The minister said the bridge “waited” the said minister bridges the bridge. ", 72),
		nil)
	for _, layers := range []int{3, 6} {
		s := large
		s.layers = layers
		m := makeFile(s, 1)
		for _, by := range kernel.Implementations() {
			e, err := readFor(by, m.file)
			if err != nil {
				b.Fatal(err)
			}
			l, _ := madeProjection(b, e.AllLayersSize(), 96)
			e = with(b, e, l)
			b.Run(fmt.Sprintf("%d layers/%s", layers, by.Name()), func(b *testing.B) { benchmarkEncode(b, e, x) })
		}
	}
}

func benchmarkEncode(b *testing.B, e *Encoder, x *text.Text) {
	n := 0
	for _, c := range cut(x, e.vocabulary) {
		n += len(c.pieces)
	}
	encode(b, e, x)
	for b.Loop() {
		encode(b, e, x)
	}
	seconds := b.Elapsed().Seconds() / float64(b.N)
	b.ReportMetric(seconds*1e6/float64(len(x.Tokens)), "ms/1,000-tokens")
	b.ReportMetric(float64(n), "pieces")
	b.ReportMetric(float64(n*e.layers*(4*e.hidden*e.hidden+2*e.hidden*e.inner)*2)/seconds/1e9, "GOP/s")
}

func BenchmarkCut(b *testing.B) {
	e := encoder(b, small)
	x := text.Split(mixed(rand.New(rand.NewPCG(7, 7)), 30), nil)
	for b.Loop() {
		cut(x, e.vocabulary)
	}
	b.ReportMetric(float64(len(x.Tokens))/(b.Elapsed().Seconds()/float64(b.N)), "tokens/s")
}
