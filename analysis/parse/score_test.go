package parse

import (
	"math/rand/v2"
	"testing"

	"hearsay/analysis/features"
)

// What is added up eight weights at a time is the sum of each transition's weights.
func TestScoresAreTheSumsOfTheWeights(t *testing.T) {
	p, random := load(t).parser, rand.New(rand.NewPCG(2, 3))
	for n := range 80 {
		f := features.OfTrees.NewVector()
		var want [transitions]int
		for range n {
			h := random.Uint64()
			f.Hashes = append(f.Hashes, h)
			at, turn := place(h)
			for a := range want {
				want[a] += int(int8(p.weights[at+(uint64(a)^turn)]))
			}
		}
		got := p.score(&f)
		for a, x := range want {
			if over := got.of(transition(a)) - x; over != 128*n {
				t.Fatalf("%d features: transition %d has %d, not %d", n, a, got.of(transition(a))-128*n, x)
			}
		}
	}
}

func BenchmarkScore(b *testing.B) {
	p, random := load(b).parser, rand.New(rand.NewPCG(2, 3))
	f := features.OfTrees.NewVector()
	for range 50 {
		f.Hashes = append(f.Hashes, 0)
	}
	for b.Loop() {
		for i := range f.Hashes {
			f.Hashes[i] = random.Uint64()
		}
		p.best(&f, mayShift|mayLeft|mayRight)
	}
}
